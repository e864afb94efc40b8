"""Sign-off on screen: the card, a row for each leader to sign it in, what keeps it from being one company version."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.findings import sentence
from cxworkshop.domain.commands import Remove
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import SignOff
from cxworkshop.domain.records.counts import STANCES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.signoff import in_the_way, version
from cxworkshop.programme.signing import Word, one_version, sign, words_given
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
        with st.container(border=True, key=f"card-signs-{word.row.id}"):
            if session.projecting():
                _shown(word)
            else:
                _row(word, card)
    signature_log.draw(workshop)


def _version(workshop: Workshop) -> None:
    if not one_version(workshop):
        why = in_the_way(workshop)
        if why:
            st.info(session.escape(why), icon=":material/pending:")
        return
    found = colours()
    st.html(
        f"<style>.st-key-says-one-version {{ background: {found.accent(1)}; border-radius: 0.4rem; padding: 0.9rem 1.2rem; }}"
        f".st-key-says-one-version [data-testid=stText], .st-key-says-one-version [data-testid=stText] * {{ font-size: 1.8rem; color: {found.on(found.accent(1))} !important; }}</style>"
    )
    with st.container(key="says-one-version"):
        st.text(sentence(version(workshop)))


def _shown(word: Word) -> None:
    """A leader's word for the projector, in words and a sign."""
    name, said = st.columns([2, 5])
    name.text(word.who)
    with said:
        _stands(word)
        if word.row.reason:
            st.text(word.row.reason)
    _since(word)


def _stands(word: Word) -> None:
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


def _since(word: Word) -> None:
    if word.state == "unconfirmed":
        st.caption(
            "This word came in without the card that it was given on. Sign to confirm it on this card."
        )
    if word.state == "reopened":
        st.caption("Changed in the card since then")
        st.text("\n".join(word.changes))


def _row(word: Word, card: str) -> None:
    here, row = session.here(), word.row
    name, said, why, press = st.columns([2.3, 3.7, 3.2, 1.05], vertical_alignment="center")
    with name:
        st.markdown(f"**{session.escape(word.who)}**")
        _stands(word)
    if word.listed and not word.again:
        bound = _bound(here, row)
        stance_key, reason_key = _keys(here, row, bound)
        said.segmented_control(
            "Stance", STANCES, default=row.stance, key=stance_key, label_visibility="collapsed"
        )
        why.text_area(
            "Reason",
            row.reason or "",
            height=76,
            key=reason_key,
            placeholder="What would have to change for you to agree?",
            label_visibility="collapsed",
        )
        press.button(
            "Sign",
            key=f"sign:{row.leader}",
            type="primary" if word.state != "signed" else "secondary",
            width="stretch",
            on_click=_signed,
            args=(here, row, bound, stance_key, reason_key, card),
        )
    else:
        why.text(row.reason or "")
        press.button(
            "Take off",
            key=f"off:{row.id}",
            help="Takes this word off the page. Its signature stays in the log.",
            on_click=here.trying,
            args=(here.write, Remove("sign_off", row.id, seen={"stance": row.stance, "reason": row.reason})),
        )
    _since(word)


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
