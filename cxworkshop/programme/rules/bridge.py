"""When the bridge holds: it adds up, other numbers stand beside it, and five reasons say why."""

from __future__ import annotations

from cxworkshop.analysis.beside import not_comparable
from cxworkshop.analysis.bridge_flags import OUTSIDE
from cxworkshop.analysis.bridges import contradictions, headline, latest, problems
from cxworkshop.analysis.fact_checks import fact_problems
from cxworkshop.analysis.findings import counted, customers, sentence
from cxworkshop.analysis.reasons import TOP, UNKNOWN, leavers_words
from cxworkshop.analysis.revenue import revenue_split
from cxworkshop.analysis.revenue import told as revenue_told
from cxworkshop.domain.records import BridgeRow, PeriodFacts, Reason
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, lacking, lacks, named, several, share, told, written

_WORST = 3
_FACTS = ("units", "score", "renewals_renewed", "renewed_value", "referred", "wallet_with_us")


def bridge_missing(workshop: Workshop) -> str | None:
    """Opening, new and lapsed of the latest period, and nothing that fails to add up without a reason."""
    found = latest(workshop)
    if not found:
        return "No period has figures yet: type opening, new and lapsed, or open a ledger."
    unsaid = blanks(workshop, found[0], ("opening", "new", "lapsed"))
    wrong = problems(workshop)
    more = f"{len(wrong) - _WORST} more figures do not add up." if len(wrong) > _WORST else None
    return told(
        lacking(unsaid, "figure of the latest period is blank", "figures of the latest period are blank"),
        *wrong[:_WORST],
        more,
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
    """Five ranked reasons, 1 to 5, each with what it makes people do, where it comes from and how many they are."""
    ranked = [row for row in written(workshop, Reason) if row.rank and row.reason]
    free = [f"number {rank}" for rank in range(1, TOP + 1) if rank not in {row.rank for row in ranked}]
    ranks = [row.rank for row in ranked]
    twice = [f"number {rank}" for rank in sorted({rank for rank in ranks if rank and ranks.count(rank) > 1})]
    untold = [gaps for row in ranked if (gaps := lacks(workshop, row, ("direction", "cause", "customers")))]
    return told(
        "The five reasons that matter most are not named yet." if len(free) == TOP else None,
        lacking(free, "of the top five is not named yet", "of the top five are not named yet")
        if len(free) < TOP
        else None,
        lacking(
            twice, "of the top five is given to two reasons", "of the top five are given to several reasons"
        ),
        sentence(f"{several(untold)}.") if untold else None,
    )


def why_says(workshop: Workshop) -> str:
    """The first reason, how many who left have one, how many of the top five are in your hands, what nobody knows."""
    ranked = sorted(
        (row for row in workshop.all(Reason) if row.rank and row.reason), key=lambda row: row.rank or 0
    )
    if not ranked:
        return "The five reasons that matter most appear here, by the number of people behind them."
    first = ranked[0]
    people = f", {first.customers:,} {customers(workshop)}" if first.customers is not None else ""
    hands = sum(bool(row.controllable) for row in ranked)
    unknown = sum(row.cause == UNKNOWN for row in ranked)
    return (
        told(
            f"First: {named(workshop, [first])[0]}{people}.",
            leavers_words(workshop),
            f"{sentence(share(hands, len(ranked), 'ranked reason', 'is', 'are'))} in your hands.",
            f"For {counted(unknown, 'of them', 'of them')} you don't know the cause." if unknown else None,
        )
        or ""
    )
