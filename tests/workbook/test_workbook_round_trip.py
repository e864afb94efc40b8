"""What the room wrote comes back from its workbook, all of it and nothing else."""

from __future__ import annotations

import warnings
from datetime import date
from io import BytesIO

import openpyxl
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.commands import Put, Remove, apply
from cxworkshop.domain.record import face_of, fields
from cxworkshop.domain.records import BY_KIND, Category, CodeMap, Evidence, Listening, Reading
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import Changes, read_workbook, write_workbook
from cxworkshop.workbook.sheets import DATA, shown
from tests.strategies import HOSTILE, values, workshops
from tests.workbook.editing import changed, typed

UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck))
WORSE = ("<r><t>bold</t></r>", "_x005F_x0041_", "x005F_", "{'a'}", '=A1&"x"', "\u200b", "a" * 16_384)


@settings(UNHURRIED, max_examples=15)
@given(workshops())
def test_any_workshop_comes_back_exactly_as_it_was(workshop: Workshop) -> None:
    """Write, then read: the same records in the same order, the same title, nothing changed, nothing wrong.

    Personal data apart, which does not leave the app unless the room allows it.
    """
    workshop = as_shown(workshop)
    with warnings.catch_warnings():
        # XlsxWriter warns where it leaves something out.
        warnings.simplefilter("error")
        content = write_workbook(workshop)
    opened = read_workbook(content, "any.xlsx")
    assert (opened.says, opened.problems, opened.notes) == ("no changes", (), ())
    assert opened.workshop.same_as(workshop)
    assert (opened.workshop.title, opened.workshop.sample) == (workshop.title, workshop.sample)


@settings(UNHURRIED, max_examples=8)
@given(workshops(), st.data())
def test_one_cell_typed_anew_comes_back_as_this_one_change(workshop: Workshop, data: st.DataObject) -> None:
    """Any filled cell may be typed over with any other valid value; nothing else changes."""
    workshop = as_shown(workshop)
    known: dict[str, list[str]] = {}
    for kind, id in workshop.items:
        known.setdefault(kind, []).append(id)
    assume(known)
    kind, id = data.draw(st.sampled_from(sorted(workshop.items)))
    cls = BY_KIND[kind]
    # What is covered is not typed over (test_anonymous_sheets).
    assume(not cls.anonymous)
    field = data.draw(st.sampled_from(fields(cls)))
    value = data.draw(values(face_of(cls, field), known))
    if isinstance(value, float):
        # Nobody types more digits than a spreadsheet keeps.
        value = float(f"{value:.12g}")
    after = apply(workshop, Put(kind, id, {field: value}))
    old, new = workshop.items[kind, id].record, after.items[kind, id].record
    cell = shown(after, new, field)
    # An empty cell says nothing, and the library takes the format's own escapes out of every text.
    assume(cell is not None and cell != shown(workshop, old, field))
    assume("x005F_" not in str(cell) and "_x000D_" not in str(cell))
    refers = face_of(cls, field).refers
    labels = list(workshop.labels(refers).values()) if refers else []
    assume(len(set(labels)) == len(labels))
    row = 5 + [record.id for record in workshop.all(cls)].index(id)
    letter = openpyxl.utils.get_column_letter(fields(cls).index(field) + 1)
    place = f"B{5 + fields(cls).index(field)}" if cls.single else f"{letter}{row}"
    opened = read_workbook(typed(write_workbook(workshop), {(cls.sheet, place): cell}), "any.xlsx")
    assert opened.problems == ()
    assert opened.changes == Changes(cells=1)
    assert opened.workshop.same_as(after)


def test_words_that_mean_something_to_a_spreadsheet_stay_words() -> None:
    """Formulas, links, markup and escapes are kept letter by letter, in every kind of text and in names."""
    hostile = (*HOSTILE, *WORSE)
    workshop = assemble(
        [Category(id=f"c{at}", name=words[:300]) for at, words in enumerate(hostile)]
        + [CodeMap(id=f"m{at}", code=words[:300], category=f"c{at}") for at, words in enumerate(hostile)]
        + [Evidence(id=f"e{at}", quote=words[:5000], category=f"c{at}") for at, words in enumerate(hostile)]
        + [Listening(id="listening", personal=True)],
        title="=1+1",
    )
    content = write_workbook(workshop)
    assert read_workbook(content, "words.xlsx").workshop.same_as(workshop)
    sheet = openpyxl.load_workbook(BytesIO(content))["Evidence"]
    cells = [cell for row in sheet.iter_rows(min_row=5) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_figures_come_back_to_the_last_digit() -> None:
    """Spreadsheets keep sixteen digits of a number; the workshop keeps all seventeen."""
    figures = (
        0.1 + 0.2,
        1 / 3,
        2**0.5,
        1e12,
        -1e12,
        999_999_999_999.99,
        1e-300,
        5e-324,
        -0.0,
        123_456_789.12,
    )
    days = (date(1900, 3, 1), date(2199, 12, 31))
    workshop = assemble(
        Reading(id=str(at), value=value, taken_on=days[at % 2]) for at, value in enumerate(figures)
    )
    assert read_workbook(write_workbook(workshop), "figures.xlsx").workshop.same_as(workshop)


def test_without_the_hidden_sheet_the_visible_ones_are_taken_and_that_is_told(
    workbook: bytes, workshop: Workshop
) -> None:
    """A person may delete `_data`: ids, rows, order, title and references come back from what can be seen."""
    bare = changed(workbook, lambda book: book.remove(book[DATA]))
    opened = read_workbook(bare, "bare.xlsx")
    assert opened.problems == ()
    # One ballot alone is on no visible sheet.
    assert opened.changes == Changes(added=len(workshop.items) - 1)
    assert "_data is missing" in opened.notes[0]
    gone = apply(apply(workshop, Put("evidence", "e2", {"touchpoint": None})), Remove("dot", "d1"))
    assert opened.workshop.same_as(gone)
    assert opened.workshop.title == "Harbour & Gull, spring"


def test_a_hidden_sheet_that_was_tampered_with_is_not_believed(workbook: bytes) -> None:
    """The checksum tells, and the visible sheets are taken instead."""
    opened = read_workbook(typed(workbook, {(DATA, "A4"): '"{}"'}), "x.xlsx")
    assert "is damaged" in opened.notes[0]
    assert opened.problems == ()
    assert opened.workshop.all(Category) == ()


def test_a_whole_workshop_is_written_within_a_second(workshop: Workshop) -> None:
    """Six hundred rows of evidence with references; best of three, so that a busy machine does not tell lies."""
    from time import perf_counter

    rows = [
        Evidence(id=f"x{at}", quote="They rang, and rang. " * 6, stage="s1", count=at) for at in range(600)
    ]
    full = assemble([*(item.record for item in workshop.items.values()), *rows], title="Full")
    took = []
    for _ in range(3):
        began = perf_counter()
        write_workbook(full)
        took.append(perf_counter() - began)
    assert min(took) < 1
