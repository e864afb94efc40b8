"""What stands around every page: navigation, progress, undo, the parking lot, the decision log, and whether it is saved."""

from __future__ import annotations

import importlib
from collections.abc import Callable

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from cxworkshop.analysis.decisions import decided
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import Parked
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import DARK
from cxworkshop.programme import PARTS
from cxworkshop.programme.progress import missing
from cxworkshop.ui import decision_log as log
from cxworkshop.ui import editor, session, workbook_panel
from cxworkshop.ui.pictures import colours
from cxworkshop.ui.session import Here
from cxworkshop.ui.steps import PAGE_FILES

SECTIONS = {
    "Prepare": ("start", "room"),
    "Five competencies": ("frame", "assets", "experience", "listening", "reliability", "leadership"),
    "Decide": ("priorities", "commitments", "results"),
}

CSS = """<style>
[data-testid="stMainBlockContainer"] { padding-left: 2.4rem; padding-right: 2.4rem; }
.st-key-trail [data-testid="stPageLink"] p, .st-key-came-of-it [data-testid="stPageLink"] p { white-space: normal; font-size: 0.86rem; }
@media print { .st-key-trail, .st-key-came-of-it, .st-key-followed { display: none; } }
.st-key-rail { gap: 0.4rem; margin-top: 0.5rem; }
.st-key-rail button { min-height: 0; padding: 0.2rem 0.6rem; }
.st-key-rail button p { font-size: 0.82rem; }
[class*="st-key-ask"] p { font-size: 1.15rem; line-height: 1.45; }
[class*="st-key-says"] [data-testid="stText"] { font-size: 1.35rem; font-weight: 650; line-height: 1.35; white-space: normal; }
.st-key-says-chosen [data-testid="stText"] { font-size: 2.1rem; }
[data-testid="stText"] { white-space: pre-wrap; overflow-wrap: anywhere; font-family: inherit; }
[data-testid="stMainBlockContainer"] { max-width: 1500px; }
@media (hover: hover) {
  [data-testid="stDataFrame"]:not(:hover, :focus-within) [data-testid="stElementToolbar"] { opacity: 0; pointer-events: none; }
}
[data-testid="stMetricValue"] { font-variant-numeric: tabular-nums; }
@page { margin: 12mm; }
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stButton"], [data-testid="stDownloadButton"], [data-testid="stPopover"],
  [data-testid="stFileUploader"], [data-testid="stPageLink"], [data-testid="stElementToolbar"], [data-testid="stExpander"]:has(> details:not([open])),
  .st-key-rail, .st-key-noprint { display: none !important; }
  /* Pictures keep the width that they had on the screen: on paper they are smaller rather than cut. */
  [data-testid="stMainBlockContainer"] { padding: 0 !important; max-width: 100% !important; zoom: 0.75; }
  [data-testid="stVegaLiteChart"], [class*="st-key-card"], .st-key-decision, iframe { break-inside: avoid; }
}
</style>"""

PRINT_DARK_CSS = """<style>
@media print {
  html, body { background: #fff !important; }
  /* Turned round, black is white, light words are dark ink, and a hue stays the hue that it was; the grounds of the wall, turned twice, stay. */
  [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] { background: #000 !important; }
  [data-testid="stApp"], [class*="st-key-wall-will-"], [class*="st-key-wall-wont-"] { filter: invert(1) hue-rotate(180deg); }
}
</style>"""
"""Pictures are drawn in the colours of the screen; from a dark one they come to paper dark on white all the same."""

PROJECTOR_CSS = """<style>
html { font-size: 22px; }
[data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"], [data-testid="stExpandSidebarButton"] { display: none; }
[data-testid="stMainBlockContainer"] { max-width: 100%; padding-top: 1.2rem; }
/* Letters in pictures are measured in pixels: they grow with their picture. */
[data-testid="stVegaLiteChart"] { zoom: 1.3; width: calc(100% / 1.3) !important; }
</style>"""


