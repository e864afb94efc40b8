"""The bridge on screen: the headline in whole customers, marbles or waterfalls, segments, periods, and the average customer."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from cxworkshop.analysis.bridge_flag_words import AVERAGES, OUTSIDE, SEGMENTS, Flag
from cxworkshop.analysis.bridge_memo import memo
from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.bridges import contradictions, headline, problems, told, whose
from cxworkshop.analysis.card_checks import count_against_bridge
from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.charts import averages, bowls, periods, segments, waterfalls
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import field
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.pictures import finding, picture
from cxworkshop.ui.session import Here
from cxworkshop.ui.steps import go

MARBLES, WATERFALLS = "Two bowls of marbles", "Twin waterfalls"


def draw() -> None:
    """The latest period unless another is chosen; every warning stands beside the figure that it is about."""
    workshop = session.workshop()
    row = _asked(workshop)
    finding((told(workshop, row) if row else None) or headline(workshop), "bridge")
    _figures(workshop)
    if row is None:
        return
    id, segment = row.id, periods.segment_of(workshop, row.id)
    flags = contradictions(workshop, row)
    if _which(workshop) == MARBLES:
        picture(
            bowls.bowls,
            row=id,
            until="With opening, new and lapsed, two bowls of marbles stand here.",
            wide=True,
            said=True,
        )
    else:
        picture(
            waterfalls.waterfalls,
            row=id,
            until="With opening, new and lapsed, the two waterfalls stand here.",
            wide=True,
            said=True,
        )
    words = memo(workshop, row)
    if words:
        st.caption("  \n".join(session.escape(one) for one in words))
    _warn([*problems(workshop), *filter(None, [count_against_bridge(workshop)])], ":material/rule:")
    _warn([one.sentence for one in flags if one.code not in OUTSIDE | SEGMENTS | AVERAGES])
    if segments.has_segments(workshop):
        picture(segments.by_segments, row=id, until="No segment of this period has figures yet.", wide=True)
        _flagged(flags, SEGMENTS)
    picture(
        periods.over_periods,
        segment=segment,
        until="With a second period, a small bridge of each stands here.",
        wide=True,
    )
    picture(
        averages.average_customers,
        row=id,
        until="With the value of those who came and of those who left, the average of each stands here.",
        wide=True,
    )
    _flagged(flags, AVERAGES)


def _figures(workshop: Workshop) -> None:
    """The table, open while there is nothing to draw, folded away on arriving at a bridge that is there."""
    if session.projecting():
        return
    rows = workshop.all(BridgeRow)
    open_ = session.here().at_arrival("bridge", not rows)
    with st.expander("The figures", expanded=open_, icon=":material/table_rows:"):
        if not workshop.one(LedgerSource).file:
            st.caption("Open a ledger in the definition lab, or type opening, new and lapsed for one period.")
            st.button(
                "To the definition lab",
                key="to-lab",
                icon=":material/science:",
                on_click=go,
                args=("assets", "assets.lab"),
            )
        table(BridgeRow)


def _asked(workshop: Workshop) -> BridgeRow | None:
    """The row that the room looks at: the chosen one, or else the bridge that the day is about."""
    found = latest(workshop)
    return workshop.get(BridgeRow, session.here().chosen.get("bridge-row")) or (found[0] if found else None)


def _which(workshop: Workshop) -> str:
    """The controls in one line: which row, which picture, and gross or net; the projector shows what was chosen."""
    here = session.here()
    if session.projecting():
        return here.chosen.get("bridge-picture", MARBLES)
    left, middle, right = st.columns([3, 3, 2], vertical_alignment="bottom")
    rows = workshop.all(BridgeRow)
    with left:
        if len(rows) > 1:
            named = {row.id: _name(row) for row in rows}
            now = _asked(workshop)
            st.selectbox(
                "Period and segment",
                list(named),
                index=list(named).index(now.id) if now and now.id in named else None,
                format_func=lambda id: named.get(id, ""),
                placeholder="All customers of the latest period",
                key=f"drawn|{here.visit}",
                on_change=_choose,
                args=(here, "bridge-row", f"drawn|{here.visit}"),
            )
    with middle:
        shown = one_of("Picture", "bridge-picture", (MARBLES, WATERFALLS))
    with right:
        if any(row.came_and_went for row in rows):
            field(LedgerSource, LedgerSource.kind, "gross")
    return shown


def _choose(here: Here, what: str, key: str) -> None:
    chosen = session.peek(key)
    if chosen:
        here.chosen[what] = chosen


def _name(row: BridgeRow) -> str:
    return f"{whose(row).removesuffix(': ') or 'Undated'}{'' if row.segment else ', all'}"


def _flagged(flags: tuple[Flag, ...], about: Collection[str]) -> None:
    _warn([one.sentence for one in flags if one.code in about])


def _warn(sentences: list[str], icon: str = ":material/warning:") -> None:
    if sentences:
        st.warning("  \n".join(session.escape(words) for words in sentences), icon=icon)
