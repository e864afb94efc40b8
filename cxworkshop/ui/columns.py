"""How a field's declaration becomes a column of the table editor, and a record its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.fields import Face
from cxworkshop.domain.record import Record, face_of, help_of, title_of
from cxworkshop.domain.records import Leader
from cxworkshop.domain.records.room import FUNCTIONS
from cxworkshop.domain.workshop import Workshop

DTYPES: dict[str, Any] = {
    "text": "string",
    "long": "string",
    "choice": "string",
    "ref": "string",
    "whole": "Int64",
    "number": "Float64",
    "money": "Float64",
    "percent": "Float64",
    "date": "string",
    "flag": "boolean",
    "tags": pd.ArrowDtype(pa.list_(pa.string())),
}
"""Types under which a blank added row keeps its column's type (docs/architecture.md, tables)."""

WIDTHS: dict[str, int] = {
    "text": 240, "long": 380, "choice": 170, "ref": 190, "whole": 125, "number": 125, "money": 140,
    "percent": 100, "date": 130, "flag": 90, "tags": 240,
}  # fmt: skip


UNIT_LETTER, UNIT_ICON = 7.5, 34
"""Widths in pixels of a letter of a heading on average, and of the sign before it with its margins."""
DAY_HELP = "Year, month, day: 2026-12-31."


def frame(
    workshop: Workshop, cls: type[Record], rows: Sequence[Record], names: Sequence[str]
) -> pd.DataFrame:
    """The rows as a frame with a column per field, references by name, its index plain positions."""
    data = {
        name: pd.array([shown(workshop, row, name) for row in rows], dtype=DTYPES[face_of(cls, name).kind])
        for name in names
    }
    return pd.DataFrame(data, index=pd.RangeIndex(len(rows)))


def shown(workshop: Workshop, row: Record, name: str) -> Any:
    """A field's value as a cell shows it."""
    value = getattr(row, name)
    face = face_of(type(row), name)
    if face.refers:
        return workshop.name_of(face.refers, value) or None
    if face.kind == "tags":
        return list(value)
    if face.kind == "date":
        return value and value.isoformat()
    return value


def config(
    workshop: Workshop, cls: type[Record], names: Sequence[str], disabled: Sequence[str] = ()
) -> dict[str, Any]:
    """The column configuration of fields; `disabled` ones can be read, not changed."""
    return {
        name: build(
            face := face_of(cls, name),
            title_of(cls, name),
            help_of(cls, name),
            options(workshop, face),
            disabled=name in disabled,
        )
        for name in names
    }


def options(workshop: Workshop, face: Face) -> tuple[str, ...]:
    """What may be chosen in a field, as it reads on screen."""
    if face.refers:
        return tuple(workshop.labels(face.refers).values())
    if face.kind == "tags":
        return known_functions(workshop)
    return face.choices


def known_functions(workshop: Workshop) -> tuple[str, ...]:
    """The functions at the table, then the usual ones."""
    named = [leader.function for leader in workshop.all(Leader) if leader.function]
    return tuple(dict.fromkeys([*named, *FUNCTIONS]))


def build(
    face: Face,
    title: str,
    help: str,
    choices: tuple[str, ...],
    *,
    width: int | None = None,
    disabled: bool = False,
) -> Any:
    """A Streamlit column for a face. Bounds are checked on saving: the browser would silently clamp them. A day is
    typed as text, for the browser's own field takes its parts in the order of the reader's country."""
    make = st.column_config
    if face.kind == "date":
        help = f"{help} {DAY_HELP}".strip()
    title = f"{title} ({face.unit})" if face.unit and face.unit not in title else title
    # A unit makes a heading long, and a cut unit says nothing.
    widest = max(WIDTHS[face.kind], round(len(title) * UNIT_LETTER) + UNIT_ICON) if face.unit else 0
    common: Mapping[str, Any] = {
        "help": help or None,
        "width": width or widest or WIDTHS[face.kind],
        "disabled": disabled,
    }
    match face.kind:
        case "choice" | "ref":
            return make.SelectboxColumn(title, options=list(choices), **common)
        case "tags":
            return make.MultiselectColumn(title, options=list(choices), accept_new_options=True, **common)
        case "whole":
            return make.NumberColumn(title, format="localized", step=1, **common)
        case "number" | "money" | "percent":
            return make.NumberColumn(title, format="localized", **common)
        case "flag":
            return make.CheckboxColumn(title, **common)
        case _:
            return make.TextColumn(title, **common)


_HEAD, _DEEP, _MOST = 38, 100, 20
"""A table on the projector: pixels of its head and of a row, and how many rows stand before it scrolls."""


def read_only(workshop: Workshop, cls: type[Record], rows: Sequence[Record], names: Sequence[str]) -> None:
    """The same table without a way to write in it, for the projector."""
    if rows:
        st.dataframe(
            frame(workshop, cls, rows, names),
            column_config=config(workshop, cls, names),
            hide_index=True,
            row_height=_DEEP,
            # Nobody scrolls in a table on a projector.
            height=_HEAD + _DEEP * min(len(rows), _MOST),
            placeholder="",
        )


def read_one(workshop: Workshop, cls: type[Record], id: str, names: Sequence[str]) -> None:
    """One record's filled fields as plain text, for the projector."""
    record = workshop.get(cls, id)
    for name in names:
        said = told(workshop, record, name) if record else ""
        if said:
            st.caption(titled(cls, name))
            st.text(said)


def titled(cls: type[Record], name: str) -> str:
    """A field's title with its unit, as it stands above the field."""
    unit = face_of(cls, name).unit
    return f"{title_of(cls, name)} ({unit})" if unit else title_of(cls, name)


def told(workshop: Workshop, row: Record, name: str) -> str:
    """A field's value as one would read it aloud: `yes`, `84,000`, `3 May 2025`; empty where there is none."""
    value = getattr(row, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,.2f}".rstrip("0").rstrip(".") if abs(value) >= 1 else f"{value:.6g}"
    if isinstance(value, date):
        return day_label(value)
    cell = shown(workshop, row, name)
    return ", ".join(cell) if isinstance(cell, list) else cell or ""
