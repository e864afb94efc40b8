"""Files handed in, each kept once beside the database under its fingerprint."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cxworkshop.ledger import SUFFIXES
from cxworkshop.store import data_folder


def keep(content: bytes, name: str) -> str:
    """Keep a file's bytes; its fingerprint (SHA-256) finds it again, the end of its name says what it is."""
    mark = mark_of(content)
    suffix = next((one for one in sorted(SUFFIXES, key=len)[::-1] if name.casefold().endswith(one)), ".csv")
    path = folder() / f"{mark}{suffix}"
    if not path.exists():
        # Renamed into place whole, so that a crash never leaves half a file under its fingerprint.
        part = path.with_name(path.name + ".part")
        part.write_bytes(content)
        part.replace(path)
    return mark


def mark_of(content: bytes) -> str:
    """The fingerprint of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def path_of(fingerprint: str | None) -> Path | None:
    """The kept file of a fingerprint; None where it is none, or was kept on another computer."""
    if not is_mark(fingerprint):
        return None
    return next((path for suffix in SUFFIXES if (path := folder() / f"{fingerprint}{suffix}").exists()), None)


def is_mark(words: str | None) -> bool:
    """Whether words are a fingerprint, and so safe in the name of a file."""
    return words is not None and len(words) == 64 and not set(words) - set("0123456789abcdef")


def folder() -> Path:
    """Where files are kept; made if missing."""
    found = data_folder() / "ledgers"
    found.mkdir(parents=True, exist_ok=True)
    return found
