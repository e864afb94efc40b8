"""Files of comments: columns guessed, comments sorted by rules in order, and every one of them counted exactly once."""

from __future__ import annotations

import gzip
import io
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from cxworkshop.domain.errors import BadLedger
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Category,
    CodeMap,
    CommentFile,
    SortRule,
    Source,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ledger.comments import (
    CATEGORY,
    NONE,
    SOURCE,
    STAGE,
    TOUCHPOINT,
    Comments,
    Group,
    Sorted,
    Wanted,
    chosen,
    file_facts,
    frequent_cells,
    frequent_words,
    group_comments,
    guess,
    has_words,
    kind_of,
    open_comments,
    rating_scale,
    read_comments,
    rules_of,
    sort_comments,
)
from cxworkshop.ledger.comments.lookup_words import low_texts
from cxworkshop.ledger.comments.ratings import rating, scale_of

COMPLAINTS = Path(__file__).resolve().parents[3] / "shared/data/feedback_cfpb_complaints.csv.gz"
SMALL = """When,Channel,Stars,Code,Product,What they said
2025-03-01,Phone,1,DEL,Bench,The van came late and nobody rang me before it did
2025-03-02,Phone,2,DEL,Bench,Late again
2025-03-03,Web,5,ADV,Rose,The young man knew exactly which rose would like my wall
2025-03-04,Web,,ADV,Rose,
not a day,Shop,4,,,A plate was broken
"""
ROOM = (
    Source(id="phone", name="Helpdesk", silo="Service"),
    Source(id="web", name="Web"),
    Stage(id="arrives", name="It arrives"),
    Stage(id="asks", name="I ask"),
    Touchpoint(id="van", name="The van", stage="arrives"),
    Category(id="day", name="The day"),
    Category(id="care", name="Somebody who knows"),
)


def read(content: str | bytes, file: str = "small.csv", **said: object) -> tuple[CommentFile, Comments]:
    """A file with its guessed columns, some of them overruled."""
    table = open_comments(content.encode() if isinstance(content, str) else content, file)
    found = CommentFile(id="f", **{**guess(table), **said})
    return found, read_comments(table, found)


def sort(found: tuple[CommentFile, Comments], *records: Record) -> Sorted:
    """The file sorted by the rules among some records."""
    said, comments = found
    return sort_comments(comments, said, rules_of(assemble(records), said))


def ids(places: Sorted, target: int, rows: int) -> list[str | None]:
    """Where each comment was sorted to."""
    return [places.id(target, row) for row in range(rows)]


def test_the_columns_of_a_small_file_are_guessed() -> None:
    """Headers in people's own words are recognised, and stars from 1 to 5 go from worst to best."""
    said, comments = read(SMALL)
    assert ("When", "Channel", "Stars", "Code", "Product") == (
        said.date_column,
        said.channel_column,
        said.rating_column,
        said.code_column,
        said.product_column,
    )
    assert (("What they said",), 1, 5) == (said.text_columns, said.rating_worst, said.rating_best)
    assert 5 == comments.rows


def test_a_day_that_is_none_is_told_and_its_comment_stays() -> None:
    """The note names column and row; the comment is counted without a day."""
    said, comments = read(SMALL)
    [note] = [note for note in comments.notes if "no date" in note]
    assert "Column When, row 6: 'not a day' is no date" in note
    assert 0 == comments.day[4]
    facts = file_facts(comments, sort((said, comments)))
    assert (5, date(2025, 3, 1), date(2025, 3, 4)) == (facts["rows"], facts["first_day"], facts["last_day"])


def test_ratings_become_feelings_in_a_straight_line() -> None:
    """1 is -2, 3 is 0 and 5 is +2; a blank rating has no feeling; a scale can be turned round."""
    _, comments = read(SMALL)
    assert [-2, -1, 2, 1] == [*comments.feeling[:3], comments.feeling[4]]
    assert comments.feeling[3] != comments.feeling[3]
    _, turned = read(SMALL, rating_worst=5, rating_best=1)
    assert [2, 1, -2, -1] == [*turned.feeling[:3], turned.feeling[4]]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("4", 4),
        ("4/5", 4),
        ("★★★", 3),
        ("9 out of 10", 9),
        ("3 stars", 3),
        ("−2", -2),
        ("4,5", 4.5),
        ("ok", None),
    ],
)
def test_ratings_are_read_as_people_write_them(written: str, number: float | None) -> None:
    """Stars drawn or counted, shares of a scale, decimal commas and typographic minus signs."""
    assert number == rating(written)


