"""A column that Excel works out by itself: its heading, its formula, and the result that stands in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxworkshop.domain.record import Record

Result = Callable[[Record], float | None]


@dataclass(frozen=True)
class Computed:
    """A live column: its heading, its formula and the result that readers without a calculator see."""

    title: str
    formula: str
    result: Result
    alarming: bool = False
    """Whether anything but nothing in it needs an explanation."""
    people: bool = False
    """Whether it counts people, who are shown whole."""


def table_name(cls: type[Record]) -> str:
    """The name of a record class's Excel table."""
    return f"cx_{cls.kind}"


def cell_of(cls: type[Record], title: str) -> str:
    """The cell of a column in the formula's own row."""
    return f"{table_name(cls)}[[#This Row],[{title}]]"
