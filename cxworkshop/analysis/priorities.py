"""The room's dots beside the money, and the five to ten priorities that start now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.agreement import kendall_w
from cxworkshop.analysis.candidates import candidates, one_silo, score, value_of
from cxworkshop.analysis.dots import ballots, dots_each, dots_of, dots_open, open_ballots
from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.analysis.gather import gathered
from cxworkshop.domain.records import Candidate, Choosing
from cxworkshop.domain.workshop import Workshop

__all__ = [
    "Ranking",
    "ballots",
    "candidates",
    "chosen",
    "dots_agreement",
    "dots_each",
    "dots_of",
    "dots_open",
    "gate",
    "gathered",
    "one_silo",
    "rankings",
    "score",
    "ties",
    "value_of",
]

FEWEST, MOST = 5, 10


@dataclass(frozen=True)
class Ranking:
    """A candidate by the room's dots and by money; ranks begin at 1, equal ones share the better."""

    candidate: Candidate
    dots: int
    score: float | None
    dots_rank: int | None
    """None where nobody has given a dot yet, and before the ballots are revealed."""
    score_rank: int | None
    """None where the score is not known."""


def dots_agreement(workshop: Workshop) -> float | None:
    """Kendall's W of the ballots' dots over all candidates; None before they are revealed. Source: docs/method.md 3.3."""
    ids = [candidate.id for candidate in candidates(workshop)]
    return kendall_w([[ballot[id] for id in ids] for ballot in open_ballots(workshop).values()])


def rankings(workshop: Workshop) -> tuple[Ranking, ...]:
    """Every candidate by dots and by score: those where room and money disagree most first, then in order."""
    everyone = candidates(workshop)
    totals: Counter[str] = sum(open_ballots(workshop).values(), Counter())
    dots = [totals[candidate.id] for candidate in everyone]
    scores = [score(workshop, candidate) for candidate in everyone]
    rows = [
        Ranking(
            candidate,
            dots[at],
            scores[at],
            _rank(dots, dots[at]) if any(dots) else None,
            _rank(scores, scores[at]),
        )
        for at, candidate in enumerate(everyone)
    ]
    return tuple(sorted(rows, key=_agreed))


def ties(workshop: Workshop) -> tuple[Candidate, ...]:
    """Candidates with equal dots on both sides of the cut, which falls after the chosen ones, or after ten."""
    cut = len(chosen(workshop)) or MOST
    given: Counter[str] = sum(open_ballots(workshop).values(), Counter())
    everyone = candidates(workshop)
    dots = sorted((given[candidate.id] for candidate in everyone), reverse=True)
    if cut >= len(dots) or dots[cut] != dots[cut - 1] or not dots[cut]:
        return ()
    return tuple(candidate for candidate in everyone if given[candidate.id] == dots[cut])


def chosen(workshop: Workshop) -> tuple[Candidate, ...]:
    """The candidates that start now, highest score first; those without one last, as entered."""
    now = [candidate for candidate in workshop.all(Candidate) if candidate.verdict == "now"]
    return tuple(sorted(now, key=lambda one: -(score(workshop, one) or -1)))


def gate(workshop: Workshop) -> str | None:
    """What stands between the room and its five to ten priorities, or None; a written reason opens it.

    Source: docs/method.md 1.7.
    """
    count = len(chosen(workshop))
    if not count:
        return "Nothing is chosen yet: say “now” to five to ten candidates."
    if FEWEST <= count <= MOST or workshop.one(Choosing).override:
        return None
    said = sentence(counted(count, "priority is", "priorities are"))
    if count < FEWEST:
        return f"{said} chosen: choose {in_words(FEWEST - count)} more, or write why fewer will do."
    return f"{said} chosen: move {in_words(count - MOST)} to “not now”, or write why you can finish more than ten."


def _rank(scores: Sequence[float | None], own: float | None) -> int | None:
    return None if own is None else 1 + sum(other is not None and other > own for other in scores)


def _agreed(row: Ranking) -> int:
    """Minus the distance between a candidate's two ranks; 1 where one of them is not known."""
    return 1 if row.dots_rank is None or row.score_rank is None else -abs(row.dots_rank - row.score_rank)
