"""Sign-off on screen: the card, a row for each leader to sign it in, what keeps it from being one company version."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.findings import customers
from cxworkshop.domain.commands import Remove
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import Definition, SignOff
from cxworkshop.domain.records.counts import STANCES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.signing import (
    Word,
    last_day,
    missing_for_one_version,
    one_version,
    sign,
    words_given,
)
from cxworkshop.ui import card_panel, session, signature_log
from cxworkshop.ui.fields import Bound
from cxworkshop.ui.pictures import colours
from cxworkshop.ui.session import Here

SIGNS = {
    "agree": ":material/check_circle: Agrees",
    "can live with it": ":material/handshake: Can live with it",
    "object": ":material/front_hand: Objects",
}
PLACE = "signing"
"""Where what went wrong with a signature is said: beside the rows, not at the top of the page."""


def draw() -> None:
    """The card, whether it is the one company version, each leader's row, and the log."""
    workshop = session.workshop()
    card_panel.card()
    words = words_given(workshop)
    _version(workshop)
    session.say_notices(PLACE)
    if not words:
        st.caption("List the leaders on the first page; each of them then signs here.")
    card = card_text(workshop)
    for word in words:
        with st.container(border=True, key=f"card-signs-{word.row.leader}"):
            if session.projecting():
                _shown(word)
            else:
                _row(word, card)
    signature_log.draw(workshop)


def _version(workshop: Workshop) -> None:
    if not one_version(workshop):
        left = missing_for_one_version(workshop)
        if left and workshop.one(Definition).sentence:
            st.info(
                session.escape(
                    f"Not one company version yet. Waiting for: {'; '.join(word.who for word in left)}."
                ),
                icon=":material/pending:",
            )
        return
    agreed, on = workshop.one(Definition).agreed, last_day(workshop)
    found = colours()
    st.html(
        f"<style>.st-key-says-one-version {{ background: {found.accent(1)}; border-radius: 0.4rem; padding: 0.9rem 1.2rem; }}"
        f".st-key-says-one-version [data-testid=stText] {{ font-size: 1.8rem; color: {found.on(found.accent(1))}; }}</style>"
    )
    number = f": {agreed:,} {customers(workshop)}" if agreed is not None else ""
    day = f", signed on {on.day} {on:%B %Y}" if on else ""
    with st.container(key="says-one-version"):
        st.text(f"One company version{number}{day}")


def _shown(word: Word) -> None:
    """A leader's word for the projector, in words and a sign."""
    name, said = st.columns([2, 5])
    name.text(word.who)
    with said:
        _stands(word)
        if word.row.reason:
            st.text(word.row.reason)


def _stands(word: Word) -> None:
    """What this leader's word is on the card as it stands."""
    stance = SIGNS.get(word.row.stance or "", "")
    match word.state:
        case "silent":
            st.markdown(":material/radio_button_unchecked: Has not signed")
        case "signed":
            st.markdown(f"**{stance}**, on this card")
        case "unconfirmed":
            st.markdown(
                f":material/sync_problem: **To be confirmed.** {stance}: this word came in without the card it was given on."
            )
        case "reopened":
            again = "Sign again." if word.awaited else "On an earlier card."
            st.markdown(f":material/sync_problem: **{again}** {stance}, on an earlier card. Since then:")
            for change in word.changes:
                st.text(change)


def _row(word: Word, card: str) -> None:
    here, row = session.here(), word.row
    _stands_beside_name(word)
    if not word.listed:
        st.button(
            "Take it off this page",
            key=f"off:{row.id}",
            help="Its signature stays in the log.",
            on_click=here.trying,
            args=(here.write, Remove("sign_off", row.id, seen={"stance": row.stance, "reason": row.reason})),
        )
        return
    bound = _bound(here, row)
    stance_key, reason_key = _keys(here, row, bound)
    said, why, press = st.columns([3, 4, 1.1], vertical_alignment="bottom")
    said.segmented_control("Stance", STANCES, default=row.stance, key=stance_key)
    why.text_area(
        "Reason",
        row.reason or "",
        height=68,
        key=reason_key,
        placeholder="What would have to change for you to agree?",
    )
    press.button(
        "Sign",
        key=f"sign:{row.leader}",
        type="primary" if word.state != "signed" else "secondary",
        width="stretch",
        on_click=_signed,
        args=(here, row, bound, stance_key, reason_key, card),
    )


def _stands_beside_name(word: Word) -> None:
    name, said = st.columns([3, 5.1], vertical_alignment="center")
    name.markdown(f"**{session.escape(word.who)}**")
    with said:
        _stands(word)


def _keys(here: Here, row: SignOff, bound: Bound) -> tuple[str, str]:
    end = f"{row.leader}|{here.token}|{bound.visit}|{bound.generation}"
    return f"stance:{end}", f"reason:{end}"


def _bound(here: Here, row: SignOff) -> Bound:
    """Which fields the row is typed in; they are made anew when the word changes elsewhere, unless somebody types here."""
    now = (row.stance, row.reason or "")
    slot = f"signing:{row.leader}"
    bound: Bound = here.bounds.setdefault(slot, Bound(here.visit, now))
    if bound.visit != here.visit:
        bound = here.bounds[slot] = Bound(here.visit, now, bound.generation + 1)
    elif bound.known != now:
        typed = tuple(session.peek(key) for key in _keys(here, row, bound))
        if typed in (bound.known, (None, None)):
            bound.generation += 1
        bound.known = now
    return bound


def _signed(here: Here, row: SignOff, bound: Bound, stance_key: str, reason_key: str, card: str) -> None:
    stance, reason = session.peek(stance_key), session.peek(reason_key)
    try:
        here.write(sign(here.workshop(), row, stance, reason, card, date.today()))
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=PLACE)
    else:
        # What was typed is the stored word now, so it follows when somebody else changes it.
        bound.known = (stance, (reason or "").strip())
