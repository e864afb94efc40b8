"""One card per priority: who answers for it, from when, measured by what."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.commitments import Owned, flags, owned
from cxworkshop.domain.records import Commitment
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.promise import progress_says, promise
from cxworkshop.ui import session, troubles
from cxworkshop.ui.charts.commitments import completeness
from cxworkshop.ui.fields import beside
from cxworkshop.ui.one_of import row_of
from cxworkshop.ui.pictures import picture

LINES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("Whose life gets better", (("outcome",),)),
    ("Who answers for it", (("executive", "successor"), ("team",))),
    ("How it begins", (("first_action", "first_day"), ("clears", "stops"))),
    ("How you will know", (("metric", "baseline", "target"), ("asset_number", "review_day"))),
    ("What it takes", (("people", "money"), ("skills",))),
    ("What everyone hears", (("message",),)),
    ("Where it stands", (("state", "signed"),)),
)
"""A card's side heads, and beside each of them its lines of fields."""
WIDTHS: dict[tuple[str, ...], tuple[float, ...]] = {
    ("first_action", "first_day"): (3, 1),
    ("metric", "baseline", "target"): (3, 1, 1),
}
TWO_LINES = 72
"""The height of a field in pixels."""


def draw() -> None:
    """The commitments of the chosen priorities, each opened by its name."""
    workshop = session.workshop()
    rows = {one.candidate.id: one for one in owned(workshop)}
    if not rows:
        st.caption("Choose the priorities first; each of them then gets a card here.")
        return
    picture(completeness, until="How complete each commitment is stands here.", wide=True)
    named = {id: f"{one.number}. {one.candidate.name or '—'}" for id, one in rows.items()}
    shown = row_of("Priority", "priority-shown", named)
    with st.container(border=True, key=f"card-commitment-{shown}"):
        _card(workshop, rows[shown], named[shown])


def _card(workshop: Workshop, one: Owned, name: str) -> None:
    with st.container(key=f"says-commitment-{one.candidate.id}"):
        st.text(name)
    st.text(promise(workshop, one))
    st.caption(session.escape(progress_says(workshop, one)))
    found = flags(workshop, one)
    if found:
        st.warning("  \n".join(session.escape(words) for words in found), icon=":material/record_voice_over:")
    for head, lines in LINES:
        side, page = st.columns([1, 4], gap="medium")
        side.markdown(f"**{head}**")
        with page:
            for names in lines:
                beside(
                    Commitment,
                    one.commitment.id,
                    names,
                    WIDTHS.get(names, ()),
                    given={"candidate": one.candidate.id},
                    tall=TWO_LINES,
                )
    troubles.say(Commitment, one.commitment.id)
