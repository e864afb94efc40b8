"""The one page on screen, alone on paper when it is printed, and as one file to send on."""

from __future__ import annotations

import re

import streamlit as st

from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.one_page import one_page_html
from cxworkshop.drawing.page_look import MARGIN, Theme
from cxworkshop.drawing.page_room import HIGH, TALL, WIDE
from cxworkshop.programme.one_page import one_page
from cxworkshop.ui import session

HEIGHT = 1200
"""In pixels, until the browser has worked out the height from the width."""
ALONE = f"""<style>
.st-key-one-page, .st-key-one-page div:has(iframe) {{ height: auto !important; }}
.st-key-one-page iframe {{ width: 100%; height: auto; aspect-ratio: {WIDE + 2 * MARGIN:g} / {HIGH + 2 * MARGIN:g}; border: 0; display: block; max-width: 1500px; margin: 0 auto; }}
@page {{ margin: 7mm 8mm; }}
@media print {{
  html, body, [data-testid="stApp"], [data-testid="stApp"] * {{ background: #fff !important; }}
  html [data-testid="stApp"] {{ filter: none; }}
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stStatusWidget"], [data-testid="stToastContainer"],
  [data-testid="stMain"] *:not(:has(.st-key-one-page), .st-key-one-page, .st-key-one-page *) {{ display: none !important; }}
  [data-testid="stMain"], [data-testid="stMain"] *:has(.st-key-one-page) {{
    padding: 0 !important; margin: 0 !important; gap: 0 !important; min-height: 0 !important; max-width: none !important; zoom: 1 !important;
  }}
  .st-key-one-page iframe {{ width: {4 * WIDE:g}mm; height: {4 * HIGH:g}mm; max-width: none; aspect-ratio: auto; }}
}}
@media print and (max-aspect-ratio: 72/100) {{ .st-key-one-page iframe {{ height: {TALL}mm !important; }} }}
</style>"""
"""Where this style stands, paper shows the page and nothing around it."""


def draw() -> None:
    """The page as it stands, how to print it, and the button that makes a file of it."""
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    st.html(ALONE)
    # The page says what was found; the step need not say it again.
    session.here().found = True
    with st.container(key="one-page"):
        # Words of people are escaped where the page is built; its own policy forbids it every script.
        st.iframe(
            session.here().once(
                f"one-page-{theme}", lambda workshop: one_page_html(one_page(workshop), theme)
            ),
            height=HEIGHT,
            alt="The day on one page",
        )
    if session.projecting():
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        _download(session.workshop())
        st.caption(
            "To print this page, press Ctrl+P (on a Mac, Command+P): it comes alone, on one sheet of A4 or Letter. "
            "The file opens in any browser, needs nothing else, and prints the same."
        )


def _download(workshop: Workshop) -> None:
    code, store = workshop.code, session.store()
    words = re.sub(r"[^A-Za-z0-9]+", "-", workshop.title).strip("-") or "workshop"
    st.download_button(
        "The page as HTML",
        data=lambda: one_page_html(one_page(as_shown(store.load(code)))),
        file_name=f"{words}-one-page.html",
        mime="text/html",
        icon=":material/download:",
        key="one-page-html",
        on_click="ignore",
    )
