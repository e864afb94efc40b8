"""Levels added up to a score and told as a reason, so that a room can do the sum again."""

import numpy as np

from cxworkshop.ledger.lists.pairing import Levels, Numbers
from cxworkshop.ledger.lists.points import FIELDS, HOME


def points_of(field: str) -> Numbers:
    """The points of a field's levels."""
    return np.array([level.points for level in FIELDS[field]], np.float32)


def scores(levels: dict[str, Levels]) -> Numbers:
    """Points added up, 0 to 100: for phone and address only as far as the name lets them, and never above the most."""
    home = np.zeros(len(levels["name"]), np.float32)
    rest = home.copy()
    for field in FIELDS:
        part = home if field in HOME else rest
        part += points_of(field)[levels[field]]
    limit = np.array([level.home for level in FIELDS["name"]], np.float32)[levels["name"]]
    return np.clip(np.minimum(rest + np.minimum(home, limit), most(levels)), 0, 100)


def most(levels: dict[str, Levels]) -> Numbers:
    """What pairs with these levels score at the most, whatever else agrees."""
    found = np.full(len(levels["name"]), 100, np.float32)
    for field, known in FIELDS.items():
        found = np.minimum(found, np.array([level.most for level in known], np.float32)[levels[field]])
    return found


def reason(levels: dict[str, int]) -> str:
    """Why two profiles look like one: what speaks for it, the weightiest first, then what speaks against it.

    Where less counts than the points add up to, it says so.
    """
    said = {field: FIELDS[field][level] for field, level in levels.items() if level}
    speaks_for = sorted((one for one in said.values() if one.points > 0), key=lambda one: -one.points)
    against = [one for one in said.values() if one.points <= 0]
    words = ", ".join(one.says for one in speaks_for)
    limit = FIELDS["name"][levels["name"]].home
    home = sum(said[field].points for field in HOME if field in said)
    if home > limit:
        words += f" (phone and address count {limit:g} together)"
    words += f", but {', '.join(one.says for one in against)}" if against else ""
    total = sum(one.points for one in said.values()) - max(home - limit, 0)
    cap = min((one.most for one in said.values()), default=100)
    return f"{words} ({cap:g} at the most)" if cap < min(total, 100) else words
