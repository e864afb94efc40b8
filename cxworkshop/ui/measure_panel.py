"""One measure at a time: its series to type or paste, and its process behaviour chart."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.records import Measure, Reading
from cxworkshop.ui import session
from cxworkshop.ui.charts import reliability as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture


def draw() -> None:
    """Choose a measure; the chart stands beside its readings."""
    workshop = session.workshop()
    named = {one.id: workshop.name_of("measure", one.id) for one in workshop.all(Measure)}
    if not named:
        st.caption("Name a measure in the step before; its series and its chart then stand here.")
        return
    chosen = st.selectbox(
        "Measure", list(named), format_func=lambda id: named.get(id, ""), key="measure-shown"
    )
    measure = workshop.get(Measure, chosen)
    if measure is None:
        return
    picture(
        charts.behaviour,
        measure,
        until="With two readings, their average and limits are drawn here; from six on they begin to mean something.",
        key=f"behaviour-{measure.id}",
        wide=True,
    )
    st.caption("Type the readings, or paste two columns from a spreadsheet: date and value.")
    table(Reading, given={"measure": measure.id})
