"""What docs/coverage.md tells people to point at stands on the step that it names."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
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
    "number_input",
    "page_link",
    "popover",
    "progress",
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
            yield getattr(proto, "help", "") or ""
            yield getattr(proto, "text", "") or ""
            for option in getattr(proto, "options", ()):
                yield option if isinstance(option, str) else option.content
    for table in at.dataframe:
        if table.proto.editing_mode:
            yield from columns(table.proto.columns)
            continue
        yield from map(str, table.value.columns)
        for name in table.value.select_dtypes(exclude="number").columns:
            yield from map(str, table.value[name])


def columns(configured: str) -> Iterator[str]:
    """Heads, helps and choices of the columns that a table to write in shows."""
    for column in json.loads(configured or "{}").values():
        if not column.get("hidden"):
            yield from (column.get("label") or "", column.get("help") or "")
            for option in (column.get("type_config") or {}).get("options") or ():
                yield str(option["value"] if isinstance(option, dict) else option)


def own(step: Step) -> Iterator[str]:
    """The step's own words, some of which the projector and a room at work fold away."""
    yield from (step.title, step.why, *step.questions, step.watch, step.decision)


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
            missing += lacking(here, [*on_screen(at), *own(step)])
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
