"""How much of each list fits on one sheet that A4 and Letter both hold: the priorities whole, then choices and dissent."""

from __future__ import annotations

from dataclasses import dataclass

PRIORITIES = 10
"""Five to ten; a longer list is told as a number."""
WIDE, HIGH = 48.5, 66.2
"""The sheet in units of 4 mm: 194 by 264.8 mm, within 7 mm of the edges of A4 and of Letter."""
TALL = 282
"""The height of the sheet on the longer A4, in mm: what it has more becomes space between the parts."""
PAIR, LINE = 2.85, 0.94
"""Height of a row of two pairs, and of a line of dissent, in units."""
ROW, TIGHT = 2.03, 1.86
"""Height of a priority, and of one where there are more than seven."""
_OTHERS = 37.8
"""Everything else on the sheet with the space between."""
_FEWEST = 4
"""Lines of dissent that always have room."""


@dataclass(frozen=True)
class Room:
    """How many priorities, pairs and lines of dissent stand on the sheet."""

    priorities: int
    pairs: int
    dissent: int


def room(priorities: int, pairs: int, dissent: int) -> Room:
    """Choices take what priorities leave, but never the place of the first four lines of dissent; dissent has the rest."""
    shown = min(priorities, PRIORITIES)
    left = HIGH - _OTHERS - shown * row_height(shown)
    kept = min(dissent, _FEWEST) * LINE
    rows = max(1, min((pairs + 1) // 2, int((left - kept) / PAIR)))
    return Room(shown, min(pairs, 2 * rows), max(1, int((left - rows * PAIR) / LINE)))


def row_height(priorities: int) -> float:
    """Of one priority, in units."""
    return TIGHT if priorities > 7 else ROW
