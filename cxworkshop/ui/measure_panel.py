"""All measures on one wall, then one at a time: its chart, what its limits are made from, and its readings."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted
from cxworkshop.analysis.watch import watched
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.ui import limits_panel, series_panel, session
from cxworkshop.ui.charts import reliability as charts
from cxworkshop.ui.charts.wall import state, wall
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture


def draw() -> None:
    """The wall; below it the measure that needs somebody most, or another that is chosen."""
    workshop = session.workshop()
    found = {one.measure.id: one for one in watched(workshop)}
    if not found:
        st.caption("Name a measure in the step before, or take the readings of many from a file.")
        series_panel.draw(unfolded=True)
        return
    if len(found) > 1:
        picture(
            wall,
            until="With two readings of any measure, all of them hang here side by side, the worst first.",
            wide=True,
        )
    names = workshop.labels("measure")
    chosen = st.selectbox(
        "One of them, large",
        list(found),
        format_func=lambda id: f"{names.get(id, '')}   {state(found[id])}" if id in found else "",
        key=f"measure-shown|{session.here().token}",
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
    limits_panel.draw(measure, found[measure.id])
    st.caption(
        f"{counted(found[measure.id].points, 'reading')}. Type them, paste two columns from a spreadsheet (date and value), or"
        " take them from a file below."
    )
    table(Reading, given={"measure": measure.id})
    series_panel.draw(unfolded=not found[measure.id].points)
