"""The figures that follow from the latest bridge and what stands beside it, as rows for reading."""

from __future__ import annotations

from cxworkshop.analysis import bridge_measures as measures
from cxworkshop.analysis.bridge_rows import latest, value_flows
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop


def derived_figures(workshop: Workshop) -> list[dict[str, object]]:
    """Figure, value and what it says, for the latest bridge and the facts of the same period; what is unknown is left out."""
    found = latest(workshop)
    figures: list[tuple[str, float | None, str, str]] = []
    facts: PeriodFacts | None = None
    if found:
        row, people = found
        worth, sure = value_flows(row), row.evidence or ""
        facts = next(
            (
                one
                for one in workshop.all(PeriodFacts)
                if (one.period_start, one.period_end) == (row.period_start, row.period_end)
            ),
            None,
        )
        figures += [
            (
                "Running in place",
                measures.running_in_place(people),
                "of those who came only replaced those who left",
                sure,
            ),
            (
                "Gross value retention",
                measures.gross_value_retention(worth),
                "of opening value neither left nor shrank",
                sure,
            ),
            (
                "Net value retention",
                measures.net_value_retention(worth),
                "of opening value, with growth of those who stayed",
                sure,
            ),
        ]
        need = measures.replacement_need(people, worth)
    if facts:
        sure = facts.evidence or ""
        pending = facts.renewals_pending
        figures += [
            (
                "Renewal rate",
                measures.renewal_rate(facts.renewals_renewed, facts.renewals_due, pending),
                "of renewals due and not pending were made",
                sure,
            ),
            (
                "Renewal rate by value",
                measures.renewal_rate(facts.renewed_value, facts.due_value),
                "of the value due was renewed",
                sure,
            ),
            (
                "Referred share",
                measures.referred_share(facts.referred, found[1].new if found else None),
                "of new customers came by referral",
                sure,
            ),
            (
                "Share of wallet",
                measures.share_of_wallet(facts.wallet_with_us, facts.wallet_total),
                "of their whole spend in the category is with us",
                sure,
            ),
        ]
    rows: list[dict[str, object]] = [
        {"Figure": name, "Value": f"{share:.1%}", "What it says": words, "How sure": sure}
        for name, share, words, sure in figures
        if share is not None
    ]
    if found and need is not None:
        rows.insert(
            1,
            {
                "Figure": "Replacement need",
                "Value": f"{need:.2f}",
                "What it says": "average new customers replace the value of one who left",
                "How sure": found[0].evidence or "",
            },
        )
    return rows
