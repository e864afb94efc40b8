"""Rows that exist because a person or an earlier choice does: one per leader, one per priority."""

from __future__ import annotations

from typing import Any, TypeVar

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Leader
from cxworkshop.ui import session

R = TypeVar("R", bound=Record)


def per_leader(cls: type[R]) -> tuple[R, ...]:
    """One row of `cls` per leader, under the leader's id; written once somebody fills it."""
    workshop = session.workshop()
    made: list[R] = []
    for leader in workshop.all(Leader):
        values: dict[str, Any] = {"id": leader.id, "leader": leader.id}
        made.append(workshop.get(cls, leader.id) or cls(**values))
    return tuple(made)
