"""Why customers stay, leave, buy or use more or less: the top five, the leavers, the captive, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.domain.records import Reason
from cxworkshop.domain.records.reasons import DIRECTIONS
from cxworkshop.domain.workshop import Workshop

TOP = 5
UNKNOWN = "we don't know"
AWAY = ("leave", "buy less", "use less")


@dataclass(frozen=True)
class Place:
    """A place in the top five."""

    number: int
    reason: Reason

    @property
    def proposed(self) -> bool:
        """Whether nobody ranked it, and it stands here for its size."""
        return not self.reason.rank

    @property
    def shared(self) -> bool:
        """Whether its rank is another's place, so that it stands in one that was left free."""
        return bool(self.reason.rank) and self.reason.rank != self.number


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
        """By how many the reasons add up to more than left."""
        return max(self.explained - self.left, 0) if self.left is not None else 0


def written(workshop: Workshop) -> tuple[Reason, ...]:
    """The reasons that say something, as entered."""
    return tuple(one for one in workshop.all(Reason) if one.reason)


def top_five(workshop: Workshop) -> tuple[Place, ...]:
    """The ranked reasons by rank; the places left free go to those whose rank is taken, then to the largest of the others.

    Of two reasons with one rank the first entered takes it. What nobody ranked is only proposed.
    """
    ranked: dict[int, Reason] = {}
    for one in written(workshop):
        if one.rank:
            ranked.setdefault(one.rank, one)
    taken = {one.id for one in ranked.values()}
    rest = sorted(
        (one for one in written(workshop) if one.id not in taken and (one.rank or one.customers)),
        key=lambda one: (not one.rank, -(one.customers or 0)),
    )
    places = []
    for number in range(1, TOP + 1):
        if number in ranked:
            places.append(Place(number, ranked[number]))
        elif rest:
            places.append(Place(number, rest.pop(0)))
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


def by_direction(workshop: Workshop) -> dict[str, tuple[Reason, ...]]:
    """The reasons by what they make people do, the largest first; captive customers stand apart and are not in here."""
    found = {
        direction: tuple(
            sorted(
                (one for one in written(workshop) if one.direction == direction and not is_captive(one)),
                key=lambda one: -(one.customers or 0),
            )
        )
        for direction in DIRECTIONS
    }
    return {direction: rows for direction, rows in found.items() if rows}


def is_captive(one: Reason) -> bool:
    """Whether people stay for a reason only because leaving is hard; who leaves is captive no more."""
    return bool(one.captive) and one.direction != "leave"


def captive(workshop: Workshop) -> tuple[Reason, ...]:
    """Reasons for which people stay because leaving is hard: delayed, not safe (docs/method.md 3.1)."""
    return tuple(one for one in written(workshop) if is_captive(one))


def unknown(workshop: Workshop) -> tuple[Reason, ...]:
    """The reasons whose cause is that nobody knows; a finding of its own."""
    return tuple(one for one in written(workshop) if one.cause == UNKNOWN)
