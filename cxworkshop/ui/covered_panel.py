"""Counts that the room has not seen: who has brought one, covered fields to type or correct it in, and the reveal."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.counts import (
    FIGURES,
    covered,
    function_name,
    has_number,
    overdrawn,
    own_closing,
    revealed,
)
from cxworkshop.analysis.findings import counted, listed
from cxworkshop.domain.commands import Batch, Put, Remove, new_id
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import face_of, title_of
from cxworkshop.domain.records import FunctionCount, Leader
from cxworkshop.domain.records.room import FUNCTIONS
from cxworkshop.domain.values import parse
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session, troubles
from cxworkshop.ui.deltas import Problem
from cxworkshop.ui.fields import form
from cxworkshop.ui.session import Here

OPENLY = ("definition", "source", "evidence", "difference")
FEWEST = 2
TAKEN = "covered-taken"
"""How often a covered field has been emptied; what was typed in one is never drawn again."""


def draw() -> None:
    """Who has brought a number, a place to type it unseen, and the button that shows those that are in at once."""
    workshop = session.workshop()
    rows = covered(workshop)
    for row in rows:
        _status(workshop, row)
    if session.projecting():
        return
    _add(workshop)
    if rows:
        _write(workshop, rows)
        _reveal(workshop, rows)


def _status(workshop: Workshop, row: FunctionCount) -> None:
    name, said, out = st.columns([3, 5, 1.4], vertical_alignment="center")
    name.text(function_name(workshop, row))
    if overdrawn(row):
        said.caption(":material/rule: More lost than were there or came: correct it behind its cover")
    elif own_closing(row) is not None:
        said.caption(":material/visibility_off: A number is in, covered until it is revealed with the others")
    elif has_number(row):
        said.caption(":material/visibility_off: Begun and covered: no closing count yet")
    else:
        said.caption(":material/radio_button_unchecked: Not yet")
    if not session.projecting():
        out.button(
            "Take out",
            key=f"out:{row.id}",
            type="tertiary",
            on_click=_do,
            args=(session.here(), Remove("function_count", row.id)),
        )


def _add(workshop: Workshop) -> None:
    here = session.here()
    there = {(row.function or "").casefold() for row in workshop.all(FunctionCount)}
    table = list(dict.fromkeys(one.function for one in workshop.all(Leader) if one.function))
    missing = [name for name in table if name.casefold() not in there]
    others = [name for name in FUNCTIONS if name.casefold() not in there and name not in missing]
    key = f"add-function|{here.token}|{here.pasted.get(TAKEN, 0)}"
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    left.selectbox(
        "Who brings a number?",
        [*missing, *others],
        index=None,
        placeholder="Choose a function, or type its name",
        accept_new_options=True,
        key=key,
        on_change=_added,
        args=(here, key),
    )
    if len(missing) > 1:
        right.button(
            f"Add the {counted(len(missing), 'function')} at the table",
            key="add-all",
            icon=":material/group_add:",
            help=session.escape(listed(missing)),
            on_click=_name,
            args=(here, tuple(missing)),
        )


def _added(here: Here, key: str) -> None:
    typed = session.peek(key)
    if typed:
        _name(here, (str(typed),))


def _name(here: Here, functions: tuple[str, ...]) -> None:
    _emptied(here)
    puts = tuple(Put("function_count", new_id(), {"function": name}) for name in functions)
    _do(here, puts[0] if len(puts) == 1 else Batch(puts, FunctionCount.sheet))


def _do(here: Here, command: Put | Remove | Batch) -> None:
    here.trying(here.write, command)


def _write(workshop: Workshop, rows: tuple[FunctionCount, ...]) -> None:
    """One function at a time, so that its leader can take the keyboard."""
    named = {row.id: function_name(workshop, row) for row in rows}
    # The browser's own button that shows a covered field would show it to the room.
    st.html("<style>.st-key-covered [data-testid=stTextInput] button { display: none; }</style>")
    with st.container(border=True, key="covered"):
        chosen = st.selectbox(
            "Whose number is being written?",
            list(named),
            format_func=lambda id: named.get(id, ""),
            key=f"whose|{session.here().visit}|{'|'.join(named)}",
        )
        row = next((one for one in rows if one.id == chosen), rows[0])
        st.caption(
            "The fields hide what is typed and empty themselves once it is saved. To correct a number, type it again."
        )
        for place, name in zip(st.columns(len(FIGURES)), FIGURES, strict=True):
            with place:
                _field(row, name)
        troubles.say(FunctionCount, row.id)
        st.caption("Words are not covered: say what is counted, and keep the number out of them.")
        form(FunctionCount, row.id, only=OPENLY)


def _field(row: FunctionCount, name: str) -> None:
    here = session.here()
    there = getattr(row, name) is not None
    key = f"covered:{row.id}:{name}|{here.token}|{here.visit}|{here.pasted.get(TAKEN, 0)}"
    st.text_input(
        title_of(FunctionCount, name),
        key=key,
        type="password",
        placeholder="in, covered" if there else "not yet",
        autocomplete="one-time-code",
        on_change=_take,
        args=(here, row, name, key),
    )
    if there:
        st.button(
            "Empty it",
            key=f"empty:{row.id}:{name}",
            type="tertiary",
            on_click=_do,
            args=(here, Put("function_count", row.id, {name: None})),
        )


def _take(here: Here, row: FunctionCount, name: str, key: str) -> None:
    """Save what was typed behind the cover; the error names the place and never repeats what was typed."""
    typed = session.peek(key)
    if not typed:
        return
    place = f"{row.function or '—'}, {title_of(FunctionCount, name)}"
    try:
        value = parse(face_of(FunctionCount, name), typed)
    except BadValue:
        remedy = "what was typed is not a whole number of customers, so type it again in digits"
        troubles.note(here, ("function_count", row.id, name), Problem(place, "", remedy))
    else:
        troubles.note(here, ("function_count", row.id, name), None)
        _do(here, Put("function_count", row.id, {name: value}))
    _emptied(here)


def _emptied(here: Here) -> None:
    here.pasted[TAKEN] = here.pasted.get(TAKEN, 0) + 1


def _reveal(workshop: Workshop, rows: tuple[FunctionCount, ...]) -> None:
    ready = [row for row in rows if own_closing(row) is not None]
    absent = [function_name(workshop, row) for row in rows if own_closing(row) is None]
    enough = len(ready) >= FEWEST or (ready and revealed(workshop))
    st.button(
        "Reveal together" if len(ready) != 1 else "Reveal",
        key="reveal",
        type="primary",
        icon=":material/visibility:",
        disabled=not enough,
        help=None if enough else "Two numbers at least, so that nobody stands alone.",
        on_click=_do,
        args=(
            session.here(),
            Batch(
                tuple(Put("function_count", row.id, {"revealed": True}) for row in ready),
                "Counts revealed together",
            ),
        ),
    )
    if absent:
        st.caption(
            session.escape(
                f"No closing count yet: {listed(absent)}. Revealed without them, they write theirs having seen the others'."
            )
        )
