"""What is wrong in a ledger, cell by cell, told in one go and never more than people read."""

import unicodedata
from collections.abc import Sequence

from cxworkshop.domain.errors import BadLedger

MOST_TOLD = 20


def refuse(file: str, found: Sequence[str], total: int | None = None) -> None:
    """Raise BadLedger with the first of the problems found, each a line; does nothing where there are none.

    `total` says how many there are where not all were written out.
    """
    if not found:
        return
    total = total or len(found)
    if total == 1:
        raise BadLedger(found[0])
    told = list(found[:MOST_TOLD])
    if total > len(told):
        told.append(f"... and {total - len(told):,} more.")
    raise BadLedger(f"{file}: {total:,} problems; nothing is computed until they are put right.", tuple(told))


def quoted(text: str) -> str:
    """A cell's text as it may be shown in a message: short, on one line, without what cannot be printed."""
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text[:60])
    return f"'{shown[:40]}...'" if len(text) > 40 else f"'{shown}'"
