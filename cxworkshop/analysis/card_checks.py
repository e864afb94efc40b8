"""Where the definition card contradicts what it rests on: the bridge's closing count, and the lab's own dials."""

from __future__ import annotations

from cxworkshop.analysis.bridge import closing, number
from cxworkshop.analysis.bridge_rows import Bridge, latest, totals
from cxworkshop.analysis.card import card_changes, lines_of, text_of
from cxworkshop.analysis.lab import dials
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.records import Company, Definition, Variant
from cxworkshop.domain.workshop import Workshop

_DIALS = ("setting", "window_days", "grace_days", "minimum", "value_basis")


def count_against_bridge(workshop: Workshop) -> str | None:
    """`The card says 9,999, the bridge of 2025 closes with 2: make them one number.`; None where nothing contradicts.

    Compared is the bridge of all customers that ends on the card's day: the day that its variant was counted on, or
    the company's last. Where no bridge ends then, the only period there is.
    """
    agreed, found = workshop.one(Definition).agreed, _of_the_card(workshop)
    end = closing(found[1]) if found else None
    if agreed is None or found is None or end is None or end == agreed:
        return None
    row = found[0]
    of = f" of {period_label(row.period_start, row.period_end)}" if row.period_end else ""
    return f"The card says {agreed:,}, the bridge{of} closes with {number(end)}: make them one number."


def changed_since_lab(workshop: Workshop) -> tuple[str, ...]:
    """The lines of the card that no longer say what the chosen variant gave: `The count: 2 → 9,999`.

    Only dials that take effect and the count are compared; the words of the card are the room's own.
    """
    card = workshop.one(Definition)
    variant = workshop.get(Variant, card.variant)
    if variant is None:
        return ()
    stands = dials(variant)
    gave = {name: stands[name] for name in _DIALS if name in stands}
    if variant.closing is not None:
        gave["agreed"] = variant.closing
    # A blank grace or minimum is none of either.
    moved = {name: value for name, value in gave.items() if (getattr(card, name) or 0) != (value or 0)}
    currency = workshop.one(Company).currency
    before, after = (lines_of(one, currency) for one in (card.with_values(moved), card))
    return card_changes(text_of(before), text_of(after))


def _of_the_card(workshop: Workshop) -> Bridge | None:
    about = latest(workshop)
    variant = workshop.get(Variant, workshop.one(Definition).variant)
    day = (variant.period_end if variant else None) or workshop.one(Company).period_end
    if about is None or day is None or about[0].period_end == day:
        return about
    found = totals(workshop)
    return next((one for one in found if one[0].period_end == day), about if len(found) == 1 else None)
