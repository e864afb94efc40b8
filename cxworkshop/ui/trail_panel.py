"""One priority followed: the customers, the money and the words that it came from, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxworkshop.analysis.findings import sure
from cxworkshop.analysis.trail import Clue, Trail
from cxworkshop.programme import STEPS
from cxworkshop.ui import session, trail_links
from cxworkshop.ui.places import followed
from cxworkshop.ui.session import Here

FIRST = 4
"""So many clues of a sort stand open; the others fold away."""
FROM = {
    "customers": ("Customers", "Nobody has counted yet whom it touches."),
    "money": ("Money", "Nobody has said yet what it is worth."),
    "words": ("Words", "Nobody is quoted on it yet."),
}
WIDTHS = (5, 5, 7)
CHOSEN = "trail"
ASKED = "Where it came from, and what came of it"


def draw() -> None:
    """The trail of the priority that the address names, or else of the one chosen here, the first where none is."""
    known = trail_links.known()
    if known:
        with st.container(key="trail"):
            st.subheader(ASKED, anchor=False)
            _trail(known)


def folded() -> None:
    """The same where it stands beside something else: folded away until somebody follows a priority."""
    known = trail_links.known()
    if known:
        followed_one = trail_links.addressed() is not None
        with (
            st.container(key="trail"),
            st.expander(ASKED, expanded=followed_one, icon=":material/conversion_path:"),
        ):
            _trail(known)


def _trail(known: Sequence[Trail]) -> None:
    found = _picked(known)
    if found.candidate.because:
        st.text(found.candidate.because)
    for place, (what, (title, none)) in zip(st.columns(WIDTHS), FROM.items(), strict=True):
        with place:
            _list(found, title, found.of(what), none)
    owed, after = st.columns(2)
    with owed:
        here = (*found.of("promise"), *found.of("decision"))
        _list(found, "What we owe, and who answers", here, "No promise stands behind it yet.")
    with after:
        _list(found, "What came of it", found.came_of, "Nothing yet.")


def _picked(known: Sequence[Trail]) -> Trail:
    here, by_id = session.here(), {one.candidate.id: one for one in known}
    asked = trail_links.addressed()
    now = asked or by_id.get(here.chosen.get(CHOSEN, ""), known[0])
    if session.projecting():
        st.text(trail_links.title(now))
        return now
    key = f"{CHOSEN}|{here.visit}"
    st.selectbox(
        "Follow a priority",
        list(by_id),
        index=list(by_id).index(now.candidate.id),
        format_func=lambda id: trail_links.title(by_id[id]) if id in by_id else "",
        key=key,
        on_change=_choose,
        args=(here, key),
    )
    return now


def _choose(here: Here, key: str) -> None:
    chosen = session.peek(key)
    if chosen:
        here.chosen[CHOSEN] = chosen
        session.let_go()
        st.query_params[session.PRIORITY] = chosen


def _list(found: Trail, title: str, clues: Sequence[Clue], none: str) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{title}**")
        if not clues:
            st.caption(none)
        for clue in clues[:FIRST]:
            _clue(found, clue)
        if clues[FIRST:]:
            with st.expander(f"{len(clues) - FIRST} more"):
                for clue in clues[FIRST:]:
                    _clue(found, clue)


def _clue(found: Trail, clue: Clue) -> None:
    with st.container(gap=None):
        st.text(f"{clue.says.removesuffix('.')}{sure(clue.sure)}." if clue.sure else clue.says)
        step = STEPS.get(clue.step)
        if step:
            file, query = followed(step, found.candidate.id, clue.row)
            st.page_link(file, label=step.title, icon=":material/arrow_outward:", query_params=query)
