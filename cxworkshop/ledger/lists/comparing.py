"""Two profiles compared field by field: how they are alike in each, as a level that has points and words."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.lists.petnames import PET_NAMES
from cxworkshop.ledger.lists.points import FIELDS
from cxworkshop.ledger.lists.profiles import Profiles

Levels = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Side:
    """A field's texts on both sides of the pairs, "" where not known."""

    one: npt.NDArray[Any]
    other: npt.NDArray[Any]

    @property
    def both(self) -> Mask:
        """Where both sides are known."""
        return (self.one != "") & (self.other != "")


def compare(known: Profiles, first: Integers, second: Integers) -> dict[str, Levels]:
    """The level of each field (see points.py) for the pairs of profiles at `first` and `second`."""
    sides = {}
    for field, values in known.fields.items():
        texts = np.append(np.array(values.listed(), object), "")
        sides[field] = Side(texts[values.codes[first]], texts[values.codes[second]])
    birth = _birth(sides["birth"])
    return {
        "phone": _digits(sides["phone"]),
        "email": _email(sides["email"], sides["last"]),
        "birth": birth,
        "tax": _digits(sides["tax"]),
        "name": _name(sides["first"], sides["last"], birth == 1),
        "street": _street(sides["street"], sides["house"]),
        "postcode": _digits(sides["postcode"]),
        "town": _town(sides["town"]),
    }


def scores(levels: dict[str, Levels]) -> Numbers:
    """The points of all fields together, from 0 to 100."""
    total = np.zeros(len(next(iter(levels.values()))), np.float32)
    for field, found in levels.items():
        total += np.array([level.points for level in FIELDS[field]], np.float32)[found]
    return np.clip(total, 0, 100)


def reason(levels: dict[str, int]) -> str:
    """Why two profiles look like one: what speaks for it first, then what is missing or speaks against it."""
    said = [FIELDS[field][level] for field, level in levels.items() if level]
    speaks_for = sorted((one for one in said if one.points > 0), key=lambda one: -one.points)
    against = [one for one in said if one.points <= 0]
    words = ", ".join(one.says for one in speaks_for)
    return words + (f", but {', '.join(one.says for one in against)}" if against else "")


def _apart(one: npt.NDArray[Any], other: npt.NDArray[Any], scorer: Any = OSA.distance) -> Numbers:
    """The distance or likeness of texts side by side; letters swapped count as one."""
    if not len(one):
        return np.empty(0, np.float32)
    found: Numbers = process.cpdist(one, other, scorer=scorer, dtype=np.float32, workers=-1)
    return found


def _where(mask: Mask, side: Side, scorer: Any, otherwise: float) -> Numbers:
    found = np.full(len(mask), otherwise, np.float32)
    at = np.flatnonzero(mask)
    found[at] = _apart(side.one[at], side.other[at], scorer)
    return found


def _digits(side: Side) -> Levels:
    both = side.both
    same = both & (side.one == side.other)
    near = _where(both & ~same, side, OSA.distance, 99) <= 1
    return np.select([~both, same, near], [0, 1, 2], 3).astype(np.int8)


def _email(side: Side, last: Side) -> Levels:
    both = side.both
    same = both & (side.one == side.other)
    apart = _where(both & ~same, side, OSA.distance, 99)
    alike = _where(both & ~same & (apart > 2), side, fuzz.ratio, 0)
    box = Side(_mailbox(side.one), _mailbox(side.other))
    same_box = both & (box.one == box.other) & (np.array([len(text) for text in box.one]) > 4)
    levels = np.select([~both, same, apart <= 2, alike >= 82, same_box], [0, 1, 2, 3, 4], 5).astype(np.int8)
    # An address made of a name is alike wherever the name is: that is no second witness.
    near = np.flatnonzero((levels > 1) & (levels < 5))
    for row in near:
        if any(len(name) > 1 and name in box.one[row] + box.other[row] for name in (last.one[row], last.other[row])):
            levels[row] = 6
    return levels


