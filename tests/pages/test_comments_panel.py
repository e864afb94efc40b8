"""A file of comments on the page: brought in as one change, mapped by itself the next time, sorted again, read and marked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Category,
    CommentFile,
    Evidence,
    Listening,
    SortRule,
    Source,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import open_store
from cxworkshop.ui.comments_panel import BRING, READ

ROOT = Path(__file__).resolve().parents[2]
PAGE, STEP = "pages/competencies/listening.py", "listening.evidence"
SMALL = (
    b"Day,Channel,Stars,Code,Comment\n"
    b"2025-03-01,Web,1,DEL,The van came late and nobody rang me on 01632 960001 before it did\n"
    b"2025-03-02,Web,1,DEL,Late for the second time and not one word from anybody about it\n"
    b"2025-03-03,NPS survey,5,ADV,The young man knew exactly which rose would like my north wall\n"
)
LATER = SMALL.replace(b"2025", b"2026").replace(b"NPS survey", b"Exit survey")
ROOM = (
    Stage(id="arrives", name="It arrives", order=1),
    Touchpoint(id="van", name="The van", stage="arrives"),
    Category(id="day", name="The day"),
    Source(id="website", name="web"),
)


def page(open_page: Callable[..., AppTest], code: str, way: str = BRING) -> AppTest:
    """The step, with one of the three ways opened."""
    at = open_page(PAGE, code, STEP)
    at.segmented_control[0].set_value(way)
    return at.run()


def handed_in(
    open_page: Callable[..., AppTest], code: str, content: bytes = SMALL, name: str = "c.csv"
) -> AppTest:
    """The page after a file was handed in."""
    at = page(open_page, code)
    at.file_uploader[0].upload(name, content)
    return at.run()


def brought_in(
    open_page: Callable[..., AppTest], code: str, content: bytes = SMALL, name: str = "c.csv"
) -> AppTest:
    """The page after its guesses were accepted."""
    at = handed_in(open_page, code, content, name)
    at.button(key="comments-bring").click().run()
    assert not at.exception
    return at


def voices(workshop: Workshop) -> dict[tuple[str, str, str], int]:
    """How many voices per names of source, stage and category."""
    return {
        (
            workshop.name_of("source", row.source),
            workshop.name_of("stage", row.stage),
            workshop.name_of("category", row.category),
        ): row.count or 0
        for row in workshop.all(Evidence)
    }


def words(at: AppTest) -> str:
    """Everything that stands on the page as text."""
    return "\n".join(one.value for one in at.text)


def choose(at: AppTest, label: str, value: str) -> None:
    """Choose in a box by its label."""
    next(one for one in at.selectbox if one.label == label).set_value(value).run()
    assert not at.exception


def sort_by(at: AppTest, *headers: str) -> None:
    """Choose the columns by whose values comments are sorted."""
    next(one for one in at.multiselect if one.label == "By the values of").set_value(list(headers)).run()
    assert not at.exception


def test_accepted_guesses_are_one_change_with_a_name_and_one_undo(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A channel of a source's name is that source, another one becomes a source of its kind; nothing is dropped."""
    code = code_of(*ROOM)
    at = brought_in(open_page, code)
    store = open_store(own_store)
    workshop = store.load(code)
    assert {("web", "", ""): 2, ("NPS survey", "", ""): 1} == voices(workshop)
    survey = next(one for one in workshop.all(Source) if one.name == "NPS survey")
    assert ("survey", True, "2025-03-03") == (survey.source_kind, survey.aided, str(survey.last_day))
    assert {row.sentiment for row in workshop.all(Evidence)} == {-2, 2}
    assert "Three comments, 1 March 2025 to 3 March 2025: web 2 and NPS survey 1." in words(at)
    assert "3 match no stage yet and 3 match no category yet." in words(at)
    assert "Comments brought in: c.csv" in store.changes(code)[0].words
    at.button(key="undo").click().run()
    workshop = store.load(code)
    assert ((), (), ()) == (workshop.all(Evidence), workshop.all(CommentFile), workshop.all(SortRule))
    assert ["web"] == [one.name for one in workshop.all(Source)]


