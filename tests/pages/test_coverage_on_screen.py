"""What docs/coverage.md tells people to point at stands on the step that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record, face_of, fields, help_of, title_of
from cxworkshop.programme import PARTS, Part, Step
from cxworkshop.ui import shell
from cxworkshop.ui.places import PAGE_FILES
from tests.coverage import Covered, rows

NAMED = [part for part in PARTS if any(row.page == part.title for row in rows())]
LABELLED = (
    "button",
    "button_group",
    "checkbox",
    "date_input",
    "download_button",
    "expander",
    "multiselect",
    "page_link",
    "popover",
    "radio",
    "selectbox",
    "text_area",
    "text_input",
    "toggle",
)
SAID = ("title", "header", "subheader", "markdown", "caption", "text", "info", "success", "warning")


def plain(words: str) -> str:
    """Words without the marks that only Markdown sees, on one line."""
    return " ".join(words.replace("\\", "").replace("**", "").replace("\u2060", "").split())


def on_screen(at: AppTest) -> Iterator[str]:
    """What a person reads on the page: texts, labels, options, and the cells of tables."""
    for kind in SAID:
        yield from (one.value for one in at.get(kind))
    for kind in LABELLED:
        for one in at.get(kind):
            proto = getattr(one, "proto", one)
            yield getattr(proto, "label", "") or ""
            for option in getattr(proto, "options", ()):
                yield option if isinstance(option, str) else option.content
    for table in at.dataframe:
        if table.proto.editing_mode:
            continue  # What people write in: its columns are among the declared words.
        yield from map(str, table.value.columns)
        for name in table.value.select_dtypes(exclude="number").columns:
            yield from map(str, table.value[name])


def declared(step: Step) -> Iterator[str]:
    """The step's own words, and those of the tables that are written on it."""
    yield from (step.title, step.why, *step.questions, step.watch, step.decision)
    for cls in step.writes:
        yield from (cls.sheet, cls.about)
        for name in fields(cls):
            yield from (title_of(cls, name), help_of(cls, name), *face_of(cls, name).choices)


@pytest.mark.parametrize("part", NAMED, ids=lambda part: part.key)
def test_the_words_to_point_at_stand_on_their_step(
    part: Part,
    open_page: Callable[..., AppTest],
    code_of: Callable[..., str],
    sample_records: tuple[Record, ...],
) -> None:
    """Each step of a page is opened once on the finished sample; every row that names it finds its words there."""
    code, missing = code_of(*sample_records), []
    for step in part.steps:
        here = [row for row in rows() if row.found is step]
        if here:
            at = open_page(PAGE_FILES[part.key], code, step.key)
            assert not at.exception, at.exception
            missing += lacking(here, [*on_screen(at), *declared(step)])
    assert missing == []


def test_the_places_without_a_step_show_their_words(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """The start page, and what stands beside every page."""
    code = code_of()
    beside = [*shell.SECTIONS, *shell.titles().values(), *on_screen(open_page(PAGE_FILES["room"], code))]
    start = [*on_screen(open_page(PAGE_FILES["start"]))]
    for place, words in (("The sidebar", beside), ("Start", start)):
        assert [] == lacking([row for row in rows() if row.page == place], words)


def lacking(here: list[Covered], words: list[str]) -> list[str]:
    """What some rows point at and is not among the words, each with its row.

    A single word, such as a choice, must stand alone: as part of a sentence it proves nothing.
    """
    there = {plain(one) for one in words if one}
    return [
        f"row {row.number}: “{wanted}”"
        for row in here
        for wanted in row.words
        if wanted not in there and (" " not in wanted or not any(wanted in one for one in there))
    ]
