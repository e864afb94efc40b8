"""What stands beside the bridge on screen: where it contradicts the customers, why revenue moved, and what follows."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.bridge_flag_words import OUTSIDE
from cxworkshop.analysis.bridges import contradictions
from cxworkshop.analysis.fact_checks import fact_problems
from cxworkshop.analysis.measures import measures
from cxworkshop.analysis.revenue import revenue_split
from cxworkshop.ui import session
from cxworkshop.ui.charts.derived import derived_figures
from cxworkshop.ui.charts.revenue import revenue
from cxworkshop.ui.pictures import figures, picture


def draw() -> None:
    """What cannot be true, the contradictions, then the small waterfall or why there is none, then every figure that can be told."""
    workshop = session.workshop()
    wrong = fact_problems(workshop)
    if wrong:
        st.warning("  \n".join(session.escape(words) for words in wrong), icon=":material/rule:")
    said = [one.sentence for one in contradictions(workshop) if one.code in OUTSIDE]
    if said:
        st.warning("  \n".join(session.escape(words) for words in said), icon=":material/warning:")
    split = revenue_split(workshop)
    picture(revenue, until=session.escape(split) if isinstance(split, str) else "", wide=True)
    if not isinstance(revenue_split(workshop, profit=True), str):
        picture(revenue, until="", key="profit", wide=True, profit=True)
    rows = derived_figures(workshop)
    if rows:
        st.markdown("**What follows from these figures**")
        figures(rows, "Figures derived from the bridge and the figures beside it")
    lacking = [f"{one.name}: {one.lacks}." for one in measures(workshop) if one.lacks]
    if lacking:
        with st.expander("Figures that cannot be told yet"):
            for words in lacking:
                st.text(words)
