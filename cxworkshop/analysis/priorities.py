"""The room's dots beside the scores, and the priorities that start now."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from cxworkshop.analysis.agreement import kendall_w
from cxworkshop.analysis.candidates import candidates, one_silo, waiting
from cxworkshop.analysis.dots import ballots, dots_changed, dots_each, dots_of, dots_open, open_ballots
from cxworkshop.analysis.gather import gathered
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.scores import STOP, between, places, score
from cxworkshop.analysis.together import value_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop

__all__ = [
    "Ranking",
    "agreement_says",
    "ballots",
    "candidates",
    "chosen",
    "compared",
    "dots_agreement",
    "dots_changed",
    "dots_each",
    "dots_of",
    "dots_open",
    "gathered",
    "one_silo",
    "rankings",
    "score",
    "ties",
    "value_of",
    "waiting",
]

MOST = 10
"""Where the cut falls while nothing is chosen."""
ALIKE, PARTLY = 0.7, 0.3
"""From where Kendall's W is called one order, and from where it is called a partly common one."""


@dataclass(frozen=True)
class Ranking:
    """A candidate by the room's dots and by score; ranks begin at 1, equal ones share the better."""

    candidate: Candidate
    dots: int
    score: float | None
    dots_rank: int | None
    """None where nobody has given a dot yet, or dots are still covered."""
    score_rank: int | None
    """None where the score is not known."""

    apart: int | None = field(default=None, compare=False)
    """Places between the two, equal ones sharing a span of places; None where one of them is not known."""


def dots_agreement(workshop: Workshop) -> float | None:
    """Kendall's W of the ballots' dots over all candidates; None while dots are covered, or where there is no order.

    Source: docs/method.md 3.3.
    """
    ids = [candidate.id for candidate in candidates(workshop)]
    return kendall_w([[ballot[id] for id in ids] for ballot in open_ballots(workshop).values()])


def agreement_says(workshop: Workshop) -> str:
    """What Kendall's W of the ballots means, with its number; words where there is none."""
    placed = ballots(workshop)
    if not placed:
        return "Nobody has given a dot yet."
    if not dots_open(workshop):
        return "How far the ballots agree is said when they are opened together."
    found = dots_agreement(workshop)
    if found is None:
        return (
            "Every ballot gives everything the same, so there is no order to compare."
            if len(candidates(workshop)) > 1
            else "With one thing on the ballot there is no order to compare."
        )
    meaning = (
        "the ballots put things in much the same order"
        if found >= ALIKE
        else "the ballots share part of an order, so talk about the rest"
        if found >= PARTLY
        else "each ballot has an order of its own, which the total hides: hear why before you count"
    )
    return f"Kendall's W is {found:.2f} (0 no common order, 1 the same on every ballot): {meaning}."


def rankings(workshop: Workshop, method: str = "Money") -> tuple[Ranking, ...]:
    """Every candidate by dots and by one way of weighing: those where the two disagree most first, then in order."""
    everyone = candidates(workshop)
    totals: Counter[str] = sum(open_ballots(workshop).values(), Counter())
    rows = [Ranking(one, totals[one.id], score(workshop, one, method), None, None) for one in everyone]
    return _placed(rows, dotted=any(row.dots for row in rows))


def compared(workshop: Workshop, method: str = "Money") -> tuple[Ranking, ...]:
    """Only the candidates that have both dots and a score, ranked among themselves: the most contested first.

    A candidate that nobody weighed, or that is to stop, takes no place on either side, so it makes no other look contested.
    """
    rows = rankings(workshop, method)
    both = [row for row in rows if row.apart is not None and row.candidate.verdict != STOP]
    # All dots may lie on what nobody weighed: the others then share the first place.
    return _placed(both, dotted=True)


def ties(workshop: Workshop) -> tuple[Candidate, ...]:
    """Candidates with equal dots on both sides of the cut, which falls after the chosen ones, or after ten.

    What stops takes no place on either side.
    """
    cut = len(chosen(workshop)) or MOST
    given: Counter[str] = sum(open_ballots(workshop).values(), Counter())
    everyone = [one for one in candidates(workshop) if one.verdict != STOP]
    dots = sorted((given[candidate.id] for candidate in everyone), reverse=True)
    if cut >= len(dots) or dots[cut] != dots[cut - 1] or not dots[cut]:
        return ()
    return tuple(candidate for candidate in everyone if given[candidate.id] == dots[cut])


def chosen(workshop: Workshop) -> tuple[Candidate, ...]:
    """The candidates that start now, highest score first; those without one last, as entered.

    One that was merged into another is spoken for by that one.
    """
    now = [one for one in on_the_wall(workshop) if one.verdict == "now"]
    scores = {one.id: score(workshop, one) for one in now}
    return tuple(sorted(now, key=lambda one: -(scores[one.id] or -1)))


def _placed(rows: list[Ranking], *, dotted: bool) -> tuple[Ranking, ...]:
    by_dots = places([row.dots if dotted else None for row in rows])
    by_score = places([row.score for row in rows])
    placed = [
        replace(
            row,
            dots_rank=dots[0] if dots else None,
            score_rank=score[0] if score else None,
            apart=between([dots, score]) if dots and score else None,
        )
        for row, dots, score in zip(rows, by_dots, by_score, strict=True)
    ]
    return tuple(sorted(placed, key=lambda row: 1 if row.apart is None else -row.apart))
