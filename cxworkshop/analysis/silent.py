"""Slips without a name: how many are in, and whether the room has opened them together."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, in_words
from cxworkshop.domain.records import Reveal, Slip
from cxworkshop.domain.workshop import Workshop

ENOUGH = 3
"""Answers without a name that must be in before anything about them is said."""


def opened(revealed: bool | None, count: int, seen: int | None) -> bool:
    """Whether answers are open: revealed, three or more of them, and as many as when the room saw them.

    One that came in or was taken out afterwards would be told by what it changes, so it covers all of them.
    """
    return bool(revealed) and count >= ENOUGH and seen in (None, count)


def told_by_change(thing: str, count: int, seen: int | None) -> str | None:
    """Why answers that were open once must not be opened again now; None where nothing or three and more have changed."""
    since = count - seen if seen is not None else 0
    if not 0 < abs(since) < ENOUGH:
        return None
    one, many = ("came in", "came in") if since > 0 else ("was taken out", "were taken out")
    changed = counted(abs(since), f"{thing} {one}", f"{thing}s {many}")
    them = "it" if abs(since) == 1 else "them"
    return (
        f"You have seen {in_words(seen or 0)} {thing}s, and {changed} since. Opened again, the change alone would tell "
        f"what is on {them}: hear {them} aloud if whoever wrote {them} wishes, or begin again together."
    )


def slips_in(workshop: Workshop) -> tuple[Slip, ...]:
    """The slips that were handed in with an answer on them, open or not: to be counted, never to be told."""
    return tuple(slip for slip in workshop.all(Slip) if slip.filled)


def slips_open(workshop: Workshop) -> bool:
    """Whether the room has revealed the slips and three or more are in."""
    reveal = workshop.one(Reveal)
    return opened(reveal.slips, len(slips_in(workshop)), reveal.slips_seen)


def slips_changed(workshop: Workshop) -> str | None:
    """Why slips that were open once must not be opened again now; None where they may."""
    return told_by_change("slip", len(slips_in(workshop)), workshop.one(Reveal).slips_seen)


def open_slips(workshop: Workshop) -> tuple[Slip, ...]:
    """The slips that may be told of; none before they are revealed together."""
    return slips_in(workshop) if slips_open(workshop) else ()
