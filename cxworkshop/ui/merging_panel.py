"""Twins on the wall: what may be one thing, what was made one, and what deserves a second look before it stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from cxworkshop.analysis.alike import Alike, alike
from cxworkshop.analysis.findings import counted, listed, sentence
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.merging import groups, merged, parted, two_things
from cxworkshop.analysis.second_look import second_look
from cxworkshop.analysis.together import evidence, functions_of
from cxworkshop.domain.commands import Batch
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

FIRST = 3
"""Pairs that are asked about at once; the next ones come when these are settled."""


def twins() -> None:
    """Pairs that look alike, with why, and the three answers that there are."""
    session.say_notices("twins")
    pairs = session.here().once("alike", alike)
    if not pairs or session.projecting():
        return
    found = sentence(counted(len(pairs), "pair looks alike", "pairs look alike"))
    st.markdown(f"**{found}.** Twins split the dots between them: is it one thing, or two?")
    for pair in pairs[:FIRST]:
        _pair(pair)
    if pairs[FIRST:]:
        st.caption(f"{sentence(counted(len(pairs) - FIRST, 'more pair'))} when these are settled.")


def _pair(pair: Alike) -> None:
    here, place = session.here(), f"{pair.one.id}.{pair.other.id}"
    with st.container(border=True, key=f"card-twins-{place}"):
        st.markdown(f":material/join_inner: {session.escape(pair.why)}")
        for column, stays, goes in zip(
            st.columns(2, gap="large"), (pair.one, pair.other), (pair.other, pair.one), strict=True
        ):
            with column:
                st.markdown(
                    f"**{session.escape(stays.name or '—')}**  \n{session.escape(stays.because or '')}"
                )
                st.button(
                    "One thing: this name stays",
                    key=f"merge:{stays.id}:{goes.id}",
                    on_click=here.trying,
                    args=(_do, here, merged, stays.id, goes.id),
                )
        st.button(
            "They are two things",
            key=f"two:{place}",
            type="tertiary",
            on_click=here.trying,
            args=(_do, here, two_things, pair.one.id, pair.other.id),
        )


def made_one() -> None:
    """What was merged: everything that was said for each of them stays readable, and they can be parted again."""
    workshop = session.workshop()
    for first, *rest in groups(workshop):
        with st.container(border=True, key=f"card-merged-{first.id}"):
            st.markdown(
                f":material/merge: **{session.escape(first.name or '—')}** stands for {len(rest) + 1}"
            )
            _said(workshop, first)
            for one in rest:
                words, button = st.columns([5, 1.3], vertical_alignment="top")
                with words:
                    _member(one)
                if not session.projecting():
                    button.button(
                        "Part them again",
                        key=f"part:{one.id}",
                        on_click=session.here().trying,
                        args=(_do, session.here(), parted, one.id),
                    )


def _said(workshop: Workshop, first: Candidate) -> None:
    if first.because:
        st.text(first.because)
    together = [
        *([f"takes {listed(functions_of(workshop, first))}"] if functions_of(workshop, first) else []),
        *([known] if (known := evidence(workshop, first)) else []),
    ]
    if together:
        st.caption(session.escape(f"Together: {' · '.join(together)}, nobody counted twice."))


def _member(one: Candidate) -> None:
    st.markdown(f"with **{session.escape(one.name or '—')}**  \n{session.escape(one.because or '')}")


def looked_at_twice() -> None:
    """Candidates in play that are one silo's, a system before a purpose, or without a reason: what to ask of each."""
    workshop = session.workshop()
    found = [
        (one, asked)
        for one in on_the_wall(workshop)
        if one.name and one.verdict in (None, "now") and (asked := second_look(workshop, one))
    ]
    if not found:
        return
    title = sentence(counted(len(found), "candidate deserves", "candidates deserve"))
    with st.expander(f"{title} a second look", icon=":material/flag:", expanded=len(found) <= FIRST):
        for one, asked in found:
            st.markdown(f"**{session.escape(one.name or '')}**  \n{session.escape(' '.join(asked))}")


def _do(here: Here, change: Callable[..., Batch], *args: Any) -> None:
    made = change(here.workshop(), *args)
    if made.commands:
        here.write(made)
        here.notice(f"{made.name}. Undo takes it back as one change.", place="twins")
