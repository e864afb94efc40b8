"""A leader's word on the card, on screen: where it stands, and the fields and the button to give it anew."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.findings import sentence
from cxworkshop.domain.commands import Remove
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import SignOff
from cxworkshop.domain.records.counts import STANCES
from cxworkshop.programme.signing import Word, sign
from cxworkshop.ui import session
from cxworkshop.ui.fields import Bound
from cxworkshop.ui.session import Here

SIGNS = {
    "agree": ":material/check_circle: Agrees",
    "can live with it": ":material/handshake: Can live with it",
    "object": ":material/front_hand: Objects",
}
PLACE = "signing"
"""Where what went wrong with a signature is said: beside the rows, not at the top of the page."""


def stands(word: Word) -> None:
    """What this leader's word is on the card as it stands."""
    if word.again:
        st.caption(
            ":material/content_copy: Another word of the same leader: take off the one that does not hold"
        )
    stance = SIGNS.get(word.row.stance or "", "")
    match word.state:
        case "silent":
            st.caption(":material/radio_button_unchecked: Has not signed")
        case "signed":
            st.caption(f"{stance}, on this card")
        case "unconfirmed":
            st.caption(f"{stance}. :material/sync_problem: To be confirmed")
        case "reopened":
            st.caption(
                f"{stance}, on an earlier card"
                + (". :material/sync_problem: Sign again" if word.awaited else "")
            )


def since(word: Word) -> None:
    """What has to be known of a word that was not given on this card."""
    if word.state == "unconfirmed":
        st.caption(
            "This word came in without the card that it was given on. Sign to confirm it on this card."
        )
    if word.state == "reopened":
        st.caption("Changed in the card since then")
        st.text("\n".join(word.changes))


def row(word: Word, card: str) -> None:
    """A leader's word with the fields to give it anew; nothing is written until Sign is pressed."""
    here, given = session.here(), word.row
    if word.again or not word.listed:
        _kept(word, here)
        return
    name, said, why, press = st.columns([2.3, 3.7, 3.2, 1.05], vertical_alignment="center")
    with name:
        _named(word)
    bound = _bound(here, given)
    stance_key, reason_key = _keys(here, given, bound)
    said.segmented_control(
        "Stance", STANCES, default=given.stance, key=stance_key, label_visibility="collapsed"
    )
    why.text_area(
        "Reason",
        given.reason or "",
        height=76,
        key=reason_key,
        placeholder="What would have to change for you to agree?",
        label_visibility="collapsed",
    )
    press.button(
        "Sign",
        key=f"sign:{given.leader}",
        type="primary" if word.state != "signed" else "secondary",
        width="stretch",
        on_click=_signed,
        args=(here, given, bound, stance_key, reason_key, card),
    )
    since(word)


def _named(word: Word) -> None:
    st.markdown(f"**{session.escape(sentence(word.who))}**")
    stands(word)


def _kept(word: Word, here: Here) -> None:
    """A word that nobody here can sign anew: it stands until it is taken off."""
    row = word.row
    name, why, press = st.columns([4, 4.2, 2], vertical_alignment="center")
    with name:
        _named(word)
    why.text(row.reason or "")
    press.button(
        "Take off",
        key=f"off:{row.id}",
        help="Takes this word off the page. Its signature stays in the log.",
        on_click=here.trying,
        args=(here.write, Remove("sign_off", row.id, seen={"stance": row.stance, "reason": row.reason})),
    )
    since(word)


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
