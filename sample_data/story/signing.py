"""What stands on the card that the leaders signed, their signatures on it, and the first one that was taken back."""

from datetime import date

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.lab import outcome
from cxworkshop.analysis.lab_words import gives
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Company, Definition, Leader, Signature, SignOff, Variant
from cxworkshop.domain.workshop import assemble

_HELD = date(2026, 1, 13)
_FIRST = {
    "leader-cmo": "A reader who opens our letter every week is closer to us than somebody who bought one bulb.",
    "leader-cfo": "Eighteen months, or we lose those who plant every other year.",
}
"""Who objected to an earlier card, and why; both gave another word later."""


def signed(records: list[Record], tried: list[Variant]) -> list[Record]:
    """The records with the card completed, every word on it bound to it, and the log of all signatures."""
    chosen, other = tried[0], tried[1]
    word = next(one.customer_word for one in records if isinstance(one, Company)) or "customers"

    def card_of(variant: Variant) -> list[Record]:
        said = {"gives": gives(outcome(variant), word), "variant": variant.id}
        if variant is not chosen:
            said |= {
                "sentence": variant.sentence,
                "window_days": variant.window_days,
                "agreed": variant.closing,
            }
        return [one.with_values(said) if isinstance(one, Definition) else one for one in records]

    earlier, final = card_text(assemble(card_of(other))), card_text(assemble(card_of(chosen)))
    names = {one.id: f"{one.name}, {one.function}" for one in records if isinstance(one, Leader)}
    finished = [
        one.with_values({"signed": final}) if isinstance(one, SignOff) else one for one in card_of(chosen)
    ]
    return [
        *finished,
        *(
            _line(f"first-{leader}", leader, names[leader], "object", reason, earlier)
            for leader, reason in _FIRST.items()
        ),
        *(
            _line(one.id, one.leader, names[one.leader or ""], one.stance, one.reason, final)
            for one in finished
            if isinstance(one, SignOff)
        ),
    ]


def _line(
    id: str, leader: str | None, name: str, stance: str | None, reason: str | None, card: str
) -> Signature:
    return Signature(
        id=f"signature-{id}",
        leader=leader,
        name=name,
        stance=stance,
        reason=reason,
        signed=card,
        given_on=_HELD,
    )
