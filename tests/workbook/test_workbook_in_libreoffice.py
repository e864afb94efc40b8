"""Another office suite opens the workbook, reckons the same figures, and saves it so that the app sees no change."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from cxworkshop.domain.records import Category, CodeMap, Evidence, Listening
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook
from tests.strategies import HOSTILE
from tests.workbook.office import Convert, bare, needs_office

pytestmark = needs_office


def test_saved_by_libreoffice_it_opens_without_a_change(workshop: Workshop, convert: Convert) -> None:
    """Dates, shares, money, references, line breaks and every hostile text survive another program's hand."""
    hostile = [
        Evidence(id=f"x{at}", quote=words[:5000], category=f"c{at}") for at, words in enumerate(HOSTILE)
    ]
    names = [Category(id=f"c{at}", name=words[:300]) for at, words in enumerate(HOSTILE)]
    codes = [CodeMap(id=f"m{at}", code=words[:300]) for at, words in enumerate(HOSTILE)]
    allowed = Listening(id="listening", personal=True)
    full = assemble(
        [*(item.record for item in workshop.items.values()), *hostile, *names, *codes, allowed], title="Full"
    )
    opened = read_workbook(convert(write_workbook(full), "xlsx"), "saved.xlsx")
    assert (opened.says, opened.problems, opened.notes) == ("no changes", (), ())
    assert opened.workshop.same_as(full)


def test_libreoffice_reckons_what_the_file_already_says(workbook: bytes, convert: Convert) -> None:
    """Without the stored results of its formulas, every formula gives the same result again."""
    reckoned = openpyxl.load_workbook(BytesIO(convert(bare(workbook), "xlsx")), data_only=True)
    stored = openpyxl.load_workbook(BytesIO(workbook), data_only=True)
    formulas = openpyxl.load_workbook(BytesIO(workbook))
    compared = 0
    for sheet in formulas:
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            expected, found = (book[sheet.title][cell.coordinate].value for book in (stored, reckoned))
            assert (found or 0) == (pytest.approx(expected) if isinstance(expected, float) else expected or 0)
            compared += 1
    assert compared > 40


def test_libreoffice_prints_it(workbook: bytes, convert: Convert) -> None:
    """The whole workbook becomes a PDF."""
    assert convert(workbook, "pdf").startswith(b"%PDF")
