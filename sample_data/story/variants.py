"""The definitions that the room tried on its ledger, each with the year that it gives."""

from datetime import date
from pathlib import Path

from cxworkshop.domain.records import Variant
from cxworkshop.ledger import BridgeDefinition, compute_bridge, open_ledger

CHOSEN = "variant-twelve"
_FROM, _TO = date(2025, 1, 1), date(2025, 12, 31)
_WORDS = "A gardener is a person or business that has bought {what} from us, in any channel, in the last {window} days."
# id, name, window in days, smallest purchase
_TRIED = (
    (CHOSEN, "Twelve months", 365, 0),
    ("variant-eighteen", "Finance's eighteen months", 548, 0),
    ("variant-six", "Six months of silence", 183, 0),
    ("variant-ten", "Twelve months, ten pounds or more", 365, 10),
)


def variants(path: Path) -> list[Variant]:
    """Every definition that was tried, the chosen one first; computed as the app computes them."""
    ledger = open_ledger(path)
    found = []
    for id, name, window, minimum in _TRIED:
        definition = BridgeDefinition(
            window=window, minimum_cents=minimum * 100, by="year", from_day=_FROM, to_day=_TO
        )
        (line,) = compute_bridge(ledger, definition).totals
        what = f"something for {minimum} pounds or more" if minimum else "anything"
        found.append(
            Variant(
                id=id,
                name=name,
                sentence=_WORDS.format(what=what, window=window),
                setting="purchases",
                window_days=window,
                minimum=minimum,
                value_basis="revenue",
                by="year",
                from_day=_FROM,
                to_day=_TO,
                period_start=_FROM,
                period_end=_TO,
                opening=line.opening,
                new=line.new,
                returned=line.returned,
                lapsed=line.lapsed,
                closing=line.closing,
                opening_value=line.opening_value / 100,
                closing_value=line.closing_value / 100,
            )
        )
    return found
