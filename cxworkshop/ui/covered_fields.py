"""Covered fields: a number is typed unseen, saved, and never drawn again before it is revealed."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.counts import FIGURES, function_name
from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import face_of, title_of
from cxworkshop.domain.records import FunctionCount
from cxworkshop.domain.values import parse
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session, troubles
from cxworkshop.ui.deltas import Problem
from cxworkshop.ui.fields import form
from cxworkshop.ui.session import Here

OPENLY = ("definition", "source", "evidence", "difference")
TAKEN = "covered-taken"
"""How often a covered field has been emptied; what was typed in one is never drawn again."""


def draw(workshop: Workshop, rows: tuple[FunctionCount, ...]) -> None:
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
            on_click=here.trying,
            args=(here.write, Put("function_count", row.id, {name: None})),
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
        here.trying(here.write, Put("function_count", row.id, {name: value}))
    emptied(here)


def emptied(here: Here) -> None:
    """Draw the covered fields afresh and empty."""
    here.pasted[TAKEN] = here.pasted.get(TAKEN, 0) + 1
