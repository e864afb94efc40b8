"""The hidden sheet that holds the whole workshop, so that opening an untouched workbook gives back exactly the same."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable
from hashlib import sha256

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.records import RECORDS
from cxworkshop.domain.wire import workshop_in, workshop_out
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.covered import covered
from cxworkshop.workbook.sheets import SCHEMA

PIECE = 32_000
_COVERED, _MOST = "covered", 5_000_000
"""Where answers stand that are not open, and how many bytes they can be."""
MARK = "cxworkshop"


def packed(workshop: Workshop) -> list[str]:
    """The cells of the hidden sheet from top to bottom: a mark, the schema, a checksum, and the JSON in pieces."""
    out = workshop_out(workshop)
    silent = {
        cls.kind: out["records"].pop(cls.kind)
        for cls in RECORDS
        if cls.kind in out["records"] and covered(cls, workshop)
    }
    if silent:
        # Whoever unhides the sheet must not read by eye what the room has not opened.
        out[_COVERED] = b64encode(zlib.compress(json.dumps(silent).encode())).decode()
    body = json.dumps(out, separators=(",", ":"))
    # Workbooks give _x0041_ a meaning of their own; in JSON the same letter can be written so that they don't see it.
    body = body.replace("_x", "_\\u0078").replace("x005F", "\\u0078005F")
    pieces = [body[at : at + PIECE] for at in range(0, len(body), PIECE)]
    # Quotes keep the blanks at the ends of a piece.
    return [MARK, str(SCHEMA), sha256(body.encode()).hexdigest(), *(f'"{piece}"' for piece in pieces)]


def schema_of(cells: Iterable[str]) -> int | None:
    """The schema that the hidden sheet says it has; None where it is none of ours."""
    found = list(cells)[:2]
    if len(found) < 2 or found[0] != MARK or not found[1].isdecimal() or len(found[1]) > 9:
        return None
    return int(found[1])


def unpacked(cells: list[str]) -> Workshop | None:
    """The workshop in the cells of the hidden sheet; None where they are damaged or of another make."""
    if schema_of(cells) is None or len(cells) < 4:
        return None
    body = "".join(piece[1:-1] for piece in cells[3:])
    if sha256(body.encode("utf-8", "replace")).hexdigest() != cells[2]:
        return None
    try:
        found = json.loads(body)
        silent = found.pop(_COVERED, None)
        if silent:
            found["records"] |= json.loads(zlib.decompressobj().decompress(b64decode(silent), _MOST))
        return workshop_in(found)
    except (BadValue, ValueError, LookupError, TypeError, AttributeError, RecursionError, zlib.error):
        # The checksum holds, so somebody made this on purpose; the visible sheets are still as good as they look.
        return None
