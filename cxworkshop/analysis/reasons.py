"""Why customers stay, leave, buy or use more or less: the top five, how many are explained, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.findings import customers
from cxworkshop.domain.records import Reason
from cxworkshop.domain.records.reasons import DIRECTIONS
from cxworkshop.domain.workshop import Workshop

TOP = 5
UNKNOWN = "we don't know"
AWAY = ("leave", "buy less", "use less")


@dataclass(frozen=True)
class Place:
    """A place in the top five; `proposed` where nobody ranked it and it is there for its size."""

    number: int
    reason: Reason
    proposed: bool


@dataclass(frozen=True)
class Leavers:
    """Reasons to leave against those who left, in customers; `left` is None while the bridge does not say."""

    left: int | None
    explained: int
    """With a reason, those of whom nobody knows it included; a customer with two reasons counts twice."""
    unknown: int
    """Of these, whose reason is that nobody knows."""

    @property
    def over(self) -> int:
        """How many more reasons than leavers: so many customers stand under two reasons at least."""
        return max(self.explained - self.left, 0) if self.left is not None else 0


def written(workshop: Workshop) -> tuple[Reason, ...]:
    """The reasons that say something, as entered."""
    return tuple(one for one in workshop.all(Reason) if one.reason)


def top_five(workshop: Workshop) -> tuple[Place, ...]:
    """The ranked reasons by rank, and in the places left free the largest of the others, which are only proposed.

    Of two reasons with one rank the first entered takes it; the other keeps its chance by size.
    """
    ranked: dict[int, Reason] = {}
    for one in written(workshop):
        if one.rank:
            ranked.setdefault(one.rank, one)
    taken = {one.id for one in ranked.values()}
    rest = sorted(
        (one for one in written(workshop) if one.id not in taken and one.customers),
        key=lambda one: -(one.customers or 0),
    )
    places = []
    for number in range(1, TOP + 1):
        if number in ranked:
            places.append(Place(number, ranked[number], False))
        elif rest:
            places.append(Place(number, rest.pop(0), True))
    return tuple(places)


def leavers(workshop: Workshop) -> Leavers:
    """The reasons to leave, in whole customers, against those who left in the latest bridge."""
    bridge = latest(workshop)
    lapsed = bridge[1].lapsed if bridge else None
    leave = [one for one in written(workshop) if one.direction == "leave"]
    return Leavers(
        left=None if lapsed is None else round(lapsed),
        explained=sum(one.customers or 0 for one in leave),
        unknown=sum(one.customers or 0 for one in leave if one.cause == UNKNOWN),
    )


def leavers_words(workshop: Workshop) -> str | None:
    """`11,770 of 11,901 who left have a reason; 1,150 of these say that we do not know.`; None without such reasons."""
    found = leavers(workshop)
    if not found.explained:
        return None
    unknown = f"; {found.unknown:,} of these say that we do not know" if found.unknown else ""
    if found.left is None:
        return f"{found.explained:,} {customers(workshop)} left for a reason that is written here{unknown}."
    if found.over:
        return (
            f"The reasons to leave add up to {found.explained:,}, and {found.left:,} left: "
            f"at least {found.over:,} stand under two reasons, or a reason is counted too high{unknown}."
        )
    return f"{found.explained:,} of {found.left:,} who left have a reason{unknown}."


def by_direction(workshop: Workshop) -> dict[str, tuple[Reason, ...]]:
    """The reasons by what they make people do, the largest first; captive customers stand apart and are not in here."""
    found = {
        direction: tuple(
            sorted(
                (one for one in written(workshop) if one.direction == direction and not one.captive),
                key=lambda one: -(one.customers or 0),
            )
        )
        for direction in DIRECTIONS
    }
    return {direction: rows for direction, rows in found.items() if rows}


def captive(workshop: Workshop) -> tuple[Reason, ...]:
    """Reasons for which people stay because leaving is hard: delayed, not safe (docs/method.md 3.1)."""
    return tuple(one for one in written(workshop) if one.captive)


def unknown(workshop: Workshop) -> tuple[Reason, ...]:
    """The reasons whose cause is that nobody knows; a finding of its own."""
    return tuple(one for one in written(workshop) if one.cause == UNKNOWN)
