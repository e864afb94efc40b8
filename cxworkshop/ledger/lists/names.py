"""Names taken apart: people's into first and last names, companies' into the whole name and its legal form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Mask
from cxworkshop.ledger.lists.columns import Values, encoded, tidied
from cxworkshop.ledger.lists.companies import are_companies, without_forms
from cxworkshop.ledger.lists.kinship import PARTICLES
from cxworkshop.ledger.lists.reading import DepartmentList

_TEXT = pa.large_string()
_AFTER = "jr|junior|sr|senior|ii|iii|iv"
_COMPANY_HEADER = ("company", "organisation", "organization", "business", "firm", "firma")


@dataclass(frozen=True)
class Names:
    """Rows' names: first and last as codes into the same texts; of a company the whole name is the last name.

    `whole` is everybody's name in one, without a legal form, which `form` has.
    """

    first: Values
    last: Values
    whole: Values
    form: Values
    company: Mask


def names_of(lists: tuple[DepartmentList, ...], note: Callable[[str], object]) -> Names:
    """The names of all rows; what was done to them is handed to `note`, a sentence each."""
    firsts, lasts, firms = [], [], []
    for one in lists:
        first, last = _parts(one, note)
        firsts.append(first)
        lasts.append(last)
        firms.append(_companies(one, first, last))
    company = np.concatenate(firms) if firms else np.empty(0, np.bool_)
    first = pa.chunked_array(firsts, _TEXT).combine_chunks()
    last = pa.chunked_array(lasts, _TEXT).combine_chunks()
    nothing = Values(np.full(len(company), -1, np.int32), pa.array([], _TEXT))
    whole, form = nothing, nothing
    if company.any():
        joined = encoded([_joined(first, last)])
        cores, forms = without_forms(joined)
        at = pa.array(joined.codes, mask=joined.codes < 0)
        core = cores.take(at)
        whole, form = encoded([core]), encoded([pc.if_else(pa.array(company), forms.take(at), None)])
        first = pc.if_else(pa.array(company), pa.scalar(None, _TEXT), first)
        last = pc.if_else(pa.array(company), core, last)
    both = encoded([first, last])
    half = len(company)
    return Names(
        Values(both.codes[:half], both.texts), Values(both.codes[half:], both.texts), whole, form, company
    )


def _parts(one: DepartmentList, note: Callable[[str], object]) -> tuple[Any, Any]:
    """A list's first and last names; a name beside one of them is the other, a name alone is split."""

    def cells(role: str) -> Any:
        found, notes = tidied(one, role)
        for words in notes:
            note(words)
        return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found

    has = {role for role in ("first_name", "last_name", "name") if role in one.cells}
    if has == {"name"}:
        named, after = _after(cells("name"))
        particles = "|".join(sorted(PARTICLES))
        split = pc.extract_regex(named, f"^(?:(?P<first>.*?) )?(?P<last>(?:(?:{particles}) )*[^ ]+)$")
        first, last = (_filled(pc.struct_field(split, part)) for part in ("first", "last"))
    else:
        first, last = cells("first_name"), cells("last_name")
        if has == {"last_name", "name"}:
            first = _without(cells("name"), last)
        elif has == {"first_name", "name"}:
            last = _without(cells("name"), first)
        last, after = _after(last)
    return (first if after is None else _joined(first, after)), last


def _after(names: Any) -> tuple[Any, Any]:
    """Names without a Jr, Senior or III at their end; and this, null for none, or None where there is none at all."""
    if not pc.any(pc.match_substring_regex(names, f" (?:{_AFTER})$")).as_py():
        return names, None
    split = pc.extract_regex(names, f"^(?P<before>.+?)(?: (?P<after>{_AFTER}))?$")
    return _filled(pc.struct_field(split, "before")), _filled(pc.struct_field(split, "after"))


def _without(names: Any, part: Any) -> Any:
    """Names without the part of them that the same row's other cell repeats."""

    def less(name: str | None, known: str | None) -> str | None:
        if name is None or known is None:
            return name
        return f" {name} ".replace(f" {known} ", " ", 1).strip() or None

    return pa.array([less(*row) for row in zip(names.to_pylist(), part.to_pylist(), strict=True)], _TEXT)


def _companies(one: DepartmentList, first: Any, last: Any) -> Mask:
    """Where a row's name is a company's: by its header, or by its words where they were not two cells."""
    if "first_name" in one.cells or not {"name", "last_name"} & set(one.cells):
        return np.zeros(one.rows, np.bool_)
    header = one.columns.get("name", "").lower()
    if "last_name" not in one.cells and any(word in header for word in _COMPANY_HEADER):
        return np.asarray(last.is_valid().to_numpy(zero_copy_only=False), np.bool_)
    return are_companies(_joined(first, last))


def _joined(first: Any, last: Any) -> Any:
    """Two texts with a blank between, or the one of them that is there, null for none."""
    both = (pc.fill_null(first, ""), pc.fill_null(last, ""))
    return _filled(pc.utf8_trim_whitespace(pc.binary_join_element_wise(*both, pa.scalar(" ", _TEXT))))


def _filled(texts: Any) -> Any:
    whole = texts.combine_chunks() if isinstance(texts, pa.ChunkedArray) else texts
    whole = whole.cast(_TEXT)
    return pc.if_else(pc.equal(whole, ""), pa.scalar(None, _TEXT), whole)
