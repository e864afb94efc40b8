"""The first page: whose workshop it is, what it found in whole customers, and the priorities with their owners."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xlsxwriter.worksheet import Worksheet

from cxworkshop.analysis.bridges import headline
from cxworkshop.analysis.counts import covered, has_number
from cxworkshop.analysis.findings import counted, customers, in_words, sentence
from cxworkshop.analysis.gate import gate
from cxworkshop.analysis.periods import day_label, period_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import Commitment, Company
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import cut
from cxworkshop.programme.one_page import one_version
from cxworkshop.workbook.looks import (
    ACCENT,
    COMPETENCIES,
    DISPLAY,
    HAIR,
    INK,
    PAPER,
    SIZE,
    SOFT,
    WARN,
    Looks,
    put,
)
from cxworkshop.workbook.page import lines, on_paper
from cxworkshop.workbook.progress import PartDone
from cxworkshop.workbook.sheets import Shown

OURS = (
    "Built around the five customer leadership competencies that Jeanne Bliss describes, and not affiliated with her; "
    "every prompt is in our own words."
)
HOW = (
    "The app writes this page anew each time. What you change on the sheets of the tables comes back "
    "when the app opens the workbook again."
)
_COVERED = "{said} not revealed to the room yet, and this file holds every number: show the sheet “Counts by function” to nobody."
_MARGIN, _COLUMNS, _WIDTH = 2.0, 12, 8.3
"""A page of twelve columns between two margins."""
_SENTENCE = 150
"""What three lines of the cover hold, in letter heights."""
_DONE, _OPEN = "■", "□"


def write_cover(
    sheet: Worksheet, looks: Looks, workshop: Workshop, parts: Sequence[PartDone], mark: str
) -> None:
    """Fill the cover."""
    page = _Page(sheet, looks)
    company = workshop.one(Company)
    page.band()
    page.line(company.name or "", size=12, colour=SOFT)
    page.line(workshop.title, size=28, font=DISPLAY, colour=ACCENT)
    page.line(mark or "Every step is done", size=11, colour=WARN if mark else COMPETENCIES[1], bold=True)
    if workshop.sample:
        page.line("Sample data: a made-up company", size=11, colour=SOFT)
    unseen = sum(has_number(row) for row in covered(workshop))
    if unseen:
        page.line(
            _COVERED.format(said=sentence(counted(unseen, "count is", "counts are"))), size=11, colour=WARN
        )
    page.gap(14)
    page.facts(_facts(workshop, company))
    page.gap(18)
    page.statement(headline(workshop))
    page.gap(18)
    _definition(page, workshop)
    _priorities(page, workshop)
    page.gap(18)
    page.heading("How far the day has come")
    for part in parts:
        if part.total:
            squares = _DONE * part.done + _OPEN * (part.total - part.done)
            share, told = f"{part.done} of {part.total}", f"next: {part.next}" if part.next else "done"
            look: dict[str, object] = {"font_color": SOFT, "align": "right"}
            page.row(
                [
                    (4, part.title, {}),
                    (2, squares, {"font_color": part.accent}),
                    (1, share, {}),
                    (5, told, look),
                ]
            )
    page.gap(18)
    page.line(OURS, size=9, colour=SOFT)
    page.line(HOW, size=9, colour=SOFT)
    on_paper(sheet, page.at - 1, _COLUMNS + 1, 0, company.name or "", mark, one_page=True)


def _facts(workshop: Workshop, company: Company) -> list[tuple[str, str]]:
    period = ""
    if company.period_start or company.period_end:
        period = period_label(company.period_start, company.period_end)
    held = day_label(company.held_on) if company.held_on else ""
    found = [("Held on", held), ("Customers counted in", period), ("Currency", company.currency or "")]
    return [
        *found,
        ("Workshop code", workshop.code) if workshop.code else ("Led by", company.facilitator or ""),
    ]


def _definition(page: _Page, workshop: Workshop) -> None:
    """Whom the count counts, how many they are, and where the leaders stand; nothing before it is written."""
    told = one_version(workshop)
    if not told.sentence:
        return
    page.heading("Whom we count")
    page.line(cut(told.sentence, _SENTENCE), size=12, colour=INK)
    number = f"{told.agreed} {customers(workshop)} at the end" if told.agreed else ""
    said = "; ".join(filter(None, (number, told.signed)))
    if said:
        page.line(f"{sentence(said)}.", size=11, colour=SOFT)
    if told.objectors:
        who = f"{sentence(counted(len(told.objectors), 'objects', 'object'))}: {'; '.join(told.objectors)}"
        page.line(cut(who, _SENTENCE), size=11, colour=WARN)
    page.gap(18)


def _priorities(page: _Page, workshop: Workshop) -> None:
    found = chosen(workshop)
    page.heading(f"The {in_words(len(found))} that we start now" if len(found) > 1 else "What we start now")
    owned = {one.candidate: one for one in reversed(workshop.all(Commitment))}
    for number, candidate in enumerate(found, start=1):
        commitment = owned.get(candidate.id)
        leader = workshop.name_of("leader", commitment.executive) if commitment else ""
        first: date | None = commitment.first_day if commitment else None
        due = f"by {day_label(first)}" if first else ""
        page.row(
            [
                (1, str(number), {"font_name": DISPLAY, "font_size": 16, "font_color": ACCENT}),
                (6, candidate.name or "—", {"bold": True, "font_size": 12}),
                (3, leader or "nobody yet", {} if leader else {"font_color": WARN}),
                (2, due, {"font_color": SOFT, "align": "right"}),
            ]
        )
    missing = gate(workshop)
    if missing:
        page.line(missing, size=11, colour=WARN)


class _Page:
    """Writes from top to bottom in cells joined across the page, whose heights spreadsheets don't find by themselves."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet, self.looks, self.at = sheet, looks, 0
        sheet.set_column(0, 0, _MARGIN)
        sheet.set_column(1, _COLUMNS, _WIDTH)
        sheet.set_column(_COLUMNS + 1, _COLUMNS + 1, _MARGIN)

    def band(self) -> None:
        self.sheet.set_row(0, 9)
        for column in range(_COLUMNS + 2):
            self.sheet.write_blank(0, column, None, self.looks(bg_color=ACCENT))
        self.at = 1
        self.gap(26)

    def gap(self, height: float) -> None:
        self.sheet.set_row(self.at, height)
        self.at += 1

    def line(self, words: str, *, size: int, colour: str, font: str = "", bold: bool = False) -> None:
        look: dict[str, object] = {"font_size": size, "font_color": colour, "bold": bold}
        self.row([(_COLUMNS, words, look | ({"font_name": font} if font else {}))], ruled=False)

    def heading(self, words: str) -> None:
        self.row([(_COLUMNS, words, {"font_name": DISPLAY, "font_size": 15, "font_color": ACCENT})])

    def facts(self, found: list[tuple[str, str]]) -> None:
        each = _COLUMNS // len(found)
        self.row([(each, label, {"font_size": 9, "font_color": SOFT}) for label, _ in found], ruled=False)
        self.row([(each, words or "–", {"font_size": 12, "bold": True}) for _, words in found], ruled=False)

    def statement(self, words: str) -> None:
        look = {"font_name": DISPLAY, "font_size": 18, "bg_color": PAPER, "indent": 1, "valign": "vcenter"}
        self.row([(_COLUMNS, words, {**look, "left": 5, "left_color": ACCENT})], ruled=False, air=26)

    def row(
        self, cells: list[tuple[int, str, dict[str, object]]], *, ruled: bool = True, air: float = 6
    ) -> None:
        """One row of cells, each so many columns wide; as high as its longest text, with some air."""
        column, height = 1, 0.0
        for width, words, look in cells:
            line = {"bottom": 4, "bottom_color": HAIR} if ruled else {}
            shape = self.looks(**{"text_wrap": True, "valign": "vcenter", **line, **look})
            last = column + width - 1
            if last > column:
                self.sheet.merge_range(self.at, column, self.at, last, "", shape)
            said: Shown = words or None
            put(self.sheet, self.at, column, said, shape, shape)
            size = float(str(look.get("font_size", SIZE)))
            # A character of the body font at 10 points is the unit of column widths; the display font runs wider.
            wider = 1.25 if "font_name" in look else 1.1 if look.get("bold") else 1.0
            height = max(height, lines(words, width * _WIDTH * SIZE / size / wider) * size * 1.32)
            column = last + 1
        self.sheet.set_row(self.at, min(400.0, height + air))
        self.at += 1
