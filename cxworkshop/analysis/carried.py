"""What goes on into a new round, table by table: whole, without what was true of the old day alone, or row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from cxworkshop.analysis.ended import is_open, newest
from cxworkshop.analysis.reviews import progress_of, reviews
from cxworkshop.domain.fields import LONG
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Apart,
    Behaviour,
    BridgeRow,
    Building,
    Candidate,
    Category,
    CodeMap,
    Commitment,
    Company,
    Definition,
    Development,
    Governance,
    GrowthChoice,
    Leader,
    LedgerSource,
    Legacy,
    Listening,
    ListSource,
    Measure,
    Parked,
    PeriodFacts,
    Reading,
    Reconciliation,
    Rule,
    Segment,
    SortRule,
    Source,
    Stage,
    Standard,
    Touchpoint,
    WordSwap,
)
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.values import LAST_DAY
from cxworkshop.domain.workshop import Workshop

SLIPPED = OUTCOMES[1]
_WHOLE = (
    Segment,
    WordSwap,
    BridgeRow,
    PeriodFacts,
    Touchpoint,
    Listening,
    Source,
    Category,
    CodeMap,
    SortRule,
    Measure,
    Reading,
    Development,
    GrowthChoice,
    Standard,
    Behaviour,
    Legacy,
)
"""Tables that go on as they are."""
_BLANK: dict[type[Record], tuple[str, ...]] = {
    Leader: ("present", "capacity"),
    ListSource: ("file", "fingerprint", "rows"),
    LedgerSource: (
        "file", "fingerprint", "rows", "customers", "first_day", "last_day", "from_day", "to_day", "notes",
    ),
    Reconciliation: ("as_of", "one_version", "counted_from", "notes"),
    Definition: ("agreed", "gives", "variant"),
    Stage: ("emotion",),
}  # fmt: skip
"""Tables that go on without what was true of the old period or the old day alone."""


def carried(workshop: Workshop, cls: type[Record], on: date) -> list[Record]:
    """The rows of a table that go on into a round that begins on a day, as they go on."""
    if cls in _WHOLE:
        return list(workshop.all(cls))
    if cls in _BLANK:
        return [one.with_values(dict.fromkeys(_BLANK[cls])) for one in workshop.all(cls)]
    work = _OWN.get(cls)
    return list(work(workshop, on)) if work else []


def period_after(start: date | None, end: date | None) -> tuple[date | None, date | None]:
    """The period of the same length that follows; whole months follow whole months. Blank where there is none."""
    if start is None or end is None or end < start:
        return None, None
    begin = end + timedelta(days=1)
    if start.day == 1 and begin.day == 1:
        months = (begin.year - start.year) * 12 + begin.month - start.month
        year, month = divmod(begin.year * 12 + begin.month - 1 + months, 12)
        last = date(year, month + 1, 1) - timedelta(days=1)
    else:
        last = end + (begin - start)
    return (begin, last) if last <= LAST_DAY else (None, None)


def _company(workshop: Workshop, on: date) -> Iterable[Record]:
    start, end = period_after(*_period(workshop))
    again: dict[str, object] = {"period_start": start, "period_end": end, "held_on": None, "purpose": None}
    return [one.with_values(again) for one in workshop.all(Company)]


def _period(workshop: Workshop) -> tuple[date | None, date | None]:
    company = workshop.one(Company)
    return company.period_start, company.period_end


def _rules(workshop: Workshop, on: date) -> Iterable[Record]:
    return [
        one
        for one in workshop.all(Rule)
        if not (one.verdict in ("kill", "change") and one.ends_on and one.ends_on <= on)
    ]


def _candidates(workshop: Workshop, on: date) -> Iterable[Record]:
    goes = {one.id: one for one in workshop.all(Candidate) if _goes(workshop, one)}
    return [_weighed_anew(workshop, one) for one in goes.values()]


def _goes(workshop: Workshop, candidate: Candidate) -> bool:
    """Whether a candidate goes on; one that was merged goes with the one that it went into."""
    seen = {candidate.id}
    while candidate.merged_into and (into := workshop.get(Candidate, candidate.merged_into)):
        if into.id in seen:
            break
        seen.add(into.id)
        candidate = into
    if candidate.verdict == "now":
        return is_open(workshop, candidate)
    return candidate.verdict != "stop doing"


def _weighed_anew(workshop: Workshop, one: Candidate) -> Candidate:
    """Without its verdict; why it waited goes on with its because, and where it came from only if that goes on too."""
    said = one.because
    if one.verdict == "not now" and one.why:
        said = f"{one.because or ''} Last time “not now”: {one.why}".strip()[:LONG]
    return one.with_values({"verdict": None, "why": None, "because": said})


def _apart(workshop: Workshop, on: date) -> Iterable[Record]:
    going = {one.id for one in workshop.all(Candidate) if _goes(workshop, one)}
    return [row for row in workshop.all(Apart) if {row.one, row.other} <= going]


def _commitments(workshop: Workshop, on: date) -> Iterable[Record]:
    going = {one.id for one in workshop.all(Candidate) if _goes(workshop, one)}
    return [_promised(workshop, one, on) for one in workshop.all(Commitment) if one.candidate in going]


def _promised(workshop: Workshop, one: Commitment, on: date) -> Commitment:
    """A commitment as it goes on: not signed, days that have passed left blank, today's figure the last one measured."""
    told = newest(workshop, one.candidate or "")
    moved = told.next_day if told and told.outcome == SLIPPED else one.review_day
    again: dict[str, Any] = {
        "signed": None,
        "first_day": _ahead(one.first_day, on),
        "review_day": _ahead(moved, on),
    }
    if told and (measured := _measured(workshop, one.candidate or "")) is not None:
        again["baseline"] = measured
    return one.with_values(again)


def _measured(workshop: Workshop, candidate: str) -> float | None:
    for review in reviews(workshop):
        if (value := progress_of(workshop, review, candidate).value) is not None:
            return value
    return None


def _governance(workshop: Workshop, on: date) -> Iterable[Record]:
    return [
        one.with_values({"next_meeting": _ahead(one.next_meeting, on)}) for one in workshop.all(Governance)
    ]


def _building(workshop: Workshop, on: date) -> Iterable[Record]:
    return [one.with_values({"by_day": _ahead(one.by_day, on)}) for one in workshop.all(Building)]


def _parked(workshop: Workshop, on: date) -> Iterable[Record]:
    return [one for one in workshop.all(Parked) if not one.answer]


_OWN: dict[type[Record], Callable[[Workshop, date], Iterable[Record]]] = {
    Company: _company,
    Rule: _rules,
    Candidate: _candidates,
    Apart: _apart,
    Commitment: _commitments,
    Governance: _governance,
    Building: _building,
    Parked: _parked,
}
"""Tables of which some rows go on, or with other days."""
CARRIED: frozenset[type[Record]] = frozenset({*_WHOLE, *_BLANK, *_OWN})


def _ahead(day: date | None, on: date) -> date | None:
    return day if day and day > on else None
