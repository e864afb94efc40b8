"""Signing the plan on screen: the plan as it stands, and each leader's word on it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.commitments import Owned, owned
from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.commands import Command, Remove
from cxworkshop.domain.records import Leader, Pledge
from cxworkshop.domain.records.commit import PLEDGES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.pledges import LIVES, OBJECTS, SIGNS, Word, away, plan_mark, sign, words_given
from cxworkshop.programme.rules.pledges import sign_says
from cxworkshop.programme.say import called
from cxworkshop.ui import pressed, session
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.pressed import Typed
from cxworkshop.ui.session import Here

SAID = {
    SIGNS: ":material/check_circle: Signs",
    LIVES: ":material/handshake: Can live with it",
    OBJECTS: ":material/front_hand: Objects",
}
MOST = 5
"""Changes that stand under a word that was given on another plan; the rest is counted."""
PLACE = "pledging"
"""Where what went wrong with a signature is said: beside the rows, not at the top of the page."""


def draw() -> None:
    """The plan, how it stands, and a row for each leader."""
    workshop = session.workshop()
    plan = owned(workshop)
    if not plan:
        st.caption("Choose the priorities first; the plan that you sign then stands here.")
        return
    with st.container(border=True, key="card-plan"):
        for one in plan:
            _line(workshop, one)
    finding(sign_says(workshop), "signed")
    session.say_notices(PLACE)
    words = words_given(workshop)
    if not words:
        st.caption("List the leaders on the first page; each of them then signs here.")
    mark = plan_mark(workshop)
    for word in words:
        with st.container(border=True, key=f"card-pledge-{word.row.id}"):
            _row(word, mark)
    absent = away(workshop)
    if absent:
        names = listed([called(workshop, leader) for leader in absent])
        st.caption(session.escape(f"Not in the room, and not waited for: {names}."))


def _line(workshop: Workshop, one: Owned) -> None:
    row = one.commitment
    leader = workshop.get(Leader, row.executive)
    what, who = st.columns([5, 3], gap="medium")
    with what, st.container(gap=None):
        st.markdown(f"**{one.number}. {session.escape(one.candidate.name or '—')}**")
        by = f", by {day_label(row.first_day)}" if row.first_day else ""
        st.text(f"{row.first_action or 'No first action yet'}{by}")
    with who, st.container(gap=None):
        st.text(called(workshop, leader) if leader else "Nobody answers for it yet")
        st.caption(
            ":material/check_circle: Own commitment signed"
            if one.signed
            else ":material/radio_button_unchecked: Own commitment not signed yet"
        )


def _row(word: Word, mark: str) -> None:
    """A leader's word; with the fields to give it anew where somebody can, and nothing is written until Sign is pressed."""
    here, given = session.here(), word.row
    typing = word.theirs and not session.projecting()
    name, said, why, press = st.columns(
        [2.3, 3.9, 3, 1.05] if typing else [3, 0.2, 5, 1.6], vertical_alignment="center"
    )
    with name, st.container(gap=None):
        st.markdown(f"**{session.escape(sentence(word.who))}**")
        _stands(word)
    if not typing:
        why.text(given.reason or "")
    if not word.theirs and not session.projecting():
        seen = {"word": given.word, "reason": given.reason}
        press.button(
            "Take off",
            key=f"off:{given.id}",
            on_click=here.trying,
            args=(here.write, Remove("pledge", given.id, seen=seen)),
        )
    if typing:
        typed = pressed.fields(
            here,
            f"plan-{given.leader}",
            (given.word, given.reason or ""),
            choices=PLEDGES,
            ask="What would have to change for you to sign?",
            places=(said, why),
        )
        press.button(
            "Sign",
            key=f"sign:{given.leader}",
            type="primary" if word.state != "signed" else "secondary",
            width="stretch",
            on_click=_signed,
            args=(here, given, typed, mark),
        )
    _since(word)


def _stands(word: Word) -> None:
    said = SAID.get(word.row.word or "", "")
    on = f", {day_label(word.row.on_day)}" if word.row.on_day else ""
    match word.state:
        case "silent":
            st.caption(":material/radio_button_unchecked: Has not signed")
        case "signed":
            st.caption(f"{said}{on}")
        case "unconfirmed":
            st.caption(f"{said}. :material/sync_problem: To be confirmed")
        case "earlier":
            again = ". :material/sync_problem: Sign again" if word.awaited else ""
            st.caption(f"{said}, signed for an earlier version{again}")


def _since(word: Word) -> None:
    """What has to be known of a word that was not given on this plan."""
    if not word.theirs:
        st.caption("A second word of the same leader, or of somebody who is not listed: take it off.")
    elif word.state == "unconfirmed":
        st.caption(
            "This word came in without the plan that it was given on. Sign to confirm it on this plan."
        )
    elif word.state == "earlier":
        st.caption("Since that version")
        more = [f"and {len(word.changes) - MOST} more"] if len(word.changes) > MOST else []
        st.text("\n".join([*word.changes[:MOST], *more]))


def _signed(here: Here, row: Pledge, typed: Typed, mark: str) -> None:
    def signing(word: str | None, reason: str | None) -> Command:
        return sign(here.workshop(), row, word, reason, mark, date.today())

    pressed.write(here, typed, signing, PLACE)
