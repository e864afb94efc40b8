"""When the lists are one: two or more are handed in and counted together, or the room has none to hand in."""

from __future__ import annotations

from cxworkshop.analysis.counts import closing_counts, spread
from cxworkshop.analysis.findings import counted, customers, in_words, sentence
from cxworkshop.analysis.list_marks import is_stale
from cxworkshop.domain.records import CountDifference, Definition, ListSource, Reconciliation
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import written

_FEWEST = 2


def lists_missing(workshop: Workshop) -> str | None:
    """A one company version from at least two lists, counted from what stands here now.

    Without lists, a cause named for the differences is enough; where the counts are the same, nothing has to be named.
    """
    handed = written(workshop, ListSource)
    if not handed and (_agree(workshop) or any(one.cause for one in written(workshop, CountDifference))):
        return None
    if len(handed) < _FEWEST:
        short = counted(_FEWEST - len(handed), "list")
        return sentence(f"{short} more to hand in, or name in words why the counts differ.")
    if workshop.one(Reconciliation).one_version is None:
        return "The lists are not counted as one yet."
    if is_stale(workshop):
        return "A list, a key or a word on a pair has changed since the one count was written: write the steps again."
    return None


def lists_says(workshop: Workshop) -> str:
    """How many rows became how many customers, and how far that is from the number that the room signs."""
    handed, one = written(workshop, ListSource), workshop.one(Reconciliation).one_version
    if not handed or one is None:
        return "Each department's list stands here, and how many customers they are together."
    rows = counted(sum(row.rows or 0 for row in handed), "row")
    people = customers(workshop)
    found = sentence(
        f"{counted(len(handed), 'list')} with {rows} {'is' if len(handed) == 1 else 'are'} {in_words(one)} {people}."
    )
    return f"{found} {beside_signed(workshop, one)}".strip()


def beside_signed(workshop: Workshop, one: int) -> str:
    """How the lists' one count and the agreed number of the definition differ; nothing where they do not."""
    agreed = workshop.one(Definition).agreed
    if agreed is None or one == agreed:
        return ""
    more = "more" if agreed > one else "fewer"
    return f"The definition counts {agreed:,}, {abs(agreed - one):,} {more}."


def _agree(workshop: Workshop) -> bool:
    found = spread(count for _, count in closing_counts(workshop))
    return found is not None and found.count >= _FEWEST and not found.spread
