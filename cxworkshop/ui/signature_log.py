"""The log of signatures on screen: who said what on which card, and what changed from one card to the next."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted
from cxworkshop.domain.records import Signature
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.signing import log


def draw(workshop: Workshop) -> None:
    """Every signature ever given, in order; nothing here is ever replaced."""
    chapters = log(workshop)
    if not chapters:
        return
    many = sum(len(chapter.signatures) for chapter in chapters)
    cards = len({chapter.card for chapter in chapters})
    title = f"{counted(many, 'signature')} on {counted(cards, 'card')}"
    with st.expander(f"Signature log: {title}", icon=":material/history_edu:"):
        last = 0
        for before, chapter in zip((None, *chapters), chapters, strict=False):
            st.markdown(f"**Card {chapter.card}{', again' if chapter.card <= last else ''}**")
            last = max(last, chapter.card)
            if before and chapter.changes:
                st.caption(f"What changed since card {before.card}")
                st.text("\n".join(chapter.changes))
            else:
                st.text(chapter.text or "What was signed was not kept.")
            for one in chapter.signatures:
                st.text(_line(workshop, one))


def _line(workshop: Workshop, one: Signature) -> str:
    on = f"{one.given_on:%Y-%m-%d} · " if one.given_on else ""
    who = one.name or workshop.name_of("leader", one.leader) or "a leader who is no longer listed"
    return f"{on}{who}: {one.stance or '—'}" + (f" · {one.reason}" if one.reason else "")
