"""Departments' lists on screen: handed in, laid over each other, and made one."""

from __future__ import annotations

from cxworkshop.domain.records import ListSource
from cxworkshop.ui.editor import table


def draw() -> None:
    """The lists that were handed in."""
    table(ListSource, only=("name", "file", "rows"))
