"""When the bridge holds: it adds up, other numbers stand beside it, and five reasons say why."""

from __future__ import annotations

from cxworkshop.analysis.beside import not_comparable
from cxworkshop.analysis.bridge_flag_words import OUTSIDE
from cxworkshop.analysis.bridge_rows import begun
from cxworkshop.analysis.bridges import contradictions, headline, latest, problems
from cxworkshop.analysis.fact_checks import fact_problems
from cxworkshop.analysis.findings import counted, customers, listed, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.periods import period_name
from cxworkshop.analysis.reason_words import hands_words, leavers_words
from cxworkshop.analysis.reasons import TOP, UNKNOWN
from cxworkshop.analysis.revenue import revenue_split
from cxworkshop.analysis.revenue import told as revenue_told
from cxworkshop.domain.records import BridgeRow, Company, PeriodFacts, Reason, Round
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, lacking, named, told, written

_WORST = 3
_ASKED = {
    "direction": "what it makes people do",
    "cause": "where it comes from",
    "customers": "how many they are",
    "evidence": "how sure you are",
}
_FACTS = ("units", "score", "renewals_renewed", "renewed_value", "referred", "wallet_with_us")


def bridge_missing(workshop: Workshop) -> str | None:
    """Opening, new and lapsed of the latest period, and nothing that fails to add up without a reason."""
    found = latest(workshop)
    if not found:
        return "No period has figures yet: type opening, new and lapsed, or open a ledger."
    company, day = workshop.one(Company), found[0]
    asked = (company.period_start, company.period_end)
    if workshop.one(Round).carried_on and company.period_end and (day.period_start, day.period_end) != asked:
        return f"{sentence(period_name(*asked))} has no figures yet: what stands here is of the round before."
    row = (begun(workshop) or found)[0]
    unsaid = blanks(workshop, row, ("opening", "new", "lapsed"))
    of = f"of {period_name(row.period_start, row.period_end)}"
    wrong = problems(workshop)
    more = counted(len(wrong) - _WORST, "more figure does", "more figures do")
    return told(
        lacking(unsaid, f"figure {of} is blank", f"figures {of} are blank"),
        *wrong[:_WORST],
        f"{sentence(more)} not add up." if len(wrong) > _WORST else None,
    )


def bridge_says(workshop: Workshop) -> str:
    """The latest period in whole customers, and where customers and their value contradict each other."""
    if not workshop.all(BridgeRow):
        return "The bridge appears here: who was here, who came, who came back, who left, who is here now."
    inside = [one.sentence for one in contradictions(workshop) if one.code not in OUTSIDE]
    return told(headline(workshop), *inside) or ""


def beside_missing(workshop: Workshop) -> str | None:
    """One period with its revenue and at least one other fact beside it, and no fact that cannot be true."""
    wrong = fact_problems(workshop)
    more = (
        f"{sentence(counted(len(wrong) - _WORST, 'more figure'))} cannot be true."
        if len(wrong) > _WORST
        else None
    )
    return told(_facts_missing(workshop), *wrong[:_WORST], more)


def _facts_missing(workshop: Workshop) -> str | None:
    rows = written(workshop, PeriodFacts)
    if any(row.revenue is not None and _others(row) for row in rows):
        return None
    if not rows:
        return "No period has facts beside it yet: write revenue and one more, such as units or referrals."
    if any(row.revenue is not None for row in rows):
        return (
            "One more fact is missing beside revenue: units, score, renewals, referrals or share of wallet."
        )
    return "One figure is missing: the revenue of the period."


def beside_says(workshop: Workshop) -> str:
    """Where sales, units or scores tell another story than the customers do, and why revenue moved."""
    if not written(workshop, PeriodFacts):
        return "Revenue, units and scores appear here beside the customers, and where they contradict them."
    apart = [one.sentence for one in contradictions(workshop) if one.code in OUTSIDE]
    split = revenue_split(workshop)
    why = None if isinstance(split, str) else revenue_told(workshop, split)
    found = latest(workshop)
    unlike = not_comparable(workshop, (found[0].period_start, found[0].period_end)) if found else None
    return (
        told(*apart, why)
        or ("Some of these figures cannot be true: mend them first." if fact_problems(workshop) else None)
        or (f"{unlike}." if unlike else "Nothing written here contradicts the bridge.")
    )


def _others(row: PeriodFacts) -> bool:
    return any(getattr(row, name) is not None for name in _FACTS)


def why_missing(workshop: Workshop) -> str | None:
    """Five ranked reasons, 1 to 5, each with what it does, its cause, how many and how sure; one at least in hands or not.

    What it is worth and where it happens are asked for beside each, and hold up nobody.
    """
    ranked = _ranked(workshop)
    ranks = [row.rank for row in ranked]
    free = [f"number {rank}" for rank in range(1, TOP + 1) if rank not in ranks]
    twice = [f"number {rank}" for rank in sorted({rank for rank in ranks if rank and ranks.count(rank) > 1})]
    tied = [row for row in written(workshop, Reason) if row.captive and row.direction == "leave"]
    return told(
        "The five reasons that matter most are not named yet." if len(free) == TOP else None,
        lacking(free, "of the top five is not named yet", "of the top five are not named yet")
        if len(free) < TOP
        else None,
        lacking(
            twice, "of the top five is given to two reasons", "of the top five are given to several reasons"
        ),
        *(_unsaid(workshop, row) for row in ranked),
        hands_words(ranked) if ranked and all(row.controllable is None for row in ranked) else None,
        lacking(
            named(workshop, tied),
            "reason is marked captive and makes people leave: who is captive stays, so untick one of the two",
            "reasons are marked captive and make people leave: who is captive stays, so untick one of the two",
        ),
    )


def _unsaid(workshop: Workshop, row: Reason) -> str | None:
    gaps = [words for name, words in _ASKED.items() if getattr(row, name) is None]
    return f"{named(workshop, [row])[0]} does not say yet {listed(gaps)}." if gaps else None


def _ranked(workshop: Workshop) -> list[Reason]:
    found = [row for row in written(workshop, Reason) if row.rank and row.reason]
    return sorted(found, key=lambda row: row.rank or 0)


def why_says(workshop: Workshop) -> str:
    """The first reason, how many who left have one, how many of the top five are in your hands, what nobody knows."""
    ranked = _ranked(workshop)
    if not ranked:
        return "The five reasons that matter most appear here, by the number of people behind them."
    first = ranked[0]
    size = f", {people(first.customers, customers(workshop))}" if first.customers is not None else ""
    unknown = sum(row.cause == UNKNOWN for row in ranked)
    return (
        told(
            f"First: {named(workshop, [first])[0]}{size}.",
            leavers_words(workshop),
            hands_words(ranked),
            f"For {counted(unknown, 'of them', 'of them')} you don't know the cause." if unknown else None,
        )
        or ""
    )
