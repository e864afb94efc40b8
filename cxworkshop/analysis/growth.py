"""How each segment grew in a period, in customers and in value, and who moved between segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.bridge import net
from cxworkshop.analysis.bridge_flag_words import signed
from cxworkshop.analysis.bridge_rows import Period, by_segment, value_flows
from cxworkshop.analysis.bridges import priorities
from cxworkshop.analysis.findings import counted, customers, in_words, listed, sentence
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class Growth:
    """A segment's net in customers and in value over a period; None is unknown."""

    name: str
    priority: bool
    people: float | None
    value: float | None
    moved_in: float
    moved_out: float


def growth(workshop: Workshop, period: Period) -> tuple[Growth, ...]:
    """The segments of a period, those that matter most first, then as entered; one without any net is left out."""
    matters = priorities(workshop)
    found = [
        Growth(
            row.segment or "",
            (row.segment or "").casefold() in matters,
            net(flows),
            net(value_flows(row)),
            flows.moved_in or 0,
            flows.moved_out or 0,
        )
        for row, flows in by_segment(workshop)
        if (row.period_start, row.period_end) == period
    ]
    known = [one for one in found if one.people is not None or one.value is not None]
    return tuple(sorted(known, key=lambda one: not one.priority))


def growth_says(workshop: Workshop, segments: tuple[Growth, ...]) -> str:
    """Which segments have fewer customers than at the start, those that matter most first; in value where nobody counted."""
    noun = customers(workshop)
    people = [(one, one.people) for one in segments if one.people is not None]
    if people:
        uncounted = len(segments) - len(people)
        also = f" {sentence(counted(uncounted, 'more is', 'more are'))} not counted." if uncounted else ""
        return _fell(people, f"has fewer {noun} than", f"have fewer {noun} than") + also
    worth = [(one, one.value) for one in segments if one.value is not None]
    said = _fell(worth, "is worth less than", "are worth less than")
    return f"{said} How many {noun} each gained or lost is not counted."


def _fell(known: Sequence[tuple[Growth, float]], one: str, many: str) -> str:
    fell = [
        (f"{segment.name}{' ★' if segment.priority else ''}", change)
        for segment, change in known
        if change < 0
    ]
    if not fell:
        return f"No segment {one} at the start."
    if len(known) == 1:
        name, change = fell[0]
        return f"{sentence(name)} {one} at the start: {signed(change)}."
    named = listed([f"{name} {signed(change)}" for name, change in fell])
    share = f"{in_words(len(fell))} of {counted(len(known), 'segment')} {one if len(fell) == 1 else many}"
    if len(fell) == len(known):
        share = f"{'both' if len(fell) == 2 else f'all {in_words(len(fell))}'} segments {many}"
    return f"{sentence(share)} at the start: {named}."
