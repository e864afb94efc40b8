"""Definitions kept in the lab: under a name, side by side, set again, taken away, or made the definition."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import streamlit as st

from cxworkshop.analysis.bridge_flag_words import signed
from cxworkshop.analysis.card_checks import changed_since_lab
from cxworkshop.analysis.findings import customers
from cxworkshop.analysis.lab import TITLES, dial_words, dials
from cxworkshop.analysis.lab_words import definition_sentence
from cxworkshop.domain.records import Definition, Variant
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import lab_write, session
from cxworkshop.ui.charts import lab as charts
from cxworkshop.ui.fields import form
from cxworkshop.ui.lab_opened import Opened
from cxworkshop.ui.pictures import figures, picture

ACROSS = 3


def keep(opened: Opened) -> None:
    """The definition of the dials in words, and the button that keeps it under a name."""
    source, here = opened.source, session.here()
    said = definition_sentence(source, customers(session.workshop()), source.segment_column)
    # A sentence of its own for every setting of the dials: an edited one must not outlive the dials it was written for.
    mark = sha256(said.encode()).hexdigest()[:8]
    name, words = f"variant-name|{here.token}|{here.visit}", f"variant-words|{here.token}|{mark}"
    st.subheader("Keep this definition as ...", anchor=False)
    left, right = st.columns([2, 3])
    left.text_input("Name", key=name, placeholder="Finance's eighteen months", max_chars=300)
    right.text_area(
        "In words", said, key=words, height=140, help="Edit it until it can be read aloud and signed."
    )
    left.button(
        "Keep it",
        key="keep-variant",
        icon=":material/bookmark_add:",
        on_click=lab_write.keep,
        args=(here, opened.path, source, name, words),
    )


def draw(path: Path | None) -> None:
    """The kept definitions as cards, as dots on one scale and as a table of what differs."""
    workshop = session.workshop()
    kept = workshop.all(Variant)
    if not kept:
        return
    st.subheader("Definitions that were kept", anchor=False)
    for offset in range(0, len(kept), ACROSS):
        for place, variant in zip(st.columns(ACROSS), kept[offset : offset + ACROSS], strict=False):
            with place, st.container(border=True, key=f"card-variant-{variant.id}"):
                _card(workshop, variant, kept[0], path)
    if len(kept) > 1:
        picture(charts.variants, key="lab-variants", until="Two counted definitions stand here on one scale.")
        with st.expander("Side by side: the dials that differ, and what each gives"):
            figures(side_by_side(kept), "Kept definitions with the dials that differ and what they give")


def _card(workshop: Workshop, variant: Variant, first: Variant, path: Path | None) -> None:
    chosen = workshop.one(Definition).variant == variant.id
    if chosen and changed_since_lab(workshop):
        st.badge("The definition, changed", icon=":material/difference:", color="orange")
    elif chosen:
        st.badge("The definition", icon=":material/check:", color="green")
    st.text(variant.name or "—")
    with st.container(key=f"says-variant-{variant.id}"):
        st.text("not counted" if variant.closing is None else f"{variant.closing:,}")
    if variant is not first and variant.closing is not None and first.closing is not None:
        apart = variant.closing - first.closing
        st.caption(
            session.escape(f"{signed(apart)} against {first.name}" if apart else f"as many as {first.name}")
        )
    st.text(variant.sentence or "")
    if session.projecting():
        return
    here = session.here()
    with st.container(horizontal=True):
        st.button(
            "Make it the definition",
            key=f"choose:{variant.id}",
            type="secondary" if chosen else "primary",
            on_click=lab_write.choose,
            args=(here, path, variant.id),
            help="Writes the card word for word with what it gives, and its bridge. One Undo takes it back.",
        )
        st.button(
            "Set the dials so", key=f"load:{variant.id}", on_click=lab_write.load, args=(here, variant.id)
        )
        with st.popover("Words", icon=":material/edit:"):
            form(Variant, variant.id, only=("name", "sentence"))
        st.button(
            "",
            key=f"remove:{variant.id}",
            icon=":material/delete:",
            help="Take it away",
            on_click=lab_write.remove,
            args=(here, variant.id),
        )


def side_by_side(kept: tuple[Variant, ...]) -> list[dict[str, object]]:
    """A row per variant: the dials in which any two differ, what it gives, and its difference to the first."""
    found = [dials(one) for one in kept]
    names = [name for name in TITLES if len({one.get(name) for one in found}) > 1]
    first = kept[0].closing
    return [
        {
            "Definition": one.name or "—",
            **{TITLES[name].capitalize(): dial_words(name, stands.get(name)) for name in names},
            "Opening": one.opening,
            "New": one.new,
            "Returned": one.returned,
            "Lapsed": one.lapsed,
            "Closing": one.closing,
            "To the first": None if one.closing is None or first is None else one.closing - first,
            "Closing value": one.closing_value,
        }
        for one, stands in zip(kept, found, strict=True)
    ]
