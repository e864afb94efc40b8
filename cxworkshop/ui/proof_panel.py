"""Proof that leaders mean it: a column for each element of leading, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.analysis.leadership import united
from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.proofs import ProofState, proof_state
from cxworkshop.domain.records import GrowthChoice, Proof, Standard
from cxworkshop.domain.records.leadership import ELEMENTS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.leadership import proof_says
from cxworkshop.ui import placards, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding

STATES: dict[ProofState, tuple[str, placards.Mood]] = {
    "done": ("● done", "good"),
    "dated": ("◆ dated", "quiet"),
    "overdue": ("▼ overdue", "bad"),
    "undated": ("○ no day yet", "bad"),
}
EMPTY = (
    "Nothing yet: something that all of you decided and keep to, seen on a day.",
    "Nothing yet: somebody who stopped or spent something, and was thanked for it.",
    "Nothing yet: something done and paid for, that a sceptic would notice.",
)


def draw() -> None:
    """The table of proofs, and under it the three columns; the projector shows the columns alone."""
    if not session.projecting():
        table(Proof)
    workshop = session.workshop()
    finding(proof_says(workshop), "proof")
    placards.style()
    rows = [row for row in workshop.all(Proof) if row.action]
    behind: tuple[Callable[[Workshop], str], ...] = (_pairs, _standards, _done)
    for place, element, empty, basis in zip(st.columns(3), ELEMENTS, EMPTY, behind, strict=True):
        with place:
            st.subheader(sentence(element), anchor=False)
            st.caption(basis(workshop))
            mine = [row for row in rows if row.element == element]
            for row in mine:
                _card(workshop, row)
            if not mine:
                st.warning(empty, icon=":material/visibility_off:")
    for row in rows:
        if row.element not in ELEMENTS:
            _card(workshop, row)
            placards.flags(["Say which of the three elements this shows."])


def _pairs(workshop: Workshop) -> str:
    behind = sum(united(workshop, pair.id) is True for pair in workshop.all(GrowthChoice))
    return sentence(f"{counted(behind, 'pair')} on the wall with all of you behind {_it(behind)}")


def _standards(workshop: Workshop) -> str:
    held = sum(bool(row.standard and row.halt) for row in workshop.all(Standard))
    return sentence(f"{counted(held, 'standard')} with somebody who may halt the work for {_it(held)}")


def _done(workshop: Workshop) -> str:
    rows = [row for row in workshop.all(Proof) if row.action]
    states = [proof_state(workshop, row) for row in rows]
    done, dated = states.count("done"), states.count("dated")
    return sentence(f"{counted(done, 'act')} done {'in all' if done else 'yet'}, {in_words(dated)} dated")


def _it(number: int) -> str:
    return "it" if number == 1 else "them"


def _card(workshop: Workshop, row: Proof) -> None:
    with st.container(border=True, key=f"card-placard-proof-{row.id}"):
        with st.container(key=f"large-proof-{row.id}"):
            st.text(row.action or "")
        leader = workshop.name_of("leader", row.leader)
        st.caption(session.escape(leader) if leader else ":material/edit_note: no leader yet")
        said, mood = STATES[proof_state(workshop, row)]
        when = f", {day_label(row.on_day)}" if row.on_day else ""
        placards.state(f"{said}{when}", mood, f"proof-state-{row.id}")
        placards.words("How people will see it", row.evidence, f"seen-{row.id}")
