"""What the dials give, in front of the room: the count, what the last dial did to it, the bridge, and three windows."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge_flags import contradictions
from cxworkshop.analysis.findings import customers, money, sentence
from cxworkshop.analysis.lab import WINDOW, WINDOWS, Outcome, dials, effect, moved, outcome
from cxworkshop.analysis.periods import day_label, period_label
from cxworkshop.domain.records import LedgerSource, Variant
from cxworkshop.domain.records.lab import LabSettings
from cxworkshop.ledger import Bridge, BridgeLine
from cxworkshop.ui import lab_compute, session
from cxworkshop.ui.charts import lab as charts
from cxworkshop.ui.lab_opened import Opened
from cxworkshop.ui.pictures import figures, picture

CSS = """<style>
.st-key-lab-count [data-testid="stText"] { font-size: 4.6rem; font-weight: 700; line-height: 1.05; font-variant-numeric: tabular-nums; }
.st-key-lab-change [data-testid="stText"] { font-size: 1.1rem; font-weight: 600; line-height: 1.35; }
.st-key-lab-windows [class*="st-key-window"] [data-testid="stText"] { font-size: 1.9rem; font-weight: 650; font-variant-numeric: tabular-nums; }
[data-testid="stLayoutWrapper"]:has(> .st-key-lab-gives) { position: sticky; top: 3.6rem; }
</style>"""
"""The count is read from the back of the room, and stays in view while the dials beside it are opened."""


def count(opened: Opened) -> None:
    """The count on the last day, what moved it, and the bridge of the last period."""
    st.html(CSS)
    line, word = opened.bridge.totals[-1], customers(session.workshop())
    st.caption(session.escape(f"{sentence(word)} on {day_label(line.period_end)}"))
    with st.container(key="lab-count"):
        st.text(f"{line.closing:,}")
    _change(opened.source, line)
    gross = bool(dials(opened.source)["gross"])
    picture(
        lambda workshop, palette: charts.moves(
            workshop,
            palette,
            gross_flows(line) if gross else line.customers,
            line.value,
            period_label(line.period_start, line.period_end),
        ),
        key="lab-moves",
        until="The bridge of the last period stands here.",
        wide=True,
    )
    if gross and line.came_and_went:
        st.caption(
            f"{line.came_and_went:,} of them came and went inside the period: in both, and in neither count."
        )


def warnings(bridge: Bridge) -> None:
    """What to know about the last period before anybody quotes it."""
    line = bridge.totals[-1]
    told = contradictions(line.customers, line.value, customers(session.workshop()))
    codes = {flag.code for flag in told}
    said = [flag.sentence for flag in (*told, *(one for one in line.flags if one.code not in codes))]
    if said:
        st.warning("  \n".join(session.escape(words) for words in said), icon=":material/warning:")


def windows(opened: Opened) -> None:
    """The same definition under 6, 12 and 18 months of patience, side by side."""
    if "window_days" not in dials(opened.source):
        st.caption("A contract's end date says who left, so no window is tried here; move the grace instead.")
        return
    workshop, set_to = session.workshop(), opened.source.window_days or WINDOW
    found = dict(zip(WINDOWS, lab_compute.sensitivity(opened.path, opened.source), strict=True))
    st.subheader("The same ledger with more or less patience", anchor=False)
    with st.container(key="lab-windows"):
        for place, (days, bridge) in zip(st.columns(3), found.items(), strict=True):
            line = bridge.totals[-1]
            with place, st.container(border=True, key=f"window-{days}"):
                st.caption(f"{WINDOWS[days]} · {days} days" + (" · as set" if days == set_to else ""))
                st.text(f"{line.closing:,}")
                st.caption(
                    session.escape(
                        f"{line.new + line.returned:,} came, {line.lapsed:,} left"
                        f"\n{money(workshop, line.closing_value / 100)} in value"
                    )
                )
    counts = tuple((days, bridge.totals[-1].closing) for days, bridge in found.items())
    picture(
        lambda workshop, palette: charts.windows(
            workshop, palette, counts, set_to, opened.bridge.totals[-1].closing
        ),
        key="lab-windows",
        until="The three windows stand here.",
        wide=True,
    )


def periods(bridge: Bridge) -> None:
    """Every period of all customers, as rows."""
    figures(
        [
            {
                "From": line.period_start,
                "To": line.period_end,
                "Opening": line.opening,
                "New": line.new,
                "Returned": line.returned,
                "Lapsed": line.lapsed,
                "Closing": line.closing,
                "Came and went": line.came_and_went,
                "Closing value": line.closing_value / 100,
            }
            for line in bridge.totals[-60:]
        ],
        "The bridge computed from the ledger, a row per period",
    )


def gross_flows(line: BridgeLine) -> Flows:
    """The movement with those who came and went inside the period added to both who came and who left."""
    went, back = line.came_and_went, line.returned_and_went
    plain = line.customers
    return replace(
        plain,
        new=line.new + went - back,
        returned=line.returned + back,
        lapsed=line.lapsed + went,
    )


def _change(source: LedgerSource, line: BridgeLine) -> None:
    workshop = session.workshop()
    kept = {one.id: one for one in workshop.all(Variant) if one.closing is not None}
    against = None
    if kept and not session.projecting():
        against = st.selectbox(
            "Against",
            (None, *kept),
            format_func=lambda id: kept[id].name or "—" if id else "the dials before",
            placeholder="the dials before",
            key=f"against|{session.here().token}",
        )
    before = _before(source)
    then: tuple[LabSettings, Outcome] | None = None
    if against:
        then = kept[against], outcome(kept[against])
    elif before is not None:
        then = before[0], before[1]
    now = lab_compute.outcome(line)
    with st.container(key="lab-change"):
        said = effect(then[0], source, then[1], now, customers(workshop)) if then else None
        if said:
            st.text(said)
        elif then:
            st.text("The dials stand as they did there.")
        elif not session.projecting():
            st.caption("Move a dial: what it does to the count and to the value stands here.")
    session.here().tried["outcome"] = now


def _before(source: LedgerSource) -> tuple[LedgerSource, Outcome] | None:
    """The dials before the last of them moved, and what they gave; None until one has moved."""
    here = session.here()
    tried, place = here.tried, (here.code, source.fingerprint)
    if tried.get("place") != place:
        tried.clear()
        tried.update(place=place, now=source, before=None)
    elif moved(tried["now"], source):
        tried.update(before=(tried["now"], tried["outcome"]), now=source)
    found: tuple[LedgerSource, Outcome] | None = tried["before"]
    return found
