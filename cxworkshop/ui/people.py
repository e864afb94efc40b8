"""Rows that exist because a person or an earlier choice does: one per leader, one per priority."""

from __future__ import annotations

from typing import Any, TypeVar

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Leader
from cxworkshop.ui import session

R = TypeVar("R", bound=Record)
_LEADER = "leader"


def per_leader(cls: type[R]) -> tuple[R, ...]:
    """One row of `cls` per leader: the one that names them, or a blank one that is written once somebody fills it."""
    workshop = session.workshop()
    said = {getattr(row, _LEADER): row for row in workshop.all(cls)}
    made: list[R] = []
    for leader in workshop.all(Leader):
        blank: dict[str, Any] = {"id": leader.id, "leader": leader.id}
        made.append(said.get(leader.id) or cls(**blank))
    return tuple(made)
