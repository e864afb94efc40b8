"""Departments' lists on screen: handed in, laid over each other, and made one."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import ListSource, Reconciliation
from cxworkshop.ledger.lists import IDENTIFYING, ROLES
from cxworkshop.ui import lists_source, session
from cxworkshop.ui.charts import lists as charts
from cxworkshop.ui.fields import form
from cxworkshop.ui.lists_pairs import pairs
from cxworkshop.ui.lists_result import conflicts, notes, total
from cxworkshop.ui.lists_take import merge_ledger, take_away
from cxworkshop.ui.lists_work import work
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.session import Here

_KEYS = (*IDENTIFYING, "phone")


def draw() -> None:
    """The lists, how they are laid over each other, and the one company version with the way to it."""
    if not session.projecting():
        with st.expander(
            "The lists and how they are matched",
            expanded=len(session.workshop().all(ListSource)) < 2,
            icon=":material/stacks:",
        ):
            lists_source.hand_in()
            lists_source.lists()
            _matching()
    try:
        found = work(session.workshop())
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        for problem in getattr(wrong, "problems", ())[:20]:
            st.text(problem)
        return
    if found is None:
        st.caption("With two lists, the one company version stands here, and who is on which of them.")
        return
    total(found)
    names = tuple(one.name for one in found.matched.lists)
    picture(charts.overlaps, found.counted.combinations, names, until="", key="overlaps", wide=True)
    st.subheader("From each number to the one number")
    places = st.columns(2)
    for at, own in enumerate(found.counted.lists):
        with places[at % 2]:
            picture(charts.walk, own, until="", key=f"walk-{at}", wide=True)
    pairs(found)
    conflicts(found)
    if not session.projecting():
        merge_ledger(found)
        take_away(found)
        notes(found)


def _matching() -> None:
    workshop = session.workshop()
    if not workshop.all(ListSource):
        return
    here = session.here()
    with_ledger = workshop.one(Reconciliation).with_ledger
    said = workshop.one(Reconciliation).exact_keys or IDENTIFYING
    key = f"exact|{here.token}|{here.visit}|{said}"
    st.multiselect(
        "Exact keys",
        _KEYS,
        default=[one for one in said if one in _KEYS],
        format_func=lambda role: ROLES[role].what,
        key=key,
        on_change=_keyed,
        args=(here, key),
        help="Rows with the same value are one customer without anybody's word. A telephone is often shared: think twice.",
    )
    form(Reconciliation, only=("near", "with_ledger", *(() if with_ledger else ("as_of", "window_days"))))


def _keyed(here: Here, key: str) -> None:
    chosen = tuple(one for one in _KEYS if one in (session.peek(key) or ()))
    here.trying(here.write, Put("reconciliation", "reconciliation", {"exact_keys": chosen or IDENTIFYING}))
