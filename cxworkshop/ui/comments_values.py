"""What a file that is not in yet may be sorted by: the values of its columns, and words; and where each belongs already."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CommentTable, plain
from cxworkshop.ui.comments_draft import SHOWN, Draft, Peek, Value, told
from cxworkshop.ui.comments_known import NONE, WORDS, known

MOST_WORDS = 8
"""How many rules by words can be written while a file comes in; more can follow."""
_MOST_VALUES = 200


def sortable(table: CommentTable, said: CommentFile) -> list[str]:
    """The columns whose values may say a stage or a category: few values, and not already the day, channel or rating."""
    taken = {table.named(one) for one in (said.date_column, said.channel_column, said.rating_column)}
    return [
        header
        for header in table.headers
        if header not in taken
        and 1 < table.distinct(header) <= _MOST_VALUES
        and table.distinct(header) < table.rows
    ]


def sorted_by(table: CommentTable, said: CommentFile, workshop: Workshop) -> str:
    """The column that most often has names of stages, moments or categories in it; none where fewer than a third are."""
    knows = known(workshop)
    names = {*knows.places, *knows.categories}
    best, share = NONE, 1 / 3
    for header in sortable(table, said):
        texts = table.coded(header)[1]
        named = sum(plain(text) in names for text in texts) / len(texts)
        if named > share:
            best, share = header, named
    return best


def sorting_columns(
    draft: Draft, table: CommentTable, said: CommentFile, workshop: Workshop, peek: Peek
) -> list[str]:
    """The columns by whose values comments are sorted: those that are chosen, or the guessed one before anybody chose."""
    chosen = peek(draft.key("by"))
    options = sortable(table, said)
    return [
        one for one in ([sorted_by(table, said, workshop)] if chosen is None else chosen) if one in options
    ]


def values_of(draft: Draft, table: CommentTable, workshop: Workshop, header: str, fresh: bool) -> list[Value]:
    """The values of a column and where each belongs; those of which nothing is known are offered while they are frequent.
    `fresh` makes a category of each frequent one."""
    knows, found = known(workshop), []
    for at, (text, count) in enumerate(told(table, header)):
        place = knows.place(header, text)
        category = knows.category(header, text, fresh=fresh and at < SHOWN)
        if at < SHOWN or place != NONE or category != NONE:
            key = draft.key("value", header, at, place)
            found.append(Value(text, count, key, place, category))
    return found


def words_of(draft: Draft, workshop: Workshop, peek: Peek) -> list[Value]:
    """The lines of words to sort by, up to the last filled one, and where those words belong already."""
    said = [" ".join(str(peek(draft.key("words", at)) or "").split()) for at in range(MOST_WORDS)]
    knows = known(workshop)
    places = [knows.place("", says, WORDS) for says in said]
    return [
        Value(says, 0, draft.key("words", at, place), place, knows.category("", says, WORDS))
        for at, (says, place) in enumerate(zip(said, places, strict=True))
        if any(said[at:])
    ]


def left_open(table: CommentTable, header: str, offered: Sequence[Value]) -> tuple[int, int]:
    """How many values of a column are not offered for sorting, and how many comments have one of them."""
    named = {plain(one.text) for one in offered}
    left = [count for text, count in told(table, header) if plain(text) not in named]
    return len(left), sum(left)
