"""A block pasted from a spreadsheet becomes rows: all of it, or, where a cell is wrong, none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from cxworkshop.domain.commands import Batch, Put, new_id
from cxworkshop.domain.errors import BadFile, BadValue, WorkshopError
from cxworkshop.domain.record import Record, face_of, title_of
from cxworkshop.domain.values import parse
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

MOST_LINES = 5_000
SHOWN = 8
# Spreadsheets copy a cell of several lines in quotation marks, with its own marks doubled, and every other cell as it is.
CELL = re.compile(r'(?:"((?:[^"\n]|"")*\n(?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')


def read_block(
    workshop: Workshop, cls: type[Record], names: Sequence[str], block: str
) -> tuple[dict[str, Any], ...]:
    """The values of each pasted line, cell by cell in the order of `names`, or of a first line that holds their titles.

    Blank lines are passed over. Raises BadFile with a problem a line (line, column, what is wrong and the remedy).
    """
    lines = list(_lines(block.replace("\r\n", "\n").replace("\r", "\n")))
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


def _lines(block: str) -> Iterator[list[str]]:
    cells: list[str] = []
    for found in CELL.finditer(block):
        several, plain, end = found.groups()
        cells.append(plain if several is None else several.replace('""', '"'))
        if end != "\t":
            yield cells
            cells = []


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
    here = session.here()
    place = f"paste:{cls.kind}:{':'.join(map(str, shared.values()))}"
    # What was added leaves the box, so that a second press adds nothing; what was refused stays, to be mended.
    box = f"{place}:{here.pasted.get(place, 0)}"
    with st.popover("Paste rows from a spreadsheet", icon=":material/content_paste:"):
        session.say_notices(place)
        st.caption("Columns in this order, or with these titles in the first line:")
        st.text(" | ".join(title_of(cls, name) for name in names))
        with st.form(place, clear_on_submit=False, border=False):
            st.text_area("Paste here", key=box, height=160)
            st.form_submit_button(
                "Add these rows",
                type="primary",
                on_click=_add,
                args=(here, cls, tuple(names), dict(shared), place, box),
            )


def _add(
    here: Here, cls: type[Record], names: tuple[str, ...], shared: dict[str, Any], place: str, box: str
) -> None:
    try:
        rows = read_block(here.workshop(), cls, names, session.peek(box) or "")
        if not rows:
            return
        many = "1 row" if len(rows) == 1 else f"{len(rows):,} rows"
        commands = [Put(cls.kind, new_id(), {**shared, **values}) for values in rows]
        here.write(Batch(tuple(commands), f"{cls.sheet}: {many} pasted"))
    except BadFile as wrong:
        here.notice("\n".join((str(wrong), *wrong.problems[:SHOWN])), bad=True, place=place)
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=place)
    else:
        here.pasted[place] = here.pasted.get(place, 0) + 1
        here.notice(f"{many} added to {cls.sheet}.", place=place)
