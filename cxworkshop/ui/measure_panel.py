"""All measures on one wall, then one at a time: its chart, what its limits are made from, and its readings."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.watch import Watched, watched
from cxworkshop.domain.records import Measure, Reading
from cxworkshop.ui import limits_panel, series_panel, session
from cxworkshop.ui.charts import reliability as charts
from cxworkshop.ui.charts.wall import wall
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture

CHOSEN = "measure-shown"


def draw() -> None:
    """The wall; below it the measure that needs somebody most, or another that is chosen."""
    workshop = session.workshop()
    found = {one.measure.id: one for one in watched(workshop)}
    if not found:
        st.caption("Name a measure in the step before, or take the readings of many from a file.")
        series_panel.draw(unfolded=True)
        return
    # Places of their own, so that the table of readings stays what it is while the first charts appear.
    all_of_them, large, limits = st.container(), st.container(), st.container()
    with all_of_them:
        if len(found) > 1:
            picture(
                wall,
                until="With two readings of any measure, all of them hang here side by side, the worst first.",
                wide=True,
            )
    with large:
        measure = _chosen(found)
        since = f" since {day_label(measure.since)}" if measure.since else ""
        picture(
            charts.behaviour,
            measure,
            until=f"With two readings{since}, their average and limits are drawn here; from six on they begin to mean"
            " something.",
            key=f"behaviour-{measure.id}",
            wide=True,
        )
    with limits:
        limits_panel.draw(measure, found[measure.id])
    if session.projecting():
        return
    st.caption(
        f"{sentence(counted(found[measure.id].points, 'reading'))}. Type them, paste two columns from a spreadsheet (date and value), or"
        " take them from a file below."
    )
    table(Reading, given={"measure": measure.id})
    series_panel.draw(unfolded=not found[measure.id].points)


def _chosen(found: Mapping[str, Watched]) -> Measure:
    """Which measure is shown large: the chosen one, or that which stood first when the room came here, so that none gives
    way to another while its readings are typed. The projector, which has no controls, shows what was chosen last."""
    here, names = session.here(), session.workshop().labels("measure")
    first = here.chosen.setdefault(f"{CHOSEN}|{here.visit}", next(iter(found)))
    last = next(id for id in (here.chosen.get(CHOSEN, first), first, *found) if id in found)
    if not session.projecting():
        key = f"{CHOSEN}|{here.token}|{here.visit}"
        st.selectbox(
            "One of them, large",
            list(found),
            index=list(found).index(last),
            format_func=lambda id: names.get(id, ""),
            key=key,
            on_change=_choose,
            args=(here, key),
        )
    return found[last].measure


def _choose(here: session.Here, key: str) -> None:
    if chosen := session.peek(key):
        here.chosen[CHOSEN] = chosen
