"""Value at risk on screen: one moment at a time in words, the pipeline of all of them, and what moves the answer most."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted
from cxworkshop.analysis.risk import moments
from cxworkshop.analysis.risk_words import between_groups, least_sure, still_missing, taken_as_exact, together
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_signs import written_key
from cxworkshop.ui import risk_form, session
from cxworkshop.ui.charts.pipeline import pipeline
from cxworkshop.ui.charts.tornado import tornado
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding, picture
from cxworkshop.ui.session import Here

KEY = (
    f"{written_key()}. A pipe is as thick as the people in it, and the rescued turn off from it; the bar "
    "has the low and the high of its judgements; the padlock counts those who stay only because leaving is hard."
)


def draw() -> None:
    """The moment that is talked about, then the pictures; the projector shows the pictures alone."""
    workshop = session.workshop()
    if not session.projecting():
        _begin(workshop)
        risk_form.draw(workshop)
    picture(
        pipeline,
        until="When the inputs of a moment are in, its pipe stands here: who meets it, whom it fails, who leaves.",
        wide=True,
    )
    if any(row.filled for row in workshop.all(Risk)):
        st.caption(KEY)
    _together(workshop)
    _missing(workshop)
    picture(
        tornado,
        until="Give a judgement a low and a high, and the one that moves the answer most stands here.",
        wide=True,
    )
    if exact := taken_as_exact(workshop):
        st.caption(session.escape(exact))
    if not session.projecting():
        with st.expander("All of it as a table, to paste into", icon=":material/table_rows:"):
            table(Risk)


def _begin(workshop: Workshop) -> None:
    """One click that gives every priority moment its row."""
    begun = {row.touchpoint for row in workshop.all(Risk)}
    bare = tuple(one for one in moments(workshop) if one.priority and not one.parked and one.id not in begun)
    if bare:
        st.button(
            f"Begin with {counted(len(bare), 'priority moment')}",
            key="risk-begin",
            icon=":material/playlist_add:",
            help=session.escape(", ".join(one.name or "—" for one in bare)),
            on_click=_add,
            args=(session.here(), bare),
        )


def _add(here: Here, bare: tuple[Touchpoint, ...]) -> None:
    rows = tuple(Put(Risk.kind, risk_form.row_id(one), {"touchpoint": one.id}) for one in bare)
    here.trying(here.write, Batch(rows, "Value at risk for the priority moments"))


def _together(workshop: Workshop) -> None:
    said = together(workshop)
    if said:
        finding(said, "risk-together")
        notes = filter(None, (between_groups(workshop), least_sure(workshop)))
        st.caption(session.escape(" ".join(notes)))


def _missing(workshop: Workshop) -> None:
    said = still_missing(workshop)
    if said:
        st.markdown("**Not in the picture yet**")
        for words in said:
            st.text(words)