@pytest.mark.parametrize(
    ("header", "values", "scale"),
    [
        ("Stars", [1, 3, 5], (1, 5)),
        ("NPS", [3, 9, 10], (0, 10)),
        ("Score", [2, 9], (1, 10)),
        ("Score", [0, 9], (0, 10)),
        ("Feeling", [-1, 2], (-2, 2)),
        ("Satisfaction", [1, 7], (1, 7)),
        ("Score", [20, 95], (0, 100)),
    ],
)
def test_the_scale_is_the_usual_one_that_holds_all_ratings(
    header: str, values: list[float], scale: tuple[float, float]
) -> None:
    """One to five, nought to ten where recommendation is asked, minus to plus two, and so on."""
    assert scale == scale_of(header, values)


@pytest.mark.parametrize(
    ("says", "met"),
    [
        ("late", ["It was late.", "LATE!", "too-late"]),
        ("never  came", ["She never\ncame back"]),
        ("plate | came", ["A plate broke", "She never\ncame back"]),
        ("café", ["Our Café"]),
        ("caf", []),
        ("£5", ["cost£5 more"]),
        (" | ", []),
    ],
)
def test_words_are_whole_words_in_any_capitals(says: str, met: list[str]) -> None:
    """Late is found in “too-late” and not in “plate”; phrases run over line ends; accents are letters."""
    texts = [
        "It was late.",
        "LATE!",
        "too-late",
        "A plate broke",
        "She never\ncame back",
        "Our Café",
        "cost£5 more",
    ]
    found = has_words(low_texts(texts), says)
    assert met == [text for text, yes in zip(texts, found, strict=True) if yes]


def test_the_first_rule_in_order_wins_for_each_target_by_itself() -> None:
    """A touchpoint brings its stage along; a later rule gives the category that an earlier one left open."""
    found = read(SMALL)
    rules = (
        SortRule(id="1", match="has the words", says="van", touchpoint="van"),
        SortRule(id="2", column="channel", match="is", says="phone|web", stage="asks"),
        SortRule(id="3", column="Code", match="is", says="DEL", stage="asks", category="day"),
        SortRule(id="4", match="has the words", says="late", touchpoint="van"),
        SortRule(id="5", column="Nowhere", match="is", says="x", stage="asks"),
        SortRule(id="6", match="has the words", says="plate", stage="gone"),
    )
    places = sort(found, *ROOM, *rules)
    assert ["arrives", "asks", "asks", "asks", None] == ids(places, STAGE, 5)
    # The second comment is late too, but its stage was decided before, and the van is not in that stage.
    assert ["van", None, None, None, None] == ids(places, TOUCHPOINT, 5)
    assert ["day", "day", None, None, None] == ids(places, CATEGORY, 5)


def test_a_silos_code_is_its_own_and_any_silos_where_all_agree() -> None:
    """ADV means one thing in Service and another in the shops; DEL is one category wherever it is used."""
    maps = (
        CodeMap(id="a", silo="Service", code="adv", category="care"),
        CodeMap(id="b", silo="Shops", code="ADV", category="day"),
        CodeMap(id="c", silo="Shops", code="DEL", category="day"),
    )
    heard = SortRule(id="1", column="Channel", match="is", says="Web", source="phone")
    assert ["day", "day", "care", "care", None] == ids(sort(read(SMALL), *ROOM, *maps, heard), CATEGORY, 5)
    assert ["day", "day", None, None, None] == ids(sort(read(SMALL), *ROOM, *maps), CATEGORY, 5)


def test_comments_of_a_file_without_channels_have_its_source() -> None:
    """What no rule gives a source is the file's own."""
    found = read(SMALL, channel_column=None, source="web")
    rule = SortRule(id="1", column="Channel", match="is", says="Phone", source="phone")
    assert ["phone", "phone", "web", "web", "web"] == ids(sort(found, *ROOM, rule), SOURCE, 5)


def test_a_group_has_its_count_its_mean_feeling_its_latest_day_and_a_quote_to_read_aloud() -> None:
    """Of two on the telephone the eleven plain words are chosen, and 1 and 2 stars are felt as -2."""
    said, comments = read(SMALL)
    heard = SortRule(id="1", column="Channel", match="is", says="Phone", source="phone")
    groups = group_comments(comments, sort((said, comments), *ROOM, heard))
    phone = Group(
        ("phone", None, None, None),
        2,
        -2,
        date(2025, 3, 2),
        "The van came late and nobody rang me before it did",
    )
    assert phone in groups.all
    assert [3, 2] == [group.count for group in groups.all]


