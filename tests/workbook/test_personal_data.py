"""No workbook carries personal data out of the room unless the room allows it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import openpyxl

from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.records import Candidate, Evidence, Listening, Story
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook

QUOTE = "I gave 4111 1111 1111 1111 and ana@mail.example, and was told to ring 020 7946 0958."
SECRETS = ("4111", "ana@mail", "7946")


def room(*more: Listening) -> Workshop:
    """A quote and a story that name a person's address, card and telephone."""
    return assemble(
        [
            Evidence(id="e", quote=QUOTE, count=2),
            Story(id="s", story=QUOTE),
            Candidate(id="c", name="Answer the telephone"),
            *more,
        ],
        title="Test",
    )


def everything(content: bytes) -> str:
    """All the text of every part of a workbook, the hidden sheet among them."""
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_no_part_of_a_workbook_holds_personal_data() -> None:
    """Neither a sheet that is seen nor the hidden one; what opens is the masked workshop, complete."""
    content = write_workbook(room())
    assert [secret for secret in SECRETS if secret in everything(content)] == []
    opened = read_workbook(content, "masked.xlsx")
    assert opened.says == "no changes"
    assert opened.workshop.same_as(as_shown(room()))
    assert (
        opened.workshop.all(Evidence)[0].quote == "I gave [card] and [e-mail], and was told to ring [phone]."
    )


def test_a_room_that_allows_it_gets_everything() -> None:
    """The words stand in the sheet as they were written, and come back so."""
    allowed = room(Listening(id="listening", personal=True))
    content = write_workbook(allowed)
    sheet = openpyxl.load_workbook(BytesIO(content))["Evidence"]
    assert QUOTE in [cell.value for row in sheet.iter_rows() for cell in row]
    assert read_workbook(content, "open.xlsx").workshop.same_as(allowed)
