"""What leaders answered, item by item: the seven inhibitors, the growth path, and whether each stage is reliable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from cxworkshop.analysis.agreement import Opinion, krippendorff, opinion
from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.silent import open_slips
from cxworkshop.domain.records import Leader, Rating, Stage
from cxworkshop.domain.records.frame import GROWTH_PATH, INHIBITORS
from cxworkshop.domain.workshop import Workshop

LOW, HIGH = 1, 5
IT_DEPENDS = "it depends"
DOUBT = 2

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Reliability:
    """A stage's ratings, 1 luck to 5 every time; “it depends” is counted apart and means no."""

    stage: Stage
    opinion: Opinion
    depends: int
    doubts: int
    """Leaders who say 1, 2 or “it depends”."""
    reliable: bool | None
    """False where at least half are in doubt; None without answers."""


def inhibitors(workshop: Workshop) -> tuple[tuple[str, Opinion], ...]:
    """Each inhibitor in words and what was answered, highest median first, then least agreement.

    Nothing was answered before the slips are revealed; those that nobody rated come last. Source: docs/method.md 1.1.
    """
    slips = open_slips(workshop)
    found = [
        (words, opinion((getattr(slip, name) for slip in slips), LOW, HIGH))
        for name, words in INHIBITORS.items()
    ]
    return tuple(
        sorted(
            found,
            key=lambda item: (-(item[1].median or 0), 1 if item[1].agreement is None else item[1].agreement),
        )
    )


def growth_path(workshop: Workshop) -> tuple[tuple[str, int], ...]:
    """The four positions of the growth path, in order, and how many revealed slips see the company there."""
    places = Counter(slip.growth_path for slip in open_slips(workshop))
    return tuple((place, places[place]) for place in GROWTH_PATH)


def reliability(workshop: Workshop) -> tuple[Reliability, ...]:
    """Each stage, in order, with its ratings. Source: docs/method.md 1.5 and 3.3."""
    found = []
    for stage in ordered_stages(workshop):
        ratings = (rating for rating in workshop.all(Rating) if rating.stage == stage.id)
        answers = last_word(workshop, ((rating.leader, rating.rating) for rating in ratings))
        marks = opinion((int(answer) for answer in answers if answer != IT_DEPENDS), LOW, HIGH)
        depends = answers.count(IT_DEPENDS)
        doubts = depends + sum(mark <= DOUBT for mark in marks.values)
        found.append(
            Reliability(stage, marks, depends, doubts, 2 * doubts < len(answers) if answers else None)
        )
    return tuple(found)


def last_word(workshop: Workshop, answers: Iterable[tuple[str | None, Answer | None]]) -> tuple[Answer, ...]:
    """One answer for each leader, the last one given; answers without a known leader count each, blanks not at all."""
    said: dict[str, Answer] = {}
    for number, (leader, answer) in enumerate(answers):
        if answer is not None:
            said[leader if leader and workshop.get(Leader, leader) else f"#{number}"] = answer
    return tuple(said.values())


def alike(workshop: Workshop) -> tuple[int, float | None]:
    """How many leaders marked a stage, and how far they see the same stages alike: Krippendorff's alpha of the marks' order.

    “It depends” is no mark and counted apart. None where it is undefined. Source: docs/method.md 3.3.
    """
    stages = [stage.id for stage in ordered_stages(workshop)]
    marks: dict[str, dict[str, float]] = {}
    for rating in workshop.all(Rating):
        if rating.leader and rating.stage in stages and rating.rating and rating.rating != IT_DEPENDS:
            marks.setdefault(rating.leader, {})[rating.stage] = float(rating.rating)
    sheet = [[own.get(stage) for stage in stages] for own in marks.values()]
    return len(sheet), krippendorff(sheet, "ordinal")
