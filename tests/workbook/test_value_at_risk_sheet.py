"""The Value at risk sheet works out the pipeline in Excel as the app does, and what it works out is never read back."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from cxworkshop.analysis.risk import pipeline
from cxworkshop.domain.records import BridgeRow, LedgerSource, Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import read_workbook, write_workbook
from tests.workbook.editing import changed
from tests.workbook.office import Convert, bare, needs_office

YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
WORKED = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20}
RANGES = {"failure_low": 10, "failure_high": 6, "rescued_high": 50, "leaving_low": 10, "leaving_high": 30}
PEOPLE = ("Fail", "Rescued", "Not rescued", "Leave", "Captive customers")
MONEY = ("Value by the bridge", "Value of a customer used", "At risk", "At risk at least", "At risk at most")


def room(*bridge: BridgeRow, window: int = 365) -> Workshop:
    """The worked moment typed and by the bridge, of all and of a segment, and one without its shares."""
    return assemble(
        [
            LedgerSource(id="ledger_source", setting="purchases", window_days=window),
            *bridge,
            Touchpoint(id="t", name="The call"),
            Risk(id="typed", touchpoint="t", value=450, captive=10, **WORKED, **RANGES),
            Risk(id="all", touchpoint="t", **WORKED),
            Risk(id="keen", touchpoint="t", population="keen", **WORKED, rescued_low=20),
            Risk(id="strange", touchpoint="t", population="Nobody's", **{**WORKED, "rescued": None}),
            Risk(id="half", touchpoint="t", customers=12_000, value=3),
        ]
    )


WHOLE = BridgeRow(id="b", **YEAR, opening=1_000, new=1, lapsed=1, opening_value=400_000, from_ledger=True)
KEEN = BridgeRow(id="k", **YEAR, segment="Keen", opening=300, new=1, lapsed=1, opening_value=150_000)
REST = BridgeRow(id="r", **YEAR, segment="Rest", opening=700, new=1, lapsed=1, opening_value=210_000)
ROOMS = {
    "all customers": room(WHOLE, KEEN),
    "half a year's window": room(WHOLE, KEEN, window=180),
    "only segments": room(KEEN, REST),
    "only segments, by the ledger": room(
        *(one.with_values({"from_ledger": True}) for one in (KEEN, REST)), window=90
    ),
    "a total by name": room(WHOLE.with_values({"segment": "All"}), REST),
    "a single row": room(WHOLE),
    "two rows for one period": room(
        WHOLE, WHOLE.with_values({"opening_value": 9.0}).model_copy(update={"id": "c"})
    ),
    "no bridge": room(),
}


def figures(content: bytes) -> list[dict[str, Any]]:
    """The rows of the sheet by heading, as they are stored."""
    sheet = openpyxl.load_workbook(BytesIO(content), data_only=True)["Value at risk"]
    heads = [cell.value for cell in sheet[4]]
    return [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(5, 9)]


def test_the_worked_moment_stands_in_the_file() -> None:
    """960 fail, 240 are rescued, 720 are not, 144 leave: 64,800 at risk, 21,600 saved, 540,000 captive."""
    row = figures(write_workbook(ROOMS["all customers"]))[0]
    assert [row[name] for name in PEOPLE] == pytest.approx([960, 240, 720, 144, 1_200])
    assert [row[name] for name in MONEY] == pytest.approx([400, 450, 64_800, 16_200, 121_500])
    assert (row["Saved by rescue"], row["Captive value"]) == (pytest.approx(21_600), pytest.approx(540_000))


@pytest.mark.parametrize("name", ROOMS)
def test_the_sheet_says_what_the_app_says(name: str) -> None:
    """Row by row: who leaves, what a customer is worth, what is at risk and between which ends."""
    workshop = ROOMS[name]
    rows = {row["id"]: row for row in figures(write_workbook(workshop))}
    found = {one.row.id: one for one in pipeline(workshop)}
    assert len(found) == (1 if name == "no bridge" else 4)
    for id, one in found.items():
        row = rows[id]
        assert [row["Leave"], row["Value of a customer used"], row["At risk"]] == pytest.approx(
            [one.defectors, one.worth.each, one.value]
        )
        assert [row["At risk at least"], row["At risk at most"], row["Saved by rescue"]] == pytest.approx(
            [one.low, one.high, one.saved]
        )
    assert not rows["half"]["Leave"]
    assert not rows["half"]["At risk"]


@needs_office
@pytest.mark.parametrize("name", ROOMS)
def test_another_office_suite_reckons_the_same(name: str, convert: Convert) -> None:
    """Without the stored results, every live cell of the sheet gives its figure again."""
    content = write_workbook(ROOMS[name])
    live = (*PEOPLE, *MONEY, "Saved by rescue", "Captive value")
    for stored, reckoned in zip(figures(content), figures(convert(bare(content), "xlsx")), strict=True):
        for heading in live:
            expected, found = stored[heading], reckoned[heading]
            assert (found or 0) == pytest.approx(expected or 0), (stored["id"], heading)


def test_what_excel_works_out_is_not_read_back() -> None:
    """Somebody types over the money at risk and over who leaves: nothing in the workshop changes."""

    def spoil(book: openpyxl.Workbook) -> None:
        sheet = book["Value at risk"]
        for heading in ("Leave", "At risk", "Value of a customer used"):
            column = next(cell.column for cell in sheet[4] if cell.value == heading)
            sheet.cell(5, column).value = 1

    workshop = ROOMS["all customers"]
    opened = read_workbook(changed(write_workbook(workshop), spoil), "x.xlsx")
    assert (opened.says, opened.problems) == ("no changes", ())
    assert opened.workshop.same_as(workshop)
