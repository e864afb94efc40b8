"""Profiles compared field by field, each way of writing once: how alike they are, as levels that have points and words."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.naming import name_levels
from cxworkshop.ledger.lists.pairing import Levels, Numbers, Texts, apart, level_pairs, likeness
from cxworkshop.ledger.lists.points import FIELDS
from cxworkshop.ledger.lists.profiles import Profiles

_SAME_BIRTH = 1


def compare(
    known: Profiles, first: Integers, second: Integers, lowest: float
) -> tuple[Integers, dict[str, Levels], Numbers]:
    """The pairs of profiles with at least `lowest` points: their positions, levels (see points.py) and scores.

    Cheap fields first: a pair that cannot reach the points any more is not compared further.
    """
    at = np.arange(len(first))
    levels: dict[str, Levels] = {}
    total = np.zeros(len(first), np.float32)

    def settle(field: str, found: Levels, later: tuple[str, ...]) -> None:
        nonlocal at, total
        levels[field] = found
        total = total + _points(field)[found]
        hope = total + sum((_hope(known, one, first[at], second[at]) for one in later), np.float32(0))
        keep = np.flatnonzero(hope >= lowest)
        if len(keep) < len(at):
            at, total = at[keep], total[keep]
            for name in levels:
                levels[name] = levels[name][keep]

    def both(field: str) -> tuple[Codes, Codes]:
        codes = known.fields[field].codes
        return codes[first[at]], codes[second[at]]

    settle(
        "birth",
        level_pairs(*both("birth"), known.fields["birth"], _birth),
        ("name", "phone", "email", "street", "postcode", "tax", "town"),
    )
    settle(
        "postcode",
        level_pairs(*both("postcode"), known.fields["postcode"], _digits),
        ("name", "phone", "email", "street", "tax", "town"),
    )
    settle(
        "town",
        level_pairs(*both("town"), known.fields["town"], _town),
        ("name", "phone", "email", "street", "tax"),
    )
    settle(
        "phone",
        level_pairs(*both("phone"), known.fields["phone"], _digits),
        ("name", "email", "street", "tax"),
    )
    settle("tax", level_pairs(*both("tax"), known.fields["tax"], _digits), ("name", "email", "street"))
    names = name_levels(*both("first"), *both("last"), known.fields["last"], levels["birth"] == _SAME_BIRTH)
    settle("name", names, ("email", "street"))
    settle(
        "street",
        _street(level_pairs(*both("street"), known.fields["street"], _street_name), *both("house")),
        ("email",),
    )
    emails = level_pairs(*both("email"), known.fields["email"], _email)
    settle("email", _own_name(emails, *both("email"), *both("last"), known), ())
    return at, {field: levels[field] for field in FIELDS}, np.clip(total, 0, 100)


def reason(levels: dict[str, int]) -> str:
    """Why two profiles look like one: what speaks for it, the weightiest first, then what speaks against it."""
    said = [FIELDS[field][level] for field, level in levels.items() if level]
    speaks_for = sorted((one for one in said if one.points > 0), key=lambda one: -one.points)
    against = [one for one in said if one.points <= 0]
    words = ", ".join(one.says for one in speaks_for)
    return words + (f", but {', '.join(one.says for one in against)}" if against else "")


def _points(field: str) -> Numbers:
    return np.array([level.points for level in FIELDS[field]], np.float32)


def _hope(known: Profiles, field: str, first: Integers, second: Integers) -> Numbers:
    """The most points that a field can still bring: none where one side is unknown, less where the texts differ."""
    best = sorted((level.points for level in FIELDS[field]), reverse=True)
    if field == "name":
        return np.full(len(first), best[0], np.float32)
    codes = known.fields[field].codes
    one, other = codes[first], codes[second]
    top = best[0] if field == "street" else best[1]
    return np.where((one < 0) | (other < 0), 0, np.where(one == other, best[0], top)).astype(np.float32)


def _digits(one: Texts, other: Texts) -> Levels:
    return np.where(apart(one, other) <= 1, 2, 3).astype(np.int8)


def _town(one: Texts, other: Texts) -> Levels:
    return np.where(likeness(one, other) >= 75, 2, 3).astype(np.int8)


def _street_name(one: Texts, other: Texts) -> Levels:
    return np.where(likeness(one, other) >= 80, 2, 3).astype(np.int8)


def _email(one: Texts, other: Texts) -> Levels:
    box = [np.array([text.partition("@")[0] for text in side], object) for side in (one, other)]
    long = np.array([len(text) > 4 for text in box[0]], np.bool_)
    return np.select(
        [apart(one, other) <= 2, likeness(one, other) >= 82, (box[0] == box[1]) & long], [2, 3, 4], 5
    ).astype(np.int8)


def _birth(one: Texts, other: Texts) -> Levels:
    days = [np.array(side, "U8") for side in (one, other)]
    year, month, day = (
        np.array([text[part] for text in days[0]]) == np.array([text[part] for text in days[1]])
        for part in (slice(0, 4), slice(4, 6), slice(6, 8))
    )
    turned = np.array(
        [a[4:6] == b[6:8] and a[6:8] == b[4:6] for a, b in zip(one, other, strict=True)], np.bool_
    )
    parts = year.astype(int) + month + day
    return np.select([year & turned, apart(one, other) <= 1, parts == 2, year], [3, 2, 4, 5], 6).astype(
        np.int8
    )


def _street(levels: Levels, house: Codes, other: Codes) -> Levels:
    """Street names' levels (1 same, 2 alike, 3 differs) together with the house numbers."""
    same, alike = levels == 1, (levels == 1) | (levels == 2)
    numbered = (house >= 0) & (other >= 0)
    same_house = numbered & (house == other)
    return np.select(
        [levels == 0, same & same_house, alike & same_house, alike & ~numbered, alike], [0, 1, 2, 3, 4], 5
    ).astype(np.int8)


def _own_name(
    levels: Levels, one: Codes, other: Codes, last: Codes, other_last: Codes, known: Profiles
) -> Levels:
    """An address made of a name is alike wherever the name is: that is no second witness."""
    mails, names = known.fields["email"].listed(), known.fields["last"].listed()
    out = levels.copy()
    for row in np.flatnonzero((levels > 1) & (levels < 5)):
        boxes = mails[one[row]].partition("@")[0] + " " + mails[other[row]].partition("@")[0]
        if any(
            code >= 0 and len(names[code]) > 1 and names[code] in boxes
            for code in (last[row], other_last[row])
        ):
            out[row] = 6
    return out