def test_a_second_file_is_mapped_by_itself(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """What was put right by hand for the first file, its columns, sources and rules, holds for the next one."""
    code = code_of(*ROOM)
    at = handed_in(open_page, code)
    choose(at, "Rating column", "-")
    choose(at, "NPS survey \\(1\\)", "new:operational")
    sort_by(at, "Code")
    choose(at, "Stage or moment", "van")
    at.button(key="comments-bring").click().run()
    brought_in(open_page, code, LATER, "later.csv")
    workshop = open_store(own_store).load(code)
    first, second = workshop.all(CommentFile)
    assert first.rating_column is second.rating_column is None
    rows = [row for row in workshop.all(Evidence) if row.batch == second.id]
    by = {workshop.name_of("source", row.source): row for row in rows}
    assert (2, "van", "arrives") == (by["web"].count, by["web"].touchpoint, by["web"].stage)
    kinds = {one.name: one.source_kind for one in workshop.all(Source)}
    assert kinds == {"web": None, "NPS survey": "operational", "Exit survey": "lost customer"}
    assert 1 == second.no_stage


def test_values_of_several_columns_and_words_sort_a_file_while_it_comes_in_and_the_next_one(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Codes say the stage, stars the category, words a moment and a new category: one change, remembered for the next
    file, where nothing has to be chosen."""
    code = code_of(*ROOM, Touchpoint(id="advice", name="Advice", stage="arrives"))
    at = handed_in(open_page, code)
    choose(at, "Rating column", "-")
    sort_by(at, "Code", "Stars")
    boxes = [one for one in at.selectbox if one.label == "Stage or moment"]
    boxes[0].set_value("van")
    next(one for one in at.selectbox if str(one.key).endswith("value|Stars|0|-|category|-")).set_value("day")
    words_ = next(one for one in at.text_input if one.label == "Words or phrases")
    words_.set_value("north  wall | rose").run()
    assert 2 == len([one for one in at.text_input if one.label == "Words or phrases"])
    next(one for one in at.selectbox if str(one.key).endswith("words|0|-")).set_value("advice")
    next(one for one in at.selectbox if str(one.key).endswith("words|0|-|category|-")).set_value("new").run()
    assert "Each of them has its stage and its category by the rules that there are." in words(at)
    at.button(key="comments-bring").click().run()
    assert not at.exception
    store = open_store(own_store)
    said = {"web": ("It arrives", "The day", 2), "NPS survey": ("It arrives", "north wall | rose", 1)}
    assert {(name, *place[:2]): place[2] for name, place in said.items()} == voices(store.load(code))
    moments = {row.source: row.touchpoint for row in store.load(code).all(Evidence)}
    assert "van" == moments["website"]
    assert "advice" in moments.values()
    assert {"is", "has the words"} == {one.match for one in store.load(code).all(SortRule)}
    before = len(store.load(code).all(SortRule))
    brought_in(open_page, code, SMALL.replace(b"2025", b"2026"), "later.csv")
    workshop = store.load(code)
    assert (3, 0, 0) == (
        workshop.all(CommentFile)[1].rows,
        workshop.all(CommentFile)[1].no_stage,
        workshop.all(CommentFile)[1].no_category,
    )
    assert before == len(workshop.all(SortRule))


def test_a_value_shows_where_its_rule_brings_it_and_is_moved_whole(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A rule's moment stands in the box; another stage takes its place in the rule, and none takes it away."""
    rule = SortRule(id="r", column="code", match="is", says="del", stage="arrives", touchpoint="van")
    code = code_of(*ROOM, Stage(id="calls", name="I call", order=2), rule)
    store = open_store(own_store)
    for chosen, stage, moment in (("van", "arrives", "van"), ("calls", "calls", None), ("-", None, None)):
        at = handed_in(open_page, code, name=f"{chosen}.csv")
        sort_by(at, "Code")
        box = next(one for one in at.selectbox if one.label == "Stage or moment")
        assert "van" == box.value
        box.set_value(chosen).run()
        at.button(key="comments-bring").click().run()
        assert not at.exception
        found = store.load(code).get(SortRule, "r")
        assert found is not None
        assert (stage, moment) == (found.stage, found.touchpoint)
        at.button(key="undo").click().run()


def test_a_file_that_two_people_have_open_brings_its_sources_and_categories_once(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Both accepted the same guesses on their own screens; nothing is doubled."""
    code = code_of(*ROOM)
    screens = [handed_in(open_page, code) for _ in range(2)]
    for at in screens:
        sort_by(at, "Code")
        at.checkbox[0].check().run()
    for at in screens:
        at.button(key="comments-bring").click().run()
        assert not at.exception
    workshop = open_store(own_store).load(code)
    assert ["web", "NPS survey"] == [one.name for one in workshop.all(Source)]
    assert ["The day", "DEL", "ADV"] == [one.name for one in workshop.all(Category)]
    assert {("web", "", "DEL"): 2, ("NPS survey", "", "ADV"): 1} == voices(workshop)
    assert len({(one.column, one.says) for one in workshop.all(SortRule)}) == len(workshop.all(SortRule))


def test_a_rule_of_a_source_that_is_gone_finds_the_one_of_its_name(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """No second source of that name is made, and the rule points to the one that is there."""
    rule = SortRule(id="r", column="Channel", match="is", says="Web", source="gone")
    code = code_of(*ROOM, rule)
    brought_in(open_page, code)
    workshop = open_store(own_store).load(code)
    assert ["web", "NPS survey"] == [one.name for one in workshop.all(Source)]
    assert "website" == workshop.all(SortRule)[0].source


def test_values_become_categories_with_one_tick(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Each value is a category of its name, and the comments that have it are counted there; the tick leaves every
    stage where it was chosen."""
    code = code_of(*ROOM)
    at = handed_in(open_page, code)
    sort_by(at, "Code")
    choose(at, "Stage or moment", "van")
    at.checkbox[0].check().run()
    at.button(key="comments-bring").click().run()
    assert not at.exception
    workshop = open_store(own_store).load(code)
    assert ["The day", "DEL", "ADV"] == [one.name for one in workshop.all(Category)]
    assert {("web", "It arrives", "DEL"): 2, ("NPS survey", "", "ADV"): 1} == voices(workshop)


def test_a_rule_starts_from_what_matches_nothing_and_sorts_at_once(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """One click on a word and one on a moment: the rule, the sorted comments and their counts are one change."""
    code = code_of(*ROOM)
    at = brought_in(open_page, code)
    pills = next(one for one in at.get("button_group") if "the stage is open" in one.label)
    pills.set_value("|late").run()
    assert "Comments with the word “late”" in words(at)
    choose(at, "Belong to", "touchpoint:van")
    store = open_store(own_store)
    workshop = store.load(code)
    assert {("web", "It arrives", ""): 2, ("NPS survey", "", ""): 1} == voices(workshop)
    assert 1 == workshop.all(CommentFile)[0].no_stage
    assert "late" in store.changes(code)[0].words
    at.button(key="undo").click().run()
    assert 3 == store.load(code).all(CommentFile)[0].no_stage


def test_rules_written_later_are_followed_when_sorting_again_and_a_file_can_be_taken_out(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A rule in the table lights the button; taking the file out leaves rules and sources, and Undo brings it back."""
    code = code_of(*ROOM)
    brought_in(open_page, code)
    store = open_store(own_store)
    rule = SortRule(id="r", match="has the words", says="late | rose", stage="arrives", category="day")
    store.commit(code, Put("sort_rule", rule.id, rule.filled), by="room")
    at = page(open_page, code)
    file = store.load(code).all(CommentFile)[0]
    at.button(key=f"sort-{file.id}").click().run()
    assert not at.exception
    assert {("web", "It arrives", "The day"): 2, ("NPS survey", "It arrives", "The day"): 1} == voices(
        store.load(code)
    )
    assert at.button(key=f"sort-{file.id}").disabled
    assert "Every comment has its stage and its category." in words(at)
    at.button(key=f"out-{file.id}").click().run()
    workshop = store.load(code)
    assert ((), ()) == (workshop.all(Evidence), workshop.all(CommentFile))
    assert 3 == len(workshop.all(SortRule))
    at.button(key="undo").click().run()
    assert 3 == sum(voices(store.load(code)).values())


def test_columns_chosen_anew_change_the_evidence_and_never_double_it(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Without its rating column no comment has a feeling, and the three comments are still three; one Undo."""
    code = code_of(*ROOM)
    brought_in(open_page, code)
    store = open_store(own_store)
    [file] = store.load(code).all(CommentFile)
    at = page(open_page, code)
    at.button(key=f"columns-{file.id}").click().run()
    choose(at, "Rating column", "-")
    sort_by(at, "Code")
    choose(at, "Stage or moment", "arrives")
    at.button(key="comments-bring").click().run()
    assert not at.exception
    workshop = store.load(code)
    assert {("web", "It arrives", ""): 2, ("NPS survey", "", ""): 1} == voices(workshop)
    assert {None} == {row.sentiment for row in workshop.all(Evidence)}
    assert [file.id] == [one.id for one in workshop.all(CommentFile)]
    at.button(key="undo").click().run()
    assert {("web", "", ""): 2, ("NPS survey", "", ""): 1} == voices(store.load(code))


def test_a_file_without_channels_is_one_source(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Whose words these are is guessed from the file's name, and may be a source that is there."""
    code = code_of(*ROOM)
    at = handed_in(open_page, code, b"Comment,Day\nIt came late again,2025-03-01\n", "exit_calls.csv")
    assert "new:lost customer" == next(
        one.value for one in at.selectbox if one.label == "Whose words are these?"
    )
    at.button(key="comments-bring").click().run()
    assert not at.exception
    assert {("exit_calls", "", ""): 1} == voices(open_store(own_store).load(code))


def test_comments_are_read_masked_and_marked_for_reading_aloud(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A telephone number is masked until the room allows it; two marks in one group keep every voice counted once."""
    code = code_of(*ROOM)
    brought_in(open_page, code)
    at = page(open_page, code, READ)
    assert "All three comments." in words(at)
    assert "nobody rang me on [phone] before it did" in words(at)
    for row in (0, 1):
        at.button(key=f"aloud-{row}").click().run()
        assert not at.exception
    store = open_store(own_store)
    workshop = store.load(code)
    aloud = [row for row in workshop.all(Evidence) if row.aloud]
    assert 2 == len(aloud)
    assert any("01632 960001" in str(row.quote) for row in aloud)
    assert 3 == sum(row.count or 0 for row in workshop.all(Evidence))
    at.button(key="aloud-0").click().run()
    assert 1 == len([row for row in store.load(code).all(Evidence) if row.aloud])
    choose(at, "Feeling", "delighted")
    assert "One comment." in words(at)
    assert "01632" not in words(at)
    store.commit(code, Put("listening", "listening", {"personal": True}), by="room")
    choose(at, "Feeling", "angry")
    assert "01632 960001" in words(at)


def test_the_projector_shows_comments_and_no_controls(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """The stage that was chosen is read on the wall, without a box, an uploader or a mark."""
    code = code_of(*ROOM)
    brought_in(open_page, code)
    at = page(open_page, code, READ)
    choose(at, "Feeling", "delighted")
    at.query_params["view"] = "projector"
    at.run()
    assert not at.exception
    assert "which rose would like my north wall" in words(at)
    assert "nobody rang me" not in words(at)
    assert [] == [one.label for one in at.selectbox]
    assert not [one for one in at.button if str(one.key).startswith("aloud")]


def test_a_file_that_is_none_changes_nothing_and_says_why(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """An empty file, and one in which nobody speaks, leave the workshop as it was; the page goes on."""
    code = code_of(*ROOM)
    at = handed_in(open_page, code, b"", "empty.csv")
    assert not at.exception
    assert "the file is empty" in at.error[0].value.replace("\\", "")
    at = handed_in(open_page, code, b"id,amount\n1,20\n2,30\n", "sums.csv")
    assert not at.exception
    assert "no column says what customers said" in at.error[0].value.replace("\\", "")
    at.button(key="comments-drop").click().run()
    assert not at.error
    assert () == open_store(own_store).load(code).all(CommentFile)


def test_the_samples_file_finds_its_sources_moments_and_categories_by_itself(
    open_page: Callable[..., AppTest],
    code_of: Callable[..., str],
    sample_records: tuple[Record, ...],
    own_store: str,
) -> None:
    """Brought in by hand it gives the sample's voices per source; its moments are known by name, its codes by the map."""
    left_out = (Evidence, CommentFile, SortRule, Listening)
    code = code_of(*(one for one in sample_records if not isinstance(one, left_out)))
    content = (ROOT / "sample_data/comments.csv.gz").read_bytes()
    brought_in(open_page, code, content, "comments.csv.gz")
    workshop = open_store(own_store).load(code)
    found: dict[str | None, int] = {}
    for row in workshop.all(Evidence):
        found[row.source] = found.get(row.source, 0) + (row.count or 0)
    stands: dict[str | None, int] = {}
    for one in sample_records:
        if isinstance(one, Evidence):
            stands[one.source] = stands.get(one.source, 0) + (one.count or 0)
    assert stands == found
    [file] = workshop.all(CommentFile)
    # Visits to gardens have no code: their forty comments have a moment and no category.
    assert (1_500, 0, 40) == (file.rows, file.no_stage, file.no_category)


def test_the_sample_says_that_its_file_is_elsewhere_until_it_is_handed_in(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """The counts stand without the file; with it, the comments can be read, and nothing is brought in twice."""
    code = code_of(*sample_records)
    at = page(open_page, code)
    assert any("not on this computer" in one.value for one in at.caption)
    content = (ROOT / "sample_data/comments.csv.gz").read_bytes()
    at.file_uploader[0].upload("comments.csv.gz", content).run()
    assert not at.exception
    assert any("in this workshop already" in one.value.replace("\\", "") for one in at.success)
    at.segmented_control[0].set_value(READ).run()
    assert "All 1,500 comments." in words(at)


SOLD = (
    b"Day,Channel,Product,Code,Comment\n"
    b"2025-03-01,Web,Roses,DEL,The van came late and jane@mail.example was never answered by anybody at all\n"
    b"2025-03-02,Web,Trees,DEL,Late for the second time and not one word from anybody about it\n"
    b"2025-03-03,Web,,ADV,The young man knew exactly which rose would like my north wall\n"
)


def test_comments_are_read_by_product_with_their_moment_beside_them(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Each comment says its product and its moment; one product can be asked for, and those without any."""
    rule = SortRule(id="r", match="has the words", says="late", touchpoint="van")
    code = code_of(*ROOM, rule)
    brought_in(open_page, code, SOLD)
    at = page(open_page, code, READ)
    about = [one.value.replace("\\", "") for one in at.caption]
    assert any("It arrives · The van" in one and one.endswith("Roses") for one in about)
    choose(at, "Product", "Trees")
    assert "One comment." in words(at)
    assert "Late for the second time" in words(at)
    choose(at, "Product", "-")
    assert "The young man knew" in words(at)


def test_nothing_can_be_found_out_about_what_is_masked(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """An address finds no comment while it is masked, and finds it once the room allows personal data to be seen."""
    code = code_of(*ROOM)
    brought_in(open_page, code, SOLD)
    at = page(open_page, code, READ)
    box = next(one for one in at.text_input if one.label == "Words that were said")
    box.set_value("jane@mail.example").run()
    assert "No comment is like that." in words(at)
    next(one for one in at.text_input if one.label == "Words that were said").set_value("late").run()
    assert "Two comments." in words(at)
    open_store(own_store).commit(code, Put("listening", "listening", {"personal": True}), by="room")
    next(one for one in at.text_input if one.label == "Words that were said").set_value(
        "jane@mail.example"
    ).run()
    assert "One comment." in words(at)


def test_a_stage_that_is_gone_is_no_longer_asked_for(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The box says any stage, and so all comments are there."""
    code = code_of(*ROOM)
    brought_in(open_page, code)
    at = page(open_page, code, READ)
    choose(at, "Stage", "arrives")
    assert "No comment is like that." in words(at)
    open_store(own_store).commit(code, Remove("stage", "arrives"), by="room")
    at.run()
    assert "All three comments." in words(at)


def test_values_rules_and_notes_of_a_file_are_masked(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A column of addresses is sorted by without showing one: not in the boxes, the notes, the rules or the log."""
    code = code_of(*ROOM)
    people = b"Day,Stars,Agent,Comment\n" + b"".join(
        b"2025-03-0%d,jo@mail.example,%s@mail.example,The van came late and nobody rang me at all\n"
        % (day, who)
        for day, who in enumerate((b"ana", b"ana", b"bo"), start=1)
    )
    at = handed_in(open_page, code, people)
    choose(at, "Channel column", "-")
    choose(at, "Rating column", "Stars")
    sort_by(at, "Agent")
    choose(at, "Stage or moment", "van")
    shown = [one.value for kind in ("text", "caption", "markdown") for one in at.get(kind)]
    assert any("is no rating" in one for one in shown)
    at.button(key="comments-bring").click().run()
    assert not at.exception
    shown += [one.value for kind in ("text", "caption", "markdown") for one in at.get(kind)]
    shown += [one.proto.SerializeToString().decode("utf-8", "replace") for one in at.dataframe]
    store = open_store(own_store)
    shown += [one.words for one in store.changes(code)]
    assert [] == [one for one in shown if "mail.example" in one.replace("\\", "")]
    [rule] = store.load(code).all(SortRule)
    assert "ana@mail.example" == rule.says


def test_a_surge_stands_out_on_the_step(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Reviews surge in May; the picture says so once the file is in, and until then what it waits for."""
    code = code_of(*ROOM)
    at = page(open_page, code)
    at.segmented_control[1].set_value("Surges by month").run()
    assert any("six whole months" in one.value for one in at.caption)
    rows = [
        f"2025-{month:02d}-{day:02d},Reviews,The van came late and nobody told me about it at all\n"
        for month in range(1, 9)
        for day in (1, *range(2, 30 if month == 5 else 3), 31 if month == 8 else 28)
    ]
    at.file_uploader[0].upload("reviews.csv", f"Day,Channel,Comment\n{''.join(rows)}".encode()).run()
    at.button(key="comments-bring").click().run()
    assert not at.exception
    assert "Social voices surged in May 2025: 30, where" in words(at)
