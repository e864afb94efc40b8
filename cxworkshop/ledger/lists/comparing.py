"""Profiles compared field by field, each way of writing once: how alike they are, as levels that have points and words."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.alike import (
    DIFFERS,
    DIFFERS_LITTLE,
    birth_levels,
    digit_levels,
    email_levels,
    office_levels,
    own_name_levels,
    street_levels,
    street_name_levels,
    town_levels,
)
from cxworkshop.ledger.lists.companies import company_levels
from cxworkshop.ledger.lists.naming import name_levels
from cxworkshop.ledger.lists.pairing import Levels, Numbers, level_pairs
from cxworkshop.ledger.lists.points import FIELDS
from cxworkshop.ledger.lists.profiles import Profiles
from cxworkshop.ledger.lists.scoring import points_of, scores

_OWN_EMAIL, _SAME_NAME = (1, 8), (1, 2)


def compare(
    known: Profiles, first: Integers, second: Integers, lowest: float
) -> tuple[Integers, dict[str, Levels], Numbers]:
    """The pairs of profiles with at least `lowest` points: their positions, levels (see points.py) and scores.

    Cheap fields first: a pair that cannot reach the points any more is not compared further.
    """
    at = np.arange(len(first))
    levels: dict[str, Levels] = {}
    total = np.zeros(len(first), np.float32)

    def settle(field: str, found: Levels, later: tuple[str, ...], best: Levels | None = None) -> None:
        """A field's levels, or what they may still become at `best`, against what the `later` fields may bring."""
        nonlocal at, total
        levels[field] = found
        total = total + points_of(field)[found if best is None else best]
        hope = total + sum((_hope(known, one, first[at], second[at]) for one in later), np.float32(0))
        keep = np.flatnonzero(hope >= lowest)
        if len(keep) < len(at):
            at, total = at[keep], total[keep]
            for name in levels:
                levels[name] = levels[name][keep]

    def both(field: str) -> tuple[Codes, Codes]:
        codes = known.fields[field].codes
        return codes[first[at]], codes[second[at]]

    births = level_pairs(*both("birth"), known.fields["birth"], birth_levels)
    settle(
        "birth",
        births,
        ("name", "phone", "email", "street", "postcode", "tax", "town"),
        best=np.where(births == DIFFERS, DIFFERS_LITTLE, births).astype(np.int8),
    )
    settle(
        "postcode",
        level_pairs(*both("postcode"), known.fields["postcode"], digit_levels),
        ("name", "phone", "email", "street", "tax", "town"),
    )
    settle(
        "town",
        level_pairs(*both("town"), known.fields["town"], town_levels),
        ("name", "phone", "email", "street", "tax"),
    )
    settle(
        "phone",
        level_pairs(*both("phone"), known.fields["phone"], digit_levels),
        ("name", "email", "street", "tax"),
    )
    settle("tax", level_pairs(*both("tax"), known.fields["tax"], digit_levels), ("name", "email", "street"))
    settle("name", _names(known, first[at], second[at]), ("email", "street"))
    settle(
        "street",
        street_levels(
            level_pairs(*both("street"), known.fields["street"], street_name_levels), *both("house")
        ),
        ("email",),
    )
    emails = level_pairs(*both("email"), known.fields["email"], email_levels)
    emails = office_levels(emails, both("email")[0], known.fields["email"])
    own_name = own_name_levels(
        emails, both("email"), known.fields["email"], both("last"), known.fields["last"]
    )
    settle("email", own_name, ())
    # The same name, or one's own e-mail, outweighs a birth date that somebody made up; but nobody is his own father.
    own = np.isin(levels["email"], _OWN_EMAIL) | np.isin(levels["name"], _SAME_NAME)
    mistaken = (levels["birth"] == DIFFERS) & own
    levels["birth"] = np.where(mistaken, DIFFERS_LITTLE, levels["birth"]).astype(np.int8)
    score = scores(levels)
    keep = np.flatnonzero(score >= lowest)
    return at[keep], {field: levels[field][keep] for field in FIELDS}, score[keep]


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
