"""The ledger in the lab: handed in and kept, or left where it lies on this computer and found again by its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import streamlit as st
from streamlit.typing import UploadedFile

from cxworkshop.analysis.lab import WINDOW
from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.domain.records import Company, LedgerSource
from cxworkshop.ledger import SUFFIXES
from cxworkshop.ui import session
from cxworkshop.ui.kept_files import folder, is_mark, keep, path_of
from cxworkshop.ui.session import Here

NEEDED = (
    "**Purchases**: a row per purchase, with customer, date and amount. **Contracts**: a row per contract, with customer, "
    "start, end and amount. A segment, a transaction number, a household or a margin may stand beside them."
)


def draw() -> None:
    """Where a ledger is handed in, or named by its place on this computer."""
    key, typed = f"ledger|{session.here().token}", f"ledger-path|{session.here().token}"
    upload, named = st.columns(2)
    upload.file_uploader(
        "Ledger: CSV, CSV.gz, Parquet or Excel",
        type=["csv", "gz", "parquet", "xlsx"],
        key=key,
        on_change=_handed_in,
        args=(session.here(), key),
        help="It is read on this computer, and a copy stays beside the workshops.",
    )
    with named:
        st.text_input(
            "Or its place on this computer",
            key=typed,
            placeholder="folder/ledger.parquet",
            help="For files that are too large to hand in. Such a file is read where it lies and is not copied.",
        )
        st.button("Open it", key="open-path", on_click=_named, args=(session.here(), typed))


def path_for(source: LedgerSource) -> Path | None:
    """The file of the workshop's ledger; None where this computer has none, or it changed where it lies."""
    kept = path_of(source.fingerprint)
    if kept is not None or not is_mark(source.fingerprint):
        return kept
    pointer = _pointer(source.fingerprint or "")
    if not pointer.exists():
        return None
    path = Path(pointer.read_text(encoding="utf-8"))
    return path if path.is_file() and _mark(path) == source.fingerprint else None


def _handed_in(here: Here, key: str) -> None:
    file: UploadedFile | None = session.peek(key)
    if file is not None:
        here.trying(_take, here, file)


def _take(here: Here, file: UploadedFile) -> None:
    _open(here, file.name, keep(file.getvalue(), file.name))


def _named(here: Here, key: str) -> None:
    here.trying(_point, here, session.peek(key) or "")


def _point(here: Here, words: str) -> None:
    words = words.strip().strip("\"'")
    if not words:
        raise NotFound("Type where the ledger lies, such as folder/ledger.parquet, and press Open it.")
    path = Path(words).expanduser()
    try:
        if not path.is_file():
            raise NotFound(f"{words}: there is no such file on this computer; check the name and the folder.")
        path = path.resolve()
        mark = _mark(path)
    except (OSError, ValueError) as wrong:
        raise NotFound(f"{words}: this cannot be a file's place; check the name and the folder.") from wrong
    if not path.name.casefold().endswith(SUFFIXES):
        raise BadLedger(f"{path.name}: a ledger's name ends in one of {', '.join(SUFFIXES)}.")
    _pointer(mark).write_text(str(path), encoding="utf-8")
    _open(here, path.name, mark)


def _open(here: Here, name: str, mark: str) -> None:
    workshop = here.workshop()
    old = workshop.one(LedgerSource)
    values = {
        # The mapping stays: it is taken again wherever the new file has the same headers.
        **dict.fromkeys(READ),
        "setting": old.setting or "purchases",
        "by": old.by or "year",
        "window_days": old.window_days or WINDOW,
        "currency_into": old.currency_into or workshop.one(Company).currency,
        "leave_out_bad": None,
        "file": name[-200:],
        "fingerprint": mark,
    }
    here.write(Put("ledger_source", "ledger_source", values))


READ = ("rows", "customers", "first_day", "last_day", "notes")
"""What is known of a ledger only once it was read."""


def _pointer(mark: str) -> Path:
    return folder() / f"{mark}.place"


def _mark(path: Path) -> str:
    """A fingerprint that changes when the file does, without reading all of it."""
    found = path.stat()
    return hashlib.sha256(f"{path}|{found.st_size}|{found.st_mtime_ns}".encode()).hexdigest()
