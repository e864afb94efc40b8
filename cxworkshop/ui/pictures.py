"""A picture: its finding in words above it, the same figures in a table beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import streamlit as st

from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.charts.palette import Palette, palette
from cxworkshop.ui.charts.picture import Picture

if TYPE_CHECKING:
    import altair as alt

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


def picture(draw: Draw, *args: Any, until: str, key: str = "", wide: bool = False, **kwargs: Any) -> None:
    """Draw a picture of the open workshop; `until` says what will stand here while there is too little to draw."""
    found = draw(session.workshop(), colours(), *args, **kwargs)
    name = key or draw.__name__
    if found is None:
        st.caption(f":material/image: {until}")
        return
    finding(found.says, name)
    if wide:
        _chart(found, name)
        with st.expander("The same figures as a table"):
            figures(found.table, found.alt)
        return
    left, right = st.columns([3, 2])
    with left:
        _chart(found, name)
    with right:
        figures(found.table, found.alt)


def finding(words: str, key: str) -> None:
    """A finding in large type; people's words in it stay words."""
    with st.container(key=f"says-{key}"):
        st.text(words)


def figures(rows: list[dict[str, object]], alt: str) -> None:
    """A small table of figures that a screen reader can read."""
    frame = pd.DataFrame(rows)
    st.dataframe(
        frame, hide_index=True, height="content" if len(frame) <= 14 else 520, alt=f"Table: {alt}"[:400]
    )


def said(words: Callable[[Workshop], str]) -> str:
    """What a step's picture says about the open workshop."""
    return words(session.workshop())


def _chart(found: Picture, name: str) -> None:
    chart = cast("alt.Chart", found.chart)
    st.altair_chart(chart, key=f"chart-{name}", width="stretch", theme=None, alt=found.alt)