def _mailbox(texts: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.array([text.partition("@")[0] for text in texts], object)


def _birth(side: Side) -> Levels:
    both = side.both
    same = both & (side.one == side.other)
    apart = _where(both & ~same, side, OSA.distance, 99)
    at = np.flatnonzero(both & ~same)
    parts = np.zeros((len(both), 4), np.bool_)
    for row in at:
        one, other = side.one[row], side.other[row]
        parts[row] = (
            one[:4] == other[:4],
            one[4:6] == other[4:6],
            one[6:] == other[6:],
            one[4:] == other[6:] + other[4:6],
        )
    turned = parts[:, 0] & parts[:, 3]
    two_parts = parts[:, :3].sum(axis=1) == 2
    return np.select(
        [~both, same, turned, apart <= 1, two_parts, parts[:, 0]], [0, 1, 3, 2, 4, 5], 6
    ).astype(np.int8)


def _town(side: Side) -> Levels:
    both = side.both
    same = both & (side.one == side.other)
    alike = _where(both & ~same, side, fuzz.ratio, 0) >= 75
    return np.select([~both, same, alike], [0, 1, 2], 3).astype(np.int8)


def _street(street: Side, house: Side) -> Levels:
    both = street.both
    same = both & (street.one == street.other)
    alike = same | (_where(both & ~same, street, fuzz.ratio, 0) >= 80)
    numbered, same_house = house.both, house.both & (house.one == house.other)
    return np.select(
        [~both, same & same_house, alike & same_house, alike & ~numbered, alike], [0, 1, 2, 3, 4], 5
    ).astype(np.int8)


def _name(first: Side, last: Side, same_birth: Mask) -> Levels:
    swapped = (first.one == last.other) & (last.one == first.other) & (first.one != "") & (last.one != "")
    same_first = first.both & (first.one == first.other)
    same_last = last.both & (last.one == last.other)
    # Two initials that differ are two people, however short the way from one to the other.
    brief = np.array([min(len(one), len(two)) == 1 for one, two in zip(first.one, first.other, strict=True)])
    spelt = first.both & ~same_first & ~brief
    apart_first = np.where(same_first, 0, _where(spelt, first, OSA.distance, 99))
    apart_last = np.where(same_last, 0, _where(last.both & ~same_last, last, OSA.distance, 99))
    apart = apart_first + apart_last
    across = Side(first.one, last.other), Side(last.one, first.other)
    tried = (apart > 2) & across[0].both & across[1].both
    crossed = np.minimum(*(_where(tried, side, fuzz.ratio, 0) for side in across))
    long = np.array([len(one) + len(two) for one, two in zip(first.one, last.one, strict=True)]) >= 8
    like_first = np.where(same_first, 100, _where(spelt, first, fuzz.ratio, 0))
    like_last = np.where(same_last, 100, _where(last.both & ~same_last, last, fuzz.ratio, 0))
    alike_first, alike_last = like_first >= 75, like_last >= 75
    initial, short = _shortened(first, np.flatnonzero(alike_last & first.both & ~same_first))
    no_first = (first.one == "") ^ (first.other == "")
    no_last = (last.one == "") ^ (last.other == "")
    # A name alone in one cell may be the other one's first or last name.
    moved = (no_first & no_last) & ((first.one == last.other) | (last.one == first.other))
    levels = [
        (same_first & same_last, 1),
        (swapped, 2),
        (apart == 1, 3),
        ((apart == 2) & long, 4),
        (short & alike_last, 5),
        (initial & alike_last, 6),
        ((like_first >= 65) & (like_last >= 65), 7),
        (crossed >= 65, 17),
        (no_first & same_last, 8),
        (no_last & (same_first), 9),
        (moved, 9),
        (no_first & alike_last, 10),
        (same_last & (first.one == "") & (first.other == ""), 14),
        (same_first & (last.one == "") & (last.other == ""), 15),
        (alike_first & last.both, 11),
        (alike_last & first.both & same_birth, 16),
        (alike_last & first.both, 12),
        ((first.both | last.both) & same_birth, 18),
        (first.both | last.both, 13),
    ]
    return np.select([mask for mask, _ in levels], [level for _, level in levels], 0).astype(np.int8)


def _shortened(first: Side, at: Integers) -> tuple[Mask, Mask]:
    """Where one first name is the other's initial, and where it is its short form."""
    initial, short = np.zeros(len(first.one), np.bool_), np.zeros(len(first.one), np.bool_)
    for row in at:
        less, more = sorted((first.one[row].split(" ")[0], first.other[row].split(" ")[0]), key=len)
        initial[row] = len(less) == 1 and more.startswith(less)
        short[row] = (len(less) > 2 and more.startswith(less)) or bool(
            PET_NAMES.get(less, frozenset((less,))) & PET_NAMES.get(more, frozenset((more,)))
        )
    return initial, short
