"""The choice: the gate in large type, what begins, what waits, what stops, and what has to be settled before you go."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from cxworkshop.analysis.findings import money
from cxworkshop.analysis.gate import (
    FEWEST,
    MOST,
    busy,
    counted_out,
    executive_of,
    gate,
    may_begin,
    nearest,
    state_of,
    waited_for,
)
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.priorities import chosen, ties
from cxworkshop.analysis.scores import STOP
from cxworkshop.analysis.together import functions_of, value_of
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Candidate, Choosing
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.priorities import choose_flags
from cxworkshop.programme.say import called
from cxworkshop.ui import session
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import field
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

OPENLY = 5
"""Flags that stand open; with more, the rest fold away."""
JUDGED = ("name", "verdict", "why", "waits_for", "functions")


def verdicts() -> None:
    """Now, not now or stop doing, each with a line that can be defended."""
    rows = [one for one in on_the_wall(session.workshop()) if one.name]
    if not rows:
        st.caption("Keep or write candidates first; each of them is then judged here.")
    elif not session.projecting():
        table(Candidate, rows=rows, only=JUDGED)


def the_gate() -> None:
    """How many are chosen of five to ten, and the written reason that opens the gate all the same."""
    workshop = session.workshop()
    finding(counted_out(workshop), "chosen")
    now, all_of = len(busy(workshop)), len(chosen(workshop))
    st.progress(min(1.0, max(now, all_of) / MOST), text=f"The gate is open from {FEWEST} to {MOST}.")
    override = workshop.one(Choosing).override
    closed = gate(workshop)
    outside = all_of and (all_of < FEWEST or now > MOST)
    if closed:
        st.warning(session.escape(closed), icon=":material/door_front:")
    if outside or override:
        _said(override, "override")
    full = nearest(workshop)
    if full:
        st.info(session.escape(full), icon=":material/hourglass_top:")


def tied() -> None:
    """Equal dots on both sides of the cut, by name, with who decided what beside them."""
    workshop = session.workshop()
    found = ties(workshop)
    settled = workshop.one(Choosing).ties
    if not found and not settled and (session.projecting() or not chosen(workshop)):
        return
    with st.container(border=True, key="card-ties"):
        if found:
            st.markdown("**:material/balance: Equal dots on both sides of the cut**")
            lines = (
                f"- {session.escape(one.name or '—')}: **{one.verdict or 'no verdict yet'}**" for one in found
            )
            st.markdown("\n".join(lines))
        elif not settled:
            st.caption("No dots are equal at the cut. If you settle another tie aloud, it is kept here.")
        _said(settled, "ties")


def _said(words: str | None, name: str) -> None:
    """What was said aloud: to be written, or on the projector to be read."""
    if session.projecting():
        st.text(words or "Decide it aloud.")
    else:
        field(Choosing, "choosing", name)


def flags() -> None:
    """What leaders should settle before they go, a line each."""
    found = choose_flags(session.workshop())
    for words in found[:OPENLY]:
        st.warning(session.escape(words), icon=":material/flag:")
    if found[OPENLY:]:
        with st.expander(f"{len(found) - OPENLY} more to settle", icon=":material/flag:"):
            for words in found[OPENLY:]:
                st.text(words)


def turns() -> None:
    """What waited for something that is finished now, and the press that begins it."""
    workshop, here = session.workshop(), session.here()
    for one in may_begin(workshop):
        first = waited_for(workshop, one)
        with st.container(border=True, key=f"card-turn-{one.id}"):
            words, button = st.columns([5, 1.3], vertical_alignment="center")
            words.markdown(
                f":material/play_circle: **{session.escape(one.name or '—')}** may begin: "
                f"{session.escape(first.name or '—') if first else ''} is finished."
            )
            if not session.projecting():
                button.button(
                    "Begin it now", key=f"begin:{one.id}", on_click=here.trying, args=(_begin, here, one.id)
                )


def lists() -> None:
    """Three lists that can be shown: what begins now, what waits, and what stops, each with its reason."""
    workshop = session.workshop()
    wall = [one for one in on_the_wall(workshop) if one.name]
    picked = chosen(workshop)
    if picked:
        st.subheader(":material/play_arrow: Now", anchor=False)
        for number, one in enumerate(picked, 1):
            _now(workshop, number, one)
    later = [one for one in wall if one.verdict == "not now"]
    stopped = [one for one in wall if one.verdict == STOP]
    waits, stops = st.columns(2, gap="large")
    with waits:
        _others(workshop, ":material/pause: Not now", later, "Nothing waits yet.")
    with stops:
        _others(workshop, ":material/stop: Stop doing", stopped, "Nothing stops yet.")


def _now(workshop: Workshop, number: int, one: Candidate) -> None:
    with st.container(border=True, key=f"card-now-{one.id}"):
        place, words, facts = st.columns([0.5, 6, 4], gap="small")
        with place, st.container(key=f"says-number-{one.id}"):
            st.text(str(number))
        with words:
            with st.container(key=f"says-now-{one.id}"):
                st.text(one.name or "—")
            if one.why:
                st.text(one.why)
        with facts:
            st.caption(session.escape("  \n".join(_facts(workshop, one))))


def _facts(workshop: Workshop, one: Candidate) -> Sequence[str]:
    """Who carries it, across which functions, what hangs on it and how far it has come."""
    leader, committed = executive_of(workshop, one)
    worth, state = value_of(workshop, one), state_of(workshop, one)
    who = (
        f"{called(workshop, leader)}{'' if committed else ' (as leader of its stage)'}"
        if leader
        else "Nobody answers for it yet"
    )
    functions = " · ".join(functions_of(workshop, one)) or "No function is named"
    return [
        who,
        functions,
        *([f"{money(workshop, worth)} a year at risk"] if worth else []),
        *([f"So far: {state}"] if state else []),
    ]


def _others(workshop: Workshop, title: str, found: Sequence[Candidate], none: str) -> None:
    st.subheader(title, anchor=False)
    if not found:
        st.caption(none)
    for one in found:
        first = waited_for(workshop, one)
        with st.container(key=f"card-later-{one.id}"):
            reason = one.why or "No reason is written yet."
            st.markdown(f"**{session.escape(one.name or '—')}**  \n{session.escape(reason)}")
            if first and one.verdict != STOP:
                st.caption(session.escape(f"Begins when “{first.name or '—'}” is finished."))


def _begin(here: Here, id: str) -> None:
    here.write(
        Batch((Put("candidate", id, {"verdict": "now"}, seen={"verdict": "not now"}),), "It begins now")
    )
