"""A leader's word and its reason while they are typed: nothing of them is written until somebody presses Sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from streamlit.delta_generator import DeltaGenerator

from cxworkshop.domain.commands import Command
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.ui import session
from cxworkshop.ui.fields import Bound
from cxworkshop.ui.session import Here


@dataclass(frozen=True)
class Typed:
    """The two fields on screen, for the callback of the button that writes them."""

    bound: Bound
    word_key: str
    reason_key: str

    def read(self) -> tuple[str | None, str | None]:
        """The word and the reason as they stand in the fields."""
        return session.peek(self.word_key), session.peek(self.reason_key)

    def kept(self, word: str | None, reason: str | None) -> None:
        """What was typed is the stored word now, so it follows when somebody else changes it."""
        self.bound.known = (word, (reason or "").strip())


def write(here: Here, typed: Typed, signing: Callable[[str | None, str | None], Command], place: str) -> None:
    """Write what `signing` makes of the word and the reason; what went wrong is said at a place beside the rows."""
    word, reason = typed.read()
    try:
        here.write(signing(word, reason))
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=place)
    else:
        typed.kept(word, reason)


def fields(
    here: Here,
    slot: str,
    now: tuple[str | None, str],
    *,
    choices: Sequence[str],
    ask: str,
    places: tuple[DeltaGenerator, DeltaGenerator],
) -> Typed:
    """Fields for a word and its reason that begin with what is kept `now`; `slot` tells this leader's from the others'."""
    bound = _bound(here, slot, now)
    word_key, reason_key = _keys(here, slot, bound)
    said, why = places
    said.segmented_control("Stance", choices, default=now[0], key=word_key, label_visibility="collapsed")
    why.text_area("Reason", now[1], height=100, key=reason_key, placeholder=ask, label_visibility="collapsed")
    return Typed(bound, word_key, reason_key)


def _keys(here: Here, slot: str, bound: Bound) -> tuple[str, str]:
    end = f"{slot}|{here.token}|{bound.visit}|{bound.generation}"
    return f"stance:{end}", f"reason:{end}"


def _bound(here: Here, slot: str, now: tuple[str | None, str]) -> Bound:
    """Which fields the word is typed in; they are made anew when it changes elsewhere, unless somebody types here."""
    place = f"signing:{slot}"
    bound: Bound = here.bounds.setdefault(place, Bound(here.visit, now))
    if bound.visit != here.visit:
        bound = here.bounds[place] = Bound(here.visit, now, bound.generation + 1)
    elif bound.known != now:
        typed = tuple(session.peek(key) for key in _keys(here, slot, bound))
        if typed in (bound.known, (None, None)):
            bound.generation += 1
        bound.known = now
    return bound
