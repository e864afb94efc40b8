"""Tables that people write in: they keep the rows they opened with, send differences, and lose nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import columns, paste, session, troubles
from cxworkshop.ui.deltas import Cell, Sheet
from cxworkshop.ui.opened import edit

CORNER, ACROSS = 300, 120
"""Widths in a grid, in pixels: of what each row is, and of a cell."""
SCREEN, LETTER = 880, 7.5
"""How wide a table is on the smallest screen, and a letter on average, in pixels."""


def table(
    cls: type[Record],
    *,
    only: Sequence[str] | None = None,
    rows: Sequence[Record] | None = None,
    given: Mapping[str, Any] | None = None,
) -> None:
    """A table of a record class. `only` picks columns; `rows` fixes which rows there are (they need not be written
    yet); `given` are fields that every row of this table shares, which are written but not shown."""
    workshop = session.workshop()
    shared = dict(given or {})
    names = tuple(name for name in (only or fields(cls)) if name not in shared)

    def now(found: Workshop) -> tuple[Record, ...]:
        if rows is not None:
            return tuple(found.get(cls, row.id) or row for row in rows)
        return tuple(
            row for row in found.all(cls) if all(getattr(row, key) == value for key, value in shared.items())
        )

    if session.projecting():
        columns.read_only(workshop, cls, now(workshop), names)
        return

    def open_sheet() -> tuple[Sheet, pd.DataFrame, dict[str, Any]]:
        held = now(workshop)
        sheet = Sheet(
            held,
            cell=lambda at, name: Cell(
                cls, held[at].id, name, {**held[at].filled, **shared}, getattr(held[at], name)
            ),
            new=lambda id, name: Cell(cls, id, name, shared),
            ids={name: _ids(workshop, cls, name) for name in names},
        )
        # Rows that are given exist because of what names them.
        fixed = () if rows is None else cls.named_by
        return sheet, columns.frame(workshop, cls, held, names), columns.config(workshop, cls, names, fixed)

    st.markdown(f"**{cls.sheet}** · {cls.about}")
    kinds = [face_of(cls, name) for name in names]
    # Columns share what space is left.
    stretched = max(1, SCREEN / sum(columns.WIDTHS[face.kind] for face in kinds))
    edit(
        place=":".join([cls.kind, *map(str, shared.values())]),
        name=cls.sheet,
        now=now,
        choices=[(name, columns.options(workshop, face)) for name, face in zip(names, kinds, strict=True)],
        open_sheet=open_sheet,
        dynamic=rows is None,
        tall=lambda frame: any(
            face.kind == "long"
            or (face.kind == "text" and _wraps(frame[name], columns.WIDTHS[face.kind] * stretched))
            for name, face in zip(names, kinds, strict=True)
        ),
        alt=f"{cls.sheet}: {cls.about}",
    )
    if rows is None:
        paste.popover(cls, names, shared)
    troubles.say(cls)


def matrix(
    cls: type[Record],
    *,
    down: tuple[str, Mapping[str, str]],
    across: tuple[str, Mapping[Any, str]],
    value: str,
    corner: str,
) -> None:
    """A grid of one field of `cls`. `down` and `across` each name the field they fill and, by its values, their titles."""
    workshop = session.workshop()
    down_field, down_titles = down
    across_field, across_titles = across
    face = face_of(cls, value)

    def written(found: Workshop) -> dict[tuple[object, object], Record]:
        return {(getattr(one, down_field), getattr(one, across_field)): one for one in found.all(cls)}

    def now(found: Workshop) -> tuple[object, ...]:
        cells = written(found)
        return tuple(
            getattr(cells.get((row, column)), value, None) for row in down_titles for column in across_titles
        )

    def open_sheet() -> tuple[Sheet, pd.DataFrame, dict[str, Any]]:
        there = written(workshop)
        lines, heads = list(down_titles), {str(key): key for key in across_titles}

        def cell(at: int, name: str) -> Cell:
            base = {down_field: lines[at], across_field: heads[name]}
            # A vote that came in from a workbook has an id of its own; one that is cast here is named by its cell.
            found = there.get((lines[at], heads[name]))
            return Cell(cls, found.id if found else f"{lines[at]}.{name}", value, base)

        held = now(workshop)
        data: dict[str, Any] = {corner: pd.array(list(down_titles.values()), dtype="string")}
        config: dict[str, Any] = {
            corner: st.column_config.TextColumn(corner, disabled=True, pinned=True, width=CORNER)
        }
        for offset, (key, title) in enumerate(across_titles.items()):
            data[str(key)] = pd.array(held[offset :: len(across_titles)], dtype=columns.DTYPES[face.kind])
            config[str(key)] = columns.build(face, title, "", face.choices, width=ACROSS)
        return Sheet((), cell, lambda id, name: cell(0, name), {}), pd.DataFrame(data), config

    if session.projecting() or not down_titles or not across_titles:
        return
    edit(
        place=f"{cls.kind}:grid",
        name=cls.sheet,
        now=now,
        choices=(tuple(down_titles.items()), tuple(across_titles.items())),
        open_sheet=open_sheet,
        dynamic=False,
        tall=lambda frame: _wraps(frame[corner], CORNER),
        alt=f"{cls.sheet}: {cls.about}",
    )
    troubles.say(cls)


def _wraps(column: pd.Series, width: float) -> bool:
    return bool((column.str.len() * LETTER > width).any())


def _ids(workshop: Workshop, cls: type[Record], name: str) -> dict[str, str]:
    refers = face_of(cls, name).refers
    return {title: id for id, title in workshop.labels(refers).items()} if refers else {}
