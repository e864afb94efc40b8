"""Words on the plan that went through Excel: they stay bound to the version that they were given on."""

from __future__ import annotations

import pytest
from openpyxl.workbook.workbook import Workbook

from cxworkshop.domain.commands import Put, apply
from cxworkshop.domain.records import Candidate, Commitment, Leader
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.pledges import LIVES, OBJECTS, SIGNS, plan_mark, words_given
from cxworkshop.workbook import read_workbook, write_workbook
from tests.workbook.editing import changed, place_of, write

PLAN = assemble(
    [
        Leader(id="ana", name="Ana Ruiz", function="CFO", present=True),
        Leader(id="tom", name="Tom Berg", function="CMO", present=True),
        Candidate(id="x", name="Refunds within five days", verdict="now"),
        Commitment(id="c", candidate="x", executive="ana", people=2, target=5),
    ]
)
MARK = plan_mark(PLAN)
SIGNED = apply(
    apply(PLAN, Put("pledge", "ana", {"leader": "ana", "word": SIGNS, "signed_for": MARK})),
    Put("pledge", "tom", {"leader": "tom", "word": SIGNS, "signed_for": "0000.111111"}),
)


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """The workbook of a plan that Ana signed, and of which Tom signed an earlier version."""
    return write_workbook(SIGNED)


def read(content: bytes) -> Workshop:
    """What the app makes of the file, which nothing is wrong with."""
    opened = read_workbook(content, "x.xlsx")
    assert opened.problems == ()
    return opened.workshop


def states(workshop: Workshop) -> dict[str | None, tuple[str | None, str]]:
    """Each leader's word, and on which plan it was given."""
    return {word.row.leader: (word.row.word, word.state) for word in words_given(workshop)}


def test_a_round_trip_leaves_every_word_on_its_version(workbook: bytes) -> None:
    """Numbers, references and the mark come back as they were."""
    found = read(workbook)
    assert found.same_as(SIGNED)
    assert states(found) == {"ana": (SIGNS, "signed"), "tom": (SIGNS, "earlier")}


@pytest.mark.parametrize(
    ("row", "heading", "typed", "said"),
    [
        (6, "Word", OBJECTS, {"ana": (SIGNS, "signed"), "tom": (OBJECTS, "unconfirmed")}),
        (6, "Signed for", MARK, {"ana": (SIGNS, "signed"), "tom": (SIGNS, "unconfirmed")}),
        (5, "Reason", "If the depot agrees", {"ana": (SIGNS, "unconfirmed"), "tom": (SIGNS, "earlier")}),
        (5, "Word", LIVES, {"ana": (LIVES, "unconfirmed"), "tom": (SIGNS, "earlier")}),
    ],
)
def test_nobody_signs_a_plan_in_a_cell(
    workbook: bytes, row: int, heading: str, typed: str, said: dict[str, tuple[str, str]]
) -> None:
    """Whatever is typed over in a row, its mark too: it is read, and its leader confirms it on screen."""

    def type_it(book: Workbook) -> None:
        sheet = book["Signatures on the plan"]
        write(sheet[place_of(sheet, heading, row)], typed)

    assert states(read(changed(workbook, type_it))) == said


def test_a_row_added_in_excel_is_to_be_confirmed(workbook: bytes) -> None:
    """A word whose mark was cleared has no plan any more."""

    def clear(book: Workbook) -> None:
        sheet = book["Signatures on the plan"]
        write(sheet[place_of(sheet, "Signed for", 5)], None)

    assert states(read(changed(workbook, clear)))["ana"] == (SIGNS, "unconfirmed")


def test_a_plan_changed_in_excel_asks_for_the_signatures_anew(workbook: bytes) -> None:
    """Whoever signed before is told what is different."""

    def ask_more(book: Workbook) -> None:
        sheet = book["Commitments"]
        write(sheet[place_of(sheet, "Target", 5)], 4)

    found = read(changed(workbook, ask_more))
    (ana, _) = words_given(found)
    assert (ana.state, ana.changes) == ("earlier", ("changed: Refunds within five days",))
