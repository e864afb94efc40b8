"""A page: its one question, its steps one at a time, and for each step the words, the capture, the picture, the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from cxworkshop.domain.records import Company, Decision
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS
from cxworkshop.programme.progress import minutes, missing
from cxworkshop.programme.step import Part, Step
from cxworkshop.ui import mothers, session
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import accent_css, finding
from cxworkshop.ui.places import PAGE_FILES, part_page
from cxworkshop.ui.trail_links import arrived, came_of_it

__all__ = ["PAGE_FILES", "go", "part_page", "show"]

Body = Callable[[], None]


def show(part: Part, bodies: Mapping[str, Body]) -> None:
    """Draw a page: the question, a button per step, and the open step around its body."""
    workshop = session.workshop()
    left = session.here().once("missing", missing)
    step = _open_step(part, left)
    session.arrive(f"{part.key}/{step.key}")
    if part.competency:
        st.caption(f"Competency {part.competency} of 5 · {part.title}")
    else:
        st.caption(part.title)
    st.html(accent_css(part.competency))
    st.title(part.question, anchor=False)
    if len(part.steps) > 1:
        _rail(part, step, left)
    _frame(part, step, workshop, left[step.key], bodies[step.key])


def _open_step(part: Part, left: Mapping[str, str | None]) -> Step:
    by_key = {step.key: step for step in part.steps}
    undone = next((step.key for step in part.steps if left[step.key]), part.steps[0].key)
    named = (st.query_params.get(session.STEP), session.here().steps.get(part.key))
    asked = next((key for key in named if key in by_key), undone)
    session.here().steps[part.key] = asked
    st.query_params[session.STEP] = asked
    return by_key[asked]


def _rail(part: Part, here: Step, left: Mapping[str, str | None]) -> None:
    with st.container(horizontal=True, key="rail"):
        for step in part.steps:
            done = left[step.key] is None
            st.button(
                step.title,
                key=f"go:{step.key}",
                type="primary" if step is here else "secondary",
                icon=":material/check_circle:" if done else ":material/radio_button_unchecked:",
                help="Done" if done else "Still open",
                on_click=go,
                args=(part.key, step.key),
            )


def go(part: str, step: str) -> None:
    """Open a step of a page."""
    session.here().steps[part] = step
    st.query_params[session.STEP] = step
    session.let_go()


def _frame(part: Part, step: Step, workshop: Workshop, left: str | None, body: Body) -> None:
    title, time = st.columns([4, 1], vertical_alignment="bottom")
    title.header(step.title, anchor=False)
    if not session.projecting():
        time.caption(f"about {minutes(step, workshop.one(Company).agenda)} minutes")
    arrived(step)
    st.markdown(step.why)
    _ask(step, workshop, left)
    session.here().found = False
    body()
    if not session.here().found:
        finding(step.reads(session.workshop()), "reads")
    _decide(step)
    if left is None:
        st.success("Done. Everything that this step asks for is there.", icon=":material/check_circle:")
    else:
        st.info(session.escape(f"Still missing: {left}"), icon=":material/pending:")
    if not session.projecting():
        came_of_it(step)
        _onward(part, step)


def _ask(step: Step, workshop: Workshop, left: str | None) -> None:
    """The questions stand open while nothing is written yet, and fold away once the room is at work."""
    here = session.here()
    if here.asking != (here.visit, step.key):
        here.asking = (here.visit, step.key)
        here.unfolded = left is not None and not any(workshop.all(cls) for cls in step.writes)
    with (
        st.expander("Ask aloud", expanded=here.unfolded, icon=":material/record_voice_over:"),
        st.container(key="ask"),
    ):
        for question in step.questions:
            st.markdown(f"**{question}**")
        if not session.projecting():
            st.caption(f"Watch for: {step.watch}")


def _decide(step: Step) -> None:
    with st.container(border=True, key="decision"):
        st.subheader(step.decision, anchor=False)
        form(Decision, step.key, only=("decided", "dissent"), given={"step": step.key})
        mothers.ask(session.workshop().get(Decision, step.key))


def _onward(part: Part, step: Step) -> None:
    here = part.steps.index(step)
    if here + 1 < len(part.steps):
        following = part.steps[here + 1]
        label, target = f"Next: {following.title}", (part, following)
    else:
        place = PARTS.index(part)
        if place + 1 == len(PARTS):
            return
        target = (PARTS[place + 1], PARTS[place + 1].steps[0])
        label = f"Next page: {target[0].title}"
    if st.button(label, type="primary", icon=":material/arrow_forward:", key="onward"):
        go(target[0].key, target[1].key)
        if target[0] is part:
            st.rerun()
        file, query = part_page(target[1])
        st.switch_page(file, query_params=query)
