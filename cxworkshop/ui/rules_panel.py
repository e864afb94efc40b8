"""Rules to kill: the table, the hours they cost, where a verdict does not hold, and decisions that fail the same test."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.decisions import against_our_mothers
from cxworkshop.analysis.rules import rule_flags
from cxworkshop.domain.records import Rule
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import STEPS
from cxworkshop.ui import placards, session
from cxworkshop.ui.charts.leadership import rules
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import part_page


def draw() -> None:
    """The table of rules and their tally; what does not hold stands under it, by name."""
    if not session.projecting():
        table(Rule)
    picture(rules, until="When a rule has its times and minutes, the hours it costs stand here.", wide=True)
    workshop = session.workshop()
    for row in workshop.all(Rule):
        found = rule_flags(row)
        if found:
            with st.container(border=True, key=f"card-rule-{row.id}"):
                st.text(row.rule or "—")
                placards.flags(found)
    _mothers(workshop)


def _mothers(workshop: Workshop) -> None:
    """The day's own decisions under the same question, with the way back to each."""
    found = against_our_mothers(workshop)
    if not found:
        return
    st.subheader("Decided today, and you would not do it to your mothers", anchor=False)
    for one in found:
        with st.container(border=True, key=f"card-mother-{one.id}"):
            st.text(f"✕ {one.decided}")
            step = STEPS.get(one.step or "")
            if step and not session.projecting():
                file, query = part_page(step)
                st.page_link(file, label=step.title, icon=":material/arrow_forward:", query_params=query)
            elif not step:
                st.caption("From the decision log")
