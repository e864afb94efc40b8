"""What one page tells of the day: the count, the definition, the map, the choices, the priorities, and who saw it otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cxworkshop.analysis.bridge import closing, gap, net
from cxworkshop.analysis.bridge_rows import latest, value_flows
from cxworkshop.analysis.bridges import headline, passed
from cxworkshop.analysis.experience import touchpoints_of
from cxworkshop.analysis.feelings import felt
from cxworkshop.analysis.findings import all_of, counted, customers, figure, in_words, money, sentence
from cxworkshop.analysis.leadership import united
from cxworkshop.analysis.periods import MONTHS, day_label, in_period
from cxworkshop.analysis.priorities import chosen, value_of
from cxworkshop.analysis.reviews import reviews
from cxworkshop.domain.records import (
    Candidate,
    Commitment,
    Company,
    Definition,
    GrowthChoice,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import pledges
from cxworkshop.programme.dissent import dissent
from cxworkshop.programme.page_parts import Count, OnePage, OneVersion, Pair, PriorityLine, StageLine
from cxworkshop.programme.progress import is_draft, missing
from cxworkshop.programme.signing import words_given

_SURE = {"fact": "a fact", "estimate": "an estimate", "assumption": "an assumption"}


def one_page(workshop: Workshop) -> OnePage:
    """The page as the workshop stands; a draft until every step of the day is done."""
    company = workshop.one(Company)
    pairs = [row for row in workshop.all(GrowthChoice) if row.will or row.will_not]
    stand = [row for row in pairs if united(workshop, row.id)]
    return OnePage(
        company=company.name or workshop.title,
        held=day_label(company.held_on) if company.held_on else "",
        draft=is_draft(missing(workshop)),
        sample=workshop.sample,
        count=_count(workshop),
        version=one_version(workshop),
        stages=_stages(workshop),
        pairs=tuple(Pair(row.will or "", row.will_not or "", row.cost or "") for row in stand),
        open_pairs=len(pairs) - len(stand),
        priorities=tuple(_priority(workshop, one) for one in chosen(workshop)),
        commitments=_commitments(workshop),
        dissent=dissent(workshop),
    )


def _count(workshop: Workshop) -> Count:
    found, noun, said = latest(workshop), customers(workshop), headline(workshop)
    if found is None:
        return Count(noun, "", None, None, None, said, True, "", "")
    row, flows = found
    known = flows.new is not None and flows.lapsed is not None and net(flows) is not None
    value = value_flows(row)
    before, after = value.opening, closing(value)
    worth = ""
    if before is not None and after is not None:
        worth = f"worth {money(workshop, before)} at the start, {money(workshop, after)} at the end"
    told = _SURE.get(row.evidence or "", "")
    return Count(
        noun,
        in_period(row.period_start, row.period_end) if row.period_end else "",
        round((flows.new or 0) + (flows.returned or 0)) if known else None,
        round(flows.lapsed or 0) if known else None,
        round(net(flows) or 0) if known else None,
        said,
        not (gap(flows) or flows.moved_in or flows.moved_out or passed(workshop, row)),
        worth,
        f"{told}, counted from the ledger" if told and row.from_ledger else told,
    )


def one_version(workshop: Workshop) -> OneVersion:
    """The definition with its count, how many of the leaders in the room have signed it as it stands, and who objects."""
    card, given = workshop.one(Definition), words_given(workshop)
    awaited = [word for word in given if word.awaited]
    signed = sum(word.state == "signed" and not word.objects for word in awaited)
    everyone = len(awaited) > 1 and signed == len(awaited)
    said = f"signed by {all_of(signed, 'leader')}" if everyone else ""
    if awaited and not everyone and card.sentence:
        said = f"signed by {_of(signed, len(awaited), 'leader')}"
    objectors = dict.fromkeys(word.who for word in given if word.objects)
    return OneVersion(
        card.sentence or "",
        "" if card.agreed is None else f"{card.agreed:,}",
        said,
        tuple(objectors),
    )


def _stages(workshop: Workshop) -> tuple[StageLine, ...]:
    return tuple(
        StageLine(
            one.stage.name or "",
            workshop.name_of("leader", one.stage.executive),
            one.emotion,
            tuple(
                moment.name
                for moment in touchpoints_of(workshop, one.stage.id)
                if moment.priority and moment.name
            ),
        )
        for one in felt(workshop)
    )


def _priority(workshop: Workshop, one: Candidate) -> PriorityLine:
    made = {row.candidate: row for row in workshop.all(Commitment)}
    row = made.get(one.id) or Commitment(id="none")
    moves = ""
    if row.baseline is not None and row.target is not None:
        moves = f"{figure(row.baseline, row.target)} → {figure(row.target, row.baseline)}"
    value = value_of(workshop, one)
    return PriorityLine(
        one.name or "",
        workshop.name_of("leader", row.executive),
        row.first_action or "",
        _short_day(row.first_day) if row.first_day else "",
        row.metric or "",
        moves,
        "" if value is None else money(workshop, value),
    )


def _commitments(workshop: Workshop) -> str:
    """How many are signed, who stands behind the plan as a whole, and when it is looked at again."""
    now = {one.id for one in chosen(workshop)}
    if not now:
        return ""
    made = {row.candidate: row for row in workshop.all(Commitment) if row.candidate in now}
    signed = sum(bool(row.signed) for row in made.values())
    said = sentence(f"{_of(signed, len(now), 'commitment')} signed")
    awaited = [word for word in pledges.words_given(workshop) if word.awaited]
    behind = sum(word.state == "signed" and not word.objects for word in awaited)
    if behind:
        stand = "stands" if behind == 1 else "stand"
        said += f"; {_of(behind, len(awaited), 'leader')} {stand} behind the whole plan"
    again = _again(workshop, made.values())
    return f"{said}. Next review on {day_label(again)}." if again else f"{said}."


def _again(workshop: Workshop, made: Iterable[Commitment]) -> date | None:
    """The day that the last review set; before the first review, the first on which a commitment is looked at."""
    held = reviews(workshop)
    if held:
        return held[0].next_on
    return min((row.review_day for row in made if row.review_day), default=None)


def _short_day(day: date) -> str:
    """`3 May 2025`, `28 Sep 2025`: a day in a narrow column."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def _of(part: int, whole: int, thing: str) -> str:
    """`seven of eight leaders`, `none of two leaders`, `the one leader`, `no leader`."""
    if whole == 1:
        return f"the one {thing}" if part else f"no {thing}"
    return f"{in_words(part) if part else 'none'} of {counted(whole, thing)}"
