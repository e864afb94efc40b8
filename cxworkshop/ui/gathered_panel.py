"""What the earlier pages found and nobody has taken up yet: by page, the first of each in sight, to be kept or set aside."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxworkshop.analysis.candidates import page_of, waiting
from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.together import evidence
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS, STEPS
from cxworkshop.ui import session
from cxworkshop.ui.session import Here
from cxworkshop.ui.steps import part_page

FIRST = 3
"""Gaps of a page that stand open; with up to this many pages of gaps they fit on two screens."""
FEW = 6
"""Gaps in all that need no folding."""


def draw() -> None:
    """A card of the gaps of each page that has any; nothing on the projector, where nobody can press."""
    workshop = session.workshop()
    found = session.here().once("waiting", waiting)
    if not found or session.projecting():
        return
    with st.container(border=True, key="waiting"):
        says, button = st.columns([4, 1.2], vertical_alignment="center")
        gaps = counted(len(found), "gap of the earlier pages waits", "gaps of the earlier pages wait")
        says.markdown(f"**{sentence(gaps)} to be taken up.**")
        button.button(
            "Keep all",
            key="keep-all",
            type="primary",
            on_click=_keep,
            args=(session.here(), found),
            width="stretch",
        )
        for part in PARTS:
            of = [one for one in found if page_of(one) == part.key]
            if of:
                st.markdown(f"**{part.title}** · {len(of)}")
                first = FEW if len(found) <= FEW else FIRST
                _rows(workshop, of[:first])
                if of[first:]:
                    more = counted(len(of) - first, "more gap", "more gaps")
                    with st.expander(f"{sentence(more)} of this page"):
                        _rows(workshop, of[first:])


def _rows(workshop: Workshop, found: Sequence[Candidate]) -> None:
    for one in found:
        words, buttons = st.columns([5, 1.7], gap="medium")
        with words, st.container(gap=None):
            st.markdown(f"**{session.escape(one.name or '—')}**")
            st.text(one.because or "")
            known = evidence(workshop, one)
            if known:
                st.caption(session.escape(known))
            link_back(one)
        with buttons, st.container(horizontal=True, gap="small", horizontal_alignment="right"):
            st.button("Keep", key=f"keep:{one.id}", on_click=_keep, args=(session.here(), (one,)))
            st.button(
                "Set aside",
                key=f"aside:{one.id}",
                on_click=_aside,
                args=(session.here(), one),
                help="It is kept as “not now”, so that nobody has to remember it; say why when you choose.",
            )


def link_back(one: Candidate) -> None:
    """A link to the step that a candidate was gathered from; nothing for one that was typed."""
    step = STEPS.get((one.origin or "").split("/")[0])
    if step:
        file, query = part_page(step)
        st.page_link(file, label=step.title, icon=":material/link:", query_params=query)


def _keep(here: Here, found: Sequence[Candidate]) -> None:
    _take_up(here, "Candidates kept", *(Put("candidate", one.id, one.filled, fresh=True) for one in found))


def _aside(here: Here, one: Candidate) -> None:
    _take_up(
        here,
        "Candidate set aside",
        Put("candidate", one.id, {**one.filled, "verdict": "not now"}, fresh=True),
    )


def _take_up(here: Here, name: str, *puts: Put) -> None:
    # Who presses on an older screen must not write over what somebody kept since and changed.
    there = {one.id for one in here.workshop().all(Candidate)}
    new = tuple(put for put in puts if put.id not in there)
    if new:
        here.trying(here.write, Batch(new, name))
