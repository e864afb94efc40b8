"""When the lab has done its work: a variant is chosen, or the room defined its customer without a ledger."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, customers, quoted, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import Definition, LedgerSource, Variant
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import written


def lab_missing(workshop: Workshop) -> str | None:
    """A chosen variant; without a ledger, a definition with its count is enough."""
    card = workshop.one(Definition)
    if workshop.get(Variant, card.variant) or (
        not workshop.one(LedgerSource).file and card.agreed is not None
    ):
        return None
    if not workshop.one(LedgerSource).file:
        return "No ledger is open yet: open one, or write the definition and its count on the card."
    if not written(workshop, Variant):
        return "No variant is kept yet: set the dials, and keep the definition under a name."
    return "No variant is chosen yet: make one of them the definition."


def lab_says(workshop: Workshop) -> str:
    """How far the kept variants' counts lie apart, and which one was chosen."""
    kept = [row for row in written(workshop, Variant) if row.closing is not None]
    if not kept:
        return "Each change of a dial is counted at once on your own ledger; what you keep stands here side by side."
    low, high = min(row.closing or 0 for row in kept), max(row.closing or 0 for row in kept)
    gave = people(high, customers(workshop))
    said = f"{counted(len(kept), 'definition')} tried: {gave if low == high else f'{low:,} to {gave}'}."
    chosen = workshop.get(Variant, workshop.one(Definition).variant)
    if chosen and chosen.closing is not None:
        said += f" Chosen: {quoted(chosen.name)}, {chosen.closing:,}."
    return sentence(said)
