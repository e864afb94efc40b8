"""CX Workshop: the router. Every page runs inside the frame; nothing else happens here."""

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cxworkshop.ui import session, shell
from cxworkshop.ui.head import PageHead
from cxworkshop.ui.steps import PAGE_FILES


def route() -> None:
    """Draw the page that the address names."""
    st.set_page_config(
        page_title="CX Workshop", page_icon="docs/images/icon.png", layout="wide", initial_sidebar_state=290
    )
    session.hold_address()
    titles = shell.titles()
    pages = {
        section: [
            st.Page(PAGE_FILES[key], title=titles[key], url_path=key, default=key == "start") for key in keys
        ]
        for section, keys in shell.SECTIONS.items()
    }
    page = st.navigation(pages, position="hidden" if session.projecting() else "sidebar")
    shell.frame(page.run)


# The server imports this file once when it starts, and runs it again for every redraw.
if get_script_run_ctx(suppress_warning=True):
    route()
else:
    shell.prepare()
    app = st.App(__file__, middleware=[Middleware(PageHead)])
