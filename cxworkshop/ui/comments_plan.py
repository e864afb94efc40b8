"""What bringing a file of comments in will write: its new sources, categories and rules, guessed or chosen."""

from __future__ import annotations

from cxworkshop.domain.commands import Batch, Command, Put, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Category, CommentFile, Source, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CommentTable, kind_of
from cxworkshop.ledger.lists import stem
from cxworkshop.ui.comments_draft import (
    NEW,
    NONE,
    Draft,
    Peek,
    category_guess,
    channels,
    columns_now,
    remembered,
    rest_guess,
    sorted_by,
    values_of,
)


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
    for value in channels(draft, table, said, workshop):
        chosen = source(peek(value.key) or value.guess, value.text, (value.text,))
        commands += _rule(workshop, draft, said.channel_column or "", value.text, {"source": chosen})
    by = peek(draft.key("by")) or sorted_by(table, said, workshop)
    if table.named(by):
        fresh = bool(peek(draft.key("fresh", by)))
        for at, value in enumerate(values_of(draft, table, workshop, by, fresh)):
            place = peek(value.key) or value.guess
            category = peek(f"{value.key}|category") or category_guess(workshop, value.text, at, fresh)
            if category == NEW:
                category = new(Category(id=draft.id("category", by, value.text), name=value.text))
            to = {
                "stage": place if workshop.get(Stage, place) else None,
                "touchpoint": place if workshop.get(Touchpoint, place) else None,
                "category": None if category == NONE else category,
            }
            commands += _rule(workshop, draft, by, value.text, to)
    return said, tuple(commands)


def _rule(
    workshop: Workshop, draft: Draft, header: str, text: str, to: dict[str, str | None]
) -> list[Command]:
    """The rule that a column's value goes somewhere; one that is there is only told what is new."""
    there = remembered(workshop, header, text)
    told = {name: id for name, id in to.items() if id is not None}
    if there is not None:
        changed = {name: id for name, id in told.items() if getattr(there, name) != id}
        return [Put("sort_rule", there.id, changed)] if changed else []
    if not told:
        return []
    id = draft.id("rule", header, text)
    return [Put("sort_rule", id, {"column": header, "match": "is", "says": text, **told})]


def after(workshop: Workshop, said: CommentFile, commands: tuple[Command, ...]) -> Workshop:
    """The workshop as it will be once the plan is written, before any comment is in it."""
    return apply(workshop, Batch((Put("comment_file", said.id, dict(said.filled)), *commands)))
