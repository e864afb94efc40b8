"""Cards that are read from the back of the room: a small label, large words under it, and a state by sign and word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import streamlit as st

from cxworkshop.ui import session
from cxworkshop.ui.pictures import colours

Mood = Literal["good", "bad", "quiet"]
BLANK = "not said yet"


def style(competency: int | None = 5) -> None:
    """What all cards of a step share; drawn once, above them."""
    found = colours()
    accent = found.accent(competency)
    st.html(
        "<style>"
        f"[class*=st-key-card-placard-] {{ border-left: 0.35rem solid {accent}; }}"
        "[class*=st-key-card-placard-], [class*=st-key-card-placard-] [data-testid=stVerticalBlock] { gap: 0.45rem; }"
        f"[class*=st-key-large-] [data-testid=stText] {{ font-size: {1.6 if session.projecting() else 1.3}rem; "
        "font-weight: 650; line-height: 1.3; }"
        "[class*=st-key-large-] { gap: 0.1rem; } [class*=st-key-small-] { gap: 0.1rem; }"
        f"[class*=st-key-good-] [data-testid=stText] * {{ color: {found.gain}; font-weight: 650; }}"
        f"[class*=st-key-bad-] [data-testid=stText] * {{ color: {found.loss}; font-weight: 650; }}"
        f"[class*=st-key-quiet-] [data-testid=stText] * {{ color: {found.muted}; }}"
        "</style>"
    )


def words(label: str, said: str | None, key: str, *, large: bool = False, blank: str = BLANK) -> None:
    """A person's words under their label; what is blank says so."""
    with st.container(key=f"{'large' if large and said else 'small'}-{key}"):
        st.caption(label)
        if said:
            st.text(said)
        else:
            st.caption(f":material/edit_note: {blank}")


def state(said: str, mood: Mood, key: str) -> None:
    """A state in words that begin with their sign; colour only underlines it."""
    with st.container(key=f"{mood}-{key}"):
        st.text(said)


def flags(found: Iterable[str]) -> None:
    """What is doubtful, one line each."""
    for one in found:
        st.markdown(f":material/flag: {session.escape(one)}")
