"""The database that workshops are kept in cannot be used: what is wrong with it, in words."""

from __future__ import annotations

from sqlalchemy.exc import DatabaseError, OperationalError

from cxworkshop.domain.errors import WorkshopError

# SQLite's name of the error begins with -> what happened and what to do about it.
REMEDIES: dict[str, str] = {
    "SQLITE_BUSY": "another programme is holding it: close other copies of the app, backups and sync programmes "
    "that have it open, and try again",
    "SQLITE_LOCKED": "another programme is holding it: close other copies of the app, and try again",
    "SQLITE_NOTADB": "it is not a database of workshops: move it away so that a new one is made, and open your "
    "last saved workbook in that",
    "SQLITE_CORRUPT": "it is damaged: put a backup in its place, or move it away so that a new one is made, and "
    "open your last saved workbook in that",
    "SQLITE_FULL": "the disk is full: make room, and try again",
    "SQLITE_READONLY": "it may only be read: allow writing to the file and its folder, or set "
    "CXWORKSHOP_DATABASE_URL to another place",
    "SQLITE_CANTOPEN": "it cannot be opened: check that its folder exists and that you may write there, or set "
    "CXWORKSHOP_DATABASE_URL to another place",
    "SQLITE_IOERR": "the disk failed to read or write it: check that the disk is connected, and keep the file off "
    "network drives",
}


class StoreProblem(WorkshopError):
    """The database is missing, locked, damaged, full, too new or out of reach; nothing was changed."""


def problem(where: str, wrong: DatabaseError) -> StoreProblem | None:
    """What a database's error means to a person; `where` is the file or the server. None where it is a bug of ours."""
    name = getattr(wrong.orig, "sqlite_errorname", "")
    for start, remedy in REMEDIES.items():
        if name.startswith(start):
            return StoreProblem(f"{where} cannot be used, {remedy}. Nothing was changed.")
    if not name and isinstance(wrong, OperationalError):
        return StoreProblem(
            f"{where} does not answer ({wrong.orig}). Nothing was changed: check that the server runs and can be "
            "reached, and try again."
        )
    return None
