"""A leader's word that is changed in Excel leaves a line in the signature log, in the same change."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl.workbook.workbook import Workbook

from cxworkshop.domain.records import Definition, Leader, Signature, SignOff
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook
from cxworkshop.workbook.sheets import DATA
from tests.workbook.editing import changed, place_of, write

SIGNED = "The definition: Whoever paid"
ROOM = assemble(
    [
        Leader(id="ana", name="Ana Ruiz", function="CFO", present=True),
        Definition(id="definition", sentence="Whoever paid"),
        SignOff(id="ana", leader="ana", stance="object", reason="Trials are in", signed=SIGNED),
        Signature(
            id="s1",
            leader="ana",
            name="Ana Ruiz, CFO",
            stance="object",
            reason="Trials are in",
            signed=SIGNED,
            given_on=date(2026, 1, 13),
        ),
    ]
)


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """The room's workbook, as the app wrote it."""
    return write_workbook(ROOM)


def read(content: bytes) -> Workshop:
    """What the app makes of the file, which nothing is wrong with."""
    opened = read_workbook(content, "x.xlsx")
    assert opened.problems == ()
    return opened.workshop


def test_a_stance_typed_over_in_excel_is_in_the_log(workbook: bytes) -> None:
    """An objection becomes agreement: the log keeps the objection, and says where the agreement came from."""

    def agree(book: Workbook) -> None:
        sheet = book["Sign-off"]
        write(sheet[place_of(sheet, "Stance", 5)], "agree")

    content = changed(workbook, agree)
    first, second = read(content).all(Signature)
    assert first == ROOM.all(Signature)[0]
    assert (second.leader, second.name, second.stance, second.reason, second.signed, second.given_on) == (
        "ana", "Ana Ruiz, CFO, changed in Excel", "agree", "Trials are in", SIGNED, None,
    )  # fmt: skip
    assert read(content).same_as(read(content))


def test_an_objection_deleted_in_excel_is_in_the_log(workbook: bytes) -> None:
    """The row is gone, and a line without a stance says so."""
    found = read(changed(workbook, lambda book: book["Sign-off"].delete_rows(5)))
    assert found.all(SignOff) == ()
    assert [(one.name, one.stance) for one in found.all(Signature)] == [
        ("Ana Ruiz, CFO", "object"),
        ("Ana Ruiz, CFO, changed in Excel", None),
    ]


def test_a_word_that_nobody_touched_adds_nothing_to_the_log(workbook: bytes) -> None:
    """Neither in an untouched file nor in one whose hidden sheet is lost, where every row looks new."""
    assert read(workbook).same_as(ROOM)
    lost = read(changed(workbook, lambda book: book.remove(book[DATA])))
    assert len(lost.all(Signature)) == 1
