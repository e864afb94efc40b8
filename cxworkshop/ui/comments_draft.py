"""A file of comments that was handed in and not yet brought in: what was guessed of it, and what was chosen instead."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import MOST_CHANNELS, CommentTable, guess, kind_of, plain, rating_scale
from cxworkshop.ledger.lists import stem
from cxworkshop.ui.comments_known import NEW, NONE, known
from cxworkshop.ui.comments_work import COLUMNS

SHOWN = 12
"""How many of a column's values are offered, the most frequent first."""
_ONE = ("date_column", "channel_column", "rating_column", "product_column", "code_column")
Peek = Callable[[str], Any]


@dataclass(frozen=True)
class Draft:
    """A file that was handed in and not yet brought in; `token` keeps its widgets apart from any other file's."""

    code: str
    """The workshop into which it is to be brought."""
    token: str
    mark: str
    file: str
    begin: CommentFile

    def key(self, *what: object) -> str:
        """The key of one of its widgets."""
        return "|".join(("comments", self.token, *map(str, what)))

    def id(self, *what: object) -> str:
        """The id of a record that it may write: always the same for the same thing."""
        return hashlib.sha256(self.key(*what).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Value:
    """One value of a column, or words: how many comments have it, and where its boxes stand unless somebody moves them.

    With the guess in its key a box begins anew where another person has meanwhile brought in what it speaks of.
    """

    text: str
    count: int
    key: str
    guess: str
    category: str = NONE

    @property
    def category_key(self) -> str:
        """The key of the box for its category."""
        return f"{self.key}|category|{self.category}"


def begin(workshop: Workshop, table: CommentTable, mark: str, token: str) -> Draft:
    """A draft for a file: its columns as it was brought in before, else as the last file with these columns, else guessed."""
    files = workshop.all(CommentFile)
    there = next((one for one in files if one.fingerprint == mark), None)
    known = there or next((one for one in reversed(files) if _fits(one, table)), None)
    id = there.id if there else f"comments-{mark[:20]}"
    columns = _as_here(known, table) if known else guess(table)
    source = known.source if known else None
    blank = CommentFile(id=id, file=table.file[-200:], fingerprint=mark, source=source)
    return Draft(workshop.code, token, mark, table.file, blank.with_values(columns))


def _as_here(known: CommentFile, table: CommentTable) -> dict[str, object]:
    """The columns of an earlier file under the headers of this one, which may be written in other capitals."""
    columns: dict[str, object] = {name: getattr(known, name) for name in COLUMNS}
    columns |= {name: table.named(getattr(known, name)) for name in _ONE}
    return columns | {"text_columns": tuple(filter(None, map(table.named, known.text_columns)))}


def _fits(said: CommentFile, table: CommentTable) -> bool:
    named = [*said.text_columns, *(one for name in _ONE if (one := getattr(said, name)))]
    return bool(named) and all(table.named(one) for one in named)


def columns_now(draft: Draft, table: CommentTable, peek: Peek) -> CommentFile:
    """The file's record with the columns that are chosen now."""
    values: dict[str, object] = {}
    for name in _ONE:
        chosen = peek(draft.key(name))
        if chosen is not None:
            values[name] = None if chosen == NONE else chosen
    texts = peek(draft.key("text_columns"))
    if texts is not None:
        values["text_columns"] = tuple(texts)
    said = draft.begin.with_values(values)
    rated = said.rating_column
    if rated and rated != draft.begin.rating_column:
        said = said.with_values(rating_scale(table, rated))
    scale = {name: peek(draft.key(name, rated)) for name in ("rating_worst", "rating_best")}
    return said.with_values({name: value for name, value in scale.items() if value is not None})


def channels(draft: Draft, table: CommentTable, said: CommentFile, workshop: Workshop) -> list[Value]:
    """The values of the channel column, each with its source: as remembered, of the same name, or a new one."""
    header = table.named(said.channel_column)
    if header is None:
        return []
    knows, found = known(workshop), []
    for at, (text, count) in enumerate(told(table, header)[:MOST_CHANNELS]):
        guessed = knows.source(header, text) or f"{NEW}:{kind_of(text)[0]}"
        found.append(Value(text, count, draft.key("channel", header, at, guessed), guessed))
    return found


def rest_guess(draft: Draft, said: CommentFile) -> str:
    """The source of comments that no channel gives one: none where there is a channel, else one of the file's name."""
    if draft.begin.source:
        return draft.begin.source
    return NONE if said.channel_column else f"{NEW}:{kind_of(stem(draft.file))[0]}"


def told(table: CommentTable, header: str) -> list[tuple[str, int]]:
    """A column's values as rules tell them apart, in whatever capitals, with how many comments have each, most first."""
    names: dict[str, str] = {}
    many: Counter[str] = Counter()
    for text, count in table.counts(header):
        if len(text) <= SHORT:
            names.setdefault(plain(text), text)
            many[plain(text)] += count
    return [(names[name], count) for name, count in many.most_common()]