def test_what_is_read_aloud_is_plain_and_in_the_customers_own_words() -> None:
    """Addresses, blacked out words, shouting and headlines that stand in for missing words are passed over."""
    rows = [
        "I paid twice and wrote to me@home.example about it three times last week",
        "THE WHOLE STREET HEARD ABOUT IT AND I AM STILL WAITING FOR AN ANSWER",
        "On XX/XX I asked XXXX for the money that you owe me since spring",
        "I asked for my money in spring, and by the autumn I still had no answer",
        "Late",
    ]
    text = (
        "comment,subject\n"
        + "".join(f'"{row}",Money\n' for row in rows)
        + ",A headline of eight words or perhaps more\n"
    )
    said, comments = read(text, text_columns=("comment", "subject"))
    [group] = group_comments(comments, sort((said, comments))).all
    assert rows[3] == group.quote
    assert 6 == group.count


def test_comments_are_read_by_stage_source_feeling_and_words_latest_first() -> None:
    """Each filter narrows; a dash asks for those without."""
    said, comments = read(SMALL)
    rules = (
        SortRule(id="1", column="Channel", match="is", says="Phone", source="phone", stage="arrives"),
        SortRule(id="2", column="Channel", match="is", says="Web", source="web"),
    )
    places = sort((said, comments), *ROOM, *rules)

    def rows(**wanted: str) -> list[int]:
        return chosen(comments, places, Wanted(**wanted)).tolist()

    # The fourth said nothing, so it comes last.
    assert [2, 1, 0, 4, 3] == rows()
    assert [1, 0] == rows(stage="arrives")
    assert [2, 4, 3] == rows(stage=NONE)
    assert [0] == rows(source="phone", feeling="angry")
    assert [3] == rows(feeling=NONE)
    assert [1, 0] == rows(words="late")
    assert [] == rows(stage="elsewhere")


def test_what_matches_nothing_shows_what_it_has_most_often() -> None:
    """Cells of the code column and words that several said, among the comments without a stage only."""
    said, comments = read(SMALL)
    places = sort(
        (said, comments), *ROOM, SortRule(id="1", column="Channel", match="is", says="Web", stage="asks")
    )
    open_rows = places.rows(STAGE, None)
    assert [("Code", "DEL", 2)] == frequent_cells(comments, open_rows, ["Code"])
    assert [("late", 2)] == frequent_words(comments, open_rows)


@pytest.mark.parametrize(
    ("name", "kind", "aided"),
    [
        ("Web", "volunteered", False),
        ("E-mail", "volunteered", False),
        ("Submitted by post", "volunteered", False),
        ("NPS survey", "survey", True),
        ("Google reviews", "social", False),
        ("Exit survey", "lost customer", True),
        ("Store notes", "front line", False),
        ("Something", "other", None),
    ],
)
def test_a_channels_name_tells_its_kind_and_whether_people_were_asked(
    name: str, kind: str, aided: bool | None
) -> None:
    """A survey of people who leave is heard from lost customers."""
    assert (kind, aided) == kind_of(name)


def test_every_kind_of_file_gives_the_same_comments() -> None:
    """CSV, packed CSV, Parquet with real dates and numbers, and Excel."""
    plain = SMALL.replace("not a day", "2025-03-05").encode()
    table = pyarrow.csv.read_csv(io.BytesIO(plain))
    parquet, excel = io.BytesIO(), io.BytesIO()
    pq.write_table(table, parquet)
    book = xlsxwriter.Workbook(excel, {"in_memory": True, "remove_timezone": True})
    sheet, format = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, table.column_names)
    for at, row in enumerate(table.to_pylist(), 1):
        sheet.write_datetime(at, 0, row["When"], format)
        sheet.write_row(at, 1, list(row.values())[1:])
    book.close()
    first = read(plain)
    files = {
        "small.csv.gz": gzip.compress(plain),
        "small.parquet": parquet.getvalue(),
        "small.xlsx": excel.getvalue(),
    }
    for file, content in files.items():
        said, comments = read(content, file)
        assert first[0] == said, file
        assert first[1].text.to_pylist() == comments.text.to_pylist(), file
        assert first[1].day.tolist() == comments.day.tolist(), file
        assert str(first[1].feeling) == str(comments.feeling), file


def test_a_column_of_yes_and_no_or_of_times_can_be_sorted_by() -> None:
    """Parquet keeps kinds of its own; their words are what a person reads."""
    table = pa.table({"Comment": ["Good", "Bad"], "Solved": [True, False]})
    sink = io.BytesIO()
    pq.write_table(table, sink)
    found = read(sink.getvalue(), "kinds.parquet")
    rule = SortRule(id="1", column="Solved", match="is", says="true", stage="asks")
    assert ["asks", None] == ids(sort(found, *ROOM, rule), STAGE, 2)


