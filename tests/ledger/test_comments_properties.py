"""Whatever a file of comments holds and whatever the rules say: every comment is counted once, and sorting again adds nothing."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.privacy import masked
from cxworkshop.domain.commands import Batch, Put, apply
from cxworkshop.domain.records import Category, CommentFile, Evidence, SortRule, Source, Stage, Touchpoint
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ledger.comments import (
    SOURCE,
    STAGE,
    Comments,
    Sorted,
    Wanted,
    chosen,
    evidence_commands,
    group_comments,
    guess,
    has_words,
    open_comments,
    quote_of,
    read_comments,
    rules_of,
    sort_comments,
)
from cxworkshop.ledger.comments.lookup_words import low_texts

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
ROOM = (
    Source(id="a", name="A"),
    Source(id="b", name="B"),
    Stage(id="s", name="S"),
    Stage(id="t", name="T"),
    Touchpoint(id="m", name="M", stage="s"),
    Touchpoint(id="n", name="N", stage="t"),
    Category(id="c", name="C"),
    Category(id="d", name="D"),
)
WORDS = ("late", "plate", "Late", "never", "came", "back", "lâte", "it's", "ok")
said_words = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
comment = st.tuples(
    said_words,
    st.sampled_from(("Web", "Phone", "")),
    st.sampled_from(("1", "5", "", "x")),
    st.sampled_from("PQ"),
)
rule = st.builds(
    SortRule,
    id=st.uuids().map(str),
    column=st.sampled_from((None, "channel", "product", "absent")),
    match=st.sampled_from((None, "is", "has the words")),
    says=st.sampled_from((None, "late", "Web", "Phone|p", "never came | ok", "Q", "|")),
    source=st.sampled_from((None, "a", "b", "gone")),
    stage=st.sampled_from((None, "s", "t")),
    touchpoint=st.sampled_from((None, "m", "n")),
    category=st.sampled_from((None, "c", "d")),
)
# A file in which nobody says anything through any channel is refused, so one comment says something.
files = st.lists(comment, max_size=40).map(lambda rows: [("it came late", "Web", "2", "P"), *rows])
rules = st.lists(rule, max_size=5)
SAID = CommentFile(
    id="f", text_columns=("text",), channel_column="channel", rating_column="rating", product_column="product"
)


def opened(rows: list[tuple[str, ...]]) -> Comments:
    """A file of these comments."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerows(
        [("id", "text", "channel", "rating", "product"), *((n, *row) for n, row in enumerate(rows))]
    )
    return read_comments(open_comments(text.getvalue().encode(), "f.csv"), SAID)


def placed(workshop: Workshop, comments: Comments) -> Sorted:
    """The comments where the workshop's rules put them."""
    return sort_comments(comments, SAID, rules_of(workshop, SAID))


def written(workshop: Workshop, comments: Comments, **how: object) -> Workshop:
    """The workshop after the file was sorted and written."""
    commands = evidence_commands(workshop, SAID, comments, placed(workshop, comments), **how)  # type: ignore[arg-type]
    return apply(workshop, Batch(commands))


def total(workshop: Workshop) -> int:
    """All voices that came from the file."""
    return sum(row.count or 0 for row in workshop.all(Evidence) if row.batch == "f")


@given(rows=files, first=rules)
@settings(max_examples=60, deadline=None)
def test_every_comment_is_in_exactly_one_group(rows: list[tuple[str, ...]], first: list[SortRule]) -> None:
    """Groups add up to the rows, no two groups are about the same, and each holds the comments that were sorted there."""
    workshop, comments = assemble([*ROOM, *first]), opened(rows)
    places = placed(workshop, comments)
    groups = group_comments(comments, places)
    assert comments.rows == len(rows) == sum(group.count for group in groups.all)
    assert len({group.to for group in groups.all}) == len(groups.all)
    for row in range(comments.rows):
        assert groups.all[int(groups.of[row])].to == tuple(places.id(target, row) for target in range(4))
    assert Counter(groups.of.tolist()) == {at: group.count for at, group in enumerate(groups.all)}


