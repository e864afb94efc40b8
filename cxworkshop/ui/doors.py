"""Ways into a workshop: opened at a page, and where wanted at a step of it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.programme import STEPS
from cxworkshop.ui import session
from cxworkshop.ui.steps import PAGE_FILES, part_page


def enter(code: str, page: str) -> None:
    """Leave this page for another workshop, at one of its pages."""
    session.open_workshop(code)
    st.switch_page(PAGE_FILES[page], query_params={session.CODE: code})


def enter_at(code: str, step: str) -> None:
    """Leave this page for another workshop, at one of its steps."""
    session.open_workshop(code)
    file, query = part_page(STEPS[step])
    st.switch_page(file, query_params=query)
