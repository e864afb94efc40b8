"""The mother question: yes, no, or not asked, of any decision."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cxworkshop.domain.records import Decision
from cxworkshop.programme.decisions import QUESTION
from cxworkshop.ui import session
from cxworkshop.ui.fields import field

ANSWERS = {"yes": "✓ yes", "no": "✕ no", "": "not asked"}
NO = "✕ We would not do this to our mothers"


def ask(decision: Decision | None, *, place: str = "") -> None:
    """Ask it of one decision that is written down; the projector shows the answer where there is one.

    `place` tells apart two places that ask it of the same decision.
    """
    if decision is None or not decision.decided:
        return
    if not session.projecting():
        field(Decision, decision.id, "mother", widget=_three_ways, place=place)
    elif decision.mother is not None:
        st.caption(QUESTION)
        st.text(ANSWERS["yes" if decision.mother else "no"])


def _three_ways(title: str, value: Any, common: dict[str, Any]) -> object:
    said = "" if value is None else "yes" if value else "no"
    return st.segmented_control(
        title, list(ANSWERS), default=said, format_func=ANSWERS.__getitem__, required=True, **common
    )
