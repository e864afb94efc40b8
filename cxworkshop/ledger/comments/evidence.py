"""A sorted file as rows of evidence: what to write, so that sorting again changes rows and never doubles them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from cxworkshop.domain.commands import Command, Put, Remove
from cxworkshop.domain.fields import LONG
from cxworkshop.domain.records import CommentFile, Evidence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments.groups import Group, Groups, group_comments, rows_saying
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.rules import Targets
from cxworkshop.ledger.comments.sorting import CATEGORY, STAGE, Sorted

_FIELDS = ("source", "stage", "touchpoint", "category")
_ALOUD = "aloud-"


@dataclass
class _Row:
    """A row of evidence as it should be."""

    to: Targets
    count: int
    quote: str | None
    aloud: bool | None = None
    rest: Mapping[str, object] = field(default_factory=dict)

    def values(self, file: str) -> dict[str, object]:
        named = dict(zip(_FIELDS, self.to, strict=True))
        said = {"quote": self.quote, "aloud": self.aloud, "count": self.count, "batch": file}
        return {**named, **said, **self.rest}


def evidence_commands(
    workshop: Workshop,
    said: CommentFile,
    comments: Comments,
    places: Sorted,
    *,
    mark: int | None = None,
    unmark: str | None = None,
) -> tuple[Command, ...]:
    """What brings the evidence of a file, and the file's own counts, to how its comments are sorted now.

    `mark` is the row of a comment to read aloud from now on, `unmark` a quote that no longer is. A marked comment that
    is not its group's quote has a row of its own, and its group counts one less: every comment is counted once. A group's
    quote stays as long as its comment is in the group, or nobody in the file said it (a person wrote it); a marked one
    goes where its comment goes. Nothing is written that stands there already.
    """
    old = [row for row in workshop.all(Evidence) if row.batch == said.id]
    rows = _rows(said.id, old, comments, group_comments(comments, places), mark, unmark)
    commands: list[Command] = []
    for id, row in rows.items():
        there = workshop.get(Evidence, id)
        changed = {
            name: value
            for name, value in row.values(said.id).items()
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


def quote_of(comments: Comments, row: int) -> str:
    """What a comment says, as a quote may hold it."""
    return str(comments.text[row])[:LONG].strip()


def _rows(
    file: str,
    old: Sequence[Evidence],
    comments: Comments,
    groups: Groups,
    mark: int | None,
    unmark: str | None,
) -> dict[str, _Row]:
    """All rows of a file by id, old ones under the ids that they have."""
    ids = tuple(_id(file, group.to) for group in groups.all)
    grouped = [row for row in old if not row.id.startswith(_ALOUD)]
    by_id = {row.id: row for row in grouped}
    # Rows that came with a workbook or a sample have ids of their own; they are known by what they are about.
    standing = {_targets(row): row for row in reversed(grouped) if row.id not in ids}
    saying = rows_saying(comments, [row.quote for row in old if row.quote])
    rows: dict[str, _Row] = {}
    homes: list[_Row] = []
    kept: set[str] = set()
    for number, group in enumerate(groups.all):
        own = by_id.get(ids[number]) or standing.get(group.to)
        row = _Row(group.to, group.count, group.quote, rest=_facts(group))
        if own and own.quote and _still(own.quote, saying, groups, number):
            row.quote, row.aloud = own.quote, None if own.quote == unmark else own.aloud
            kept.add(own.id)
        rows[own.id if own else ids[number]] = row
        homes.append(row)
    marked: dict[str, tuple[Targets | None, int | None]] = {
        one.quote: (_targets(one), next(iter(saying.get(one.quote, ())), None))
        for one in old
        if one.aloud and one.quote and one.quote != unmark and one.id not in kept
    }
    if mark is not None:
        marked[quote_of(comments, mark)] = (None, mark)
    for quote, (to, at) in marked.items():
        home = next((one for one in homes if one.to == to), None) if at is None else homes[int(groups.of[at])]
        if home and (home.quote == quote or (home.count == 1 and not home.aloud)):
            home.quote, home.aloud = quote, True
            continue
        counted = 1 if home and home.count > 1 else 0
        if home:
            home.count -= counted
            to = home.to
        rest = {} if at is None else _facts_of(comments, at)
        rows[_ALOUD + _id(file, (quote,))] = _Row(to or (None,) * 4, counted, quote, True, rest)
    return rows


def _still(quote: str, saying: Mapping[str, Sequence[int]], groups: Groups, number: int) -> bool:
    return quote not in saying or any(groups.of[row] == number for row in saying[quote])


def _facts(group: Group) -> dict[str, object]:
    return {"sentiment": group.feeling, "heard_on": group.last_day}


def _facts_of(comments: Comments, row: int) -> dict[str, object]:
    feeling, day = comments.feeling[row], int(comments.day[row])
    return {
        "sentiment": None if np.isnan(feeling) else round(float(feeling)),
        "heard_on": date.fromordinal(day) if day else None,
    }


def _targets(row: Evidence) -> Targets:
    return row.source, row.stage, row.touchpoint, row.category


def _id(file: str, of: tuple[str | None, ...]) -> str:
    return hashlib.sha256("|".join((file, *(one or "" for one in of))).encode()).hexdigest()[:32]
