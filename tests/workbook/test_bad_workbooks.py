"""A file that is no workshop's workbook gives one clear message and nothing else, whatever its bytes."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.domain.errors import BadWorkbook, WorkshopError
from cxworkshop.workbook import read_workbook, write_workbook
from cxworkshop.workbook.sheets import DATA
from tests.workbook.editing import changed, typed, with_part

UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def message(content: bytes) -> str:
    """What is said about a file that cannot be opened."""
    with pytest.raises(BadWorkbook) as raised:
        read_workbook(content, "Spring.xlsx")
    assert "Spring.xlsx" in str(raised.value)
    assert "\n" not in str(raised.value)
    return str(raised.value)


@pytest.mark.parametrize("content", [b"", b"\0" * 512, b" \r\n"])
def test_an_empty_file_is_told(content: bytes) -> None:
    """Nothing, zeros or blanks: a download that was broken off."""
    assert "is empty" in message(content)


@pytest.mark.parametrize("content", [b"period,opening\n2025,100\n", b"<html>Sign in</html>", b"%PDF-1.7"])
def test_a_file_that_only_calls_itself_xlsx_is_told(content: bytes) -> None:
    """A text file, a sign-in page or a PDF under the wrong name."""
    assert "is not an Excel workbook, whatever its name says" in message(content)


def test_an_old_or_locked_workbook_is_told_how_to_save_it() -> None:
    """Old .xls files and encrypted ones begin alike, and both are saved anew from Excel."""
    assert "save it as an Excel workbook (.xlsx) without a password" in message(OLE + bytes(2048))


def test_another_kind_of_zip_is_told() -> None:
    """An OpenDocument sheet, a Word file or any archive."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "is not an Excel workbook (.xlsx)" in message(archive.getvalue())


def test_somebody_elses_workbook_is_told() -> None:
    """A real workbook with other sheets, even where one of their names is ours."""
    book = openpyxl.Workbook()
    book.create_sheet("Sources")
    saved = BytesIO()
    book.save(saved)
    assert "is not the workbook of a workshop" in message(saved.getvalue())


def test_a_newer_schema_is_told(workbook: bytes) -> None:
    """What a newer app wrote might mean something else here."""
    assert "newer version of this app" in message(typed(workbook, {(DATA, "A2"): "2"}))

    def promise(book: openpyxl.Workbook) -> None:
        book.remove(book[DATA])
        book.custom_doc_props["workshop_schema"].value = 7

    assert "newer version of this app" in message(changed(workbook, promise))


def test_a_file_too_large_for_a_workshop_is_told() -> None:
    """Sixty million bytes are more than any day's words."""
    assert "51 MB" in message(b"PK" + bytes(range(256)) * 200_000)


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_does(workbook: bytes) -> None:
    """A hundred million zeros pack into a hundred kilobytes."""
    bomb = with_part(workbook, "xl/media/bomb.bin", lambda _: bytes(100_000_000))
    assert len(bomb) < 1_000_000
    assert "unpacks to more than a workshop can hold" in message(bomb)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_that_multiply_are_refused(workbook: bytes, encoding: str) -> None:
    """A document type declares entities, with which a few bytes become billions or read another file."""
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    body = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE sst [<!ENTITY l0 "ha">{laughs}]><sst>&l9;</sst>'
    bomb = with_part(workbook, "xl/sharedStrings.xml", lambda _: body.encode(encoding))
    assert "document type" in message(bomb)


def test_a_sheet_that_pretends_to_be_endless_is_read_to_its_end(workbook: bytes) -> None:
    """A row far beyond the last one that a sheet can have is not waited for."""

    def stretch(body: bytes) -> bytes:
        assert b'<row r="6"' in body
        return body.replace(b'<row r="6"', b'<row r="999999999999"')

    content = with_part(workbook, "xl/worksheets/sheet7.xml", stretch)
    assert read_workbook(content, "x.xlsx").says == "−1 row"


def test_a_damaged_part_is_told(workbook: bytes) -> None:
    """The styles of a sheet are gone, or its cells break off."""
    assert "the file is damaged" in message(
        with_part(workbook, "xl/sharedStrings.xml", lambda body: body[:500])
    )
    assert "the file is damaged" in message(workbook[: len(workbook) // 2])


@settings(UNHURRIED, max_examples=30)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", OLE, b"<?xml"]))
def test_random_bytes_never_break_it(content: bytes, start: bytes) -> None:
    """Only an error with a message for people may come out."""
    with pytest.raises(WorkshopError):
        read_workbook(start + content, "x.xlsx")


@settings(UNHURRIED, max_examples=15)
@given(st.data())
def test_flipped_bytes_never_break_it(workbook: bytes, data: st.DataObject) -> None:
    """Bytes of a good file are changed, in the archive or in one of its parts; it opens, or says why not."""

    def damage(body: bytes) -> bytes:
        damaged = bytearray(body)
        for at in data.draw(st.lists(st.integers(0, max(0, len(body) - 1)), min_size=1, max_size=8)):
            chunk = data.draw(
                st.binary(max_size=3) | st.sampled_from([b"-1", b"1E999", b"nan", b"&", b"<c>"])
            )
            damaged[at : at + data.draw(st.integers(0, 3))] = chunk
        return bytes(damaged)

    parts = [None, *zipfile.ZipFile(BytesIO(workbook)).namelist()]
    part = data.draw(st.sampled_from(parts))
    content = damage(workbook) if part is None else with_part(workbook, part, damage)
    # Any other exception fails the test.
    with suppress(WorkshopError):
        write_workbook(read_workbook(content, "x.xlsx").workshop)
