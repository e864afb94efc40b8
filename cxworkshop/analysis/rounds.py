"""A new round: what goes on from an old workshop, what stays behind with it, and the workshop that begins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.carried import carried
from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.records import RECORDS, Candidate, Company, Round
from cxworkshop.domain.workshop import R, Workshop, assemble


@dataclass(frozen=True)
class Share:
    """How many rows of a table go on, and how many stay behind."""

    cls: type[Record]
    goes: int
    stays: int


def next_round(workshop: Workshop, on: date) -> Workshop:
    """The workshop that begins on a day from an old one: a whole one, in which every reference points somewhere.

    Ids stay what they were, so that what is gathered again is known again. The old workshop is not changed.
    """
    kept: list[Record] = []
    for cls in RECORDS:
        kept += carried(workshop, cls, on)
    kept.append(_round(workshop, on))
    number = workshop.one(Round).number or 1
    name = workshop.one(Company).name or workshop.title or "Workshop"
    return assemble(_settled(kept), title=f"{name[:200]}: round {number + 1}", sample=workshop.sample)


def shares(before: Workshop, after: Workshop) -> tuple[Share, ...]:
    """How much of each table that holds anything goes on from one round into the next, in the order of the day."""
    return tuple(
        Share(cls, len(after.all(cls)), len(before.all(cls)) - len(after.all(cls)))
        for cls in RECORDS
        if before.all(cls) and cls is not Round
    )


def _round(workshop: Workshop, on: date) -> Round:
    return Round(
        id=Round.kind,
        number=min((workshop.one(Round).number or 1) + 1, 99),
        from_code=workshop.code or None,
        from_title=workshop.title or None,
        from_day=workshop.one(Company).held_on,
        carried_on=on,
    )


def _settled(records: list[Record]) -> list[Record]:
    """The same rows, without references to rows that stayed behind."""
    there = {(one.kind, one.id) for one in records}
    return [_loose(one, there) for one in records]


def _loose(one: R, there: set[tuple[str, str]]) -> R:
    gone: dict[str, object] = {
        name: None
        for name in fields(type(one))
        if (refers := face_of(type(one), name).refers)
        and (id := getattr(one, name))
        and (refers, id) not in there
    }
    if (
        isinstance(one, Candidate)
        and one.origin
        and one.origin.partition("/")[2] not in {id for _, id in there}
    ):
        gone["origin"] = None
    return one.with_values(gone) if gone else one
