"""The same workshop ninety days later: two reviews, a quarter counted anew, and what the measures did since."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Commitment, Reading, Review
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ledger.bridge import compute_bridge
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.names import ALL
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ui.lab_write import row_values
from sample_data.story.bridge import WINDOW
from sample_data.story.words import written

LATER = Path(__file__).with_name("later")
MONTH_ENDS = (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
SINCE = {
    "advice": (71.9, 83.5, 91.0),
    "stock": (96.9, 97.2, 96.8),
    "evening": (60.8, 71.4, 86.9),
    "delivery": (86.0, 93.1, 94.4),
    "growing": (91.0, 90.5, 92.0),
    "put_right": (9.4, 7.1, 5.6),
}
"""Three readings of each measure, January to March 2026."""
STATES = {
    "day": "under way",
    "right": "improved",
    "advice": "improved",
    "guarantee": "finished",
    "welcome": "improved",
    "price": "under way",
    "evening": "under way",
}


def reviewed(finished: Workshop, figures: Mapping[str, float], ledger: Path) -> Workshop:
    """What is added to the finished workshop, or written over in it: only the records and fields that are new."""
    words = written(figures, LATER)
    review = next(one for one in words if isinstance(one, Review) and one.opening is not None)
    records: list[Record] = [
        *_quarters(review, ledger),
        *(
            Reading(id=f"reading-{key}-{day:%Y-%m}", measure=f"measure-{key}", taken_on=day, value=value)
            for key, values in SINCE.items()
            for day, value in zip(MONTH_ENDS, values, strict=True)
        ),
        *(Commitment(id=f"commitment-{key}", state=state) for key, state in STATES.items()),
        *words,
    ]
    return assemble(records, title=finished.title, sample=True)


def _quarters(review: Review, path: Path) -> list[BridgeRow]:
    """The first quarter of 2025 as the ledger has it, and that of 2026 as it was counted for the review."""
    ledger = open_ledger(path, columns={"segment": "segment"})
    definition = BridgeDefinition(
        window=WINDOW, by="quarter", from_day=date(2025, 1, 1), to_day=date(2025, 3, 31)
    )
    before = next(line for line in compute_bridge(ledger, definition).rows if line.segment == ALL)
    names = ("opening", "new", "returned", "lapsed")
    worth = tuple(f"{name}_value" for name in (*names, "grown", "shrunk"))
    return [
        BridgeRow(id="bridge-2025-q1-all", **row_values(before)),
        BridgeRow(
            id="bridge-2026-q1-all",
            period_start=review.period_start,
            period_end=review.period_end,
            evidence="fact",
            **{name: getattr(review, name) for name in (*names, *worth)},
        ),
    ]
