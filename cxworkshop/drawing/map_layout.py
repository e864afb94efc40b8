"""Where everything stands on the stage map: stages from left to right, each with its leader and its moments below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.lettering import fitted

Kind = Literal["stage", "leader", "moment", "more"]

NOBODY = "nobody yet"
NO_STAGE = "no stage yet"

# The map has units of its own, which the browser scales to the page. With up to eight stages it is WIDE units wide:
# on 1,200 pixels of page, letters of 40 units are 18 pixels high and the smallest, of 34, more than 15.
WIDE, GAP, PADDING = 2400.0, 26.0, 8.0
LARGE, SMALL = (40, 36), (38, 34)
"""Letters of stages, and of leaders and moments: the first of each that fits."""
STAGE_HIGH, LEADER_HIGH, MOMENT_HIGH, KEY_HIGH = 200.0, 104.0, 168.0, 84.0
ROWS = (3, 5, 7)
"""How many moments a column has room for. A few sizes only: the map is drawn afresh when its outline changes."""
FEW = 5
"""With fewer stages than this, boxes grow no wider."""


@dataclass(frozen=True)
class Outline:
    """How many columns and rows a map has room for, which fixes its size and that of its letters on a page."""

    columns: int
    rows: int

    @property
    def width(self) -> float:
        """In map units."""
        return WIDE * self.columns / 8

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
    marks: tuple[str, ...] = ()
    """Of `unowned`, `priority` and `truth`."""


def outline(workshop: Workshop) -> Outline:
    """The room that the stages and the longest column of moments need."""
    stages = ordered_stages(workshop)
    longest = max((len(touchpoints_of(workshop, stage.id)) for stage in stages), default=0)
    return Outline(max(8, len(stages)), next((rows for rows in ROWS if rows >= longest), ROWS[-1]))


def positions(workshop: Workshop) -> tuple[Spot, ...]:
    """Where everything stands. A column depends only on its own stage and on how many stages there are.

    Priorities come first, then moments of truth, then the rest as entered; what does not fit is told as a number.
    """
    stages, frame = ordered_stages(workshop), outline(workshop)
    pitch = frame.width / max(len(stages), FEW)
    left = (frame.width - pitch * len(stages)) / 2
    names, leaders = workshop.labels("stage"), workshop.labels("leader")
    spots: list[Spot] = []
    for column, stage in enumerate(stages):
        x, top = left + (column + 0.5) * pitch, STAGE_HIGH + LEADER_HIGH
        leader = leaders.get(stage.executive or "", "")
        marks: tuple[str, ...] = () if leader else ("unowned",)
        middle = STAGE_HIGH + LEADER_HIGH / 2
        spots.append(_spot("stage", stage.id, names[stage.id], x, STAGE_HIGH / 2, pitch, STAGE_HIGH, marks))
        spots.append(_spot("leader", stage.id, leader or NOBODY, x, middle, pitch, LEADER_HIGH, marks))
        for row, (kind, opens, words, marks) in enumerate(_column(workshop, stage, frame.rows)):
            y = top + (row + 0.5) * MOMENT_HIGH
            spots.append(_spot(kind, opens, words, x, y, pitch, MOMENT_HIGH - GAP / 2, marks))
    return tuple(spots)


def _spot(
    kind: Kind, opens: str, words: str, x: float, y: float, pitch: float, high: float, marks: tuple[str, ...]
) -> Spot:
    box = pitch - GAP
    sizes = LARGE if kind == "stage" else SMALL
    label, letters = fitted(words, box - 2 * PADDING, high - 2 * PADDING, sizes)
    return Spot(kind, opens, label, letters, x, y, box, high, marks)


def _column(workshop: Workshop, stage: Stage, room: int) -> list[tuple[Kind, str, str, tuple[str, ...]]]:
    moments = sorted(touchpoints_of(workshop, stage.id), key=lambda one: (not one.priority, not one.truth))
    names = workshop.labels("touchpoint")
    shown = moments if len(moments) <= room else moments[: room - 1]
    column: list[tuple[Kind, str, str, tuple[str, ...]]] = [
        ("moment", one.id, names[one.id], tuple(mark for mark in ("priority", "truth") if getattr(one, mark)))
        for one in shown
    ]
    if len(shown) < len(moments):
        column.append(("more", stage.id, f"and {len(moments) - len(shown)} more", ()))
    return column


def map_table(workshop: Workshop) -> list[dict[str, object]]:
    """The map as rows, a moment each, for reading and for those who cannot see it; a stage without moments has one."""
    rows: list[dict[str, object]] = []
    leaders, names, moments = (workshop.labels(kind) for kind in ("leader", "stage", "touchpoint"))
    for stage in (*ordered_stages(workshop), None):
        found: tuple[Touchpoint | None, ...] = touchpoints_of(workshop, stage.id if stage else None)
        for one in found or ((None,) if stage else ()):
            rows.append(
                {
                    "Stage": names[stage.id] if stage else NO_STAGE,
                    "Accountable": (leaders.get(stage.executive or "") or NOBODY) if stage else "",
                    "Moment": moments[one.id] if one else "",
                    "Priority": "yes" if one and one.priority else "",
                    "Moment of truth": "yes" if one and one.truth else "",
                    "Decides whether they": (one.decides or "") if one else "",
                }
            )
    return rows
