"""What is refused before a file is opened as a workbook, each with what to do instead."""

from __future__ import annotations

import zipfile
from io import BytesIO

from cxworkshop.domain.errors import BadWorkbook

MOST_BYTES, MOST_UNPACKED, MOST_PARTS = 50_000_000, 60_000_000, 2_000
_OLD, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK"
_DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


def refuse_other_files(content: bytes, name: str) -> None:
    """Raises BadWorkbook for an empty or huge file, and for one that begins like something else."""
    if not content.strip(b"\0\r\n\t "):
        raise BadWorkbook(f"{name} is empty: choose the workbook that the app saved.")
    if len(content) > MOST_BYTES:
        raise BadWorkbook(
            f"{name} has {len(content) / 1e6:,.0f} MB, and a workshop's workbook at most {MOST_BYTES / 1e6:,.0f} MB: "
            "choose the workbook that the app saved, without pictures added to it."
        )
    if content.startswith(_OLD):
        raise BadWorkbook(
            f"{name} is locked with a password or of the old kind (.xls): "
            "open it in Excel and save it as an Excel workbook (.xlsx) without a password."
        )
    if not content.startswith(_ZIP):
        raise BadWorkbook(
            f"{name} is not an Excel workbook, whatever its name says: choose the .xlsx file that the app saved."
        )


def refuse_bombs(content: bytes, name: str) -> None:
    """Raises BadWorkbook for an archive that is no workbook, is locked, or would unpack or expand without end.

    Raises what the zip library raises where the archive is damaged.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if not {"[Content_Types].xml", "xl/workbook.xml"} <= {part.filename for part in parts}:
            raise BadWorkbook(
                f"{name} is not an Excel workbook (.xlsx): open it in the program that made it and save it as one."
            )
        # A part cannot unpack to more than it declares here, so this sum holds.
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise BadWorkbook(
                f"{name} unpacks to more than a workshop can hold: choose the workbook that the app saved, "
                "without pictures added to it."
            )
        if any(part.flag_bits & 1 for part in parts):
            raise BadWorkbook(f"{name} is locked with a password: save it without one.")
        for part in parts:
            body = archive.read(part)
            # Workbooks never declare document types; who does wants to blow up or read what is not theirs.
            if any(mark in body for mark in _DOCTYPES):
                raise BadWorkbook(f"{name} holds what no workbook needs (a document type): it is not opened.")
