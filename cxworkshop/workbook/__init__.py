"""The workbook that a team takes home: everything the room wrote, made for reading, and opened again with nothing lost."""

from __future__ import annotations

from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.opened import Changes, Opened, Problem

__all__ = ["Changes", "Opened", "Problem", "read_workbook", "write_workbook"]

# The spreadsheet libraries take a tenth of a second each to load, so a page that only offers a workbook waits for none.


def write_workbook(workshop: Workshop) -> bytes:
    """The workshop as an Excel file (.xlsx)."""
    from cxworkshop.workbook.write import write

    return write(workshop)


def read_workbook(content: bytes, name: str) -> Opened:
    """The workshop in an Excel file, with what a person changed in it and what cannot be taken over.

    `name` is the file's name, for messages. Raises BadWorkbook where the file is not a workshop's workbook at all.
    """
    from cxworkshop.workbook.read import read

    return read(content, name)
