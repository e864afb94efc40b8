"""A picture to take away: of lines (SVG) or of dots (PNG), made when its button is pressed."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.png import png
from cxworkshop.ui import session

SHARP = 2.0


def downloads(title: str, key: str, draw: Callable[[Workshop], str | None]) -> None:
    """Two buttons that make a picture of the workshop as it stands when they are pressed; `draw` gives its SVG."""
    workshop, store = session.workshop(), session.store()
    if session.projecting() or not session.here().once(f"file|{key}", lambda found: draw(found) is not None):
        return
    code = workshop.code
    words = re.sub(r"[^A-Za-z0-9]+", "-", workshop.title).strip("-") or "workshop"
    made: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "SVG": ("image/svg+xml", lambda: drawn(draw, store.load(code), title)),
        "PNG": ("image/png", lambda: png(drawn(draw, store.load(code), title), SHARP)),
    }
    with st.container(horizontal=True):
        for kind, (mime, make) in made.items():
            st.download_button(
                f"{title} as {kind}",
                data=make,
                file_name=f"{words}-{key}.{kind.lower()}",
                mime=mime,
                icon=":material/download:",
                key=f"{key}-{kind.lower()}",
                on_click="ignore",
            )


def drawn(draw: Callable[[Workshop], str | None], workshop: Workshop, title: str) -> str:
    """The picture as SVG. Raises NotFound where everything on it was taken out meanwhile."""
    svg = draw(workshop)
    if svg is None:
        raise NotFound(f"{title}: everything on it was taken out meanwhile, so there is no picture of it.")
    return svg
