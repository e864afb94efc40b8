"""A text file as it was handed in, made plain: unpacked, in UTF-8, its lines ending in one way."""

import codecs
import gzip
import io
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.progress import Stages, size_in_words
from cxworkshop.ledger.text_scan import Scan

_CHUNK = 1 << 22
_GZIP = b"\x1f\x8b"
_NOT_TEXT = {
    b"PK\x03\x04": ("an Excel workbook", ".xlsx"),
    b"PAR1": ("a Parquet file", ".parquet"),
}


@dataclass(frozen=True)
class PlainText:
    """Where the plain text lies while it is read, whether it has quotation marks, and what had to be done to it."""

    path: Path
    quoted: bool
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Kind:
    encoding: str
    one_line_end: bool
    quoted: bool
    notes: tuple[str, ...] = ()


@contextmanager
def plain_text(source: Path | bytes, name: str, stages: Stages) -> Iterator[PlainText]:
    """Give a path to the source as plain text, in place where it already is that.

    Raises BadLedger for a file that is no text: packed otherwise, cut off, or with NUL characters.
    """
    with tempfile.TemporaryDirectory(prefix="cxworkshop-") as folder:
        path = source if isinstance(source, Path) else Path(folder) / "handed-in"
        if isinstance(source, bytes):
            path.write_bytes(source)
        with path.open("rb") as stream:
            head = stream.read(4)
        for magic, (what, suffix) in _NOT_TEXT.items():
            if head.startswith(magic):
                raise BadLedger(f"{name}: this is {what}, not text; give its name the ending {suffix}.")
        packed = head.startswith(_GZIP)
        try:
            kind = _kind(path, packed, name, stages)
            # The engine takes * ? [ in a name for a pattern, and loses its way where line ends differ.
            if (
                packed
                or kind.encoding != "utf-8"
                or not kind.one_line_end
                or any(sign in str(path) for sign in "*?[")
            ):
                plain = Path(folder) / "plain.csv"
                _rewrite(path, packed, kind.encoding, plain)
                path = plain
        except (EOFError, gzip.BadGzipFile, zlib.error) as broken:
            raise BadLedger(
                f"{name}: the packed file is cut off or damaged; pack or download it again."
            ) from broken
        yield PlainText(path, kind.quoted, kind.notes)


def _opened(path: Path, packed: bool) -> BinaryIO:
    return gzip.open(path, "rb") if packed else path.open("rb", buffering=0)  # type: ignore[return-value]


def _kind(path: Path, packed: bool, name: str, stages: Stages) -> _Kind:
    scan, size, done = Scan(), path.stat().st_size, 0
    words = f"{'Unpacking' if packed else 'Checking'} {size_in_words(size)}"
    stages.say(0.0, words)
    # One buffer for all of the file: fresh memory for every piece would cost more than looking at it.
    buffer = bytearray(_CHUNK)
    with _opened(path, packed) as stream:
        while read := stream.readinto(buffer):  # type: ignore[attr-defined]
            chunk = buffer if read == len(buffer) else buffer[:read]
            if not done and chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                return _Kind("utf-16", False, True, (f"{name} is written in UTF-16.",))
            if (at := chunk.find(b"\0")) >= 0:
                row = _lines_before(path, packed, done + at) + 1
                raise BadLedger(
                    f"{name}: row {row} holds a NUL character, which no text has;"
                    " save the table again as CSV in UTF-8."
                )
            scan.take(chunk)
            done += read
            if not packed:
                stages.say(0.15 * done / size, words)
    if scan.utf8:
        return _Kind("utf-8", scan.one_line_end, scan.quoted)
    note = f"{name} is not in UTF-8: read as Western European (Windows-1252); check names with accents."
    return _Kind("cp1252", scan.one_line_end, scan.quoted, (note,))


def _lines_before(path: Path, packed: bool, position: int) -> int:
    feeds = 0
    with _opened(path, packed) as stream:
        while position > 0 and (chunk := stream.read(min(_CHUNK, position))):
            feeds += chunk.count(b"\n")
            position -= len(chunk)
    return feeds


def _rewrite(path: Path, packed: bool, encoding: str, target: Path) -> None:
    # Five bytes mean nothing in Windows-1252; a mark in their place harms one letter, a refusal the whole ledger.
    with (
        gzip.open(path, "rb") if packed else path.open("rb") as stream,
        io.TextIOWrapper(stream, encoding, errors="replace", newline=None) as text,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while lines := text.read(_CHUNK):
            out.write(lines)
