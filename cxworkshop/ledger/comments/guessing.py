"""Which column of a file says what was said, when, through which channel and how well it was liked: first guesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import fmean

import numpy as np
import pyarrow as pa

from cxworkshop.ledger.cells import WrongColumn
from cxworkshop.ledger.comments import headers as known
from cxworkshop.ledger.comments.kinds import kind_of
from cxworkshop.ledger.comments.ratings import rating, scale_of, written_best
from cxworkshop.ledger.comments.table import CommentTable, filled
from cxworkshop.ledger.dates import parse_dates

_LOOKED_AT = 400
_FEWEST, _FEW, _SHORT, _SENTENCE = 12, 60, 60, 6.0
_MOST, _HALF = 0.9, 0.5
_FALLBACKS = 2
MOST_CHANNELS = 40
"""A column with more different cells is no channel."""


@dataclass(frozen=True)
class _Look:
    """A column's header in words, and what some of its filled cells are like."""

    header: str
    words: frozenset[str]
    cells: tuple[str, ...]
    days: float
    numbers: float

    @property
    def length(self) -> float:
        """Words per cell, on average."""
        return fmean(len(cell.split()) for cell in self.cells)

    @property
    def few(self) -> bool:
        """Whether the same short cells stand there over and over."""
        different = set(self.cells)
        short = fmean(len(cell) for cell in different) <= _SHORT
        return short and len(different) <= min(_FEW, max(_FEWEST, len(self.cells) // 2))


def guess(table: CommentTable) -> dict[str, object]:
    """What a CommentFile's columns are, as far as headers and cells tell; what they leave open is not in it."""
    looks = [look for header in table.headers if (look := _look(table, header)) is not None]
    found: dict[str, object] = {}
    day = _best(looks, _as_day)
    rest = [look for look in looks if look is not day]
    rated = _best(rest, _as_rating)
    rest = [look for look in rest if look is not rated]
    channel = _best([look for look in rest if table.distinct(look.header) <= MOST_CHANNELS], _as_channel)
    rest = [look for look in rest if look is not channel]
    product = _best(rest, _as_product)
    rest = [look for look in rest if look is not product]
    code = _best(rest, _as_code)
    texts = _texts([look for look in rest if look.numbers < _HALF])
    for name, look in (
        ("date_column", day),
        ("channel_column", channel),
        ("rating_column", rated),
        ("product_column", product),
        ("code_column", code),
    ):
        if look is not None:
            found[name] = look.header
    if texts:
        found["text_columns"] = tuple(look.header for look in texts)
    if rated is not None:
        found.update(rating_scale(table, rated.header))
    return found


def rating_scale(table: CommentTable, header: str) -> dict[str, object]:
    """The worst and the best rating of the scale that a column seems to be on."""
    texts = table.coded(header)[1]
    values = [value for text in texts if (value := rating(text)) is not None]
    worst, best = scale_of(header, values, written_best(texts))
    return {"rating_worst": worst, "rating_best": best}


def _look(table: CommentTable, header: str) -> _Look | None:
    texts = table.words(header)
    has = np.flatnonzero(filled(texts))
    if not len(has):
        return None
    some = has[np.unique(np.linspace(0, len(has) - 1, _LOOKED_AT).astype(np.int64))]
    column = table.cells[header].take(pa.array(some))
    cells = tuple(texts.take(pa.array(some)).to_pylist())
    numbers = sum(rating(cell) is not None for cell in cells) / len(cells)
    return _Look(header, known.words_of(header), cells, _days(column, cells, table.serial_dates), numbers)


def _days(column: pa.ChunkedArray, cells: tuple[str, ...], serials: bool) -> float:
    """The share of the cells that are days; all where only day and month cannot be told apart."""
    if not any(sign.isdigit() for sign in cells[0]):
        return 0.0
    try:
        parsed = parse_dates(column, serials, list, leave_out_rare=True)
    except WrongColumn as wrong:
        return 1.0 if "date" in str(wrong) and "comes first" in str(wrong) else 0.0
    return float((~parsed.blank & ~parsed.wrong).mean())


def _best(looks: list[_Look], score: Callable[[_Look], float]) -> _Look | None:
    """The column with the highest score above nothing; of equals the first."""
    scored = [(score(look), -at, look) for at, look in enumerate(looks)]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def _as_day(look: _Look) -> float:
    if look.days < _HALF:
        return 0.0
    return 1.0 + 2 * bool(look.words & known.DAYS) + bool(look.words & known.FIRST_DAYS)


def _as_rating(look: _Look) -> float:
    return float(look.numbers >= _MOST and bool(look.words & known.RATINGS))


def _as_channel(look: _Look) -> float:
    if look.numbers >= _HALF or not look.few:
        return 0.0
    # What was said may speak of shops and calls, and is no channel for that.
    said = look.words & (known.SAID | known.HEADLINES)
    told = 0.0 if said else fmean(kind_of(cell)[0] != "other" for cell in set(look.cells))
    return 2 * bool(look.words & known.CHANNELS) + (told if told > _HALF else 0.0)


def _as_product(look: _Look) -> float:
    many = len(set(look.cells)) <= len(look.cells) * _HALF or len(look.cells) < _FEW
    return float(bool(look.words & known.PRODUCTS) and many) - _HALF * bool(look.words & known.PARTS)


def _as_code(look: _Look) -> float:
    if look.words & known.NOT_CODES or not (look.few or len(set(look.cells)) <= len(look.cells) * _HALF):
        return 0.0
    ranks = [len(known.CODES) - known.CODES.index(word) for word in look.words if word in known.CODES]
    return max(ranks, default=0) - _HALF * bool(look.words & known.PARTS)


def _texts(looks: list[_Look]) -> list[_Look]:
    """What was said, the fullest first; behind it headlines, the most exact first, for comments without words."""
    own = [look for look in looks if look.days < _HALF and not look.words & known.NOT_SAID]
    said = [
        look
        for look in own
        if look.length >= _SENTENCE or (look.words & known.SAID and len(set(look.cells)) > _FEW // 2)
    ]
    said = said or [look for look in own if look.words & known.SAID]
    said = [look for look in said if not (look.words & known.HEADLINES and not look.words & known.SAID)]
    said.sort(key=lambda look: (-bool(look.words & known.SAID), -look.length))
    more = [look for look in own if look.words & known.HEADLINES and look not in said]
    more.sort(key=lambda look: -Counter(look.cells).total() / max(Counter(look.cells).values()))
    more.sort(key=lambda look: -len(set(look.cells)))
    return [*said, *more[:_FALLBACKS]]
