"""Rival counts on screen: covered until they are revealed together, then side by side, and each walked to the agreed one."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.counts import (
    FIGURES,
    closing_counts,
    contradiction,
    covered,
    function_name,
    revealed,
    spread,
)
from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.walks import TOLERANCE, unexplained_words, walks
from cxworkshop.domain.records import CountDifference, Definition, FunctionCount
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import covered_panel, session
from cxworkshop.ui.charts import counts as dots
from cxworkshop.ui.charts import walks as walked
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture

SHOWN = ("function", *FIGURES, "evidence", "definition", "source", "difference")
UNSEEN = (
    "Each function writes its number unseen. Nothing of it is drawn anywhere, on this screen or on the projector, "
    "until the closing counts that are in are revealed together."
)


def draw() -> None:
    """Before the reveal, who has brought a number; after it, the numbers, how far apart they lie, and why."""
    workshop = session.workshop()
    seen = revealed(workshop)
    if not seen:
        st.markdown(f"**{UNSEEN}**")
        covered_panel.draw()
        return
    picture(dots.counts, until="As soon as two functions have a number, they stand here as dots on one line.")
    _measures(workshop)
    wrong = [said for row in seen if (said := contradiction(workshop, row))]
    if wrong:
        st.warning("  \n".join(session.escape(said) for said in wrong), icon=":material/rule:")
    table(FunctionCount, only=SHOWN, given={"revealed": True})
    late = len(covered(workshop))
    if not session.projecting():
        with st.expander(
            f"Covered numbers ({late} not revealed)" if late else "Another function brings a number",
            expanded=late > 0,
            icon=":material/visibility_off:",
        ):
            covered_panel.draw()
    _walks(workshop, seen)


def _measures(workshop: Workshop) -> None:
    found = spread(count for _, count in closing_counts(workshop))
    if found is None or found.count < 2:
        return
    said = (
        ("Range", f"{found.low:,} to {found.high:,}"),
        ("Spread", f"{found.spread:,}"),
        ("Middle count", f"{figure(found.median)}"),
        ("Spread, of the middle count", f"{found.ratio * 100:.1f} %" if found.ratio is not None else "–"),
        ("Coefficient of variation", f"{found.cv * 100:.1f} %" if found.cv is not None else "–"),
    )
    for place, (label, words) in zip(st.columns([1.6, 1, 1.1, 1.5, 1.4]), said, strict=True):
        place.caption(label)
        place.markdown(f"**{words}**")


def _walks(workshop: Workshop, seen: tuple[FunctionCount, ...]) -> None:
    st.subheader("From each number to the agreed one", anchor=False)
    picture(
        walked.walks,
        until="As soon as the count that you sign stands on the card, each number walks to it here, cause by cause.",
        wide=True,
    )
    if workshop.one(Definition).agreed is not None:
        st.caption(
            f"Explained means that at most {figure(TOLERANCE * 100)} % of the agreed count is left; "
            "what is left keeps its own bar."
        )
    named = {row.id: function_name(workshop, row) for row in seen}
    if session.projecting():
        return
    chosen = st.selectbox(
        "Whose difference do you explain?",
        list(named),
        format_func=lambda id: named.get(id, ""),
        key=f"explained|{session.here().visit}|{'|'.join(named)}",
    )
    id = chosen if chosen in named else seen[0].id
    rest = next((walk for walk in walks(workshop) if walk.id == id), None)
    if rest:
        st.text(unexplained_words(rest))
    table(CountDifference, given={"count": id})
