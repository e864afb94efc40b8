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

_CHUNK = 1 << 22
_GZIP = b"\x1f\x8b"
_NOT_TEXT = {
    b"PK\x03\x04": ("an Excel workbook", ".xlsx"),
    b"PAR1": ("a Parquet file", ".parquet"),
}


@dataclass(frozen=True)
class PlainText:
    """Where the plain text lies while it is read, and what had to be done to it."""

    path: Path
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Kind:
    encoding: str
    one_line_end: bool
    notes: tuple[str, ...] = ()


@contextmanager
def plain_text(source: Path | bytes, name: str) -> Iterator[PlainText]:
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
            kind = _kind(path, packed, name)
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
        yield PlainText(path, kind.notes)


def _opened(path: Path, packed: bool) -> BinaryIO:
    return gzip.open(path, "rb") if packed else path.open("rb")  # type: ignore[return-value]


def _kind(path: Path, packed: bool, name: str) -> _Kind:
    utf8, valid, last = codecs.getincrementaldecoder("utf-8")(), True, b""
    feeds = returns = pairs = 0
    with _opened(path, packed) as stream:
        head = stream.read(2)
        if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return _Kind("utf-16", False, (f"{name} is written in UTF-16.",))
        chunk = head + stream.read(_CHUNK)
        while chunk:
            if (at := chunk.find(b"\0")) >= 0:
                row = feeds + chunk[:at].count(b"\n") + 1
                raise BadLedger(
                    f"{name}: row {row} holds a NUL character, which no text has;"
                    " save the table again as CSV in UTF-8."
                )
            feeds += chunk.count(b"\n")
            if returned := chunk.count(b"\r"):
                returns += returned
                pairs += chunk.count(b"\r\n")
            pairs += last == b"\r" and chunk.startswith(b"\n")
            last = chunk[-1:]
            if valid:
                try:
                    utf8.decode(chunk)
                except UnicodeDecodeError:
                    valid = False
            chunk = stream.read(_CHUNK)
    one_line_end = returns == 0 or feeds == 0 or feeds == returns == pairs
    if valid and not utf8.getstate()[0]:
        return _Kind("utf-8", one_line_end)
    note = f"{name} is not in UTF-8: read as Western European (Windows-1252); check names with accents."
    return _Kind("cp1252", one_line_end, (note,))


def _rewrite(path: Path, packed: bool, encoding: str, target: Path) -> None:
    # Five bytes mean nothing in Windows-1252; a mark in their place harms one letter, a refusal the whole ledger.
    with (
        _opened(path, packed) as stream,
        io.TextIOWrapper(stream, encoding, errors="replace", newline=None) as text,
        target.open("w", encoding="utf-8", newline="") as out,
    ):
        while lines := text.read(_CHUNK):
            out.write(lines)
