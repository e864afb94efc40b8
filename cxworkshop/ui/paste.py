"""A block pasted from a spreadsheet becomes rows: all of it, or, where a cell is wrong, none of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from cxworkshop.domain.commands import Batch, Command, Put, new_id
from cxworkshop.domain.errors import BadFile, BadValue
from cxworkshop.domain.record import Record, face_of, title_of
from cxworkshop.domain.values import parse
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

MOST_LINES = 5_000
SHOWN = 8


def read_block(
    workshop: Workshop, cls: type[Record], names: Sequence[str], block: str
) -> tuple[dict[str, Any], ...]:
    """The values of each pasted line, cell by cell in the order of `names`, or of a first line that holds their titles.

    Blank lines are passed over. Raises BadFile with a problem a line (line, column, what is wrong and the remedy).
    """
    lines = [line.split("\t") for line in block.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    titles = {title_of(cls, name).casefold(): name for name in names}
    order: list[str] = list(names)
    first = [cell.strip().casefold() for cell in lines[0]] if lines else []
    headed = len(first) > 0 and all(cell in titles for cell in first if cell) and any(first)
    if headed:
        order = [titles.get(cell, "") for cell in first]
    if len(lines) > MOST_LINES:
        raise BadFile(f"{len(lines):,} lines are too many at once: paste at most {MOST_LINES:,}.")
    rows: list[dict[str, Any]] = []
    problems: list[str] = []
    for number, cells in enumerate(lines[1:] if headed else lines, 2 if headed else 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(order):
            problems.append(
                f"Line {number} has {len(cells)} cells, the table {len(order)} columns: leave some out."
            )
            continue
        values: dict[str, Any] = {}
        for name, cell in zip(order, cells, strict=False):
            if not name:
                continue
            try:
                values[name] = _value(workshop, cls, name, cell)
            except BadValue as wrong:
                problems.append(f"Line {number}, {title_of(cls, name)}: {wrong}.")
        rows.append(values)
    if problems:
        raise BadFile("Nothing was added. Mend these cells and paste again.", tuple(problems))
    return tuple(rows)


def _value(workshop: Workshop, cls: type[Record], name: str, cell: str) -> Any:
    face = face_of(cls, name)
    if not face.refers or not cell.strip():
        return parse(face, cell)
    named = {title.casefold(): id for id, title in workshop.labels(face.refers).items()}
    found = named.get(cell.strip().casefold())
    if found is None:
        known = ", ".join(list(workshop.labels(face.refers).values())[:SHOWN]) or "none yet"
        raise BadValue(f"“{cell.strip()[:40]}” is not there to point to; there is: {known}")
    return found


def popover(cls: type[Record], names: Sequence[str], shared: Mapping[str, Any]) -> None:
    """A place to paste rows copied from a spreadsheet, under a table."""
    key = f"paste:{cls.kind}:{':'.join(map(str, shared.values()))}"
    with st.popover("Paste rows from a spreadsheet", icon=":material/content_paste:"):
        st.caption("Columns in this order, or with these titles in the first line:")
        st.text(" | ".join(title_of(cls, name) for name in names))
        with st.form(key, clear_on_submit=False, border=False):
            st.text_area("Paste here", key=f"{key}:block", height=160)
            st.form_submit_button(
                "Add these rows",
                type="primary",
                on_click=_add,
                args=(session.here(), cls, tuple(names), dict(shared), f"{key}:block"),
            )


def _add(here: Here, cls: type[Record], names: tuple[str, ...], shared: dict[str, Any], key: str) -> None:
    try:
        rows = read_block(here.workshop(), cls, names, session.peek(key) or "")
    except BadFile as wrong:
        here.notice("\n".join((str(wrong), *wrong.problems[:SHOWN])), bad=True)
        return
    if rows:
        commands: tuple[Command, ...] = tuple(
            Put(cls.kind, new_id(), {**shared, **values}) for values in rows
        )
        here.trying(here.write, Batch(commands, f"{cls.sheet}: {len(rows)} rows pasted"))
        here.notice(f"{len(rows)} rows were added to {cls.sheet}.")
