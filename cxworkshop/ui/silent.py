"""What all silent rounds share: how many answers are in, a cover to type behind, taking back, and one moment of reveal."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

import streamlit as st

from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.analysis.leadership import voters
from cxworkshop.analysis.silent import ENOUGH
from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.records import Reveal
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

# The browser's own button that shows a covered field would show it to the room.
_CSS = "<style>[class*=st-key-covered] [data-testid=stTextInput] button { display: none; }</style>"


NOBODY = ""


@dataclass(frozen=True)
class Round:
    """A silent round: what is handed in, the kind of its records, and the answer of Reveal that opens it."""

    thing: str
    kind: str
    reveals: str
    logged: str
    """How the log calls one that was handed in."""
    count: Callable[[Workshop], int]
    opened: Callable[[Workshop], bool]
    changed: Callable[[Workshop], str | None]
    """Why what was open once must not be opened again now; None where it may."""

    @property
    def seen(self) -> str:
        """The answer of Reveal that says how many the room has seen."""
        return f"{self.reveals}_seen"


def draw(round: Round, ask: Callable[[], None]) -> None:
    """How many are in, and either the cover to type behind with what can be done, or the way back behind it."""
    workshop = session.workshop()
    count, opened = round.count(workshop), round.opened(workshop)
    changed = round.changed(workshop)
    st.markdown(f"**{changed or in_says(round.thing, count, voters(workshop), opened)}**")
    if session.projecting():
        return
    if opened:
        _close(round)
        return
    st.html(_CSS)
    with st.container(border=True, key=f"covered-{round.kind}"):
        ask()
        # Beside the button that was pressed: the fields above may be higher than the screen.
        session.say_notices(round.kind)
    with st.container(horizontal=True, vertical_alignment="center"):
        _reveal(round, count, changed)
        _take_back(round, workshop, count)
        _begin_again(round, count)


def in_says(thing: str, count: int, room: int, opened: bool) -> str:
    """How many are in, of how many, and what comes next: `5 of 8 slips are in; pass the keyboard on.`"""
    if opened:
        return sentence(f"{counted(count, thing)}, opened together.")
    verb = "is" if count == 1 else "are"
    of = f"{count} of {room} {thing}s {verb} in" if room else sentence(f"{counted(count, thing)} in")
    if not count:
        return f"No {thing} is in yet: whoever sits at the keyboard begins."
    if room and count > room:
        return f"{count} {thing}s are in from {room} leaders in the room: one is in twice. Take it back, or begin again."
    if count == room:
        few = "fewer than three are never opened, so say aloud what you wrote."
        return f"{of}: {'reveal them together.' if count >= ENOUGH else few}"
    return f"{of}; pass the keyboard on."


def secret(label: str, key: str) -> None:
    """A field that hides what is typed and is never drawn with it again."""
    st.text_input(label, key=key, type="password", autocomplete="one-time-code")


def slot(round: Round) -> str:
    """The part of widget keys that is new after each answer handed in, so that its fields come back empty."""
    here = session.here()
    return f"{here.token}|{here.visit}|{here.pasted.get(round.kind, 0)}"


def refuse(here: Here, round: Round, wrong: Collection[str]) -> None:
    """Say what is wrong with what was typed, never what it was."""
    here.notice("\n".join(wrong), bad=True, place=round.kind)


def hand_in(here: Here, round: Round, command: Command) -> None:
    """Keep an answer and empty the cover; where the room has opened the others, they are covered again first."""
    here.trying(_hand_in, here, round, command)


def _hand_in(here: Here, round: Round, command: Command) -> None:
    if getattr(here.workshop().one(Reveal), round.reveals):
        # In one change, for a signed one beside it would tell who handed in.
        command = Batch((_revealed(round, False), command), round.logged)
    here.write(command)
    here.pasted[round.kind] = here.pasted.get(round.kind, 0) + 1
    here.notice(f"The {round.thing} is in and covered; pass the keyboard on.", place=round.kind)


def _revealed(round: Round, yes: bool) -> Put:
    return Put(Reveal.kind, Reveal.kind, {round.reveals: yes})


def _close(round: Round) -> None:
    here = session.here()
    left, right = st.columns([1, 3], vertical_alignment="center")
    left.button(
        "Cover them again",
        key=f"close:{round.kind}",
        icon=":material/visibility_off:",
        on_click=here.trying,
        args=(here.write, _revealed(round, False)),
        width="stretch",
    )
    right.caption(
        f"A {round.thing} that comes in after this moment could be told by what it changes, so it opens only with two "
        "more, or when everybody begins again."
    )


def _reveal(round: Round, count: int, changed: str | None) -> None:
    here = session.here()
    late = max(0, voters(here.workshop()) - count)
    st.button(
        "Reveal together",
        key=f"reveal:{round.kind}",
        type="secondary" if late else "primary",
        icon=":material/visibility:",
        disabled=count < ENOUGH or changed is not None,
        help=f"{sentence(in_words(ENOUGH))} {round.thing}s at least, so that nobody stands alone."
        if count < ENOUGH
        else f"{sentence(counted(late, f'{round.thing} is', f'{round.thing}s are'))} still missing. One or two that come in "
        "after the reveal could be told by what they change, so they would not be opened."
        if late
        else None,
        on_click=here.trying,
        args=(_open, here, round),
    )


def _open(here: Here, round: Round) -> None:
    found = here.workshop()
    changed = round.changed(found)
    if changed:
        here.notice(changed, bad=True, place=round.kind)
        return
    # Nobody's change, so that no undo makes the app forget what the room has seen.
    seen = Put(Reveal.kind, Reveal.kind, {round.seen: round.count(found)})
    here.wrote(session.store().commit(found.code, seen, NOBODY))
    here.write(_revealed(round, True))


def _take_back(round: Round, workshop: Workshop, count: int) -> None:
    here = session.here()
    newest = session.store().can_undo(workshop.code, here.me)
    st.button(
        "Take back the last one",
        key=f"back:{round.kind}",
        icon=":material/undo:",
        disabled=not count or newest != round.logged,
        help=f"Only while the {round.thing} is the newest thing that was written here.",
        on_click=here.trying,
        args=(_undo, here, round),
    )


def _undo(here: Here, round: Round) -> None:
    store, code = session.store(), here.code or ""
    if store.can_undo(code, here.me) != round.logged:
        here.notice(
            f"Something else was written since, so the last {round.thing} was left as it is.",
            bad=True,
            place=round.kind,
        )
        return
    here.wrote(store.undo(code, here.me))
    here.renew()


def _begin_again(round: Round, count: int) -> None:
    here = session.here()
    if not count:
        return
    with st.popover("Begin again", icon=":material/restart_alt:"):
        st.write(f"This takes out every {round.thing} that is in, and everybody writes anew.")
        st.button(
            f"Remove {'it' if count == 1 else f'all {in_words(count)}'}",
            key=f"again:{round.kind}",
            type="primary",
            on_click=here.trying,
            args=(_remove, here, round),
        )


def _remove(here: Here, round: Round) -> None:
    gone = tuple(Remove(kind, id) for kind, id in here.workshop().items if kind == round.kind)
    if gone:
        anew = Put(Reveal.kind, Reveal.kind, {round.reveals: False, round.seen: None})
        here.write(Batch((*gone, anew), f"All {round.thing}s taken out"))
    here.renew()
