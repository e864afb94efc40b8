"""What is known of each entity, taken together from all of its rows, for comparing it with others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.columns import Values, encoded, gathered, tidied
from cxworkshop.ledger.lists.matching import Matched

COMPARED = ("first", "last", "phone", "email", "birth", "street", "house", "postcode", "town", "tax")


@dataclass(frozen=True)
class Profiles:
    """One profile per entity: `entity` are the entities, `fields` their values as codes in that order (-1: not known)."""

    entity: Integers
    fields: dict[str, Values]

    def text(self, field: str, at: int) -> str:
        """A profile's value of a field, "" where it is not known."""
        code = int(self.fields[field].codes[at])
        return str(self.fields[field].texts[code].as_py()) if code >= 0 else ""


def profiles(matched: Matched, note: Callable[[str], object]) -> Profiles:
    """The first value that an entity's rows give for each field; first and last name come from one row."""
    entity, inside = np.unique(matched.entity, return_inverse=True)
    first, last = _names(matched, note)
    street, town = _addresses(matched, note)
    fields = {"first": first, "last": last}
    for role in COMPARED[2:]:
        known = {"street": street, "town": town}.get(role) or matched.values.get(role)
        fields[role] = known or gathered(matched.lists, role, note)
    fields["street"], fields["house"] = _numbered(fields["street"], fields["house"])
    named = np.where(fields["first"].codes >= 0, fields["first"].codes, fields["last"].codes)
    whole = _first(inside, len(entity), np.where((first.codes >= 0) & (last.codes >= 0), 0, -1))
    any_name = np.where(whole >= 0, whole, _first(inside, len(entity), named))
    out = {}
    for field, values in fields.items():
        at = any_name if field in ("first", "last") else _first(inside, len(entity), values.codes)
        out[field] = Values(np.append(values.codes, np.int32(-1))[at], values.texts)
    return Profiles(entity, out)


def _first(inside: Integers, entities: int, codes: Codes | Integers) -> Integers:
    """The first row of each entity whose cell is filled, -1 for none."""
    has = np.flatnonzero(codes >= 0)
    found = np.full(entities, len(codes), np.int64)
    np.minimum.at(found, inside[has], has)
    return np.where(found == len(codes), -1, found)


def _names(matched: Matched, note: Callable[[str], object]) -> tuple[Values, Values]:
    """First and last names, as codes into the same texts; of a name in one cell the last word is the last name."""
    first, last = [], []
    for one in matched.lists:
        if {"first_name", "last_name"} & set(one.cells):
            parts = [tidied(one, role) for role in ("first_name", "last_name")]
            first.append(parts[0][0])
            last.append(parts[1][0])
        else:
            parts = [tidied(one, "name")]
            split = pc.extract_regex(parts[0][0], r"^(?:(?P<first>.*) )?(?P<last>[^ ]+)$")
            split = split.combine_chunks() if isinstance(split, pa.ChunkedArray) else split
            names = [pc.struct_field(split, at).cast(pa.large_string()) for at in ("first", "last")]
            first.append(pc.if_else(pc.equal(names[0], ""), pa.scalar(None, pa.large_string()), names[0]))
            last.append(names[1])
        for _, notes in parts:
            for words in notes:
                note(words)
    both = encoded([*first, *last])
    half = len(both.codes) // 2
    return Values(both.codes[:half], both.texts), Values(both.codes[half:], both.texts)


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
    split = pc.extract_regex(street.texts, r"^(?P<before>\d+\w?)? ?(?P<name>.*?) ?(?P<after>\d+ ?[a-z]?)?$")
    parts = {at: pc.struct_field(split, at) for at in ("before", "name", "after")}
    before = pc.if_else(pc.equal(parts["before"], ""), parts["after"], parts["before"])
    number = pc.if_else(pc.equal(before, ""), pa.scalar(None, before.type), before)
    names = parts["name"].cast(pa.large_string())
    own = pa.array(np.where(street.codes < 0, 0, street.codes), mask=street.codes < 0)
    inside = number.take(own).cast(pa.large_string())
    beside = house.texts.take(pa.array(np.where(house.codes < 0, 0, house.codes), mask=house.codes < 0))
    return encoded([_blank(names.take(own))]), encoded([pc.coalesce(beside.cast(pa.large_string()), inside)])


def _blank(texts: pa.Array) -> pa.Array:
    return pc.if_else(pc.equal(texts, ""), pa.scalar(None, pa.large_string()), texts)
