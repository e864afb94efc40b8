"""Sign-off on screen: the card, a row for each leader to sign it in, what keeps it from being one company version."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.findings import sentence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.signoff import in_the_way, version
from cxworkshop.programme.signing import Word, one_version, words_given
from cxworkshop.ui import card_panel, session, signature_log, signing_rows
from cxworkshop.ui.pictures import colours


def draw() -> None:
    """The card, whether it is the one company version, each leader's row, and the log."""
    workshop = session.workshop()
    card_panel.card()
    words = words_given(workshop)
    _version(workshop)
    session.say_notices(signing_rows.PLACE)
    if not words:
        st.caption("List the leaders on the first page; each of them then signs here.")
    card = card_text(workshop)
    for word in words:
        with st.container(border=True, key=f"card-signs-{word.row.id}"):
            if session.projecting():
                _shown(word)
            else:
                signing_rows.row(word, card)
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
    name.text(sentence(word.who))
    with said:
        signing_rows.stands(word)
        if word.row.reason:
            st.text(word.row.reason)
    signing_rows.since(word)
