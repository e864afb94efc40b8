"""Arriving at a step on behalf of a priority, the row that it rests on, and from each step on to what came of it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import money
from cxworkshop.analysis.trail import Clue, Trail, led_to, trail, trails
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.records import BY_KIND
from cxworkshop.programme import STEPS
from cxworkshop.programme.step import Step
from cxworkshop.ui import columns, session
from cxworkshop.ui.fields import written
from cxworkshop.ui.places import followed

CHOOSE = "priorities.choose"
SOURCES = ("frame", "assets", "experience", "listening", "reliability", "leadership")
"""The pages from which priorities come."""
SHORTER, SHORT, LONG = 44, 90, 240
ACROSS, BESIDE, FEW = 3, 2, 12
"""Columns of a row's fields and of links; a row with more fields than `FEW` arrives folded."""
WAITING = {"not now": "Not now", "stop doing": "Stop doing"}


def known() -> tuple[Trail, ...]:
    """The trail of every candidate that the room kept."""
    return session.here().once("trails", trails)


def title(found: Trail, most: int = SHORT) -> str:
    """`Priority 2: ...`, or its verdict in the number's place; the name has `most` letters at most."""
    first = (
        f"Priority {found.number}"
        if found.number
        else WAITING.get(found.candidate.verdict or "", "Undecided")
    )
    return f"{first}: {_short(found.candidate.name or '—', most)}"


def addressed() -> Trail | None:
    """The trail of the candidate that the address names; None where it names none that is kept here."""
    asked = st.query_params.get(session.PRIORITY)
    return trail(known(), asked) if asked else None


def arrived(step: Step) -> None:
    """A card with the row that a priority's trail has led to, where the address names one that is on this step."""
    found = addressed()
    clues = _clues_here(found, step) if found else ()
    if not found or not clues:
        return
    with st.container(border=True, key="followed"):
        st.caption(session.escape(f"Followed from {title(found)[:1].lower()}{title(found)[1:]}"))
        for clue in clues:
            st.text(clue.says)
        _row(clues[0])
        with st.container(horizontal=True, vertical_alignment="center"):
            file, query = followed(STEPS[CHOOSE], found.candidate.id)
            st.page_link(file, label="Back to its trail", icon=":material/arrow_back:", query_params=query)
            if not session.projecting():
                _beside(found, clues[0])
                st.button("Close", key="followed-close", type="tertiary", on_click=session.let_go)


def _beside(found: Trail, clue: Clue) -> None:
    """The other candidates that rest on the same row."""
    others = [one for one in led_to(known(), clue.step, clue.row) if one is not found] if clue.row else []
    if others:
        with st.popover(
            f"{len(others)} more {'rests' if len(others) == 1 else 'rest'} on it", type="tertiary"
        ):
            for one in others:
                _to_trail(one)


def came_of_it(step: Step) -> None:
    """The candidates that rest on this step, each with a link to its trail; nothing where none does."""
    found = led_to(known(), step.key) if step.key.split(".")[0] in SOURCES else ()
    if not found:
        return
    begun = [one for one in found if one.number]
    waiting = [one for one in found if not one.number]
    with st.container(key="came-of-it", gap="xsmall"):
        st.caption("What came of it")
        for at in range(0, len(begun), BESIDE):
            for place, one in zip(st.columns(BESIDE), begun[at : at + BESIDE], strict=False):
                with place:
                    _to_trail(one)
        if waiting:
            are = (
                "One that does not begin now"
                if len(waiting) == 1
                else f"{len(waiting)} that do not begin now"
            )
            with st.popover(are, type="tertiary"):
                for one in waiting:
                    _to_trail(one)


def _to_trail(one: Trail) -> None:
    file, query = followed(STEPS[CHOOSE], one.candidate.id)
    st.page_link(file, label=session.escape(title(one, SHORTER)), query_params=query)


def _clues_here(found: Trail, step: Step) -> tuple[Clue, ...]:
    """What the row in the address says on this step; only rows that the trail itself holds are ever shown."""
    kind, _, id = st.query_params.get(session.ROW, "").partition(":")
    row = (kind, id) if id else None
    everything = (*found.rests_on, *found.came_of)
    return tuple(clue for clue in everything if clue.step == step.key and clue.row == row)


def _row(clue: Clue) -> None:
    """The filled fields of a row in words, read only: short ones beside each other, long ones below."""
    workshop = session.workshop()
    cls = BY_KIND[clue.row[0]] if clue.row else None
    row = workshop.get(cls, clue.row[1]) if cls and clue.row else None
    if cls is None or row is None:
        return
    said = {name: words for name in fields(cls) if (words := _words(row, name))}
    lines = [(name, f"{title_of(cls, name)}: {words}") for name, words in said.items()]
    short = [words for name, words in lines if face_of(cls, name).kind != "long"]
    with st.expander(
        session.escape(f"{cls.sheet} · {_short(workshop.name_of(cls.kind, row.id), SHORT)}"),
        expanded=len(lines) <= FEW,
    ):
        high = -(-len(short) // ACROSS)
        for number, place in enumerate(st.columns(ACROSS)):
            if part := short[number * high : (number + 1) * high]:
                place.text("\n".join(part))
        for name, words in lines:
            if face_of(cls, name).kind == "long":
                st.text(words)


def _words(row: Record, name: str) -> str:
    value = columns.shown(session.workshop(), row, name)
    if value in (None, [], ""):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(value)
    face = face_of(type(row), name)
    if face.kind == "money":
        return money(session.workshop(), value)
    said = written(face, value)
    return _short(f"{said} {face.unit}", LONG)


def _short(words: str, most: int) -> str:
    """On one line, cut after a word where it is long, or within one that is."""
    line = " ".join(words.split())
    if len(line) <= most:
        return line
    start, _, last = line[:most].rpartition(" ")
    return f"{start if len(start) > len(last) else line[: most - 1]}…"
