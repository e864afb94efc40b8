"""Where on this computer the workshops lie, and what belongs beside them."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from cxworkshop.store.problem import StoreProblem

VARIABLE = "CXWORKSHOP_DATABASE_URL"
FILE = "workshops.db"


def database_url(url: str | URL | None = None) -> URL:
    """The address of the database: the one given, the environment's, or a file in the user's data folder."""
    said = url or os.environ.get(VARIABLE)
    if not said:
        return URL.create("sqlite", database=str(_user_folder() / FILE))
    try:
        return make_url(said)
    except ArgumentError as wrong:
        raise StoreProblem(
            f"{VARIABLE} is not the address of a database: write it as sqlite:///folder/workshops.db, "
            f"or take it away to keep workshops in {_user_folder()}."
        ) from wrong


def file_of(url: URL) -> Path | None:
    """The file that holds the workshops; None for a server or for one that lives in memory only."""
    if url.get_backend_name() != "sqlite" or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database)).absolute()


def data_folder(url: str | URL | None = None) -> Path:
    """The folder beside the database for what belongs to the workshops but not into it; made if missing.

    Raises StoreProblem where it cannot be made.
    """
    file = file_of(database_url(url))
    return made(file.parent if file else _user_folder())


def made(folder: Path) -> Path:
    """The folder, made if missing. Raises StoreProblem where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise StoreProblem(
            f"The folder {folder} cannot be made ({wrong.strerror}): make it yourself, "
            f"or set {VARIABLE} to a place that you may write to."
        ) from wrong
    return folder


def _user_folder() -> Path:
    return Path(platformdirs.user_data_dir("cxworkshop", appauthor=False))
