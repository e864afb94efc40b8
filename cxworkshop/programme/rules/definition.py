"""When the definition holds: no line of the card blank, and none that says other than what was chosen in the lab."""

from __future__ import annotations

from cxworkshop.analysis.card_checks import changed_since_lab
from cxworkshop.analysis.findings import quoted
from cxworkshop.domain.records import Definition
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, ended, lacking, told

_CARD = ("sentence", "unit", "event", "setting", "value_basis", "data_owner", "agreed")


def definition_missing(workshop: Workshop) -> str | None:
    """The card without blanks: the window where purchases count, the grace where contracts do; and true to the lab."""
    card = workshop.one(Definition)
    needed = [*_CARD]
    if card.setting in ("purchases", "hybrid"):
        needed.append("window_days")
    if card.setting in ("contracts", "hybrid"):
        needed.append("grace_days")
    changes = changed_since_lab(workshop)
    return told(
        lacking(blanks(workshop, card, needed), "line of the card is blank", "lines of the card are blank"),
        ended(f"The card no longer says what was chosen in the lab: {'; '.join(changes)}")
        + " Choose it in the lab again, or take off what the lab gave."
        if changes
        else None,
    )


def definition_says(workshop: Workshop) -> str:
    """The definition, and the number that it gives."""
    card = workshop.one(Definition)
    if not card.sentence:
        return "The card appears here: who counts, from which event, until when, and who owns the number."
    number = f" By it, you have {card.agreed:,}." if card.agreed is not None else ""
    return ended(f"The definition: {quoted(card.sentence, 300)}") + number
