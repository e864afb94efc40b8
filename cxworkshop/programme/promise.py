"""A commitment as one would say it aloud, and what is still blank in it."""

from __future__ import annotations

from cxworkshop.analysis.commitments import REQUIRED, Owned
from cxworkshop.analysis.findings import figure, listed, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records import Leader
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, called, told


def promise(workshop: Workshop, one: Owned) -> str:
    """Who answers for it, from where to where, and on which days, as far as that is written."""
    row = one.commitment
    leader, next_one = workshop.get(Leader, row.executive), workshop.get(Leader, row.successor)
    who = called(workshop, leader) if leader else "nobody yet"
    after = f"; {called(workshop, next_one)}, carries on" if next_one and next_one is not leader else ""
    moves = None
    if row.baseline is not None and row.target is not None:
        moves = f"From {figure(row.baseline, row.target)} today to {figure(row.target, row.baseline)}"
    days = [
        f"{verb} {day_label(day)}"
        for verb, day in (("begun by", row.first_day), ("looked at on", row.review_day))
        if day
    ]
    when = listed(days)
    return (
        told(
            f"{sentence(who)}, answers for it{after}." if leader else "Nobody answers for it yet.",
            sentence(", ".join(part for part in (moves, when) if part)) + "." if moves or when else None,
        )
        or ""
    )


def progress_says(workshop: Workshop, one: Owned) -> str:
    """How much of the commitment is written, and what is not."""
    missing = blanks(workshop, one.commitment, REQUIRED)
    written = len(REQUIRED) - len(missing)
    if not missing:
        return f"All {len(REQUIRED)} lines are written."
    return f"{written} of {len(REQUIRED)} lines are written. Still blank: {listed([title.lower() for title in missing])}."
