"""How two phones, e-mails, birth dates, streets or towns are alike: the levels that points.py weighs."""

import re

import numpy as np
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.pairing import Levels, Texts, apart, likeness

_TAG = re.compile(r"\+[^@]*@")
_OFFICE = (
    "^(info|office|contact|hello|mail|post|sales|orders|admin|accounts?|accounting|billing|invoices?|service|support|help"
    "|team|reception|enquir(y|ies)|inquir(y|ies)|kontakt|buero|buchhaltung|rechnung|verwaltung|vertrieb|zentrale)@"
)
DIFFERS, DIFFERS_LITTLE = 6, 8
_GENERATION = 13
"""Birth years so far apart, with the same day and month, are a parent's and a child's rather than a slip."""


def digit_levels(one: Texts, other: Texts) -> Levels:
    """Numbers that differ: by one sign (or two swapped), or by more."""
    return np.where(apart(one, other) <= 1, 2, 3).astype(np.int8)


def town_levels(one: Texts, other: Texts) -> Levels:
    """Towns that differ: alike, or not."""
    return np.where(likeness(one, other) >= 75, 2, 3).astype(np.int8)


def street_name_levels(one: Texts, other: Texts) -> Levels:
    """Street names that differ: alike, or not."""
    return np.where(likeness(one, other) >= 80, 2, 3).astype(np.int8)


def email_levels(one: Texts, other: Texts) -> Levels:
    """Addresses that differ (points.py, EMAIL)."""
    box = [np.array([text.partition("@")[0] for text in side], object) for side in (one, other)]
    long = np.array([len(text) > 4 for text in box[0]], np.bool_)
    plain = [np.array([_TAG.sub("@", text) for text in side], object) for side in (one, other)]
    return np.select(
        [plain[0] == plain[1], apart(one, other) <= 2, likeness(one, other) >= 82, (box[0] == box[1]) & long],
        [8, 2, 3, 4],
        5,
    ).astype(np.int8)


def birth_levels(one: Texts, other: Texts) -> Levels:
    """Birth dates that differ (points.py, BIRTH), as texts of eight digits."""
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
        DIFFERS,
    ).astype(np.int8)


def street_levels(levels: Levels, house: Codes, other: Codes) -> Levels:
    """Street names' levels (1 same, 2 alike, 3 differs) together with the house numbers."""
    same = levels == 1
    bare, half = (house < 0) & (other < 0), (house < 0) ^ (other < 0)
    return np.select(
        [levels == 0, levels == 3, bare, half, house == other],
        [0, 5, np.where(same, 6, 9), np.where(same, 3, 7), np.where(same, 1, 2)],
        np.where(same, 4, 8),
    ).astype(np.int8)


def office_levels(levels: Levels, one: Codes, mails: Values) -> Levels:
    """The same address is a weaker witness where its name is an office's, not a person's."""
    office = pc.match_substring_regex(mails.texts, _OFFICE).to_numpy(zero_copy_only=False).astype(np.bool_)
    return np.where((levels == 1) & np.append(office, False)[one], 7, levels).astype(np.int8)


def own_name_levels(
    levels: Levels, sides: tuple[Codes, Codes], mails: Values, lasts: tuple[Codes, Codes], names: Values
) -> Levels:
    """An address made of a name is alike wherever the name is: that is no second witness."""
    boxes = [mail.partition("@")[0] for mail in mails.listed()]
    texts = names.listed()
    out = levels.copy()
    for row in np.flatnonzero((levels > 1) & (levels < 5)):
        both = f"{boxes[sides[0][row]]} {boxes[sides[1][row]]}"
        if any(
            code >= 0 and len(texts[code]) > 1 and texts[code] in both
            for code in (side[row] for side in lasts)
        ):
            out[row] = 6
    return out
