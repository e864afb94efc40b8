"""A picture: its finding in words above it, the same figures in a table beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st
from altair.utils.schemapi import debug_mode

from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette, palette
from cxworkshop.ui import session
from cxworkshop.ui.charts.picture import Picture

BESIDE = 3
"""A table of more columns than this stands under its chart, where both are wide enough to read."""
Draw = Callable[..., Picture | None]


def colours() -> Palette:
    """The palette of the theme that this browser shows."""
    return palette(st.context.theme.type or "light")


def accent_css(competency: int | None) -> str:
    """The competency's own colour on its question, its rail and its way on."""
    found = colours()
    accent = found.accent(competency) if competency else found.accents[0]
    button = ".st-key-rail button[kind=primary], .st-key-onward button"
    return (
        f"<style>{button} {{ background: {accent}; border-color: {accent}; color: {found.on(accent)}; }}"
        f"[data-testid=stHeading]:has(h1) {{ border-left: 0.35rem solid {accent}; padding-left: 0.9rem; }}</style>"
    )


def picture(
    draw: Draw, *args: Any, until: str, key: str = "", wide: bool = False, said: bool = False, **kwargs: Any
) -> None:
    """Draw a picture of the open workshop; `until` says what will stand here while there is too little to draw.

    `said` leaves out its finding, where that stands above it already.
    """
    name, palette_now = key or draw.__name__, colours()

    def work(workshop: Workshop) -> tuple[Picture, dict[str, Any]] | None:
        # Tests validate every chart; validating again on each redraw would take half of the time.
        with debug_mode(False):
            made = draw(workshop, palette_now, *args, **kwargs)
            return (made, made.chart.to_dict(validate=False)) if made else None

    drawn = session.here().once(f"{name}|{palette_now.paper}|{args}|{kwargs}", work)
    if drawn is None:
        st.caption(f":material/image: {until}")
        return
    found, spec = drawn
    if not said:
        finding(found.says, name)
    if wide or len(found.table[0] if found.table else ()) > BESIDE:
        _chart(found, spec, name)
        with st.expander("The same figures as a table"):
            figures(found.table, found.alt)
        return
    left, right = st.columns([3, 2])
    with left:
        _chart(found, spec, name)
    with right:
        figures(found.table, found.alt)


def finding(words: str, key: str) -> None:
    """A finding in large type; people's words in it stay words."""
    session.here().found = True
    with st.container(key=f"says-{key}"):
        st.text(words)


def figures(rows: list[dict[str, object]], alt: str) -> None:
    """A small table of figures that a screen reader can read."""
    frame = pd.DataFrame(rows)
    numeric = frame.select_dtypes("number").columns
    apart = {name: st.column_config.NumberColumn(format="localized") for name in numeric}
    st.dataframe(
        frame,
        hide_index=True,
        column_config=apart,
        height="content" if len(frame) <= 14 else 520,
        alt=f"Table: {alt}"[:400],
    )


def _chart(found: Picture, spec: dict[str, Any], name: str) -> None:
    st.vega_lite_chart(spec=spec, key=f"chart-{name}", width="stretch", theme=None, alt=found.alt)
