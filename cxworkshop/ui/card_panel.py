"""The definition card on screen: the sentence large, the count larger, every line word for word."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.card import COUNT, GIVES, SENTENCE, card_lines
from cxworkshop.analysis.card_checks import changed_since_lab, count_against_bridge
from cxworkshop.analysis.counts import closing_counts
from cxworkshop.analysis.findings import counted, customers, sentence
from cxworkshop.domain.commands import Put
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Definition
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import colours

LONG = ("Not counted", GIVES)
ASKED = tuple(name for name in fields(Definition) if name != "variant")


def draw() -> None:
    """The card as it stands, and the form that writes it."""
    card()
    if not session.projecting():
        form(Definition, only=ASKED)


def card() -> None:
    """The card that is signed; it shows exactly what a signature keeps, and who answers for the number."""
    workshop = session.workshop()
    lines = dict(card_lines(workshop))
    found = colours()
    st.html(
        f"<style>.st-key-card-definition {{ border-left: 0.35rem solid {found.accent(1)}; }}"
        ".st-key-card-definition [data-testid=stVerticalBlock] { gap: 0.3rem; }"
        ".st-key-says-definition [data-testid=stText] { font-size: 1.6rem; }"
        f".st-key-card-definition [data-testid=stMetricValue] {{ font-size: 3.4rem; color: {found.accent(1)}; }}</style>"
    )
    with st.container(border=True, key="card-definition"):
        words, number = st.columns([3, 1.3], vertical_alignment="center")
        with words:
            st.caption(SENTENCE)
            with st.container(key="says-definition"):
                st.text(lines.get(SENTENCE) or "There is no sentence to sign yet.")
        if COUNT in lines:
            number.metric(session.escape(f"{sentence(customers(workshop))} on the last day"), lines[COUNT])
        short = [(label, said) for label, said in lines.items() if label not in (SENTENCE, COUNT, *LONG)]
        for offset in range(0, len(short), 4):
            for place, (label, said) in zip(st.columns(4), short[offset : offset + 4], strict=False):
                place.caption(label)
                place.text(said)
        for label in LONG:
            if label in lines:
                st.caption(label)
                st.text(lines[label])
        _beside(workshop)
        _changed(workshop)
    wrong = count_against_bridge(workshop)
    if wrong:
        st.warning(session.escape(wrong), icon=":material/rule:")


def _changed(workshop: Workshop) -> None:
    """What no longer says what the lab gave, and the way out where the room means it so."""
    changes = changed_since_lab(workshop)
    if not changes:
        return
    st.caption(":material/difference: Changed since it was chosen in the lab")
    st.text("\n".join(changes))
    if not session.projecting():
        card, here = workshop.one(Definition), session.here()
        gave = {"variant": None, "gives": None}
        st.button(
            "Take off what the lab gave",
            key="off-lab",
            help="The card keeps what was typed; what the lab gave for it is no longer said.",
            on_click=here.trying,
            args=(
                here.write,
                Put(card.kind, card.kind, gave, seen={name: getattr(card, name) for name in gave}),
            ),
        )


def _beside(workshop: Workshop) -> None:
    """What is not part of the signed words."""
    agreed = workshop.one(Definition)
    owner = workshop.name_of("leader", agreed.data_owner)
    variant = workshop.name_of("variant", agreed.variant)
    claims = [closing for _, closing in closing_counts(workshop)]
    said = [
        f"{owner} answers for this number." if owner else "",
        f"Chosen in the definition lab: {variant}." if variant else "",
        f"Brought to this table: {counted(len(claims), 'count')} from {min(claims):,} to {max(claims):,}."
        if agreed.agreed is not None and len(claims) > 1
        else "",
    ]
    if any(said):
        st.caption(session.escape(" ".join(one for one in said if one)))
