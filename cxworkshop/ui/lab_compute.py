"""The lab's calls to the ledger: a file read once for its columns, a bridge computed once for its dials."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import RLock
from typing import Generic, TypeVar

from cxworkshop.analysis.lab import WINDOW, WINDOWS, Outcome, dials, ids
from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.domain.records import LedgerSource
from cxworkshop.domain.records.lab import LabSettings
from cxworkshop.ledger import (
    Bridge,
    BridgeDefinition,
    BridgeLine,
    Ledger,
    Preview,
    active_customers,
    compute_bridge,
    open_ledger,
    preview,
    read_headers,
    read_ids,
    read_merges,
)
from cxworkshop.ui.kept_files import path_of

T = TypeVar("T")
Tell = Callable[[float, str], None]
COLUMNS = {
    "customer": "customer_column",
    "date": "date_column",
    "amount": "amount_column",
    "start": "start_column",
    "end": "end_column",
    "segment": "segment_column",
    "id": "id_column",
    "currency": "currency_column",
    "first_seen": "first_seen_column",
}
"""A ledger's roles, and the fields that hold the headers picked for them."""


SHOWN = 4
"""Rows of the file that stand beside its mapping."""


@dataclass(frozen=True)
class Reading:
    """All that decides how a ledger file is read; the same reading of the same file is done once."""

    fingerprint: str | None
    name: str
    setting: str
    columns: tuple[tuple[str, str], ...]
    rates: tuple[tuple[str, str], ...]
    currency: str | None
    merges: tuple[str, str] | None
    """The fingerprint of the merge table, and what it is called."""
    leave_out_bad: bool

    def open(self, path: Path, tell: Tell | None) -> Ledger:
        """Read the file. Raises as `open_ledger` does."""
        return open_ledger(
            path,
            self.name,
            setting=self.setting,
            columns=dict(self.columns),
            rates=self.rates,
            currency=self.currency,
            merges=None if self.merges is None else read_merges(*_list(*self.merges)),
            leave_out_bad=self.leave_out_bad,
            progress=tell,
        )


class Recent(Generic[T]):
    """The latest answers, each worked out once however many sessions ask; the one that was asked for longest ago goes."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, T] = OrderedDict()
        self._lock = RLock()

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """The answer to a key; `work` gives it where it is not known."""
        with self._lock:
            if key not in self._found:
                self._found[key] = work()
            self._found.move_to_end(key)
            while len(self._found) > self._most:
                self._found.popitem(last=False)
            return self._found[key]


_HEADERS: Recent[tuple[str, ...]] = Recent(20)
_PREVIEWS: Recent[Preview] = Recent(5)
_LEDGERS: Recent[Ledger] = Recent(3)
_BRIDGES: Recent[Bridge] = Recent(60)
_IDS: Recent[tuple[str, ...]] = Recent(5)


def headers(path: Path, source: LedgerSource) -> tuple[str, ...]:
    """The headers of the ledger file. Raises as reading it does."""
    return _HEADERS.get(
        (source.fingerprint, source.file), lambda: read_headers(path, source.file or path.name)
    )


def first_rows(path: Path, source: LedgerSource) -> Preview:
    """The headers and the first rows as they stand in the file. Raises as reading it does."""
    return _PREVIEWS.get(
        (source.fingerprint, source.file), lambda: preview(path, source.file or path.name, rows=SHOWN)
    )


def ledger(path: Path, source: LedgerSource, tell: Tell | None = None) -> Ledger:
    """The ledger read for its setting and columns; `tell` hears how far it is. Raises as reading it does."""
    reading = _reading(path, source)
    return _LEDGERS.get(reading, lambda: reading.open(path, tell))


def bridge(path: Path, source: LedgerSource) -> Bridge:
    """The bridge that the dials give on the ledger. Raises BadValue where there is no period to look at."""
    return _bridge(path, source, definition(source))


def active(path: Path, source: LedgerSource) -> tuple[str, ...]:
    """Who is a customer on the last day of the bridge that the dials give. Raises as `bridge` does."""
    found = bridge(path, source)
    return active_customers(ledger(path, source), found.definition, found.totals[-1].period_end)


def sensitivity(path: Path, source: LedgerSource) -> tuple[Bridge, ...]:
    """The same bridge under windows of 6, 12 and 18 months."""
    asked = definition(source)
    return tuple(_bridge(path, source, replace(asked, window=window)) for window in WINDOWS)


def definition(settings: LabSettings) -> BridgeDefinition:
    """The dials as the ledger takes them. Raises BadValue for what cannot be."""
    found = dials(settings)
    return BridgeDefinition(
        window=settings.window_days or WINDOW,
        grace=settings.grace_days or 0 if "grace_days" in found else 0,
        minimum_cents=round((settings.minimum or 0) * 100) if "minimum" in found else 0,
        by=str(found["by"]),
        from_day=settings.from_day,
        to_day=settings.to_day,
        excluded=settings.excluded_values,
        excluded_ids=(*ids(settings.excluded_ids), *_listed(settings)),
        internal=settings.internal,
        margin_percent=settings.margin_percent if found["margin_percent"] is not None else None,
    )


def _listed(settings: LabSettings) -> tuple[str, ...]:
    if not settings.excluded_mark:
        return ()
    path, name = _list(settings.excluded_mark, settings.excluded_list or "")
    return _IDS.get(settings.excluded_mark, lambda: read_ids(path, name))


def _list(mark: str, words: str) -> tuple[Path, str]:
    """A kept list and its file's name. Raises NotFound where this computer does not have it."""
    path = path_of(mark)
    if path is None:
        raise NotFound(f"The list with {words} is not on this computer: hand it in again, or take it away.")
    return path, words.partition(" of ")[2]


def outcome(line: BridgeLine) -> Outcome:
    """What a line of a bridge gives, in customers and in the currency."""
    return Outcome(
        period_start=line.period_start,
        period_end=line.period_end,
        opening=line.opening,
        new=line.new,
        returned=line.returned,
        lapsed=line.lapsed,
        closing=line.closing,
        opening_value=line.opening_value / 100,
        closing_value=line.closing_value / 100,
    )


def _bridge(path: Path, source: LedgerSource, asked: BridgeDefinition) -> Bridge:
    return _BRIDGES.get((_reading(path, source), asked), lambda: compute_bridge(ledger(path, source), asked))


def _reading(path: Path, source: LedgerSource) -> Reading:
    # A mapping kept from another file counts only where this one has the header.
    known, stands = headers(path, source), dials(source)
    named = {role: getattr(source, field) for role, field in COLUMNS.items()}
    named |= {"unit": source.unit_column, "value": stands["value_column"], "exclude": source.exclude_column}
    return Reading(
        source.fingerprint,
        source.file or path.name,
        str(stands["setting"]),
        tuple((role, str(header)) for role, header in named.items() if header in known),
        tuple(_rate(words) for words in source.rates),
        source.currency_into,
        (source.merge_mark, source.merge_list or "") if source.merge_mark else None,
        bool(source.leave_out_bad),
    )


def _rate(words: str) -> tuple[str, str]:
    code, sign, rate = words.partition("=")
    if not (sign and code.strip() and rate.strip()):
        raise BadValue(
            f"“{words}” is no rate: write the currency, an equals sign and its rate, such as USD=0.92."
        )
    return code.strip(), rate.strip()
