"""Signing the plan: whose word holds for the priorities and commitments as they stand, and whose must be given anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal

from cxworkshop.analysis.commitments import REQUIRED, Owned, owned
from cxworkshop.analysis.findings import brief
from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import BadValue, Conflict
from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.record import face_of
from cxworkshop.domain.records import Commitment, Leader, Pledge
from cxworkshop.domain.records.commit import PLEDGES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import called, present, written

SIGNS, LIVES, OBJECTS = PLEDGES
State = Literal["silent", "unconfirmed", "earlier", "signed"]
"""Nothing said; said without the plan it was said on; said on another plan; said on the plan as it stands."""
CHANGED = "The plan changed while you were signing. Nothing was signed: read it again and press Sign."
GONE = "This leader is no longer listed, so nothing was signed. List the leader on the first page again, then sign."
NAME = 90
"""The longest name of a priority in a list of what changed, in letters."""
SWORN = tuple(name for name in REQUIRED if name != "message")
"""What of a commitment is signed. How it is told to the organisation may be polished without asking everybody again."""


@dataclass(frozen=True)
class Word:
    """One leader's word on the plan as it stands now."""

    who: str
    row: Pledge
    """Blank, under the leader's id, where nothing was said yet."""
    state: State
    awaited: bool
    """Whether the leader is in the room, so that the plan waits for this word."""
    theirs: bool
    """Whether it is the word of a leader who is listed, and the only one; any other can just be taken off."""
    changes: tuple[str, ...] = ()
    """The priorities that came, went or changed since, where the word was given on another plan."""

    @property
    def objects(self) -> bool:
        """An objection stands on whatever plan it was made, until its leader gives another word."""
        return self.row.word == OBJECTS


def plan_mark(workshop: Workshop) -> str:
    """A mark of the plan as people read it: the chosen priorities and what is promised for each, whatever their order.

    One short piece for each priority, its name before the point and its promise behind it, so that a later reader can
    tell which of them changed. Leaders are named by id: whoever spells a name right asks nobody to sign again. Empty
    without priorities.
    """
    mark = " ".join(sorted(_piece(workshop, one) for one in owned(workshop)))
    return mark if len(mark) <= SHORT else _short(mark, 32)


def words_given(workshop: Workshop) -> tuple[Word, ...]:
    """A word for each leader in the room, then for each who is not but spoke, then every other word that is there."""
    mark, room = plan_mark(workshop), present(workshop)
    given = [row for row in workshop.all(Pledge) if row.word]
    found: list[Word] = []
    for leader in (*room, *(one for one in written(workshop, Leader) if one not in room)):
        # A row that the screen wrote bears its leader's id; of several it is the leader's own.
        own = sorted((row for row in given if row.leader == leader.id), key=lambda row: row.id != leader.id)
        if own or leader in room:
            row = own[0] if own else _unsaid(workshop, leader)
            found.append(_word(workshop, row, mark, awaited=leader in room, theirs=True))
            given = [other for other in given if other is not row]
    return (*found, *(_word(workshop, row, mark, awaited=False, theirs=False) for row in given))


def away(workshop: Workshop) -> tuple[Leader, ...]:
    """The leaders who are not in the room and have said nothing: told, and not waited for."""
    room, spoke = present(workshop), {row.leader for row in workshop.all(Pledge) if row.word}
    return tuple(one for one in written(workshop, Leader) if one not in room and one.id not in spoke)


def sign(
    workshop: Workshop, seen: Pledge, word: str | None, reason: str | None, mark: str, today: date
) -> Put:
    """The change that a signature is. `seen` is the leader's row and `mark` the plan as they stood on the signer's screen.

    Raises BadValue (nothing to sign, no word, an objection without its reason) or Conflict (the plan changed meanwhile);
    the store refuses it where the word itself changed between this and the writing.
    """
    if not mark:
        raise BadValue("There are no priorities to sign yet: choose them first.")
    if workshop.get(Leader, seen.leader) is None:
        raise Conflict(GONE)
    if not word:
        raise BadValue(f"Choose first: {SIGNS}, {LIVES} or {OBJECTS}. Then press Sign.")
    if word == OBJECTS and not (reason or "").strip():
        raise BadValue(
            "Say what would have to change for you to sign, then press Sign: an objection is kept with its reason."
        )
    if mark != plan_mark(workshop):
        raise Conflict(CHANGED)
    said = {
        "leader": seen.leader,
        "word": word,
        "reason": reason or None,
        "on_day": today,
        "signed_for": mark,
    }
    return Put("pledge", seen.id, said, seen={"word": seen.word, "reason": seen.reason})


def plan_changes(workshop: Workshop, old: str) -> tuple[str, ...]:
    """What is different from the plan that bears an older mark: `changed: Refunds within five days`."""
    before = Counter(piece for piece in old.split() if "." in piece)
    if not before:
        return ("another plan",)
    now = {one.candidate.id: _piece(workshop, one) for one in owned(workshop)}
    left = before - Counter(now.values())
    kept = before - left
    names = Counter(piece.split(".")[0] for piece in left.elements())
    found = []
    for one in owned(workshop):
        piece = now[one.candidate.id]
        name = piece.split(".")[0]
        if kept[piece]:
            kept[piece] -= 1
        elif names[name]:
            names[name] -= 1
            found.append(f"changed: {brief(one.candidate.name or '—', NAME)}")
        else:
            found.append(f"new: {brief(one.candidate.name or '—', NAME)}")
    gone = names.total()
    return (*found, *([f"no longer among them: {gone}"] if gone else []))


def _unsaid(workshop: Workshop, leader: Leader) -> Pledge:
    """The row that a first word of a leader goes to: one without a word, where it is there, and never somebody else's."""
    row = workshop.get(Pledge, leader.id)
    if row is None or row.leader != leader.id:
        return Pledge(id=leader.id if row is None else f"{leader.id}-own", leader=leader.id)
    return row


def _piece(workshop: Workshop, one: Owned) -> str:
    said = [_said(workshop, one.commitment, name) for name in SWORN]
    return f"{_short(one.candidate.name or '', 4)}.{_short(chr(31).join(said), 6)}"


def _said(workshop: Workshop, row: Commitment, name: str) -> str:
    value, refers = getattr(row, name), face_of(Commitment, name).refers
    if refers:
        return str(value) if (refers, value) in workshop.items else ""
    # A whole number reads alike, whether it came from the screen or from a cell of Excel.
    return f"{value:.15g}" if isinstance(value, int | float) else "" if value is None else str(value)


def _short(words: str, letters: int) -> str:
    return sha256(words.encode()).hexdigest()[:letters]


def _word(workshop: Workshop, row: Pledge, mark: str, *, awaited: bool, theirs: bool) -> Word:
    leader = workshop.get(Leader, row.leader)
    who = called(workshop, leader) if leader else "a leader who is no longer listed"
    state: State = "silent"
    changes: tuple[str, ...] = ()
    if row.word and not row.signed_for:
        state = "unconfirmed"
    elif row.word and row.signed_for:
        state = "signed" if row.signed_for == mark else "earlier"
        changes = plan_changes(workshop, row.signed_for) if state == "earlier" else ()
    return Word(who, row, state, awaited, theirs, changes)
