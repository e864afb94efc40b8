"""Where the card contradicts the bridge or the lab: told only where both speak of the same day, and of dials that count."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.card_checks import changed_since_lab, count_against_bridge
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Company, Definition, Variant
from cxworkshop.domain.workshop import assemble

CARD = Definition(
    id="definition", agreed=9_999, setting="purchases", window_days=365, value_basis="revenue", variant="v"
)
VARIANT = Variant(id="v", setting="purchases", window_days=365, closing=9_999, period_end=date(2025, 12, 31))


def year(number: int, closing: int) -> BridgeRow:
    """A calendar year's bridge that closes so."""
    return BridgeRow(
        id=f"b{number}",
        period_start=date(number, 1, 1),
        period_end=date(number, 12, 31),
        opening=closing,
        new=0,
        lapsed=0,
    )


def contradiction(*records: Record) -> str | None:
    """What is said of these records."""
    return count_against_bridge(assemble(records))


def test_a_count_that_the_bridge_does_not_close_with_is_told() -> None:
    """9,999 on the card, 2 at the end of the bridge; nothing is said where they agree, or where one of them is blank."""
    assert contradiction(CARD, year(2025, 2)) == (
        "The card says 9,999, the bridge of 2025 closes with 2: make them one number."
    )
    assert contradiction(CARD, year(2025, 9_999)) is None
    assert contradiction(CARD) is None
    assert contradiction(Definition(id="definition"), year(2025, 2)) is None


def test_a_segment_alone_contradicts_no_count_of_all() -> None:
    """Where every segment is there, their sum is compared; where one of them has no closing yet, nothing is."""
    homes = year(2025, 6_000).model_copy(update={"id": "h", "segment": "Homes"})
    firms = year(2025, 3_999).model_copy(update={"id": "f", "segment": "Firms"})
    assert contradiction(CARD, homes, firms) is None
    assert contradiction(CARD, homes, firms.with_values({"opening": 2})) is not None
    assert contradiction(CARD, homes, firms.with_values({"new": None})) is None


def test_only_a_bridge_of_the_same_day_is_compared() -> None:
    """A later bridge, put in at a review, leaves the card of the year before true; the only one there is always compared."""
    company = Company(id="company", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    assert contradiction(CARD, VARIANT, year(2025, 9_999), year(2026, 2)) is None
    assert contradiction(CARD, company, year(2024, 2), year(2026, 2)) is None
    assert contradiction(CARD, company, year(2024, 2)) is not None


def test_what_was_changed_since_the_lab_is_told_line_by_line() -> None:
    """Another window and another count than the chosen variant's; what was not set in the lab is the room's own."""
    typed = CARD.with_values({"window_days": 30, "agreed": 2, "grace_days": 0, "exclusions": "Staff"})
    assert changed_since_lab(assemble([typed, VARIANT])) == (
        "Window: 365 days → 30 days",
        "The count: 9,999 → 2",
    )
    assert changed_since_lab(assemble([CARD, VARIANT])) == ()
    assert changed_since_lab(assemble([typed])) == ()
