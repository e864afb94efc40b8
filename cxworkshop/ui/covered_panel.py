"""Counts that the room has not seen: who has brought one, covered fields to type or correct it in, and the reveal."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.counts import (
    covered,
    function_name,
    has_number,
    overdrawn,
    own_closing,
    revealed,
)
from cxworkshop.analysis.findings import counted, listed
from cxworkshop.domain.commands import Batch, Put, Remove, new_id
from cxworkshop.domain.records import FunctionCount, Leader
from cxworkshop.domain.records.room import FUNCTIONS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import covered_fields, session
from cxworkshop.ui.session import Here

FEWEST = 2


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
        covered_fields.draw(workshop, rows)
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
    key = f"add-function|{here.token}|{here.pasted.get(covered_fields.TAKEN, 0)}"
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
    covered_fields.emptied(here)
    puts = tuple(Put("function_count", new_id(), {"function": name}) for name in functions)
    _do(here, puts[0] if len(puts) == 1 else Batch(puts, FunctionCount.sheet))


def _do(here: Here, command: Put | Remove | Batch) -> None:
    here.trying(here.write, command)


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