def test_files_that_are_none_are_refused_in_words() -> None:
    """Empty, headers only, nothing that speaks, and a column that is not there: each says what to do."""
    with pytest.raises(BadLedger, match="the file is empty; export it again"):
        open_comments(b"", "none.csv")
    with pytest.raises(BadLedger, match=r"none.csv: .*rows"):
        open_comments(b"comment,channel\n", "none.csv")
    with pytest.raises(BadLedger, match="no column says what customers said"):
        read("id,amount\n1,20\n2,30\n", "sums.csv")
    with pytest.raises(BadLedger, match="the columns comment, channel are blank on every row"):
        read(
            "id,comment,channel\n1,,\n2,,\n", "blank.csv", text_columns=("comment",), channel_column="channel"
        )
    with pytest.raises(BadLedger, match="there is no column Words; choose another one"):
        read(SMALL, text_columns=("Words",))


def test_two_columns_of_one_header_are_told_and_not_read() -> None:
    """Nobody can say which of them is meant."""
    _, comments = read("comment,tag,tag\nIt came late,a,b\n")
    assert any("2 columns are headed tag" in note for note in comments.notes)


needs_complaints = pytest.mark.skipif(not COMPLAINTS.exists(), reason="the shared data folder is not here")


@needs_complaints
def test_the_published_complaints_have_their_columns_and_channels() -> None:
    """2,067 complaints: Web 2,000, Phone 41, Referral 17, post 9; where nobody wrote, the issue speaks."""
    table = open_comments(COMPLAINTS)
    said = CommentFile(id="f", **guess(table))
    assert (2_067, "Submitted via", "Date received", "Issue", "Product") == (
        table.rows,
        said.channel_column,
        said.date_column,
        said.code_column,
        said.product_column,
    )
    assert ("Consumer complaint narrative", "Sub-issue", "Issue") == said.text_columns
    assert [("Web", 2_000), ("Phone", 41), ("Referral", 17), ("Postal mail", 9)] == table.counts(
        "Submitted via"
    )
    comments = read_comments(table, said)
    assert 389 == int(comments.own.sum())
    assert "" not in comments.text.to_pylist()
    assert () == comments.notes


@needs_complaints
def test_the_published_complaints_are_sorted_by_their_issue() -> None:
    """714 say that something incorrect is on their report; nobody else goes there."""
    table = open_comments(COMPLAINTS)
    said = CommentFile(id="f", **guess(table))
    rule = SortRule(
        id="1",
        column="Issue",
        match="is",
        says="Incorrect information on your report",
        category="day",
        stage="asks",
    )
    workshop: Workshop = assemble([*ROOM, rule])
    comments = read_comments(table, said)
    places = sort_comments(comments, said, rules_of(workshop, said))
    assert 714 == int(places.rows(CATEGORY, "day").sum())
    facts = file_facts(comments, places)
    assert (2_067 - 714, 2_067 - 714) == (facts["no_stage"], facts["no_category"])


@pytest.mark.parametrize(
    ("header", "cells", "scale"),
    [
        ("Score", ["3/10", "4/10"], (1, 10)),
        ("Score", ["0 out of 4", "3 out of 4"], (0, 4)),
        ("NPS", ["3/10", "9/10"], (0, 10)),
        ("Score", ["40/100", "55/100", "60"], (0, 100)),
        ("Score", ["3/5", "9"], (1, 10)),
    ],
)
def test_a_best_rating_that_is_written_beside_each_is_believed(
    header: str, cells: list[str], scale: tuple[float, float]
) -> None:
    """Three out of ten is a bad mark, even where nobody gave more than four."""
    table = open_comments("\n".join((header, *cells)).encode(), "c.csv")
    assert {"rating_worst": scale[0], "rating_best": scale[1]} == rating_scale(table, header)


def test_columns_that_hold_no_words_are_told_and_not_read() -> None:
    """Lists and bytes in a Parquet file keep nobody from reading the comments beside them."""
    out = io.BytesIO()
    columns = {"Comment": ["late", "fine"], "Tags": [["a"], ["b"]], "Raw": [b"a", b"b"]}
    pq.write_table(pa.table(columns), out)
    table = open_comments(out.getvalue(), "c.parquet")
    assert ("Comment",) == table.headers
    assert [
        "Column Tags holds neither words, numbers nor days and is not read.",
        "Column Raw holds neither words, numbers nor days and is not read.",
    ] == list(table.notes)


def test_days_that_cannot_be_told_apart_name_a_row_of_the_file() -> None:
    """Row 3 is where a spreadsheet shows it, behind the header and a blank row."""
    table = open_comments(b"Day,Comment\n,\n03/04/2025,late\n05/06/2025,fine\n", "c.csv")
    found = read_comments(table, CommentFile(id="f", text_columns=("Comment",), date_column="Day"))
    assert any("in row 3;" in note for note in found.notes)


def test_what_was_said_is_no_channel() -> None:
    """Few short comments that speak of shops and reviews stay what was said."""
    table = open_comments(b"Comment\nThe shop was kind\nI left a review\n", "c.csv")
    assert {"text_columns": ("Comment",)} == guess(table)
