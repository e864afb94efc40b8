"""What an Excel sheet says of its cells beyond their values: which formulas have no result, which cells are numbers."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

BROKEN = (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, StopIteration, EOFError)

_BOOK = "xl/workbook.xml"
_CHUNK, _HEAD = 1 << 20, 1 << 12
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension ref=[\"'](?:[A-Z]+\d+:)?[A-Z]+(\d+)[\"']")
_CELL = re.compile(
    rb"<(?:\w+:)?c\b(?P<has>[^>]*?)(?:/>|>(?P<inside>.*?)</(?:\w+:)?c>)",
    re.DOTALL,
)
_AT = re.compile(rb"\br=[\"']([A-Z]+)(\d+)[\"']")
_KIND = re.compile(rb"\bt=[\"'](\w+)[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]|<(?:\w+:)?is>")
_TARGET = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


class SheetXml:
    """One sheet of a workbook, looked at cell by cell; columns and rows are counted from 0.

    Every question raises one of `BROKEN` where the workbook is not put together as Excel does it.
    """

    def __init__(self, source: Path | bytes, sheet: str) -> None:
        self._source = source
        self._sheet = sheet

    @property
    def days_from_1904(self) -> bool:
        """Whether the workbook counts days from 1904, as those of old Macs do."""
        with self._opened() as book:
            said = next(_all(ElementTree.fromstring(book.read(_BOOK)), "workbookPr"), None)
        return said is not None and said.get("date1904") in ("1", "true")

    @property
    def rows(self) -> int:
        """How many rows the sheet says that it has; more than any sheet can have where it does not say."""
        with self._opened() as book, book.open(_part(book, self._sheet)) as stream:
            said = _DIMENSION.search(stream.read(_HEAD))
        return int(said[1]) if said else 1 << 20

    def without_result(self) -> Iterator[tuple[int, int]]:
        """Row and column of every formula that was saved without its result."""
        for row, column, kind, inside in self._cells(only_formulas=True):
            # A text of no letters is a result; a number of no digits is none.
            if kind != b"str" and _FORMULA.search(inside) and not _RESULT.search(inside):
                yield row, column

    def numbers(self, column: int) -> Iterator[int]:
        """The rows in which a column holds a number."""
        for row, at, kind, inside in self._cells():
            if at == column and kind in (b"", b"n") and _RESULT.search(inside):
                yield row

    def _cells(self, only_formulas: bool = False) -> Iterator[tuple[int, int, bytes, bytes]]:
        columns: dict[bytes, int] = {}
        with self._opened() as book, book.open(_part(book, self._sheet)) as stream:
            left = b""
            while chunk := stream.read(_CHUNK):
                left += chunk
                end = 0
                # Most sheets hold no formula at all, and looking for none is quick.
                if not only_formulas or b"<f" in left or b":f" in left:
                    for cell in _CELL.finditer(left):
                        end = cell.end()
                        if (at := _AT.search(cell["has"])) is not None:
                            kind = _KIND.search(cell["has"])
                            column = columns.setdefault(at[1], _number(at[1]))
                            yield int(at[2]) - 1, column, kind[1] if kind else b"", cell["inside"] or b""
                left = left[max(end, len(left) - _CHUNK) :]

    def _opened(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self._source) if isinstance(self._source, bytes) else self._source)


def _part(book: zipfile.ZipFile, sheet: str) -> str:
    """The part of the workbook in which a sheet lies."""
    listed = _all(ElementTree.fromstring(book.read(_BOOK)), "sheet")
    found = next(one for one in listed if one.get("name") == sheet)
    key = found.get(_TARGET) or found.get(_STRICT)
    links = _all(ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels")), "Relationship")
    target = next(link.get("Target", "") for link in links if link.get("Id") == key)
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _all(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (one for one in root.iter() if one.tag.rpartition("}")[2] == name)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
