"""When habits shift: each leader in the room gives one up, and says what people will see in its place."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.domain.records import Behaviour, Leader
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import called, lacking, lacks, present, told, written

WHOLE = ("today", "instead", "noticed", "from_day")


def behaviours_missing(workshop: Workshop) -> str | None:
    """For every leader in the room one whole habit: today, instead, who would notice first, and from when.

    Each of them, and not three in all: people watch the leader whom they work for, and a habit that is named for
    somebody else is advice.
    """
    room = present(workshop)
    if not room:
        return "No leader is listed yet, so nobody can begin with a habit of their own."
    rows = written(workshop, Behaviour)
    begun = [leader for leader in room if any(row.leader == leader.id for row in rows)]
    halves = []
    for leader in begun:
        short = [
            gap
            for row in rows
            if row.leader == leader.id
            for gap in [lacks(workshop, row, WHOLE, called(workshop, leader))]
        ]
        if all(short):
            halves.append(min((gap for gap in short if gap), key=len))
    nobody = [quoted(row.today or row.instead) for row in rows if not workshop.get(Leader, row.leader)]
    return told(
        lacking(
            [called(workshop, leader) for leader in room if leader not in begun],
            "leader has named no habit yet",
            "leaders have named no habit yet",
        ),
        lacking(halves, "habit is half written", "habits are half written"),
        lacking(nobody, "habit belongs to nobody", "habits belong to nobody")
        if len(begun) < len(room)
        else None,
    )


def behaviours_says(workshop: Workshop) -> str:
    """How many habits shift, who begins, and whom to ask whether it shows."""
    rows = [row for row in workshop.all(Behaviour) if row.today and row.instead]
    if not rows:
        return "Two columns appear here: what you do today, and what people will see instead."
    leaders = {row.leader for row in rows if workshop.get(Leader, row.leader)}
    by = f", begun by {counted(len(leaders), 'leader')}" if leaders else ", begun by nobody yet"
    asked = list(dict.fromkeys(row.noticed for row in rows if row.noticed))
    more = f"; in a month, ask {listed([quoted(one, 60) for one in asked[:2]])}" if asked else ""
    return sentence(f"{counted(len(rows), 'habit shifts', 'habits shift')}{by}{more}.")
