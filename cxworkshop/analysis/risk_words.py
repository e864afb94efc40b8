"""The value at risk in words: one moment, all of them together, what is taken as exact, and what is still missing."""

from __future__ import annotations

from cxworkshop.analysis.findings import customers, listed, money, quoted, sentence, sure
from cxworkshop.analysis.judgements import JUDGED, TITLES
from cxworkshop.analysis.nouns import article, people
from cxworkshop.analysis.risk import AtRisk, lacking, pipeline
from cxworkshop.analysis.risk_overlap import Loss, whole
from cxworkshop.analysis.tornado import Swing, exact
from cxworkshop.domain.records import Risk
from cxworkshop.domain.records.room import EVIDENCE
from cxworkshop.domain.workshop import Workshop

NOBODY_LEAVES = "As judged, no moment drives anybody away."


def moment_name(workshop: Workshop, touchpoint: str | None) -> str:
    """A moment by its name, in quotation marks."""
    name = workshop.name_of("touchpoint", touchpoint)
    return quoted(name) if name else "a moment without a name"


def row_name(workshop: Workshop, one: AtRisk) -> str:
    """What a row is about: its moment, behind its customers where several rows are about that moment."""
    name = workshop.name_of("touchpoint", one.touchpoint) or "—"
    alike = [row for row in workshop.all(Risk) if row.touchpoint == one.touchpoint]
    return f"{one.row.population or 'All'}: {name}" if len(alike) > 1 else name


def told(workshop: Workshop, one: AtRisk) -> str:
    """What happens to those who meet a moment: `Of 12,000 gardeners who meet it, 960 are failed, 240 rescued, 144 leave:
    GBP 64,800 a year (estimate).`"""
    fate = f"{failed(one)}, {_n(one.rescued)} rescued"
    leave = f"{_n(one.defectors)} {'leaves' if round(one.defectors) == 1 else 'leave'}"
    return (
        f"Of {people(one.met, customers(workshop))} who {meet(one)} it in a year, {fate} and {leave}: "
        f"{money(workshop, one.value)} a year{sure(one.row.evidence)}."
    )


def meet(one: AtRisk) -> str:
    """What those who meet a moment do: they `meet` it, and a single one `meets` it."""
    return "meets" if one.met == 1 else "meet"


def failed(one: AtRisk) -> str:
    """Whom a moment fails: `960 are failed`."""
    return f"{_n(one.failed)} {'is' if round(one.failed) == 1 else 'are'} failed"


def span(workshop: Workshop, one: AtRisk) -> str | None:
    """The range of one moment; None where no judgement has one."""
    if not one.ranged:
        return None
    low, high = one.ends
    return (
        f"As far as the judgements reach, between {_n(low)} and {_n(high)} leave: "
        f"{money(workshop, one.low)} to {money(workshop, one.high)} a year."
    )


def rescue(workshop: Workshop, one: AtRisk) -> str:
    """What rescue saves at a moment, and what one more in a hundred would."""
    return (
        f"Rescue saves {money(workshop, one.saved)} a year; one more rescued in every hundred that it fails "
        f"is worth {money(workshop, one.point)}."
    )


def captive(workshop: Workshop, one: AtRisk) -> str | None:
    """Who stays only because leaving is hard; None where there is nobody."""
    if not one.captives or one.captive_value is None:
        return None
    return (
        f"{people(one.captives, customers(workshop))} worth {money(workshop, one.captive_value)} a year stay only because "
        "leaving is hard: delayed, not safe, and in none of these sums."
    )


def together(workshop: Workshop) -> str | None:
    """Both figures of all moments: added up, and with nobody counted twice; None while there are fewer than two."""
    found = pipeline(workshop)
    if len(found) < 2:
        return None
    all_of = whole(workshop, found)
    said = (
        f"All moments together: at most {_loss(workshop, all_of.most)} a year; "
        f"about {_loss(workshop, all_of.once)} once nobody{' of one group' if all_of.mixed else ''} is counted twice"
    )
    if any(one.ranged for one in found):
        said += (
            f" ({_n(all_of.low.people)} to {_n(all_of.high.people)}, "
            f"{money(workshop, all_of.low.value)} to {money(workshop, all_of.high.value)})"
        )
    if all_of.capped:
        said += "; no more money than all opening customers are worth"
    return f"{said}."


def least_sure(workshop: Workshop) -> str | None:
    """How sure the weakest of the moments is, by which all of them together are no surer; None without moments."""
    said = [one.row.evidence for one in pipeline(workshop)]
    if not said:
        return None
    if None in said:
        return "How sure it is, nobody has said of every moment: fact, estimate or assumption."
    weakest = max(said, key=lambda one: EVIDENCE.index(one or EVIDENCE[0]))
    return f"No figure of all moments together is surer than the weakest of them: {article(weakest or '')} {weakest}."


def between_groups(workshop: Workshop) -> str | None:
    """That a group's customers may also be among all of them; None where all rows are about the same or about others."""
    found = pipeline(workshop)
    if not whole(workshop, found).mixed:
        return None
    named = dict.fromkeys(one.row.population or "" for one in found if one.group)
    return (
        f"{listed([quoted(name) for name in named])} may be among “all” as well: between such rows somebody can "
        "still be counted twice."
    )


def between(swing: Swing) -> str:
    """The two ends of a judgement: `between 16 % and 34 %`."""
    return f"between {percent(swing.judgement.least)} and {percent(swing.judgement.most)}"


def percent(share: float) -> str:
    """A share as people say it: `12.7 %`."""
    return f"{share * 100:.4g} %"


def taken_as_exact(workshop: Workshop) -> str | None:
    """Which judgements have no range, moments alike told together; None where each has one."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for one, names in exact(workshop):
        alike.setdefault(names, []).append(quoted(row_name(workshop, one)))
    said = [
        f"{'everything' if len(names) == len(JUDGED) else listed([TITLES[name] for name in names])} at {listed(at)}"
        for names, at in alike.items()
    ]
    return f"Taken as exact, for want of a low and a high: {'; '.join(said)}." if said else None


def still_missing(workshop: Workshop) -> tuple[str, ...]:
    """One sentence for each moment that is not in the picture yet, with what it lacks."""
    return tuple(
        f"{sentence(moment_name(workshop, one.touchpoint))}: nobody has said "
        f"{listed(one.missing) or 'anything yet, and it is a priority'}."
        for one in lacking(workshop)
    )


def _loss(workshop: Workshop, loss: Loss) -> str:
    return f"{people(loss.people, customers(workshop))} and {money(workshop, loss.value)}"


def _n(number: float) -> str:
    return f"{round(number):,}"
