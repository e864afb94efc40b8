"""One measure at a time: its series to type or paste, and its process behaviour chart."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.signals import of_measure
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.domain.workshop import Workshop
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
    first = next((at for at, one in enumerate(workshop.all(Measure)) if _signals(workshop, one)), 0)
    chosen = st.selectbox(
        "Measure", list(named), index=first, format_func=lambda id: named.get(id, ""), key="measure-shown"
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


def _signals(workshop: Workshop, measure: Measure) -> bool:
    found = of_measure(workshop, measure)
    return found is not None and any(found.signals)
