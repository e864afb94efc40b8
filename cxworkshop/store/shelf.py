"""The shelf of workshops: which there are, what they are called, which were removed and when they are gone for good."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, func, insert, select, update

from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.domain.fields import SHORT, Face
from cxworkshop.domain.records import Company, Review, Round
from cxworkshop.domain.values import parse
from cxworkshop.store.tables import items, workshops

# No 0, O, 1, I or L, which look alike, and no vowels, which would make words.
LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Summary:
    """One workshop as a list shows it; times are UTC in ISO form, `removed_at` is blank unless it was removed."""

    code: str
    title: str
    company: str
    sample: bool
    changed_at: str
    revision: int
    removed_at: str = ""
    round: int | None = None
    """Which round of the work it is, where it was carried forward or says so."""
    from_code: str = ""
    """The workshop that it was carried forward from."""
    reviews: int = 0
    """How often it was looked at again."""


def spelled(code: str) -> str:
    """A code as it is kept, however it was typed."""
    return code.strip().upper()


def checked_title(title: str) -> str:
    """The title as it is kept. Raises BadValue where it is blank, too long or cannot be stored."""
    try:
        kept = parse(Face("text", high=SHORT), " ".join(title.split()))
    except BadValue as wrong:
        raise BadValue(f"The workshop's title: {wrong}") from wrong
    if kept is None:
        raise BadValue("The workshop has no title: give it one, such as the company and the day.")
    return str(kept)


def add(connection: Connection, title: str, sample: bool, at: str) -> str:
    """A new empty workshop under a code that nobody uses; the code."""
    code = _free_code(connection)
    row = {"code": code, "title": title, "sample": sample, "revision": 0, "created_at": at, "changed_at": at}
    connection.execute(insert(workshops).values(row))
    return code


def change(connection: Connection, code: str, *, removed: bool = False, **values: Any) -> None:
    """Write something about a workshop that is on the shelf, or is `removed`. Raises NotFound where it isn't."""
    there = workshops.c.removed_at.is_not(None) if removed else workshops.c.removed_at.is_(None)
    this = workshops.c.code == spelled(code)
    done = connection.execute(update(workshops).where(this, there).values(**values))
    if done.rowcount != 1:
        among = "removed workshops" if removed else "workshops"
        raise NotFound(f"There is no “{code}” among the {among}: look at the list again.")


def summaries(connection: Connection, *, removed: bool) -> tuple[Summary, ...]:
    """All workshops on the shelf, or all that were removed from it; newest first."""
    rounds, looked = items.alias(), items.alias()
    company, of_round = (
        and_(table.c.workshop == workshops.c.code, table.c.kind == cls.kind, table.c.id == cls.kind)
        for table, cls in ((items, Company), (rounds, Round))
    )
    when = workshops.c.removed_at if removed else workshops.c.changed_at
    again = (
        select(func.count())
        .where(
            looked.c.workshop == workshops.c.code, looked.c.kind == Review.kind, looked.c.body.is_not(None)
        )
        .scalar_subquery()
    )
    query = (
        select(workshops, items.c.body, rounds.c.body.label("round_body"), again.label("reviews"))
        .outerjoin(items, company)
        .outerjoin(rounds, of_round)
        .where(workshops.c.removed_at.is_not(None) if removed else workshops.c.removed_at.is_(None))
        .order_by(when.desc(), workshops.c.code)
    )
    return tuple(
        Summary(
            row.code,
            row.title,
            (row.body or {}).get("name", ""),
            row.sample,
            row.changed_at,
            row.revision,
            row.removed_at or "",
            (row.round_body or {}).get("number"),
            (row.round_body or {}).get("from_code", ""),
            row.reviews,
        )
        for row in connection.execute(query)
    )


def purge(connection: Connection, removed_before: str) -> None:
    """Delete for good, with everything in them, the workshops that were removed before a time."""
    connection.execute(delete(workshops).where(workshops.c.removed_at < removed_before))


def _free_code(connection: Connection) -> str:
    while True:
        drawn = "".join(secrets.choice(LETTERS) for _ in range(8))
        code = f"{drawn[:4]}-{drawn[4:]}"
        if connection.execute(select(workshops.c.code).where(workshops.c.code == code)).first() is None:
            return code
