"""The start page: begin, go on, open from Excel, look at the sample, bring a removed workshop back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import streamlit as st

from cxworkshop.analysis.findings import counted
from cxworkshop.domain.commands import Put
from cxworkshop.domain.difference import laid_over
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import RECORDS, LedgerSource, ListSource
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import Summary
from cxworkshop.ui import kept_files, session
from cxworkshop.ui.doors import enter, enter_at
from cxworkshop.ui.workbook_panel import preview

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "finished_workshop.json"
REVIEWED = SAMPLE.with_name("reviewed_workshop.json")
"""What ninety days add to the sample."""
REVIEW = "results.review"


def welcome() -> None:
    """What this is, in four sentences, and what it is not."""
    st.title("How many customers do you have, and what would make them want to stay?", anchor=False)
    st.write(
        "A leadership team, one laptop, one day. You leave with a customer count that all of you have signed, "
        "a map of your customers' life with you, and five to ten priorities with a name on each."
    )
    st.caption(
        "Everything stays on this computer. Built on the five customer leadership competencies described by "
        "Jeanne Bliss; not affiliated with her or CustomerBliss, and every prompt is in our own words."
    )


def begin() -> None:
    """A new workshop, or a look at the finished sample."""
    new, sample = st.columns(2, gap="large")
    with new, st.form("new-workshop", border=True):
        st.subheader("Begin", anchor=False)
        name = st.text_input("Company", max_chars=200, key="new-company")
        if st.form_submit_button("Begin a workshop", type="primary"):
            words = name.strip() or "Workshop"
            code = session.store().create(words, by=session.here().me)
            if name.strip():
                session.store().commit(code, Put("company", "company", {"name": name}), session.here().me)
            enter(code, "room")
    with sample, st.container(border=True):
        st.subheader("See a finished one", anchor=False)
        st.write(
            "A made-up company, from its ledger to its priorities. It is marked as a sample and touches nothing else."
        )
        if st.button("Open the sample", key="open-sample", icon=":material/science:"):
            enter(_sample(_read(SAMPLE)), "assets")
        if st.button("The same, 90 days later", key="open-reviewed", icon=":material/event_repeat:"):
            enter_at(_sample(laid_over(_read(SAMPLE), _read(REVIEWED))), REVIEW)


def go_on() -> None:
    """The workshops on this computer, the last changed first."""
    found = session.store().list()
    if not found:
        return
    st.subheader("Go on", anchor=False)
    for one in found:
        with st.container(border=True):
            words, when, into, review, remove = st.columns(
                [4, 2.6, 1.2, 2.1, 1.3], vertical_alignment="center"
            )
            words.text(f"{_named(one)}\n{_told(one)}")
            when.caption(f"Last change {_when(one)}")
            if into.button("Open", key=f"open:{one.code}", type="primary", width="stretch"):
                enter(one.code, "results" if one.code == session.here().code else "room")
            if review.button("Open as a review", key=f"review:{one.code}", width="stretch"):
                enter_at(one.code, REVIEW)
            remove.button(
                "Remove",
                key=f"remove:{one.code}",
                on_click=session.here().trying,
                args=(_remove, one.code),
                width="stretch",
            )


def from_excel() -> None:
    """A workbook becomes a workshop of its own; a bad file changes nothing."""
    st.subheader("Open from Excel", anchor=False)
    file = st.file_uploader("A workbook saved by this app", type=["xlsx"], key="open-excel")
    if file is None:
        return
    opened = preview(file.getvalue(), file.name)
    if opened is None or opened.problems:
        return
    found, title = opened.workshop, opened.workshop.title or file.name
    new, review = st.columns([1, 2])
    if new.button("Open it as a new workshop", type="primary", key="open-excel-now"):
        enter(_keep(found, title, sample=found.sample), "results")
    if review.button("Open it as a review", key="open-excel-review", icon=":material/event_repeat:"):
        enter_at(_keep(found, title, sample=found.sample), REVIEW)


def bring_back() -> None:
    """Workshops removed in the last 30 days."""
    gone = session.store().removed()
    if not gone:
        return
    with st.expander(f"Removed in the last 30 days ({len(gone)})"):
        for one in gone:
            words, button = st.columns([5, 2], vertical_alignment="center")
            words.text(f"{one.company or one.title} · {one.code}")
            button.button(
                "Bring back",
                key=f"restore:{one.code}",
                on_click=session.here().trying,
                args=(session.store().restore, one.code),
            )


def _named(one: Summary) -> str:
    """A workshop as the list names it: which round it is, whose, and whether it is a sample."""
    name = one.company or one.title
    round_ = f"Round {one.round} of " if one.round and one.round > 1 else ""
    return f"{round_}{name}{'  (sample)' if one.sample else ''}"


def _told(one: Summary) -> str:
    """Its code, and how often it was looked at again."""
    return f"{one.code} · {counted(one.reviews, 'review')}" if one.reviews else one.code


def _read(file: Path) -> Workshop:
    return workshop_in(json.loads(file.read_text(encoding="utf-8")))


def _sample(found: Workshop) -> str:
    _keep_files(found)
    return _keep(found, found.title, sample=True)


def _keep_files(found: Workshop) -> None:
    """The sample's ledger and lists, kept as if they had been handed in, so that its lab and its lists can be tried."""
    for name in (found.one(LedgerSource).file, *(one.file for one in found.all(ListSource))):
        if name:
            kept_files.keep((SAMPLE.parent / name).read_bytes(), name)


def _keep(found: Workshop, title: str, *, sample: bool) -> str:
    records: Iterable[Record] = (record for cls in RECORDS for record in found.all(cls))
    return session.store().create(title, by=session.here().me, sample=sample, records=records)


def _remove(code: str) -> None:
    session.store().remove(code)
    if session.here().code == code:
        session.open_workshop(None)


def _when(one: Summary) -> str:
    return f"{datetime.fromisoformat(one.changed_at).astimezone():%d %B %Y, %H:%M}"
