"""A sorted file as rows of evidence: what to write, so that sorting again changes rows and never doubles them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date

from cxworkshop.domain.commands import Command, Put, Remove
from cxworkshop.domain.fields import LONG
from cxworkshop.domain.records import CommentFile, Evidence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments.groups import Group, Groups, group_comments, places_of
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.rules import Targets
from cxworkshop.ledger.comments.sorting import CATEGORY, STAGE, Sorted

_FIELDS = ("source", "stage", "touchpoint", "category")


@dataclass
class _Row:
    """A row of evidence as it should be; `count` is 0 where a further comment of a group is kept for reading aloud."""

    to: Targets
    count: int
    quote: str | None
    aloud: bool | None = None
    rest: dict[str, object] = field(default_factory=dict)

    def values(self, file: str) -> dict[str, object]:
        named = dict(zip(_FIELDS, self.to, strict=True))
        return {
            **named,
            "quote": self.quote,
            "aloud": self.aloud,
            "count": self.count,
            "batch": file,
            **self.rest,
        }


def evidence_commands(
    workshop: Workshop, said: CommentFile, comments: Comments, places: Sorted
) -> tuple[Command, ...]:
    """What brings the evidence of a file, and the file's own counts, to how its comments are sorted now.

    A group's quote stays as long as its comment is in the group, or nobody in the file said it (a person wrote it). A
    quote marked for reading aloud goes where its comment goes. Nothing is written that stands there already.
    """
    groups = group_comments(comments, places)
    old = [row for row in workshop.all(Evidence) if row.batch == said.id]
    rows = _rows(said.id, old, comments, groups)
    commands: list[Command] = []
    for id, row in rows.items():
        there = workshop.get(Evidence, id)
        values = row.values(said.id)
        changed = {
            name: value
            for name, value in values.items()
            if (value is not None if there is None else getattr(there, name) != value)
        }
        if changed:
            commands.append(Put("evidence", id, changed))
    commands += [Remove("evidence", row.id) for row in old if row.id not in rows]
    now = file_facts(comments, places)
    if any(getattr(workshop.get(CommentFile, said.id), name, None) != value for name, value in now.items()):
        commands.append(Put("comment_file", said.id, now))
    return tuple(commands)


def file_facts(comments: Comments, places: Sorted) -> dict[str, object]:
    """How many comments a file has, of which days, and how many no rule brings to a stage or to a category."""
    first, last = comments.span or (None, None)
    return {
        "rows": comments.rows,
        "first_day": date.fromordinal(first) if first else None,
        "last_day": date.fromordinal(last) if last else None,
        "no_stage": int(places.rows(STAGE, None).sum()),
        "no_category": int(places.rows(CATEGORY, None).sum()),
    }


def keep_aloud(
    workshop: Workshop, said: CommentFile, comments: Comments, places: Sorted, row: int
) -> tuple[Command, ...]:
    """What marks one comment for reading aloud: on its group's row, or on a row of its own that counts nobody twice."""
    quote = str(comments.text[row])[:LONG].strip()
    to = _to(places, row)
    group = next((one for one in _of_file(workshop, said) if _targets(one) == to and one.count), None)
    if group is not None and not group.aloud:
        return (Put("evidence", group.id, {"quote": quote, "aloud": True}),)
    return (Put("evidence", _id(said.id, ("aloud", quote)), _extra(to, quote).values(said.id)),)


def leave_aloud(workshop: Workshop, said: CommentFile, quote: str) -> tuple[Command, ...]:
    """What takes such a mark away again."""
    return tuple(
        Put("evidence", one.id, {"aloud": None}) if one.count else Remove("evidence", one.id)
        for one in _of_file(workshop, said)
        if one.aloud and one.quote == quote[:LONG].strip()
    )


def _of_file(workshop: Workshop, said: CommentFile) -> list[Evidence]:
    return [row for row in workshop.all(Evidence) if row.batch == said.id]


def _rows(file: str, old: list[Evidence], comments: Comments, groups: Groups) -> dict[str, _Row]:
    """All rows of a file by id, old ones under the ids that they have."""
    ids = tuple(_id(file, group.to) for group in groups.all)
    by_id = {row.id: row for row in old if row.count != 0}
    # Rows that came with a workbook or a sample have ids of their own; they are known by what they are about.
    standing = {_targets(row): row for row in reversed(old) if row.count != 0 and row.id not in ids}
    stands = places_of(comments, [row.quote for row in old if row.quote])
    rows: dict[str, _Row] = {}
    at: list[str] = []
    settled: set[str] = set()
    for number, group in enumerate(groups.all):
        own = by_id.get(ids[number]) or standing.get(group.to)
        id = own.id if own else ids[number]
        row = _Row(group.to, group.count, group.quote, rest=_facts(group))
        if own and own.quote and (own.quote not in stands or groups.of[stands[own.quote]] == number):
            row.quote, row.aloud = own.quote, own.aloud
            settled.add(own.id)
        rows[id] = row
        at.append(id)
    for marked in old:
        if not marked.aloud or not marked.quote or marked.id in settled:
            continue
        place = stands.get(marked.quote)
        home = None if place is None else rows[at[int(groups.of[place])]]
        if home is not None and not home.aloud and marked.count:
            home.quote, home.aloud = marked.quote, True
        else:
            to = home.to if home is not None else _targets(marked)
            id = marked.id if marked.count == 0 else _id(file, ("aloud", marked.quote))
            rows[id] = _extra(to, marked.quote)
    return rows


def _facts(group: Group) -> dict[str, object]:
    return {"sentiment": group.feeling, "heard_on": group.last_day}


def _extra(to: Targets, quote: str) -> _Row:
    return _Row(to, 0, quote, aloud=True)


def _targets(row: Evidence) -> Targets:
    return row.source, row.stage, row.touchpoint, row.category


def _to(places: Sorted, row: int) -> Targets:
    return places.id(0, row), places.id(1, row), places.id(2, row), places.id(3, row)


def _id(file: str, of: tuple[str | None, ...]) -> str:
    return hashlib.sha256("|".join((file, *(one or "" for one in of))).encode()).hexdigest()[:32]
