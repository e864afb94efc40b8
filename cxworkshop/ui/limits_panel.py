"""What the limits of a chart are made from: locked on its first points, or made anew after a lasting change."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import in_words
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.verdicts import SETTLED
from cxworkshop.analysis.watch import Watched
from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import Measure
from cxworkshop.ui import session, troubles
from cxworkshop.ui.fields import field

FIELDS = ("variant", "baseline", "since", "since_why")


def draw(measure: Measure, found: Watched) -> None:
    """Why limits are new, the buttons that lock and unlock them, and the fields behind these."""
    if measure.since:
        why = measure.since_why or "nobody has written down yet what changed"
        st.text(f"New limits since {day_label(measure.since)}: {why}")
    if session.projecting():
        return
    chart, here = found.chart, session.here()
    if chart is not None:
        many = len(chart.values)
        words, button = st.columns([3, 2], vertical_alignment="center")
        if measure.baseline and measure.baseline <= many:
            words.caption(
                f"The limits are locked on the first {in_words(measure.baseline)} points: what comes is judged by what was."
                " Make new ones only after a lasting change that you understand."
            )
            button.button(
                "Unlock the limits",
                icon=":material/lock_open:",
                key=f"unlock-{measure.id}",
                on_click=_lock,
                args=(here, measure.id, None),
            )
        elif many < SETTLED:
            words.caption(
                f"Trial limits: {in_words(many)} points so far, and twelve make limits that are worth locking."
            )
        else:
            words.caption(
                "The limits move with every new point. Locked, they judge what comes by what was: do it while the process"
                " is as it has always been."
            )
            button.button(
                f"Lock the limits on these {in_words(many)} points",
                icon=":material/lock:",
                key=f"lock-{measure.id}",
                on_click=_lock,
                args=(here, measure.id, many),
            )
    with st.expander("How the limits are made", icon=":material/straighten:"):
        for place, name in zip(st.columns([2, 2, 2, 4]), FIELDS, strict=True):
            with place:
                field(Measure, measure.id, name)
        troubles.say(Measure, measure.id)


def _lock(here: session.Here, id: str, points: int | None) -> None:
    here.trying(here.write, Put("measure", id, {"baseline": points}))
