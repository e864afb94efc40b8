"""The decision log: everything that was decided, in the order of the day, and the mother question for each of it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.decisions import against_our_mothers, not_asked
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.commands import Command, Put, Remove, new_id
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import Company, Decision
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import STEPS
from cxworkshop.programme.decisions import in_order, log_says
from cxworkshop.ui import mothers, placards, session, troubles
from cxworkshop.ui.fields import field
from cxworkshop.ui.one_of import one_of
from cxworkshop.ui.session import Here
from cxworkshop.ui.steps import part_page

ALL, NOES, OPEN = "All of them", "Answered with no", "Not asked yet"
ADDED, SHOWN = "decisions-added", "log-shown"
OWN = "Belongs to no step"
LOG = ":log"
"""The log may be open over the page of a step that writes the same decision."""


def draw() -> None:
    """The count, a card for each decision, and a place for one that no step asked for."""
    workshop = session.workshop()
    placards.style(None)
    with st.container(key="says-log"):
        st.text(log_says(workshop))
    session.say_notices(LOG)
    found = in_order(workshop)
    kept: set[str] = set()
    if found:
        some = {NOES: against_our_mothers(workshop), OPEN: not_asked(workshop)}
        shown = one_of("Which decisions", SHOWN, (ALL, NOES, OPEN))
        kept = {one.id for one in some.get(shown, found)}
        for one in found:
            if one.id in kept:
                _card(workshop, one)
        if not kept:
            st.caption("None.")
    troubles.say_others(Decision, kept, place=LOG)
    _add()


def _card(workshop: Workshop, one: Decision) -> None:
    with st.container(border=True, key=f"card-placard-logged-{one.id}"):
        step = STEPS.get(one.step or "")
        if one.mother is False:
            placards.state(mothers.NO, "bad", f"logged-{one.id}")
        if step:
            file, query = part_page(step)
            st.page_link(file, label=step.title, icon=":material/arrow_forward:", query_params=query)
        else:
            st.caption(OWN)
        st.text(one.decided or "—")
        if one.dissent:
            placards.words("Who sees it otherwise, and why", one.dissent, f"logged-dissent-{one.id}")
        asked, when = st.columns([3, 2], vertical_alignment="bottom")
        with asked:
            mothers.ask(one, place=LOG)
        with when:
            field(Decision, one.id, "on_day", place=LOG)
            if one.on_day is None:
                st.caption(_undated(workshop))
        if step is None:
            with st.expander("Change it, or take it out"):
                for name in ("decided", "dissent"):
                    field(Decision, one.id, name)
                st.button(
                    "Take it out",
                    key=f"out-decision:{one.id}",
                    icon=":material/delete:",
                    on_click=_out,
                    args=(session.here(), one),
                )
        troubles.say(Decision, one.id, place=LOG)


def _undated(workshop: Workshop) -> str:
    """A date stands only where somebody typed it; what is known is the day of the workshop."""
    held = workshop.one(Company).held_on
    return f"No date typed; the workshop is held on {day_label(held)}." if held else "No date typed."


def _add() -> None:
    """A decision that was taken aloud between two steps."""
    here = session.here()
    key = f"log-add|{here.token}|{here.pasted.get(ADDED, 0)}"
    st.text_area(
        "Another decision, in one sentence that holds tomorrow",
        key=key,
        height=80,
        placeholder="It is kept as soon as you leave the field.",
        on_change=_added,
        args=(here, key),
    )


def _added(here: Here, key: str) -> None:
    typed = str(session.peek(key) or "").strip()
    if typed and _do(here, Put("decision", new_id(), {"decided": typed})):
        here.pasted[ADDED] = here.pasted.get(ADDED, 0) + 1
        # Whatever was filtered: what was just added is in sight.
        here.chosen[SHOWN] = ALL
        here.renew()


def _out(here: Here, one: Decision) -> None:
    _do(here, Remove("decision", one.id, one.filled))


def _do(here: Here, command: Command) -> bool:
    """Do a command; what went wrong is said in the log, for nobody sees the top of the page behind it."""
    try:
        here.write(command)
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=LOG)
        return False
    return True
