"""A leader's word on the card, on screen: where it stands, and the fields and the button to give it anew."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.findings import sentence
from cxworkshop.domain.commands import Command, Remove
from cxworkshop.domain.records import SignOff
from cxworkshop.domain.records.counts import STANCES
from cxworkshop.programme.signing import Word, sign
from cxworkshop.ui import pressed, session
from cxworkshop.ui.pressed import Typed
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
    typed = pressed.fields(
        here,
        str(given.leader),
        (given.stance, given.reason or ""),
        choices=STANCES,
        ask="What would have to change for you to agree?",
        places=(said, why),
    )
    press.button(
        "Sign",
        key=f"sign:{given.leader}",
        type="primary" if word.state != "signed" else "secondary",
        width="stretch",
        on_click=_signed,
        args=(here, given, typed, card),
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


def _signed(here: Here, row: SignOff, typed: Typed, card: str) -> None:
    def signing(word: str | None, reason: str | None) -> Command:
        return sign(here.workshop(), row, word, reason, card, date.today())

    pressed.write(here, typed, signing, PLACE)
