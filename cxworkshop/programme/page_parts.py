"""The parts of the one page, each in words and whole numbers that are ready to be set."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.programme.dissent import Dissent


@dataclass(frozen=True)
class Count:
    """The latest bridge in whole customers; `came`, `left` and `change` are None until they are known."""

    noun: str
    when: str
    """`in 2025`."""
    came: int | None
    left: int | None
    change: int | None
    """Closing less opening."""
    said: str
    """The headline in a sentence, or what is missing to one."""
    plain: bool
    """Whether who came and who left are the whole of it: no gap, no moves, nobody passed over."""
    value: str
    sure: str


@dataclass(frozen=True)
class OneVersion:
    """The definition in a sentence, the count that goes with it, and where the leaders stand."""

    sentence: str
    agreed: str
    signed: str
    objectors: tuple[str, ...]


@dataclass(frozen=True)
class StageLine:
    """A stage on the path: its name, who answers, how it feels from -2 to 2, and its priority moments."""

    name: str
    leader: str
    emotion: float | None
    moments: tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """What all leaders will do, what they give up for it, and what that costs."""

    will: str
    will_not: str
    cost: str


@dataclass(frozen=True)
class PriorityLine:
    """A priority with who answers, its first action, the measure that moves, and the value at risk a year."""

    name: str
    leader: str
    action: str
    by: str
    measure: str
    moves: str
    """`82.3 → 97`."""
    value: str


@dataclass(frozen=True)
class OnePage:
    """Everything that stands on the page, in its order; blank words and empty tuples where nothing was written."""

    company: str
    held: str
    draft: bool
    sample: bool
    count: Count
    version: OneVersion
    stages: tuple[StageLine, ...]
    pairs: tuple[Pair, ...]
    open_pairs: int
    """Pairs on the wall that do not have all leaders behind them."""
    priorities: tuple[PriorityLine, ...]
    commitments: str
    dissent: tuple[Dissent, ...]
