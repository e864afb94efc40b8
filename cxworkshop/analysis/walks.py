"""How each function's number walks to the agreed one: cause by cause, and what nobody has explained yet."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.counts import function_name, own_closing, revealed
from cxworkshop.domain.records import CountDifference, Definition
from cxworkshop.domain.workshop import Workshop

TOLERANCE = 0.01
"""What may stay unexplained, as a share of the agreed count: the room's time is worth more than the last hundredth."""


@dataclass(frozen=True)
class Walk:
    """From one function's count to the agreed one: `start` + every cause + `unexplained` = `agreed`, in customers."""

    id: str
    function: str
    start: int
    causes: tuple[CountDifference, ...]
    """Those with a name and a number; anything less explains nothing."""
    agreed: int

    @property
    def difference(self) -> int:
        """Agreed less start: what the causes have to explain."""
        return self.agreed - self.start

    @property
    def unexplained(self) -> int:
        """What is left of the difference when every named cause is taken off; never absorbed into one of them."""
        return self.difference - sum(one.customers or 0 for one in self.causes)

    @property
    def explained(self) -> bool:
        """Whether what is left is at most `TOLERANCE` of the agreed count."""
        return abs(self.unexplained) <= TOLERANCE * self.agreed


def walks(workshop: Workshop) -> tuple[Walk, ...]:
    """A walk per revealed function with a count, in the order entered; none until there is an agreed count."""
    agreed = workshop.one(Definition).agreed
    if agreed is None:
        return ()
    return tuple(
        Walk(row.id, function_name(workshop, row), start, causes_of(workshop, row.id), agreed)
        for row in revealed(workshop)
        if (start := own_closing(row)) is not None
    )


def causes_of(workshop: Workshop, count: str) -> tuple[CountDifference, ...]:
    """The named causes of one function's difference, as entered."""
    return tuple(
        one
        for one in workshop.all(CountDifference)
        if one.count == count and one.cause is not None and one.customers is not None
    )


def unexplained_words(walk: Walk) -> str:
    """`Sales: 2,140 of 14,136 are not explained yet.`; where the causes explain too much, or the wrong way, that."""
    left, whole = walk.unexplained, walk.difference
    if not left:
        return f"{walk.function}: explained to the last one."
    if not whole:
        return f"{walk.function}: its count is the agreed one, yet its causes add up to {_signed(-left)}."
    if (left < 0) != (whole < 0) or abs(left) > abs(whole):
        return (
            f"{walk.function}: its causes add up to {_signed(whole - left)}, "
            f"but it takes {_signed(whole)} to reach the agreed count."
        )
    are = "is" if abs(left) == 1 else "are"
    return f"{walk.function}: {abs(left):,} of {abs(whole):,} {are} not explained yet."


def _signed(number: int) -> str:
    return f"{'−' if number < 0 else '+'}{abs(number):,}"
