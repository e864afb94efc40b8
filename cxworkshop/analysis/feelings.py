"""How each stage feels to the customer who lives it: what the room settled on, each leader's own mark, and how far they agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cxworkshop.analysis.agreement import Opinion, opinion
from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.opinions import last_word
from cxworkshop.domain.records import Feeling, Stage
from cxworkshop.domain.workshop import Workshop

LOW, HIGH = -2, 2
WORDS = {2: "delight", 1: "glad", 0: "indifferent", -1: "uneasy", -2: "dread"}


@dataclass(frozen=True)
class Felt:
    """A stage, its leaders' marks, and the emotion that counts: the settled one, else the middle of the marks."""

    stage: Stage
    opinion: Opinion
    emotion: float | None
    settled: bool
    """Whether the room settled on it."""

    @property
    def range(self) -> float:
        """From the lowest mark to the highest; 0 with fewer than two."""
        marks = self.opinion
        return marks.high - marks.low if marks.high is not None and marks.low is not None else 0.0

    @property
    def spread(self) -> Counter[float]:
        """How many leaders gave each mark."""
        return Counter(self.opinion.values)


def felt(workshop: Workshop) -> tuple[Felt, ...]:
    """Each stage in order, with how it feels. Source: docs/method.md 1.3 and 3.3."""
    found = []
    for stage in ordered_stages(workshop):
        marks = ((one.leader, one.emotion) for one in workshop.all(Feeling) if one.stage == stage.id)
        said = opinion(last_word(workshop, marks), LOW, HIGH)
        settled = stage.emotion is not None
        found.append(Felt(stage, said, stage.emotion if settled else said.median, settled))
    return tuple(found)


def least_agreed(workshop: Workshop) -> Felt | None:
    """The stage to talk about first: least agreement, then the widest range; None where all say the same."""
    divided = [one for one in felt(workshop) if one.range > 0 and one.opinion.agreement is not None]
    return min(divided, key=lambda one: (one.opinion.agreement or 0.0, -one.range), default=None)


def in_words(emotion: float) -> str:
    """An emotion in words; halfway between two, both: `uneasy to indifferent`."""
    low, high = WORDS[int(emotion // 1)], WORDS[int(-(-emotion // 1))]
    return low if low == high else f"{low} to {high}"
