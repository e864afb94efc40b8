"""Words on the card and on the plan that were changed in the workbook and not signed on screen."""

from __future__ import annotations

from hashlib import sha256

from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.records import Leader, Pledge, Signature, SignOff
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import called
from cxworkshop.programme.signing import UNLISTED

HOW = "changed in Excel"
Said = tuple[str | None, str | None, str | None]


def lines_for_the_log(before: Workshop, after: Workshop, seed: str) -> tuple[Signature, ...]:
    """A line for each leader's word that reads otherwise than the app wrote it, without a day, which nobody knows.

    A word that was taken out has a line without a stance. Ids come from `seed`, so that one file always gives the same.
    """
    held = {row.id: row for row in before.all(SignOff)}
    now = {row.id: row for row in after.all(SignOff)}
    last = {one.leader: (one.leader, one.stance, one.reason) for one in after.all(Signature)}
    found = []
    for id, row in {**held, **now}.items():
        old, new = held.get(id), now.get(id)
        was, said = _said(old), _said(new)
        # Where what the app wrote is lost every row looks new, and the log may have its line already.
        if said == was or (old is None and said and last.get(said[0]) == said):
            continue
        leader = after.get(Leader, row.leader)
        found.append(
            Signature(
                id=sha256(f"{seed}/{id}".encode()).hexdigest()[:32],
                leader=row.leader,
                name=f"{called(after, leader) if leader else UNLISTED}, {HOW}"[:SHORT],
                stance=said[1] if said else None,
                reason=said[2] if said else None,
                signed=row.signed,
            )
        )
    return tuple(found)


def to_be_confirmed(before: Workshop, after: Workshop) -> tuple[Pledge, ...]:
    """The words on the plan that read otherwise than the app wrote them, without the mark of a plan: whoever is meant
    confirms them on screen, on the plan as it stands."""
    return tuple(
        row.with_values({"signed_for": None})
        for row in after.all(Pledge)
        if row.signed_for and row != before.get(Pledge, row.id)
    )


def _said(row: SignOff | None) -> Said | None:
    return (row.leader, row.stance, row.reason) if row and row.stance else None
