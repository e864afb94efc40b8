"""What nothing protects: standards that nobody may defend, growth without a standard, and a count that is looked at last."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.bridges import contradictions
from cxworkshop.analysis.findings import customers, quoted
from cxworkshop.analysis.gathering import candidate
from cxworkshop.domain.records import BridgeRow, Candidate, GrowthChoice, Standard
from cxworkshop.domain.workshop import Workshop

HIDES = ("revenue_up_customers_down", "score_up_customers_down", "units_up_customers_down")
"""Contradictions in which the figure that most leaders steer by looks better than the customers do."""


def missing_standards(workshop: Workshop) -> Iterator[Candidate]:
    """Growth that leaders have chosen while no standard says what must be true before anything reaches a customer, and
    standards that nobody may halt for.
    """
    standards = [one for one in workshop.all(Standard) if one.standard]
    choices = [one for one in workshop.all(GrowthChoice) if one.will]
    if choices and not standards:
        yield candidate(
            workshop,
            ("ship", choices[0].id),
            "leadership.permission",
            f"Nothing reaches {customers(workshop)} before what you promise them is true",
            f"You say {quoted(choices[0].will)}, and no standard says yet what must be true before anything is "
            "designed, shipped or said.",
        )
    for one in standards:
        if not one.halt:
            yield candidate(
                workshop,
                ("halt", one.id),
                "leadership.permission",
                f"Whoever sees it may halt what breaks {quoted(one.standard)}",
                "The standard is written and nobody may halt for it: under pressure it will be waived.",
            )


def misread_counts(workshop: Workshop) -> Iterator[Candidate]:
    """One candidate where sales, a score or units look better than the customers of the latest bridge do."""
    found = latest(workshop)
    hidden = [flag.sentence for flag in contradictions(workshop) if flag.code in HIDES]
    if found and hidden:
        total = found[0]
        # A total that was added up from its segments is no row of its own; it is read beside the first of them.
        rows = [row for row in workshop.all(BridgeRow) if row.period_start == total.period_start]
        row = workshop.get(BridgeRow, total.id) or next(
            one for one in rows if one.period_end == total.period_end
        )
        yield candidate(
            workshop,
            ("count", "latest"),
            "assets.bridge",
            f"Every meeting opens with {customers(workshop)} who came and who left",
            " ".join(hidden),
            row=row.id,
        )
