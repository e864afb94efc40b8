"""How much hangs on the choice of days: the same bridge at 6, 12 and 18 months side by side."""

from collections.abc import Sequence
from dataclasses import replace

from cxworkshop.ledger.bridge import Bridge, compute_bridge
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.ledger import Ledger

WINDOWS = (183, 365, 548)
GRACES = (0, 30, 90)


def sensitivity(
    ledger: Ledger,
    definition: BridgeDefinition,
    windows: Sequence[int] = WINDOWS,
    graces: Sequence[int] = GRACES,
) -> tuple[tuple[str, Bridge], ...]:
    """Bridges that differ in one dial, each with what it was set to, such as "Window 183 days".

    Windows vary where silence tells who left; in contracts the end date tells, so there the grace does. All else is
    the definition's. Raises as `compute_bridge`.
    """
    if ledger.setting == "contracts":
        return tuple(
            (f"Grace {days:,} days", compute_bridge(ledger, replace(definition, grace=days)))
            for days in graces
        )
    return tuple(
        (f"Window {days:,} days", compute_bridge(ledger, replace(definition, window=days)))
        for days in windows
    )
