"""The gross view of a bridge: those who came and went inside a period are told among those who came and who left."""

from __future__ import annotations

from dataclasses import replace

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_rows import customer_flows
from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.domain.workshop import Workshop


def is_gross(workshop: Workshop) -> bool:
    """Whether the workshop has chosen the gross view."""
    return bool(workshop.one(LedgerSource).gross)


def gross(row: BridgeRow) -> Flows:
    """A row's movement in customers with those who came and went added to new, returned and lapsed.

    Opening, closing and net stay as they are. Money has no gross view: who is in neither snapshot has no value in
    either. Source: docs/method.md 2, Edge cases.
    """
    flows, passing = customer_flows(row), row.came_and_went or 0
    if not passing or flows.new is None or flows.lapsed is None:
        return flows
    again = min(row.returned_and_went or 0, passing)
    return replace(
        flows,
        new=flows.new + passing - again,
        returned=(flows.returned or 0) + again if again else flows.returned,
        lapsed=flows.lapsed + passing,
    )


def shown(workshop: Workshop, row: BridgeRow) -> Flows:
    """A row's movement in customers as the workshop has chosen to see it: net of those who came and went, or gross."""
    return gross(row) if is_gross(workshop) else customer_flows(row)
