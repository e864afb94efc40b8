"""Signing the definition card: whose word counts on the card as it stands, whose must be given again, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cxworkshop.analysis.card import FIELDS, card_changes, card_text
from cxworkshop.analysis.card_checks import count_against_bridge
from cxworkshop.domain.commands import Batch, Put, new_id
from cxworkshop.domain.errors import BadValue, Conflict
from cxworkshop.domain.fields import LONG, SHORT
from cxworkshop.domain.records import Definition, Leader, Signature, SignOff
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.definition import definition_missing
from cxworkshop.programme.say import called, present

State = Literal["silent", "unconfirmed", "reopened", "signed"]
"""Nothing said; said without the card it was said on; said on another card; said on the card as it stands."""
CHANGED = "The card changed while you were signing. Nothing was signed: read it again and press Sign."
UNLISTED = "a leader who is no longer listed"


@dataclass(frozen=True)
class Word:
    """One leader's word on the card as it stands now."""

    who: str
    row: SignOff
    """Blank, under the leader's id, where nothing was said yet."""
    state: State
    awaited: bool
    """Whether the leader is in the room, so that the count waits for this word."""
    listed: bool
    changes: tuple[str, ...] = ()
    """What changed in the card since, where the word was given on another."""
    again: bool = False
    """Whether another row holds this leader's word already, as a row that was copied in Excel does."""

    @property
    def objects(self) -> bool:
        """An objection stands on whatever card it was made, until its leader gives another word."""
        return self.row.stance == "object"


@dataclass(frozen=True)
class Chapter:
    """Signatures given one after another on the same card."""

    card: int
    """Which card it is, counted from 1; one that comes back has the number that it had."""
    text: str
    changes: tuple[str, ...]
    """What changed in the card since the chapter before."""
    signatures: tuple[Signature, ...]


def words_given(workshop: Workshop) -> tuple[Word, ...]:
    """A word for each leader in the room, in their order, then every other that was given: nobody's is passed over."""
    card, room = card_text(workshop), present(workshop)
    rows: dict[str, list[SignOff]] = {leader.id: [] for leader in room}
    for row in workshop.all(SignOff):
        if row.stance:
            rows.setdefault(row.leader or f"nobody {row.id}", []).append(row)
    found: list[Word] = []
    more: list[Word] = []
    for id, given in rows.items():
        # A row that the screen wrote bears its leader's id; of several it is the leader's own.
        own, *others = sorted(given, key=lambda row: row.id != id) or [_unsaid(workshop, id)]
        found.append(_word(workshop, own, card, awaited=any(leader.id == id for leader in room)))
        more += (_word(workshop, row, card, awaited=False, again=True) for row in others)
    return (*found, *more)


def missing_for_one_version(workshop: Workshop) -> tuple[Word, ...]:
    """The words that keep the card from being the one company version: objections, those not given on this card, and
    second words of one leader."""
    return tuple(
        word
        for word in words_given(workshop)
        if word.objects or word.again or (word.awaited and word.state != "signed")
    )


def one_version(workshop: Workshop) -> bool:
    """Whether every leader in the room has signed this very card, no objection stands, and the card is whole and true."""
    signed = any(word.awaited for word in words_given(workshop))
    whole = not definition_missing(workshop) and not count_against_bridge(workshop)
    return whole and signed and not missing_for_one_version(workshop)


def last_day(workshop: Workshop) -> date | None:
    """The day of the latest signature on the card as it stands."""
    card = card_text(workshop)
    days = [one.given_on for one in workshop.all(Signature) if one.signed == card and one.given_on]
    return max(days, default=None)


def log(workshop: Workshop) -> tuple[Chapter, ...]:
    """Every signature ever given, in order, card by card."""
    found: list[Chapter] = []
    cards: dict[str, int] = {}
    for one in workshop.all(Signature):
        text = one.signed or ""
        card = cards.setdefault(text, len(cards) + 1)
        if found and found[-1].text == text:
            found[-1] = Chapter(card, text, found[-1].changes, (*found[-1].signatures, one))
        else:
            found.append(Chapter(card, text, card_changes(found[-1].text, text) if found else (), (one,)))
    return tuple(found)


def sign(
    workshop: Workshop, seen: SignOff, stance: str | None, reason: str | None, card: str, today: date
) -> Batch:
    """The one change that a signature is: the leader's word as it now stands, and a line in the log.

    `seen` is the leader's row and `card` the text as they stood on the signer's screen. Raises BadValue (no stance, an
    objection without its reason, no sentence to sign, a card that is too long to be kept) or Conflict (the card changed
    meanwhile); the store refuses the change where the word itself, or the card, changed between this and the writing.
    """
    definition = workshop.one(Definition)
    if not definition.sentence:
        raise BadValue("There is no definition to sign yet: write its sentence in the step before.")
    if not stance:
        raise BadValue("Choose first: agree, can live with it, or object. Then press Sign.")
    if stance == "object" and not (reason or "").strip():
        raise BadValue(
            "Say what would have to change for you to agree, then press Sign: an objection is kept with its reason."
        )
    if card != card_text(workshop):
        raise Conflict(CHANGED)
    if len(card) > LONG:
        raise BadValue(
            f"The card has {len(card):,} characters: shorten it to {LONG:,}, so that it can be kept as signed."
        )
    leader = workshop.get(Leader, seen.leader)
    said = {"leader": seen.leader, "stance": stance, "reason": reason or None, "signed": card}
    name = called(workshop, leader)[:SHORT] if leader else None
    return Batch(
        (
            # Writes nothing: it makes the store refuse the signature where somebody changes the card at this moment.
            Put("definition", "definition", {}, seen={field: getattr(definition, field) for field in FIELDS}),
            Put("sign_off", seen.id, said, seen={"stance": seen.stance, "reason": seen.reason}),
            Put("signature", new_id(), {**said, "name": name, "given_on": today}),
        ),
        f"Signed, {name}" if name else "Signed",
    )


def _unsaid(workshop: Workshop, leader_id: str) -> SignOff:
    """The row that a first word of a leader goes to: one without a word, where it is there, and never somebody else's."""
    row = workshop.get(SignOff, leader_id)
    if row is None or row.leader != leader_id:
        return SignOff(id=leader_id if row is None else f"{leader_id}-own", leader=leader_id)
    return row


def _word(workshop: Workshop, row: SignOff, card: str, *, awaited: bool, again: bool = False) -> Word:
    leader = workshop.get(Leader, row.leader)
    who = called(workshop, leader) if leader else UNLISTED
    state: State = "silent"
    changes: tuple[str, ...] = ()
    if row.stance and not row.signed:
        state = "unconfirmed"
    elif row.stance and row.signed:
        state = "signed" if row.signed == card else "reopened"
        changes = card_changes(row.signed, card)
    return Word(who, row, state, awaited, leader is not None, changes, again)
