"""The day on one page: the count, the map, the choices, the priorities, and what is still missing."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.priorities import chosen, value_of
from cxworkshop.domain.records import BridgeRow, Commitment, Company, Decision, Definition
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS, STEPS
from cxworkshop.programme.progress import missing, share_done
from cxworkshop.ui import session
from cxworkshop.ui.card_panel import card
from cxworkshop.ui.charts.results import progress
from cxworkshop.ui.charts.waterfalls import waterfalls
from cxworkshop.ui.pictures import figures, finding, picture
from cxworkshop.ui.steps import part_page


def draw() -> None:
    """Everything that a CEO would forward, then what is missing per part."""
    workshop = session.workshop()
    company = workshop.one(Company)
    with st.container(key="says-company"):
        st.text(
            f"{company.name or workshop.title}{f', {company.held_on:%d %B %Y}' if company.held_on else ''}"
        )
    if workshop.one(Definition).sentence:
        card()
    if workshop.all(BridgeRow):
        picture(waterfalls, until="The bridge stands here.", key="result-bridge", wide=True)
    _priorities(workshop)
    _dissent(workshop)
    _missing(workshop)


def _priorities(workshop: Workshop) -> None:
    picked = chosen(workshop)
    finding(
        f"{len(picked)} priorities, each with a leader" if picked else "No priorities chosen yet.",
        "result-chosen",
    )
    rows: list[dict[str, object]] = []
    commitments = {found.candidate: found for found in workshop.all(Commitment)}
    for number, one in enumerate(picked, 1):
        owned = commitments.get(one.id)
        rows.append(
            {
                "": number,
                "Priority": one.name,
                "Accountable": workshop.name_of("leader", owned.executive) if owned else "",
                "First action": owned.first_action if owned else None,
                "By": owned.first_day if owned else None,
                "Value at risk": round(value) if (value := value_of(workshop, one)) is not None else None,
            }
        )
    if rows:
        figures(rows, "The priorities with their leaders and first actions")


def _dissent(workshop: Workshop) -> None:
    seen = [one for one in workshop.all(Decision) if one.dissent]
    if seen:
        st.subheader("Who sees it otherwise", anchor=False)
    for one in seen:
        step = STEPS.get(one.step or "")
        st.caption(step.title if step else "Decision")
        st.text(one.dissent or "")


def _missing(workshop: Workshop) -> None:
    left = session.here().once("missing", missing)
    st.subheader("What is still missing", anchor=False)
    picture(progress, until="Progress stands here.")
    if not any(words for key, words in left.items()):
        st.success("Nothing. Every step of the day is done.", icon=":material/check_circle:")
        return
    for part in PARTS:
        done, total = share_done(workshop, part)
        if done == total:
            continue
        with st.expander(f"{part.title}: {done} of {total} steps done"):
            for step in part.steps:
                if left[step.key]:
                    words, link = st.columns([4, 2], vertical_alignment="center")
                    words.text(f"{step.title}: {left[step.key]}")
                    file, query = part_page(step)
                    link.page_link(
                        file, label="Go there", icon=":material/arrow_forward:", query_params=query
                    )
