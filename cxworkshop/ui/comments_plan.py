"""What bringing a file of comments in will write: its new sources, categories and rules, guessed or chosen."""

from __future__ import annotations

from collections.abc import Mapping

from cxworkshop.domain.commands import Batch, Command, Put, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Category, CommentFile, Source, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CommentTable, kind_of, plain
from cxworkshop.ledger.lists import stem
from cxworkshop.ui.comments_draft import (
    Draft,
    Peek,
    Value,
    channels,
    columns_now,
    rest_guess,
)
from cxworkshop.ui.comments_known import CELL, NEW, NONE, WORDS, Known, known
from cxworkshop.ui.comments_values import sorting_columns, values_of, words_of


def plan(
    workshop: Workshop, draft: Draft, table: CommentTable, peek: Peek
) -> tuple[CommentFile, tuple[Command, ...]]:
    """The file's record and what is written before its comments are sorted: new sources, new categories, and rules."""
    said = columns_now(draft, table, peek)
    commands: list[Command] = []

    def new(record: Record) -> str:
        commands.append(Put(record.kind, record.id, record.filled))
        return record.id

    def source(chosen: str, name: str, place: tuple[object, ...]) -> str | None:
        if not chosen.startswith(f"{NEW}:"):
            return None if chosen == NONE else chosen
        kind = chosen.removeprefix(f"{NEW}:")
        aided = kind_of(name)[1] if kind_of(name)[0] == kind else None
        return new(Source(id=draft.id("source", *place), name=name, source_kind=kind, aided=aided))

    rest = source(peek(draft.key("rest")) or rest_guess(draft, said), stem(draft.file), ("rest",))
    said = said.with_values({"source": rest})
    knows = known(workshop)
    for value in channels(draft, table, said, workshop):
        header = said.channel_column or ""
        chosen = source(peek(value.key) or value.guess, value.text, (value.text,))
        commands += _rule(draft, knows, (CELL, header, value.text), {"source": chosen})

    def belongs(match: str, header: str, value: Value) -> list[Command]:
        place = peek(value.key) or value.guess
        category = peek(value.category_key) or value.category
        if category == NEW:
            category = knows.categories.get(plain(value.text)) or new(
                Category(id=draft.id("category", plain(value.text)), name=value.text)
            )
        if (place, category) == (value.guess, value.category) and knows.rule(header, value.text, match):
            return []
        to = {
            "stage": place if workshop.get(Stage, place) else None,
            "touchpoint": place if workshop.get(Touchpoint, place) else None,
            "category": None if category == NONE else category,
        }
        return _rule(draft, knows, (match, header, value.text), to)

    for header in sorting_columns(draft, table, said, workshop, peek):
        for value in values_of(draft, table, workshop, header, bool(peek(draft.key("fresh", header)))):
            commands += belongs(CELL, header, value)
    for value in words_of(draft, workshop, peek):
        if value.text:
            commands += belongs(WORDS, "", value)
    return said, tuple(commands)


def _rule(
    draft: Draft, knows: Known, looks: tuple[str, str, str], to: Mapping[str, str | None]
) -> list[Command]:
    """The rule that sends a column's value, or words that were said, somewhere; one that is there already is changed."""
    match, header, says = looks
    there = knows.rule(header, says, match)
    if there is not None:
        changed = {name: id for name, id in to.items() if getattr(there, name) != id}
        return [Put("sort_rule", there.id, changed)] if changed else []
    told = {name: id for name, id in to.items() if id is not None}
    if not told:
        return []
    id = draft.id("rule", match, plain(header), plain(says))
    return [Put("sort_rule", id, {"column": header or None, "match": match, "says": says, **told})]


def after(workshop: Workshop, said: CommentFile, commands: tuple[Command, ...]) -> Workshop:
    """The workshop as it will be once the plan is written, before any comment is in it."""
    return apply(workshop, Batch((Put("comment_file", said.id, dict(said.filled)), *commands)))
