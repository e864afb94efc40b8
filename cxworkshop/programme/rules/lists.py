"""When the lists are one: two or more are handed in and counted together, or the room has none to hand in."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, customers, sentence
from cxworkshop.domain.records import CountDifference, ListSource, Reconciliation
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import written

_FEWEST = 2


def lists_missing(workshop: Workshop) -> str | None:
    """A one company version from at least two lists; without lists, the differences named in words are enough."""
    handed = written(workshop, ListSource)
    if not handed and written(workshop, CountDifference):
        return None
    if len(handed) < _FEWEST:
        short = counted(_FEWEST - len(handed), "list")
        return sentence(f"{short} more to hand in, or name in words why the counts differ.")
    if workshop.one(Reconciliation).one_version is None:
        return "The lists are not counted as one yet."
    return None


def lists_says(workshop: Workshop) -> str:
    """How many rows became how many customers."""
    handed, one = written(workshop, ListSource), workshop.one(Reconciliation).one_version
    if not handed or one is None:
        return "Each department's list stands here, and how many customers they are together."
    rows = sum(row.rows or 0 for row in handed)
    return sentence(f"{counted(len(handed), 'list')} with {rows:,} rows are {one:,} {customers(workshop)}.")
