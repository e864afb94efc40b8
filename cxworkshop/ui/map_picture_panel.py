"""The stage map to take away, as a picture of lines (SVG) or of dots (PNG)."""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_svg import map_svg
from cxworkshop.drawing.png import png
from cxworkshop.programme.rules.experience import map_says
from cxworkshop.ui import session

SHARP = 2.0


def downloads() -> None:
    """Two buttons that make the picture of the map as it stands when they are pressed."""
    workshop, store = session.workshop(), session.store()
    if not ordered_stages(workshop) or session.projecting():
        return
    code = workshop.code
    words = re.sub(r"[^A-Za-z0-9]+", "-", workshop.title).strip("-") or "workshop"
    made: dict[str, tuple[str, Callable[[], str | bytes]]] = {
        "SVG": ("image/svg+xml", lambda: drawn(store.load(code))),
        "PNG": ("image/png", lambda: png(drawn(store.load(code)), SHARP)),
    }
    with st.container(horizontal=True):
        for kind, (mime, make) in made.items():
            st.download_button(
                f"The map as {kind}",
                data=make,
                file_name=f"{words}-stage-map.{kind.lower()}",
                mime=mime,
                icon=":material/download:",
                key=f"map-{kind.lower()}",
                on_click="ignore",
            )


def drawn(workshop: Workshop) -> str:
    """The map as SVG, its finding above it. Raises NotFound where the last stage was taken out meanwhile."""
    svg = map_svg(workshop, map_says(workshop))
    if svg is None:
        raise NotFound("There are no stages on the map any more, so there is no picture of it.")
    return svg
