"""When the page can be stood behind: the eight things that a team should leave with."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.analysis.bridges import headline
from cxworkshop.analysis.findings import counted, listed, sentence
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import BridgeRow, Decision
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules import (
    bridge,
    commitments,
    early_warning,
    experience,
    leadership,
    listening,
    priorities,
    signoff,
)
from cxworkshop.programme.say import lacking, told

OUTCOMES: dict[str, Callable[[Workshop], str | None]] = {
    "one count that all of you signed": signoff.signoff_missing,
    "the bridge in whole customers": bridge.bridge_missing,
    "stages with one leader each": experience.stages_missing,
    "a listening path": listening.story_missing,
    "an early warning": early_warning.measures_missing,
    "what you will and will not do": leadership.choices_missing,
    "five to ten priorities": priorities.choose_missing,
    "commitments, signed": commitments.own_missing,
}


def summary_missing(workshop: Workshop) -> str | None:
    """The eight places of the page, each filled by the step that it comes from."""
    empty = [place for place, missing in OUTCOMES.items() if missing(workshop)]
    return lacking(empty, "place of the page is not settled", "places of the page are not settled")


def summary_says(workshop: Workshop) -> str:
    """The bridge, the priorities, and what was decided with whose dissent."""
    if not workshop.all(BridgeRow) and not chosen(workshop):
        return "The page appears here: the count, the map, the choices, the priorities, and who answers."
    decided = [row for row in workshop.all(Decision) if row.decided]
    dissent = sum(bool(row.dissent) for row in decided)
    kept = f", {counted(dissent, 'dissent')} kept" if dissent else ""
    settled = [place for place, missing in OUTCOMES.items() if not missing(workshop)]
    return (
        told(
            headline(workshop),
            sentence(f"{counted(len(chosen(workshop)), 'priority begins', 'priorities begin')} now."),
            sentence(f"{counted(len(decided), 'decision')} taken{kept}.") if decided else None,
            f"Settled: {listed(settled)}." if settled else None,
        )
        or ""
    )