def frame(run: Callable[[], None]) -> None:
    """Draw the frame around a page and run it; what a person can act on is said in words, anything else is a bug."""
    st.html(CSS)
    # Streamlit's own captions are fainter than 4.5:1 on both papers, by colour and again by opacity.
    muted = colours().muted
    st.html(
        f"<style>[data-testid=stCaptionContainer], [data-testid=stCaptionContainer] p {{ color: {muted}; opacity: 1; }}</style>"
    )
    if colours() is DARK:
        st.html(PRINT_DARK_CSS)
    if session.projecting():
        st.html(PROJECTOR_CSS)
        st.button(
            "Leave the projector view",
            key="leave",
            icon=":material/close_fullscreen:",
            on_click=_project,
            args=("",),
        )
    session.say_notices()
    try:
        _sidebar()
        run()
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        if st.button("To the start page", key="to-start"):
            session.open_workshop(None)
            st.switch_page(PAGE_FILES["start"])
    heartbeat()


@st.fragment(run_every=2)
def heartbeat() -> None:
    """Brings the page back by itself after a restart of the server, before a first click could be lost."""
    here = session.here()
    if not here.alive:
        here.alive = True
        st.rerun()


def _sidebar() -> None:
    if not session.here().code:
        return
    workshop = session.workshop()
    with st.sidebar:
        left = session.here().once("missing", missing)
        done = sum(words is None for words in left.values())
        if workshop.sample:
            st.badge("Sample", color="orange", icon=":material/science:")
        st.progress(done / len(left), text=f"{done} of {len(left)} steps done")
        _undo(workshop)
        _margins(workshop)
        workbook_panel.save_button("Save as Excel", "save-anywhere")
        st.button(
            "Projector view",
            key="project",
            icon=":material/slideshow:",
            on_click=_project,
            args=("projector",),
            width="stretch",
        )
        st.caption(f"All saved · change {workshop.revision:,} · workshop {workshop.code}")


def _undo(workshop: Workshop) -> None:
    here, store = session.here(), session.store()
    ways = (("undo", store.can_undo, store.undo), ("redo", store.can_redo, store.redo))
    with st.container(horizontal=True):
        for name, can, do in ways:
            change = can(workshop.code, here.me)
            st.button(
                name.capitalize(),
                key=name,
                icon=f":material/{name}:",
                disabled=change is None,
                help=session.escape(change or f"Nothing of yours to {name}"),
                on_click=here.trying,
                args=(_take_back, here, do),
            )


def _take_back(here: Here, do: Callable[[str, str], Workshop]) -> None:
    here.wrote(do(here.code or "", here.me))
    here.renew()


def _margins(workshop: Workshop) -> None:
    parked = len(workshop.all(Parked))
    if st.button(f"Parking lot ({parked})", key="parking", icon=":material/local_parking:", width="stretch"):
        parking_lot()
    if st.button(
        f"Decision log ({len(decided(workshop))})", key="log", icon=":material/gavel:", width="stretch"
    ):
        decision_log()


@st.dialog("Parking lot", width="large")
def parking_lot() -> None:
    """What was said at the wrong moment, from any page."""
    editor.table(Parked)


@st.dialog("Decision log", width="large")
def decision_log() -> None:
    """Every decision so far in the order of the day, with who saw it otherwise and the mother question."""
    log.draw()


def _project(view: str) -> None:
    session.here().view = view
    if view:
        st.query_params[session.VIEW] = view
    elif session.VIEW in st.query_params:
        del st.query_params[session.VIEW]


def titles() -> dict[str, str]:
    """The title of each page in the navigation."""
    named = {
        part.key: f"{part.competency} · {part.title}" if part.competency else part.title for part in PARTS
    }
    return {"start": "Start", **named}


def prepare() -> None:
    """Once, when the server starts: load what the first page would wait for, and settle where pages are declared.

    A folder named `pages` wakes Streamlit's old discovery until the first page has been drawn; a deep link on a fresh
    server would meet a "Page not found" window (docs/architecture.md, The tree).
    """
    PagesManager.uses_pages_directory = False
    for module in ("altair", "pandas", "pyarrow", "cxworkshop.ui.charts.waterfalls"):
        importlib.import_module(module)
