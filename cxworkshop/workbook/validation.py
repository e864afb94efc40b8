"""The checks that Excel makes while people type, from the same declaration as the screen's."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from cxworkshop.domain.fields import MOST, Face
from cxworkshop.domain.record import Record, face_of, help_of, title_of
from cxworkshop.domain.values import FIRST_DAY, LAST_DAY

INLINE = 255
"""Characters that a list within a check may have."""


def inline(choices: tuple[str, ...]) -> bool:
    """Whether choices can stand within the check itself; otherwise they need a range of their own."""
    return len(",".join(choices)) <= INLINE and not any("," in one or '"' in one for one in choices)


def check(
    sheet: Worksheet, place: tuple[int, int, int, int], cls: type[Record], name: str, ranges: dict[str, str]
) -> None:
    """Set the check and the help of one field on a range of cells.

    `ranges` holds the formula of a list by the kind that references point to, or by `kind.field` for long choices.
    """
    face, title = face_of(cls, name), title_of(cls, name)
    told = help_of(cls, name)
    if face.unit:
        told = f"{told} In {face.unit}." if told else f"In {face.unit}."
    rule = _rule(face, ranges.get(face.refers) or ranges.get(f"{cls.kind}.{name}"))
    if rule is None and not told:
        return
    options: dict[str, Any] = {"validate": "any", **(rule or {}), "ignore_blank": True}
    if told:
        options |= {"input_title": _cut(title, 32), "input_message": _cut(told, 255)}
    if rule:
        options |= {"error_title": _cut(title, 32), "error_message": _cut(_remedy(face), 255)}
    sheet.data_validation(*place, options)


def _rule(face: Face, source: str | None) -> dict[str, Any] | None:
    low, high = -MOST if face.low is None else face.low, MOST if face.high is None else face.high
    match face.kind:
        case "choice":
            return {"validate": "list", "source": source or list(face.choices)}
        case "flag":
            return {"validate": "list", "source": ["yes", "no"]}
        case "ref":
            # A warning, no wall: the row that is meant may still have to be typed on its own sheet.
            return {"validate": "list", "source": source, "error_type": "warning"} if source else None
        case "whole":
            return {"validate": "integer", "criteria": "between", "minimum": int(low), "maximum": int(high)}
        case "number" | "money" | "percent":
            return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
        case "date":
            return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}
        case "text" | "long":
            return {"validate": "length", "criteria": "<=", "value": int(high)}
        case _:
            return None


def _remedy(face: Face) -> str:
    low, high = -MOST if face.low is None else face.low, MOST if face.high is None else face.high
    match face.kind:
        case "choice":
            return "Pick one from the list."
        case "flag":
            return "Write yes or no."
        case "ref":
            return "Not in the list: pick a name from it, or add the row on its own sheet first."
        case "date":
            return f"Write a date from {FIRST_DAY} to {LAST_DAY}."
        case "whole":
            return f"Write a whole number from {low:,.0f} to {high:,.0f}."
        case "text" | "long":
            return f"Keep it within {high:,.0f} characters."
        case _:
            return f"Write a number from {low:,.15g} to {high:,.15g}."


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
