"""Where everything stands on the stage map: stages from left to right, each with its leader and its moments below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import fitted

Kind = Literal["stage", "leader", "moment", "more"]
Mark = Literal["unowned", "parked", "priority", "truth", "pressure", "rescue"]

NOBODY = "nobody yet"

# The map has units of its own, which the browser scales to the page. With up to eight stages it is WIDE units wide:
# on a page of 870 pixels, which is what a laptop of 1280 leaves, a unit is 0.36 pixels and the smallest letters are 13.
WIDE = 2400.0
GAP, STAGE_GAP, PADDING = 18.0, 46.0, 6.0
LARGE, SMALL = (44, 40, 36), (42, 38, 36)
"""Letters of stages, and of leaders and moments: the first of each that fits."""
STAGE_HIGH, LEADER_HIGH, MOMENT_HIGH, KEY_HIGH = 192.0, 96.0, 250.0, 96.0
BOX_HIGH, EDGE = 184.0, 19.0
"""A moment's box within its row, and how far signs on its upper and lower edge reach into it."""
SLOTS = (6, 8)
ROWS = (5, 7, 10, 15)
"""For how many stages and moments there is room. A few sizes only: the map is drawn afresh when its outline changes."""
SAFE = 1.19
"""Some browsers have only a wide face to write with."""


@dataclass(frozen=True)
class Outline:
    """How many columns and rows a map has room for, which fixes its size and that of its letters on a page."""

    columns: int
    rows: int

    @property
    def width(self) -> float:
        """In map units."""
        return WIDE * max(self.columns, SLOTS[-1]) / SLOTS[-1]

    @property
    def height(self) -> float:
        """In map units."""
        return STAGE_HIGH + LEADER_HIGH + self.rows * MOMENT_HIGH + KEY_HIGH


@dataclass(frozen=True)
class Spot:
    """A thing on the map: the record that a click opens, its words in lines, its centre and size in map units."""

    kind: Kind
    opens: str
    label: str
    letters: int
    """Height of its letters."""
    x: float
    y: float
    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    role: str = ""
    """What a moment is there to do: win, bond, rescue or grow."""


def outline(workshop: Workshop) -> Outline:
    """The room that the stages and the longest column of moments need."""
    stages = ordered_stages(workshop)
    longest = max((len(touchpoints_of(workshop, stage.id)) for stage in stages), default=0)
    columns = next((slots for slots in SLOTS if slots >= len(stages)), len(stages))
    return Outline(columns, next((rows for rows in ROWS if rows >= longest), ROWS[-1]))


def positions(workshop: Workshop) -> tuple[Spot, ...]:
    """Where everything stands: a stage in its slot from the left, its moments below it in the order they were entered.

    Nothing else moves a box, no mark and no word; what does not fit below a stage is told as a number. Equal names are
    not numbered here: their places tell them apart.
    """
    frame = outline(workshop)
    pitch = frame.width / frame.columns
    leaders = workshop.labels("leader")
    spots: list[Spot] = []
    for column, stage in enumerate(ordered_stages(workshop)):
        x, top = (column + 0.5) * pitch, STAGE_HIGH + LEADER_HIGH
        leader = leaders.get(stage.executive or "", "")
        marks: tuple[Mark, ...] = () if leader else ("unowned",)
        middle, said = STAGE_HIGH + LEADER_HIGH / 2, leader or f"× {NOBODY}"
        spots += [
            _spot("stage", stage.id, stage.label, x, STAGE_HIGH / 2, pitch - STAGE_GAP, STAGE_HIGH, marks),
            _spot("leader", stage.id, said, x, middle, pitch - GAP, LEADER_HIGH, marks),
        ]
        for row, (kind, opens, words, moment) in enumerate(_column(workshop, stage, frame.rows)):
            y = top + row * MOMENT_HIGH + MOMENT_HIGH / 2
            seen, role = (_marks(moment), moment.role or "") if moment else ((), "")
            spots.append(_spot(kind, opens, words, x, y, pitch - GAP, BOX_HIGH, seen, role))
    return tuple(spots)


def _spot(
    kind: Kind,
    opens: str,
    words: str,
    x: float,
    y: float,
    wide: float,
    high: float,
    marks: tuple[Mark, ...],
    role: str = "",
) -> Spot:
    sizes, inside = (LARGE, 2 * PADDING) if kind == "stage" else (SMALL, EDGE if kind == "moment" else 0.0)
    label, letters = fitted(words, (wide - 2 * PADDING) / SAFE, high - 2 * inside, sizes)
    return Spot(kind, opens, label, letters, x, y, wide, high, marks, role)


def _marks(moment: Touchpoint) -> tuple[Mark, ...]:
    said: tuple[Mark, ...] = ("parked", "priority", "truth", "pressure", "rescue")
    return tuple(mark for mark in said if getattr(moment, mark))


def _column(workshop: Workshop, stage: Stage, room: int) -> list[tuple[Kind, str, str, Touchpoint | None]]:
    moments = touchpoints_of(workshop, stage.id)
    shown = moments if len(moments) <= room else moments[: room - 1]
    column: list[tuple[Kind, str, str, Touchpoint | None]] = [
        ("moment", one.id, one.label, one) for one in shown
    ]
    if len(shown) < len(moments):
        column.append(("more", stage.id, f"and {len(moments) - len(shown)} more", None))
    return column
