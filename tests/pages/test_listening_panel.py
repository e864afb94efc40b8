"""Listening on screen: masks that lose nothing, and the story of one stage written beside what was heard there."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Category, Evidence, Leader, Listening, Source, Stage, Story
from cxworkshop.store import open_store
from cxworkshop.workbook import write_workbook

PAGE, STORY, EVIDENCE, SOURCES, CATEGORIES = (
    "pages/competencies/listening.py",
    "listening.story",
    "listening.evidence",
    "listening.sources",
    "listening.categories",
)
RAW = "Ring me on 020 7946 0958 or write to ana@mail.example."
MASKED = "Ring me on [phone] or write to [e-mail]."
SECRETS = ("7946", "ana@mail")

Open = Callable[..., AppTest]


def room() -> list[Record]:
    """Two stages; the first is heard through two kinds of source, the second through one."""
    return [
        Leader(id="l1", name="Ana Ruiz", function="CEO"),
        Stage(id="buy", order=1, name="I choose"),
        Stage(id="wait", order=2, name="I *wait*"),
        Source(id="calls", name="Calls", source_kind="volunteered", aided=False),
        Source(id="nps", name="Survey", source_kind="survey", aided=True),
        Category(id="slow", name="Too slow"),
        Evidence(id="e1", stage="buy", source="calls", quote=RAW, count=7, sentiment=-2, category="slow"),
        Evidence(
            id="e2", stage="buy", source="nps", quote="It was fine.", count=9, aloud=True, category="slow"
        ),
        Evidence(id="e3", stage="wait", source="nps", quote="Nobody came.", sentiment=-1),
        Story(id="old", stage="buy", story=RAW, teller="l1"),
    ]


@pytest.fixture
def code(code_of: Callable[..., str]) -> str:
    """A kept workshop of that room."""
    return code_of(*room())


def on_screen(at: AppTest) -> str:
    """Every word that the page shows, in fields, texts and tables."""
    shown = [
        one.value
        for kind in ("text", "markdown", "caption", "text_area", "info", "warning")
        for one in at.get(kind)
    ]
    tables = [one.proto.SerializeToString().decode("utf-8", "replace") for one in at.dataframe]
    return "\n".join([*map(str, shown), *tables])


def story(at: AppTest) -> object:
    """The field in which the story of the open stage is written."""
    return next(one for one in at.text_area if one.label == "The story")


def pick(at: AppTest, stage: str) -> AppTest:
    """The page after another stage was picked."""
    at.button_group[0].set_value(stage)
    return at.run()


def kept(own_store: str, code: str, id: str = "old") -> Story:
    """A story as it is kept."""
    found = open_store(own_store).load(code).get(Story, id)
    assert found is not None
    return found


@pytest.mark.parametrize("step", [SOURCES, CATEGORIES, EVIDENCE, STORY])
@pytest.mark.parametrize("view", ["", "projector"])
def test_no_step_shows_personal_data(step: str, view: str, open_page: Open, code: str) -> None:
    """Neither at the desk nor on the projector; tables and stories show masks in its place."""
    at = open_page(PAGE, code, step)
    if view:
        at.button(key="project").click().run()
    if step == STORY:
        pick(at, "buy")
    assert not at.exception
    assert [secret for secret in SECRETS if secret in on_screen(at)] == []
    assert (MASKED in on_screen(at)) == (step in (EVIDENCE, STORY))


@pytest.mark.parametrize(
    ("page", "step"),
    [("pages/decide/priorities.py", "priorities.candidates"), ("pages/decide/results.py", "results.summary")],
)
def test_what_quotes_customers_elsewhere_shows_masks(
    page: str, step: str, open_page: Open, code_of: Callable[..., str]
) -> None:
    """A complaint heard asked and unasked becomes a candidate, which quotes it without the data in it."""
    more = Evidence(id="e4", stage="buy", source="nps", quote="Slow.", sentiment=-1, category="slow")
    at = open_page(page, code_of(*room(), more), step)
    assert not at.exception
    assert [secret for secret in SECRETS if secret in on_screen(at)] == []
    assert (MASKED.removesuffix(".") in on_screen(at)) == (page == "pages/decide/priorities.py")


def test_a_story_left_as_it_is_loses_nothing_and_one_changed_keeps_what_is_masked(
    open_page: Open, code: str, own_store: str
) -> None:
    """The field shows masks; what is typed around them is saved with the data behind them."""
    at = pick(open_page(PAGE, code, STORY), "buy")
    assert story(at).value == MASKED  # type: ignore[attr-defined]
    before = open_store(own_store).load(code).revision
    story(at).set_value(MASKED).run()  # type: ignore[attr-defined]
    assert open_store(own_store).load(code).revision == before
    story(at).set_value(f"She said: {MASKED} Twice.").run()  # type: ignore[attr-defined]
    assert not at.exception
    assert kept(own_store, code).story == f"She said: {RAW} Twice."
    assert story(at).value == f"She said: {MASKED} Twice."  # type: ignore[attr-defined]
    story(at).set_value("She rang.").run()  # type: ignore[attr-defined]
    assert kept(own_store, code).story == "She rang."


def test_a_clash_over_a_story_shows_masks_and_keeps_what_is_behind_them(
    open_page: Open, code: str, own_store: str
) -> None:
    """Both versions are shown masked; the one that is kept is whole."""
    at = pick(open_page(PAGE, code, STORY), "buy")
    open_store(own_store).commit(code, Put("story", "old", {"story": f"{RAW} Theirs."}), "another")
    story(at).set_value(f"{MASKED} Mine.").run()  # type: ignore[attr-defined]
    assert {f"{MASKED} Mine.", f"{MASKED} Theirs."} <= {one.value for one in at.text}
    next(one for one in at.button if one.label == "Keep mine").click().run()
    assert kept(own_store, code).story == f"{RAW} Mine."
    assert [secret for secret in SECRETS if secret in on_screen(at)] == []


def test_the_room_may_allow_personal_data_to_be_seen(open_page: Open, code: str, own_store: str) -> None:
    """The switch says what it means, both ways."""
    at = pick(open_page(PAGE, code, STORY), "buy")
    assert "kept behind their masks" in on_screen(at)
    next(one for one in at.button_group if one.label == "Show personal data").set_value("yes")
    at.run()
    assert open_store(own_store).load(code).one(Listening).personal is True
    assert story(at).value == RAW  # type: ignore[attr-defined]
    assert "Personal data is on show" in on_screen(at)


def test_changes_from_excel_keep_what_is_behind_the_masks(open_page: Open, code: str, own_store: str) -> None:
    """An untouched cell changes nothing, a changed one keeps its data; only what was typed counts as changed."""
    store = open_store(own_store)
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(store.load(code))))
    cells = [cell for row in book["Evidence"].iter_rows() for cell in row]
    next(cell for cell in cells if cell.value == 9).value = 11
    next(cell for cell in cells if cell.value == "Nobody came.").value = "Nobody came, twice."
    told = next(cell for row in book["Stories"].iter_rows() for cell in row if cell.value == MASKED)
    told.value = f"Ana wrote: {MASKED}"
    out = io.BytesIO()
    book.save(out)
    at = open_page("pages/decide/results.py", code)
    at.file_uploader[0].upload("changed.xlsx", out.getvalue())
    at.run()
    assert any("3 cells" in one.value for one in at.info)
    at.button(key="take-in-now").click().run()
    assert not at.exception
    found = store.load(code)
    assert [(row.quote, row.count) for row in found.all(Evidence)] == [
        (RAW, 7),
        ("It was fine.", 11),
        ("Nobody came, twice.", None),
    ]
    assert kept(own_store, code).story == f"Ana wrote: {RAW}"


def test_an_untouched_workbook_says_what_the_workshop_says(
    open_page: Open, code: str, own_store: str
) -> None:
    """Masks are no change."""
    at = open_page("pages/decide/results.py", code)
    at.file_uploader[0].upload("same.xlsx", write_workbook(open_store(own_store).load(code)))
    at.run()
    assert any("exactly what this workshop says" in one.value for one in at.info)


def test_the_log_names_no_personal_data(open_page: Open, code: str, own_store: str) -> None:
    """What stands beside Undo is a quote with its masks."""
    store = open_store(own_store)
    store.commit(code, Put("evidence", "e1", {"count": 8}), "me")
    assert store.can_undo(code, "me") == f"Evidence: {MASKED} (How many said it)"


def test_one_stage_is_open_beside_its_evidence(open_page: Open, code: str) -> None:
    """The first without a full story; its quotes with how many, through what, and how they felt; and what is missing."""
    at = open_page(PAGE, code, STORY)
    assert story(at).value == ""  # type: ignore[attr-defined]
    words = on_screen(at)
    assert "One of two stages has a story; one quote is marked for reading aloud." in words
    assert "“Nobody came.”" in words
    assert "One voice · survey · unhappy" in words
    assert "Only one kind of source is heard here" in words
    assert MASKED not in words
    assert MASKED in on_screen(pick(at, "buy"))
    assert "“Nobody came.”" not in on_screen(at)


def test_a_story_is_written_for_the_stage_that_is_open(open_page: Open, code: str, own_store: str) -> None:
    """Its id follows from the stage, so that two people who begin it begin the same one; the stage stays open."""
    at = open_page(PAGE, code, STORY)
    story(at).set_value("He waited all day.").run()  # type: ignore[attr-defined]
    assert not at.exception
    assert kept(own_store, code, "story-wait") == Story(
        id="story-wait", stage="wait", story="He waited all day."
    )
    assert story(at).value == "He waited all day."  # type: ignore[attr-defined]
    assert "rests on fewer than two kinds of source" in on_screen(at)


def test_a_quote_is_marked_for_reading_aloud_and_read_on_the_projector(
    open_page: Open, code: str, own_store: str
) -> None:
    """One switch per quote; the projector shows the story and these quotes, and nothing to write in."""
    at = pick(open_page(PAGE, code, STORY), "buy")
    quotes = [one for one in at.toggle if one.label == "Read aloud"]
    assert [one.value for one in quotes] == [True, False]
    quotes[0].set_value(False)
    quotes[1].set_value(True)
    at.run()
    found = open_store(own_store).load(code)
    assert [row.aloud for row in found.all(Evidence)] == [True, False, None]
    at.button(key="project").click().run()
    assert not at.exception
    words = on_screen(at)
    assert f"“{MASKED}”" in words
    assert "Told by Ana Ruiz" in words
    assert "It was fine." not in words
    assert not at.toggle
    assert not [one for one in at.text_area if one.label == "The story"]


def test_a_story_without_a_stage_is_not_lost_from_sight(open_page: Open, code_of: Callable[..., str]) -> None:
    """It is shown with a place to say where it belongs."""
    twice = Story(id="twice", stage="buy", story="He paid twice.")
    code = code_of(*room(), Story(id="stray", stage="gone", story="She left."), twice)
    at = open_page(PAGE, code, STORY)
    assert "A story without a stage" in on_screen(at)
    assert "Another story of a stage" in on_screen(at)
    assert {"She left.", "He paid twice."} <= {one.value for one in at.text_area}


def test_the_pictures_of_what_was_heard_are_chosen(open_page: Open, code: str) -> None:
    """Where you are deaf first; then surveys, then what is heard asked and unasked; each states its finding."""
    at = open_page(PAGE, code, EVIDENCE)
    assert "One of two stages speaks through fewer than two kinds of source" in on_screen(at)
    chooser = next(one for one in at.button_group if one.label == "Picture")
    chooser.set_value("Share of surveys")
    at.run()
    assert "Both stages are heard mostly through surveys" in on_screen(at)
    next(one for one in at.button_group if one.label == "Picture").set_value("Asked and unasked")
    at.run()
    assert "“Too slow” at “I choose” is what customers say both asked and unasked" in on_screen(at)
