"""Readings that come in from outside: which measure they are of, and which of them are new, changed or there already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.workshop import Workshop

Incoming = tuple[date, date, float]
"""The first and the last day that a value is of (the same where it is of a day), and the value in the measure's unit."""
_LONG_ENOUGH = 8


@dataclass(frozen=True)
class Compared:
    """Readings set against those of a measure: how many are new, changed and the same, and the writes that take them in."""

    new: int
    changed: int
    same: int
    writes: tuple[Put, ...]


def likeliest(workshop: Workshop, name: str) -> str | None:
    """The id of the measure that a series is of: called the same but for capitals and signs, else the only one whose name
    holds the series' name or is held by it; None where there is none, or no telling."""
    wanted = _letters(name)
    known = {one.id: _letters(one.name or "") for one in workshop.all(Measure) if one.name}
    same = [id for id, own in known.items() if own == wanted]
    if same:
        return same[0] if len(same) == 1 else None
    near = [
        id
        for id, own in known.items()
        if min(len(own), len(wanted)) >= _LONG_ENOUGH and (own in wanted or wanted in own)
    ]
    return near[0] if len(near) == 1 else None


def compared(workshop: Workshop, measure: str | None, points: Iterable[Incoming]) -> Compared:
    """Points against the readings of a measure, or of one that is not there yet (None).

    A point of a day meets the reading of that day; one of a month, quarter or week the only reading in it. So the same
    file read again changes nothing. New readings carry the last day of what they are of.
    """
    there = [
        (one.taken_on, one)
        for one in workshop.all(Reading)
        if measure is not None and one.measure == measure and one.taken_on
    ]
    by_day = dict(there)
    new = changed = same = 0
    writes: list[Put] = []
    for first, last, value in points:
        within = [one for day, one in there if first <= day <= last] if first < last else []
        meets = by_day.get(last) or (within[0] if len(within) == 1 else None)
        if meets is None:
            new += 1
            writes.append(Put("reading", new_id(), {"measure": measure, "taken_on": last, "value": value}))
        elif meets.value == value:
            same += 1
        else:
            changed += 1
            writes.append(Put("reading", meets.id, {"value": value}, seen={"value": meets.value}))
    return Compared(new, changed, same, tuple(writes))


def _letters(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
