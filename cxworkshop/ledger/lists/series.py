"""Which lists number their customers alike: only numbers of one series can be the same, or contradict each other."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.lists.columns import Values, encoded, rows
from cxworkshop.ledger.lists.numbers import bare, padded, prefix_of, written_otherwise
from cxworkshop.ledger.lists.overlap import SHARE, Pair, common, pairs, presence


@dataclass(frozen=True)
class Numbered:
    """The lists' numbers as codes, each list's series (its lowest list), and the pairs that only the writing kept apart."""

    values: Values
    series: tuple[int, ...]
    guessed: tuple[Pair, ...]


def in_series(
    names: Sequence[str],
    headers: Sequence[str],
    columns: Sequence[Any],
    note: Callable[[str], object],
    apart: Collection[Pair] = (),
) -> Numbered:
    """Tidied numbers of several lists, made comparable where that brings lists together.

    A prefix goes where another list writes the same numbers without it, leading zeros where another list writes others
    or none; never where it would make two numbers of one list the same, and not for the pairs in `apart`.
    """
    sizes = [len(column) for column in columns]
    found = encoded(columns)
    on = presence(found.codes, sizes, len(found.texts))
    alike = common(on)
    series = list(range(len(columns)))
    for one, other in pairs(on):
        enough = (
            1
            if headers[one] == headers[other]
            else max(1.0, SHARE * min(alike[one, one], alike[other, other]))
        )
        if alike[one, other] >= enough:
            _join(series, one, other)
    prefixes = [prefix_of(found.texts.take(pa.array(np.flatnonzero(mine)))) for mine in on]
    guessed, missed = written_otherwise(found, on, prefixes, alike, apart)
    for one, other in guessed:
        _join(series, one, other)
    out = list(columns)
    for own in {series[one] for one, _ in guessed}:
        members = [at for at, mine in enumerate(series) if mine == own]
        kept = {prefixes[at] for at in members} - {None}
        for at in members:
            if (prefix := prefixes[at]) is None:
                continue
            out[at] = bare(columns[at], prefix, prefix if len(kept) == 1 else "")
            _tell(names[at], columns[at], out[at], prefix if len(kept) > 1 else "", note)
    if guessed:
        found = encoded(out)
        on = presence(found.codes, sizes, len(found.texts))
    _tell_apart(names, on, series, missed, note)
    return Numbered(_kept_apart(found, on, series, sizes, names), tuple(series), tuple(guessed))


def _tell(name: str, before: Any, after: Any, prefix: str, note: Callable[[str], object]) -> None:
    touched = int(pc.sum(pc.not_equal(before, after)).as_py() or 0)
    if not touched:
        return
    zeros = ", with the zeros behind it," if prefix and padded(before, prefix) else ""
    what = (
        f"{prefix.upper()} before customer numbers is left out{zeros} because another list writes the number alone"
        if prefix
        else "zeros in front of customer numbers are left out, because another list writes others or none"
    )
    note(f"{name}: {what} ({rows(touched)}).")


def _tell_apart(
    names: Sequence[str],
    on: Mask,
    series: Sequence[int],
    missed: Sequence[Pair],
    note: Callable[[str], object],
) -> None:
    groups = [
        " and ".join(names[at] for at, mine in enumerate(series) if mine == own and on[at].any())
        for own in dict.fromkeys(series)
    ]
    groups = [one for one in groups if one]
    if len(groups) > 1:
        note(
            f"Customer ids: {'; '.join(groups)} have none in common, or hardly any, so each numbers customers in its own"
            " way, and two such numbers may be one customer's."
        )
    for one, other in missed:
        if series[one] != series[other]:
            note(
                f"Without letters and zeros in front, customer ids of {names[one]} and {names[other]} would be the same;"
                " that was not taken for granted. If they are, write them alike in both lists."
            )


def _join(series: list[int], one: int, other: int) -> None:
    keep, give = sorted((series[one], series[other]))
    series[:] = [keep if mine == give else mine for mine in series]


def _kept_apart(
    found: Values, on: Mask, series: Sequence[int], sizes: Sequence[int], names: Sequence[str]
) -> Values:
    """The numbers that two series have by chance, made two."""
    codes, texts = found.codes.copy(), [found.texts]
    groups = list(dict.fromkeys(series))
    taken = np.zeros(on.shape[1], np.bool_)
    many = on.shape[1]
    bounds = np.cumsum([0, *sizes])
    for own in groups:
        members = [at for at, mine in enumerate(series) if mine == own]
        here = on[members].any(axis=0)
        twice = np.flatnonzero(here & taken)
        taken |= here
        if not len(twice):
            continue
        fresh = np.arange(len(on[0]) + 1, dtype=np.int32)
        fresh[twice] = many + np.arange(len(twice), dtype=np.int32)
        fresh[-1] = -1
        for at in members:
            mine = slice(bounds[at], bounds[at + 1])
            codes[mine] = fresh[codes[mine]]
        marked = [f"{text} of {names[own]}" for text in found.texts.take(pa.array(twice)).to_pylist()]
        texts.append(pa.array(marked, pa.large_string()))
        many += len(twice)
    return Values(codes, pa.concat_arrays(texts) if len(texts) > 1 else found.texts)
