"""How each segment grew in a period, in customers and in value, and who moved between segments."""

from __future__ import annotations

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
    """Which segments have fewer customers than at the start, in whole customers, those that matter most first."""
    noun = customers(workshop)
    fell = [one for one in segments if one.people is not None and one.people < 0]
    if not fell:
        return f"No segment has fewer {noun} than at the start."
    named = listed([f"{one.name}{' ★' if one.priority else ''} {signed(one.people or 0)}" for one in fell])
    share = (
        f"{in_words(len(fell))} of {counted(len(segments), 'segment')} {'has' if len(fell) == 1 else 'have'}"
    )
    return f"{sentence(share)} fewer {noun} than at the start: {named}."
