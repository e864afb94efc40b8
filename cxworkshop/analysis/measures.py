"""Every figure that follows from the latest bridge and what stands beside it, with what it says and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis import bridge_measures as of
from cxworkshop.analysis.averages import need, need_words
from cxworkshop.analysis.beside import beside
from cxworkshop.analysis.bridge_rows import latest, value_flows
from cxworkshop.analysis.fact_checks import REFERRED, RENEWAL, RENEWAL_VALUE, WALLET, impossible
from cxworkshop.analysis.findings import customers, listed
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Measure:
    """A figure, or None and what it lacks; `share` is written as a percentage, a replacement need as a number."""

    name: str
    figure: float | None
    says: str
    sure: str
    lacks: str
    share: bool = True

    @property
    def words(self) -> str:
        """The figure as people read it; blank where there is none."""
        if self.figure is None:
            return ""
        return f"{self.figure:.1%}" if self.share else need_words(self.figure)


def measures(workshop: Workshop) -> tuple[Measure, ...]:
    """The derived figures in the order of docs/method.md 2; none at all while there is no bridge."""
    found = latest(workshop)
    if found is None:
        return ()
    row, people = found
    worth, noun = value_flows(row), customers(workshop)
    facts = beside(workshop, (row.period_start, row.period_end))[0] or PeriodFacts(id="none")
    wrong = impossible(facts, people.new)

    def measure(
        name: str,
        figure: float | None,
        says: str,
        needs: dict[str, float | None],
        *,
        facts_say: bool = False,
    ) -> Measure:
        blank = [words for words, given in needs.items() if given is None]
        lacks = ""
        if name in wrong:
            figure, lacks = None, wrong[name]
        elif figure is None:
            lacks = f"{listed(blank)} not known" if blank else "it would be a share of nothing"
        return Measure(name, figure, says, (facts.evidence if facts_say else row.evidence) or "", lacks)

    replaced = need(people, worth)
    came = {"new": people.new, "lapsed": people.lapsed}
    kept = {"opening value": worth.opening, "lapsed value": worth.lapsed}
    return (
        measure(
            "Running in place",
            of.running_in_place(people),
            "of those who came only replaced those who left",
            came,
        ),
        Measure(
            "Replacement need",
            None if isinstance(replaced, str) else replaced,
            f"new {noun} replace the value of one who left",
            row.evidence or "",
            replaced.lower() if isinstance(replaced, str) else "",
            share=False,
        ),
        measure(
            "Gross value retention",
            of.gross_value_retention(worth),
            "of opening value neither left nor shrank",
            kept,
        ),
        measure(
            "Net value retention",
            of.net_value_retention(worth),
            "of opening value is there, with the growth of those who stayed",
            kept,
        ),
        measure(
            RENEWAL,
            of.renewal_rate(facts.renewals_renewed, facts.renewals_due, facts.renewals_pending),
            "of renewals due and not pending were made",
            {"renewals due": facts.renewals_due, "renewed": facts.renewals_renewed},
            facts_say=True,
        ),
        measure(
            RENEWAL_VALUE,
            of.renewal_rate(facts.renewed_value, facts.due_value, facts.pending_value),
            "of the expiring value that is not pending was renewed",
            {"value due": facts.due_value, "value renewed": facts.renewed_value},
            facts_say=True,
        ),
        measure(
            REFERRED,
            of.referred_share(facts.referred, people.new),
            f"of new {noun} came by referral",
            {"new by referral": facts.referred, "new": people.new},
            facts_say=True,
        ),
        measure(
            WALLET,
            of.share_of_wallet(facts.wallet_with_us, facts.wallet_total),
            "of their whole spend in the category is with us",
            {"spend with us": facts.wallet_with_us, "their whole spend": facts.wallet_total},
            facts_say=True,
        ),
    )
