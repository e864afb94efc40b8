"""Writing the workbook: a cover, the contents, the bridge and the stage map drawn, a sheet per table, and everything once more for the app."""

from __future__ import annotations

from io import BytesIO

from xlsxwriter.workbook import Workbook

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.sheltered import as_shown
from cxworkshop.domain.records import RECORDS, Company
from cxworkshop.domain.values import UNSTORABLE
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.progress import is_draft, missing
from cxworkshop.workbook.chart import drawable, write_chart
from cxworkshop.workbook.contents import write_contents
from cxworkshop.workbook.cover import write_cover
from cxworkshop.workbook.covered import covered, write_covered
from cxworkshop.workbook.data import packed
from cxworkshop.workbook.forms import write_form
from cxworkshop.workbook.lists import ranges, write_lists
from cxworkshop.workbook.looks import ACCENT, BODY, COMPETENCIES, SIZE, Looks
from cxworkshop.workbook.page import on_paper
from cxworkshop.workbook.progress import mark_of, parts_done
from cxworkshop.workbook.sheets import (
    CONTENTS,
    COVER,
    DATA,
    PICTURE,
    SAMPLE_PROPERTY,
    SCHEMA,
    SCHEMA_PROPERTY,
    STAGE_MAP,
)
from cxworkshop.workbook.stage_map import write_stage_map
from cxworkshop.workbook.tables import write_table

# A person's text is text: XlsxWriter shall see no formula, link or number in it.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # Columns are measured in figures of this font, so every spreadsheet program gives them the same room.
    "default_format_properties": {"font_name": BODY, "font_size": SIZE},
}
_PROPERTY = 250
"""Document properties take 255 characters."""


def write(workshop: Workshop) -> bytes:
    """The workshop as an Excel file (.xlsx), complete in memory; personal data is masked unless it may be shown."""
    workshop = as_shown(workshop)
    file = BytesIO()
    book = Workbook(file, _OPTIONS)
    _describe(book, workshop)
    looks, lacks = Looks(book), missing(workshop)
    parts = parts_done(lacks)
    mark = mark_of(parts, draft=is_draft(lacks))
    company, sources = workshop.one(Company).name or "", ranges(workshop)
    cover, contents = book.add_worksheet(COVER), book.add_worksheet(CONTENTS)
    cover.set_tab_color(ACCENT)
    contents.set_tab_color(ACCENT)
    write_cover(cover, looks, workshop, parts, mark)
    bridge = drawable(workshop)
    mapped = bool(ordered_stages(workshop))
    write_contents(contents, looks, workshop, parts, mark, picture=bridge is not None, mapped=mapped)
    if bridge:
        picture = book.add_worksheet(PICTURE)
        picture.set_tab_color(COMPETENCIES[1])
        write_chart(book, picture, looks, workshop, bridge, mark)
    if mapped:
        drawn = book.add_worksheet(STAGE_MAP)
        drawn.set_tab_color(COMPETENCIES[2])
        write_stage_map(drawn, looks, workshop, mark)
    accents = {cls: part.accent for part in parts for cls in part.writes}
    for cls in RECORDS:
        sheet = book.add_worksheet(cls.sheet)
        sheet.set_tab_color(accents[cls])
        if covered(cls, workshop):
            last_row, last_column, width = write_covered(sheet, looks, workshop, cls, accents[cls])
        else:
            fill = write_form if cls.single else write_table
            last_row, last_column, width = fill(sheet, looks, workshop, cls, accents[cls], sources)
        on_paper(sheet, last_row, last_column, width, company, mark)
    write_lists(book, looks, workshop)
    data = book.add_worksheet(DATA)
    data.very_hidden()
    for row, piece in enumerate(packed(workshop)):
        data.write_string(row, 0, piece)
    cover.activate()
    book.close()
    return file.getvalue()


def _describe(book: Workbook, workshop: Workshop) -> None:
    company = workshop.one(Company)
    said = {
        "title": workshop.title,
        "subject": "Customer leadership workshop",
        "author": company.facilitator or "",
        "company": company.name or "",
    }
    book.set_properties({name: UNSTORABLE.sub(" ", words)[:_PROPERTY] for name, words in said.items()})
    book.set_custom_property(SCHEMA_PROPERTY, SCHEMA)
    book.set_custom_property(SAMPLE_PROPERTY, workshop.sample)
