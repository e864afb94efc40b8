"""Whether a text's quotation marks only stand around cells, as a program writes them."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cxworkshop.ledger.cells import side_by_side

_PIECE = 1 << 19
_FEED, _RETURN, _QUOTE = b'\n\r"'


def simply_quoted_lines(path: Path, separator: str, above: int) -> int | None:
    """How many lines there are below the first `above`; None where a quotation mark has not one end of a cell beside it.

    A mark that is doubled, or inside a cell, has none; as many have to open cells as close them. The text ends its lines in one way.
    """
    if not separator.isascii():
        return None
    with path.open("rb") as stream:
        for _ in range(above):
            # A title or a header that goes over several lines: what is below it begins elsewhere.
            if stream.readline().count(b'"') % 2:
                return None
        begin = stream.tell()
        end = stream.seek(0, 2)
        stream.seek(end - 1)
        unended = int(stream.read(1) != b"\n")
    middle = begin + (end - begin) // 2
    # Each half has a core of its own.
    looks = list(
        side_by_side(
            lambda start, stop: _lines(path, ord(separator), start, stop), [(begin, middle), (middle, end)]
        )
    )
    found = [look for look in looks if look is not None]
    if len(found) < len(looks) or sum(left_open for _, left_open in found) != 0:
        return None
    return sum(lines for lines, _ in found) + unended


def _lines(path: Path, separator: int, start: int, stop: int) -> tuple[int, int] | None:
    lines = opened = closed = 0
    for signs in _pieces(path, start, stop):
        ends = signs == _FEED
        lines += int(np.count_nonzero(ends[1:-1]))
        ends |= signs == separator
        ends |= signs == _RETURN
        marks = signs[1:-1] == _QUOTE
        if (marks & (ends[:-2] == ends[2:])).any():
            return None
        opened += int(np.count_nonzero(marks & ends[:-2]))
        closed += int(np.count_nonzero(marks & ends[2:]))
    return lines, opened - closed


def _pieces(path: Path, start: int, stop: int) -> Iterator[npt.NDArray[np.uint8]]:
    """The signs from start to stop in pieces, each with its neighbours; beyond the text lines end."""
    buffer = bytearray(_PIECE + 2)
    with path.open("rb") as stream:
        for at in range(start, stop, _PIECE):
            held = memoryview(buffer)[: min(_PIECE, stop - at) + 2]
            stream.seek(at - 1)
            read = stream.readinto(held)
            held[read:] = b"\n" * (len(held) - read)
            yield np.frombuffer(held, np.uint8)
