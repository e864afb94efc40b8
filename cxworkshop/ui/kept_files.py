"""Files that were handed in, kept beside the database under their fingerprint, so that they are there after a restart."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cxworkshop.store import data_folder

SUFFIXES = (".csv.gz", ".csv", ".parquet", ".xlsx")
_HEX = set("0123456789abcdef")


def keep(content: bytes, name: str) -> str:
    """Keep a file's bytes; its name tells its kind. Gives the fingerprint: SHA-256 in 64 hex digits."""
    mark = hashlib.sha256(content).hexdigest()
    suffix = next((one for one in SUFFIXES if name.casefold().endswith(one)), ".csv")
    path = _folder() / f"{mark}{suffix}"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Renamed into place whole, so that a crash never leaves half a file under its fingerprint.
        part = path.with_name(path.name + ".part")
        part.write_bytes(content)
        part.replace(path)
    return mark


def path_of(fingerprint: str | None) -> Path | None:
    """Where the file with this fingerprint lies; None for one that was never kept here, or for no fingerprint."""
    if not fingerprint or len(fingerprint) != 64 or set(fingerprint) - _HEX:
        return None
    return next((path for one in SUFFIXES if (path := _folder() / f"{fingerprint}{one}").exists()), None)


def _folder() -> Path:
    return data_folder() / "ledgers"
