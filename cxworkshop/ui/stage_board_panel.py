"""The stage board on screen: priorities by the stage of the customer's life, in columns of how far they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cxworkshop.analysis.commitments import Owned
from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.stage_board import Lane, board_says, lanes, state_of
from cxworkshop.domain.records import Commitment
from cxworkshop.domain.records.commit import STATES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.fields import field
from cxworkshop.ui.pictures import colours, finding

SIGNS = dict(
    zip(
        STATES,
        (
            ":material/radio_button_unchecked:",
            ":material/play_circle:",
            ":material/trending_up:",
            ":material/task_alt:",
        ),
        strict=True,
    )
)
WIDTHS = (1.1, 1, 1, 1, 1)


def draw() -> None:
    """A lane for each stage, a column for each state; what moves on is moved right here."""
    workshop = session.workshop()
    finding(board_says(workshop), "board")
    found = lanes(workshop)
    if all(lane.empty for lane in found):
        return
    heads = st.columns(WIDTHS)
    for place, state in zip(heads[1:], STATES, strict=True):
        many = sum(len(lane.cells[state]) for lane in found)
        place.markdown(f"**{SIGNS[state]} {state.capitalize()}** · {many}")
    st.html(
        f"<style>[class*=st-key-lane] {{ border-top: 1px solid {colours().grid}; padding-top: 0.6rem; }}</style>"
    )
    for number, lane in enumerate(found):
        with st.container(key=f"lane-{number}"):
            _lane(workshop, lane)


def _lane(workshop: Workshop, lane: Lane) -> None:
    side, *cells = st.columns(WIDTHS)
    with side:
        st.text(workshop.name_of("stage", lane.stage.id) if lane.stage else "Of no stage yet")
    if lane.empty:
        cells[0].caption("Nothing begins here")
    for place, rows in zip(cells, lane.cells.values(), strict=True):
        with place:
            _cell(workshop, rows)


def _cell(workshop: Workshop, rows: Sequence[Owned]) -> None:
    for one in rows:
        row = one.commitment
        with st.container(border=True, key=f"card-board-{one.candidate.id}", gap="xsmall"):
            st.text(f"{one.number}. {one.candidate.name or '—'}")
            st.caption(session.escape(_next(workshop, one)))
            if not session.projecting():
                field(
                    Commitment,
                    row.id,
                    "state",
                    given={"candidate": one.candidate.id},
                    widget=_moved(state_of(one)),
                    place=":board",
                )


def _next(workshop: Workshop, one: Owned) -> str:
    """Who answers for it, and the day that comes next in its state."""
    row = one.commitment
    leader = workshop.name_of("leader", row.executive) or "nobody yet"
    begun = state_of(one) != STATES[0]
    day, what = (row.review_day, "look on") if begun else (row.first_day, "by")
    said = f"{leader}, {what} {day_label(day)}" if day else leader
    first = workshop.name_of("candidate", one.candidate.waits_for)
    return f"{said}; begins after {quoted(first, 40)}" if first and not begun else said


def _moved(now: str) -> Any:
    """A choice of the state whose title is said by the column that the card stands in."""

    def choose(title: str, value: Any, common: dict[str, Any]) -> object:
        shown = {**common, "help": None}
        return st.selectbox(title, STATES, index=STATES.index(now), label_visibility="collapsed", **shown)

    return choose
