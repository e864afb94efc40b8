"""What the sheets of a workbook are called, and what each cell shows of a record."""

from __future__ import annotations

import math
from datetime import date, datetime

from cxworkshop.domain.fields import Face
from cxworkshop.domain.record import Record, face_of
from cxworkshop.domain.workshop import Workshop

COVER, CONTENTS, PICTURE = "Cover", "Contents", "Bridge chart"
STAGE_MAP = "Stage map"
DATA, LISTS = "_data", "_lists"
SCHEMA = 1
"""Raised when an older app could no longer read the file."""
SCHEMA_PROPERTY, SAMPLE_PROPERTY = "workshop_schema", "workshop_sample"
ID = "id"
FORM_HEADER = ("What", "Answer", "Help")
HEADER_ROW = 3
"""The row of the headings, counted from 0; title, description and a way back stand above it."""
ROOM = 40
"""Blank rows below a table in which people can type with the same help and checks."""
NONE_LEFT = 16_000
"""A cell holds 32,767 units and some characters take two; only a very long list of names can come near."""

Shown = str | float | date | None


def shown(workshop: Workshop, record: Record, name: str) -> Shown:
    """What the cell of a field shows: a reference by name, several names joined by semicolons, yes or no."""
    face, value = face_of(type(record), name), getattr(record, name)
    if value is None or value == ():
        return None
    match face.kind:
        case "ref":
            return workshop.name_of(face.refers, value).strip() or None
        case "tags":
            return "; ".join(value)[:NONE_LEFT]
        case "flag":
            return "yes" if value else "no"
    found: Shown = value
    return found


def same(cell: object, written: Shown) -> bool:
    """Whether a cell still shows what was written into it, allowing for what spreadsheets do to numbers and text."""
    if isinstance(cell, str):
        cell = plain(cell) or None
    if isinstance(written, str):
        return cell == (plain(written) or None)
    if isinstance(written, date):
        return isinstance(cell, (date, datetime)) and str(cell)[:10] == str(written)
    if written is None:
        return cell is None
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        return False
    # Spreadsheets keep 15 to 16 significant digits.
    return math.isclose(cell, written, rel_tol=6e-15, abs_tol=0)


def plain(text: str) -> str:
    """Text without what only the file format adds to it, for comparing."""
    # The reading library takes this escape out of every text, even where a person typed it.
    return text.replace("x005F_", "").replace("_x000D_", "").replace("\r", "").strip()


def is_text(face: Face) -> bool:
    """Whether the cells of a field hold text in the spreadsheet's sense."""
    return face.kind in ("text", "long", "ref", "tags", "choice", "flag")
