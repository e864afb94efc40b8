"""The bridge on screen: the headline in whole customers, twin waterfalls, what contradicts what, and the derived figures."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.bridges import contradictions, problems
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.charts import periods, waterfalls
from cxworkshop.ui.charts.derived import derived_figures
from cxworkshop.ui.pictures import figures, picture


def draw() -> None:
    """The latest period unless another is chosen; every warning stands beside the figure that it is about."""
    workshop = session.workshop()
    rows = workshop.all(BridgeRow)
    if not rows:
        st.caption(
            "Open a ledger, or type opening, new and lapsed for one period: the bridge is then drawn here."
        )
        return
    row = _chosen(workshop, rows)
    picture(
        waterfalls.waterfalls,
        row=row,
        until="With opening, new and lapsed, the two waterfalls stand here.",
        key="waterfalls",
        wide=True,
    )
    _warn([*problems(workshop)], ":material/rule:")
    _warn([flag.sentence for flag in contradictions(workshop)], ":material/warning:")
    picture(
        periods.over_periods, until="With a second period, came and left stand side by side here.", wide=True
    )


def _warn(sentences: list[str], icon: str) -> None:
    if sentences:
        st.warning("  \n".join(session.escape(words) for words in sentences), icon=icon)


def _chosen(workshop: Workshop, rows: tuple[BridgeRow, ...]) -> str | None:
    if len(rows) < 2 or session.projecting():
        return None
    named = {row.id: _name(row) for row in rows}
    whole = [row for row in rows if not row.segment]
    last = max(whole or rows, key=lambda row: (row.period_end is not None, row.period_end or 0)).id
    chosen: str | None = st.selectbox(
        "Drawn below",
        list(named),
        index=list(named).index(last),
        format_func=lambda id: named[id],
        key="drawn",
    )
    return chosen


def _name(row: BridgeRow) -> str:
    return f"{row.period_start or '?'} to {row.period_end or '?'} · {row.segment or 'all customers'}"


def derived() -> None:
    """What follows from the bridge and the figures beside it."""
    workshop = session.workshop()
    rows = derived_figures(workshop)
    if rows:
        figures(rows, "Figures derived from the bridge and the figures beside it")
    else:
        st.caption(
            "With a bridge and some of these figures, retention, renewal, referral and wallet stand here."
        )
