"""Candidates that gather themselves from the earlier pages, and the verdict on each."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.priorities import candidates, chosen, gate, ties
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Candidate
from cxworkshop.programme import STEPS
from cxworkshop.ui import session
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here
from cxworkshop.ui.steps import part_page

WEIGHED = ("name", "because", "stage", "touchpoint", "functions", "value", "confidence", "effort")
JUDGED = ("name", "verdict", "why", "functions")


def gathered() -> None:
    """What the earlier pages found, to be kept with one press, then weighed; anything may be added by hand."""
    workshop = session.workshop()
    kept = {one.id for one in workshop.all(Candidate)}
    waiting = [one for one in candidates(workshop) if one.id not in kept]
    if waiting and not session.projecting():
        with st.container(border=True):
            st.markdown(f"**{len(waiting)} gaps of the earlier pages are waiting.**")
            for one in waiting:
                words, link, button = st.columns([5, 3, 1.2], vertical_alignment="center")
                words.text(f"{one.name}\n{one.because or ''}")
                _link_back(link, one)
                button.button("Keep", key=f"keep:{one.id}", on_click=_keep, args=(session.here(), (one,)))
            st.button(
                "Keep all",
                key="keep-all",
                type="primary",
                on_click=_keep,
                args=(session.here(), tuple(waiting)),
            )
    table(Candidate, only=WEIGHED)


def verdicts() -> None:
    """Now, not now or stop doing, each with a line that can be defended."""
    table(Candidate, only=JUDGED)


def gate_says() -> None:
    """Five to ten, or what stands between you and them; ties at the cut stay in sight."""
    workshop = session.workshop()
    picked = chosen(workshop)
    finding(f"{len(picked)} chosen to start now." if picked else "None chosen yet.", "chosen")
    for number, one in enumerate(picked, 1):
        st.text(f"{number}. {one.name or '—'}{f' · {one.why}' if one.why else ''}")
    stopped = gate(workshop)
    if stopped:
        st.warning(session.escape(stopped), icon=":material/door_front:")
    tied = ties(workshop)
    if tied:
        names = "; ".join(one.name or "—" for one in tied)
        st.warning(
            session.escape(f"Equal dots on both sides of the cut: {names}. Settle it aloud."),
            icon=":material/balance:",
        )


def _link_back(place: st.delta_generator.DeltaGenerator, one: Candidate) -> None:
    step = STEPS.get((one.origin or "").split("/")[0])
    if step:
        file, query = part_page(step)
        place.page_link(file, label=step.title, icon=":material/link:", query_params=query)


def _keep(here: Here, waiting: tuple[Candidate, ...]) -> None:
    here.trying(
        here.write, Batch(tuple(Put("candidate", one.id, one.filled) for one in waiting), "Candidates kept")
    )
