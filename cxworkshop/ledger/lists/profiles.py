"""What is known of each entity, taken together from all of its rows, for comparing it with others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.lists.columns import Values, encoded, gathered, tidied
from cxworkshop.ledger.lists.joining import distinct_per
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.names import Names, names_of
from cxworkshop.ledger.lists.phones import without_country_codes
from cxworkshop.ledger.lists.roles import ROLES
from cxworkshop.ledger.lists.sharing import MOST_NAMES

COMPARED = ("phone", "email", "birth", "street", "house", "postcode", "town", "tax")


@dataclass(frozen=True)
class Profiles:
    """One profile per entity: `entity` are the entities, `fields` their values as codes in that order (-1: not known).

    `company` are those whose whole name (a field of its own, as their legal form is) is compared.
    """

    entity: Integers
    fields: dict[str, Values]
    company: Mask

    def text(self, field: str, at: int) -> str:
        """A profile's value of a field, "" where it is not known."""
        code = int(self.fields[field].codes[at])
        return str(self.fields[field].texts[code].as_py()) if code >= 0 else ""


def profiles(matched: Matched, note: Callable[[str], object]) -> Profiles:
    """The first value that an entity's rows give for each field; the parts of a name come from one row."""
    entity, inside = np.unique(matched.entity, return_inverse=True)
    names = names_of(matched.lists, note)
    street, town = _addresses(matched, note)
    fields: dict[str, Values] = {}
    for role in COMPARED:
        known = {"street": street, "town": town}.get(role) or matched.values.get(role)
        fields[role] = known or gathered(matched.lists, role, note)
    fields["phone"] = without_country_codes(fields["phone"], note)
    for role in ("phone", "email"):
        fields[role] = _personal(fields[role], names, ROLES[role].what, note)
    fields["street"], fields["house"] = _numbered(fields["street"], fields["house"])
    at = {field: _first(inside, len(entity), values.codes) for field, values in fields.items()}
    first, last = names.first.codes, names.last.codes
    whole = _first(inside, len(entity), np.where((first >= 0) & (last >= 0) | names.company, 0, -1))
    any_name = np.where(whole >= 0, whole, _first(inside, len(entity), np.where(first >= 0, first, last)))
    fields |= {"first": names.first, "last": names.last, "whole": names.whole, "form": names.form}
    return Profiles(
        entity,
        {
            field: Values(np.append(values.codes, np.int32(-1))[at.get(field, any_name)], values.texts)
            for field, values in fields.items()
        },
        np.append(names.company, False)[any_name],
    )


def _personal(found: Values, names: Names, what: str, note: Callable[[str], object]) -> Values:
    """The values without those that stand beside many different names: a switchboard is no witness for anybody."""
    often = np.bincount(found.codes[found.codes >= 0], minlength=len(found.texts))
    if not len(often) or often.max() <= MOST_NAMES:
        return found
    last = names.last.codes.astype(np.int64)
    _, name = np.unique(names.first.codes * (int(last.max(initial=0)) + 2) + last, return_inverse=True)
    shared = np.flatnonzero(distinct_per(found.codes, name.astype(np.int32)) > MOST_NAMES)
    if not len(shared):
        return found
    note(
        f"{len(shared):,} {what} value{'s' * (len(shared) > 1)} beside more than {MOST_NAMES} names"
        f" tell{'s' * (len(shared) == 1)} nothing of anybody: left out when looking for near-duplicates."
    )
    return Values(np.where(np.isin(found.codes, shared), np.int32(-1), found.codes), found.texts)


def _first(inside: Integers, entities: int, codes: Codes | Integers) -> Integers:
    """The first row of each entity whose cell is filled, -1 for none."""
    has = np.flatnonzero(codes >= 0)
    found = np.full(entities, len(codes), np.int64)
    np.minimum.at(found, inside[has], has)
    return np.where(found == len(codes), -1, found)


def _addresses(matched: Matched, note: Callable[[str], object]) -> tuple[Values, Values]:
    """Streets and towns; in a list without a town column, what follows an address's last comma is the town."""
    streets: list[Any] = []
    towns: list[Any] = []
    for one in matched.lists:
        if "street" in one.cells and "town" not in one.cells:
            text = one.cells["street"].cast(pa.large_string())
            split = pc.extract_regex(text, r"^(?P<street>.*),(?P<town>[^,]*[^,\d]{3}[^,]*)$")
            split = split.combine_chunks() if isinstance(split, pa.ChunkedArray) else split
            told = split.is_valid()
            if pc.any(told).as_py():
                note(
                    f"{one.name}, column {one.columns['street']}: what follows the last comma is taken as the town"
                    f" ({pc.sum(told).as_py():,} rows)."
                )
                street = pc.if_else(
                    told, pc.struct_field(split, "street").cast(pa.large_string()), text.combine_chunks()
                )
                one = one.with_cells(
                    street=street, town=pc.struct_field(split, "town").cast(pa.large_string())
                )
        for role, parts in (("street", streets), ("town", towns)):
            cells, notes = tidied(one, role)
            parts.append(cells)
            for words in notes:
                note(words)
    return encoded(streets), encoded(towns)


def _numbered(street: Values, house: Values) -> tuple[Values, Values]:
    """Streets without their house number, and the number, whether it stood in its own column or in the street's."""
    split = pc.extract_regex(
        street.texts, r"^(?P<before>\d+ ?[a-z]?\b)? ?(?P<name>.*?) ?(?P<after>\d+ ?[a-z]?)?$"
    )
    parts = {at: pc.struct_field(split, at) for at in ("before", "name", "after")}
    before = pc.if_else(pc.equal(parts["before"], ""), parts["after"], parts["before"])
    number = pc.if_else(pc.equal(before, ""), pa.scalar(None, before.type), before)
    number = pc.replace_substring(number, " ", "")
    names = parts["name"].cast(pa.large_string())
    own = pa.array(np.where(street.codes < 0, 0, street.codes), mask=street.codes < 0)
    inside = number.take(own).cast(pa.large_string())
    beside = house.texts.take(pa.array(np.where(house.codes < 0, 0, house.codes), mask=house.codes < 0))
    return encoded([_blank(names.take(own))]), encoded(
        [pc.coalesce(pc.replace_substring(beside.cast(pa.large_string()), " ", ""), inside)]
    )


def _blank(texts: pa.Array) -> pa.Array:
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.large_string()), texts)