@given(rows=files, first=rules, second=rules, data=st.data())
@settings(max_examples=40, deadline=None)
def test_sorting_again_never_doubles_a_comment_and_keeps_what_was_chosen(
    rows: list[tuple[str, ...]], first: list[SortRule], second: list[SortRule], data: st.DataObject
) -> None:
    """After marks and other rules the voices are as many as the rows, every mark stands, and sorting once more is nothing."""
    comments = opened(rows)
    workshop = written(assemble([*ROOM, SAID, *first]), comments)
    marks = data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=4))
    for row in marks:
        if quote_of(comments, row):
            workshop = written(workshop, comments, mark=row)
            assert len(rows) == total(workshop)
    wanted = {quote for row in marks if (quote := quote_of(comments, row))}
    gone = [Put("sort_rule", one.id, {"says": None}) for one in first]
    fresh = [Put("sort_rule", one.id, one.filled) for one in second]
    workshop = written(apply(workshop, Batch((*gone, *fresh))), comments)
    assert len(rows) == total(workshop)
    assert wanted == {row.quote for row in workshop.all(Evidence) if row.aloud}
    assert () == evidence_commands(workshop, SAID, comments, placed(workshop, comments))
    for quote in wanted:
        workshop = written(workshop, comments, unmark=quote)
        assert len(rows) == total(workshop)
    assert not any(row.aloud for row in workshop.all(Evidence))


@given(texts=st.lists(said_words, min_size=1), phrase=st.sampled_from(WORDS))
@settings(deadline=None)
def test_a_word_is_found_exactly_where_it_stands_by_itself(texts: list[str], phrase: str) -> None:
    """As if each text were cut at its blanks and compared word by word."""
    found = has_words(low_texts(texts), phrase)
    assert [phrase.lower() in text.lower().split() for text in texts] == found.tolist()


_SAID = (
    "late jane@mail.example ana.late@mail.example ring 01632 960001 +44 (0)20 7946 0958, card 4111 1111 1111 1111"
    " DE89 3704 0044 0532 0130 00 GB82WEST12345698765432 order 4500123456 2025-03-01 £20 960001 jane west"
)
PIECES = _SAID.split()


@given(
    texts=st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join), min_size=1),
    words=st.lists(st.sampled_from(PIECES), min_size=1, max_size=2).map(" ".join),
)
@settings(deadline=None)
def test_words_are_found_only_in_what_masks_leave(texts: list[str], words: str) -> None:
    """As if each comment were masked first and then read, however it is worked out."""
    comments = read_comments(
        open_comments("\n".join(("Comment", *(f'"{text}"' for text in texts))).encode(), "c.csv"),
        CommentFile(id="f", text_columns=("Comment",)),
    )
    found = set(chosen(comments, placed(assemble([], title="x"), comments), Wanted(words=words), masked))
    raw, left = (has_words(low_texts(said), words) for said in (texts, [masked(text) for text in texts]))
    assert {at for at in range(len(texts)) if raw[at] and left[at]} == found


def test_what_a_person_wrote_over_a_quote_stays_when_the_file_is_sorted_again() -> None:
    """Words that nobody in the file said are a person's, and so is the mark on them."""
    comments = opened([("late " * 9, "Web", "1", "P"), ("never " * 9, "Phone", "5", "Q")])
    workshop = written(assemble([*ROOM, SAID]), comments)
    [row] = workshop.all(Evidence)
    workshop = apply(workshop, Put("evidence", row.id, {"quote": "Told to us in the shop", "aloud": True}))
    rule = SortRule(id="r", column="product", match="is", says="P", stage="s")
    workshop = written(apply(workshop, Put("sort_rule", rule.id, rule.filled)), comments)
    kept = {(one.stage, one.quote, one.count, one.aloud) for one in workshop.all(Evidence)}
    assert kept == {
        (None, "Told to us in the shop", 1, True),
        ("s", ("late " * 9).strip(), 1, None),
    }


def test_the_samples_rules_sort_its_file_into_its_evidence() -> None:
    """The sample's evidence is what its rules make of its 1,500 comments: by stage, source and category the same voices."""
    workshop = workshop_in(json.loads((SAMPLE / "finished_workshop.json").read_text(encoding="utf-8")))
    [said] = workshop.all(CommentFile)
    table = open_comments(SAMPLE / "comments.csv.gz")
    guessed = CommentFile(id=said.id, **guess(table))
    assert guessed.filled.items() <= said.filled.items()
    comments = read_comments(table, said)
    places = sort_comments(comments, said, rules_of(workshop, said))
    found: Counter[tuple[str | None, ...]] = Counter()
    for group in group_comments(comments, places).all:
        source, stage, _, category = group.to
        found[stage, source, category] += group.count
    stands: Counter[tuple[str | None, ...]] = Counter()
    for row in workshop.all(Evidence):
        stands[row.stage, row.source, row.category] += row.count or 0
    assert stands == found
    assert 1_500 == found.total() == said.rows
    assert (0, 0) == (int(places.rows(STAGE, None).sum()), int(places.rows(SOURCE, None).sum()))
