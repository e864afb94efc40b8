"""Profiles compared field by field, each way of writing once: how alike they are, as levels that have points and words."""

import re

import numpy as np
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.companies import company_levels
from cxworkshop.ledger.lists.naming import name_levels
from cxworkshop.ledger.lists.pairing import Levels, Numbers, Texts, apart, level_pairs, likeness
from cxworkshop.ledger.lists.points import FIELDS, HOME
from cxworkshop.ledger.lists.profiles import Profiles

_TAG = re.compile(r"\+[^@]*@")
_OFFICE = (
    "^(info|office|contact|hello|mail|post|sales|orders|admin|accounts?|accounting|billing|invoices?|service|support|help"
    "|team|reception|enquir(y|ies)|inquir(y|ies)|kontakt|buero|buchhaltung|rechnung|verwaltung|vertrieb|zentrale)@"
)
_DIFFERS, _DIFFERS_LITTLE = 6, 8
_OWN_EMAIL, _SAME_NAME = (1, 8), (1, 2)
_GENERATION = 13
"""Birth years so far apart, with the same day and month, are a parent's and a child's rather than a slip."""


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
    settle("name", _names(known, first[at], second[at]), ("email", "street"))
    settle(
        "street",
        _street(level_pairs(*both("street"), known.fields["street"], _street_name), *both("house")),
        ("email",),
    )
    emails = level_pairs(*both("email"), known.fields["email"], _email)
    emails = _office(emails, both("email")[0], known)
    settle("email", _own_name(emails, *both("email"), *both("last"), known), ())
    # The same name, or one's own e-mail, outweighs a birth date that somebody made up; but nobody is his own father.
    own = np.isin(levels["email"], _OWN_EMAIL) | np.isin(levels["name"], _SAME_NAME)
    mistaken = (levels["birth"] == _DIFFERS) & own
    levels["birth"] = np.where(mistaken, _DIFFERS_LITTLE, levels["birth"]).astype(np.int8)
    score = _score(levels)
    keep = np.flatnonzero(score >= lowest)
    return at[keep], {field: levels[field][keep] for field in FIELDS}, score[keep]


def reason(levels: dict[str, int]) -> str:
    """Why two profiles look like one: what speaks for it, the weightiest first, then what speaks against it."""
    said = [FIELDS[field][level] for field, level in levels.items() if level]
    speaks_for = sorted((one for one in said if one.points > 0), key=lambda one: -one.points)
    against = [one for one in said if one.points <= 0]
    words = ", ".join(one.says for one in speaks_for)
    return words + (f", but {', '.join(one.says for one in against)}" if against else "")


def _score(levels: dict[str, Levels]) -> Numbers:
    """Points added up, those for phone and address only as far as the name lets them count, and never above the most."""
    home = sum((_points(field)[levels[field]] for field in HOME), np.float32(0))
    limit = np.array([level.home for level in FIELDS["name"]], np.float32)[levels["name"]]
    total = np.minimum(home, limit) + sum(
        (_points(field)[levels[field]] for field in FIELDS if field not in HOME), np.float32(0)
    )
    for field, known in FIELDS.items():
        total = np.minimum(total, np.array([level.most for level in known], np.float32)[levels[field]])
    return np.clip(total, 0, 100).astype(np.float32)


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


def _names(known: Profiles, first: Integers, second: Integers) -> Levels:
    """People's names part by part; where one of the two is a company, both as a whole."""

    def both(field: str, at: Integers) -> tuple[Codes, Codes]:
        codes = known.fields[field].codes
        return codes[first[at]], codes[second[at]]

    firm = known.company[first] | known.company[second]
    levels = np.zeros(len(first), np.int8)
    people, firms = np.flatnonzero(~firm), np.flatnonzero(firm)
    levels[people] = name_levels(*both("first", people), *both("last", people), known.fields["last"])
    levels[firms] = company_levels(*both("whole", firms), known.fields["whole"], both("form", firms))
    return levels


def _digits(one: Texts, other: Texts) -> Levels:
    return np.where(apart(one, other) <= 1, 2, 3).astype(np.int8)


def _town(one: Texts, other: Texts) -> Levels:
    return np.where(likeness(one, other) >= 75, 2, 3).astype(np.int8)


def _street_name(one: Texts, other: Texts) -> Levels:
    return np.where(likeness(one, other) >= 80, 2, 3).astype(np.int8)


def _email(one: Texts, other: Texts) -> Levels:
    box = [np.array([text.partition("@")[0] for text in side], object) for side in (one, other)]
    long = np.array([len(text) > 4 for text in box[0]], np.bool_)
    plain = [np.array([_TAG.sub("@", text) for text in side], object) for side in (one, other)]
    return np.select(
        [plain[0] == plain[1], apart(one, other) <= 2, likeness(one, other) >= 82, (box[0] == box[1]) & long],
        [8, 2, 3, 4],
        5,
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
    far = np.array([abs(int(a[:4]) - int(b[:4])) >= _GENERATION for a, b in zip(one, other, strict=True)])
    return np.select(
        [year & turned, apart(one, other) <= 1, far & ((parts < 2) | month & day), parts == 2, year],
        [3, 2, 7, 4, 5],
        _DIFFERS,
    ).astype(np.int8)


def _street(levels: Levels, house: Codes, other: Codes) -> Levels:
    """Street names' levels (1 same, 2 alike, 3 differs) together with the house numbers."""
    same = levels == 1
    bare, half = (house < 0) & (other < 0), (house < 0) ^ (other < 0)
    return np.select(
        [levels == 0, levels == 3, bare, half, house == other],
        [0, 5, np.where(same, 6, 9), np.where(same, 3, 7), np.where(same, 1, 2)],
        np.where(same, 4, 8),
    ).astype(np.int8)


def _office(levels: Levels, one: Codes, known: Profiles) -> Levels:
    """The same address is a weaker witness where its name is an office's, not a person's."""
    texts = known.fields["email"].texts
    office = pc.match_substring_regex(texts, _OFFICE).to_numpy(zero_copy_only=False).astype(np.bool_)
    return np.where((levels == 1) & np.append(office, False)[one], 7, levels).astype(np.int8)


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
