"""Every promised day in order of months, with who, and the same days as a file for any calendar."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import groupby

import streamlit as st

from cxworkshop.analysis.findings import brief, counted, sentence
from cxworkshop.analysis.periods import day_label, month_label
from cxworkshop.analysis.promised_days import Promised, promised_days
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.ics import calendar_file
from cxworkshop.ui import session
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

EVERYBODY = ""
LINE = 160
"""The longest words of a day here, in letters; the file has all of them."""
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def draw() -> None:
    """Whose days, the list by months, and the file."""
    workshop, here = session.workshop(), session.here()
    everything = promised_days(workshop)
    if not everything:
        st.caption("First actions, reviews, customer rooms and every other promised day stand here in order.")
        return
    finding(_says(everything), "days")
    whose = EVERYBODY if session.projecting() else _whose(workshop, here)
    days = _days_of(workshop, whose)
    for month, in_month in groupby(days, key=lambda one: month_label(one.day)):
        st.markdown(f"**{month}**")
        for day, rows in groupby(in_month, key=lambda one: one.day):
            left, right = st.columns([1, 7])
            left.text(f"{WEEKDAYS[day.weekday()]} {day.day}")
            with right, st.container(gap=None):
                for one in rows:
                    _line(workshop, one)


def _says(days: tuple[Promised, ...]) -> str:
    first, last = days[0].day, days[-1].day
    many = sentence(counted(len(days), "promise"))
    if first == last:
        return f"{many}, on {day_label(first)}."
    on = counted(len({one.day for one in days}), "day")
    return f"{many} on {on}, from {day_label(first)} to {day_label(last)}."


def _whose(workshop: Workshop, here: Here) -> str:
    named = {EVERYBODY: "All of you", **workshop.labels("leader")}
    choose, save = st.columns([2, 3], vertical_alignment="bottom")
    whose = choose.selectbox(
        "Whose days", list(named), format_func=lambda id: named.get(id, ""), key=f"whose-days|{here.token}"
    )
    words = re.sub(r"[^A-Za-z0-9]+", "-", f"{workshop.title} {named.get(whose, '') if whose else ''}")
    save.download_button(
        "Save these days for a calendar (.ics)",
        data=lambda: calendar_file(here.workshop(), _days_of(here.workshop(), whose), datetime.now(UTC)),
        file_name=f"{words.strip('-') or 'days'}.ics",
        mime="text/calendar",
        icon=":material/event:",
        key="save-days",
        on_click="ignore",
    )
    st.caption(
        "Load the file again after a change: each day keeps its own mark, so most calendars replace the old entry; "
        "a day that was taken out has to be deleted there by hand."
    )
    return whose or EVERYBODY


def _days_of(workshop: Workshop, whose: str) -> tuple[Promised, ...]:
    """The days of one leader with those of all of you; everything where nobody is chosen."""
    return tuple(one for one in promised_days(workshop) if not whose or one.leader in (None, whose))


def _line(workshop: Workshop, one: Promised) -> None:
    what, words, who = st.columns([2, 6, 2])
    what.caption(one.what)
    words.text(brief(one.words, LINE))
    who.text("all of you" if one.leader is None else workshop.name_of("leader", one.leader) or "nobody yet")
