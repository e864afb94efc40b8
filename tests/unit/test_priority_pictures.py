"""Pictures of weighing: bubbles that hide no other, and ways of weighing on which the contested always stand."""

from __future__ import annotations

import math
from itertools import combinations

from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import palette
from cxworkshop.ui.charts.bubbles import HIGH, MOST, WIDE, apart, bubbles
from cxworkshop.ui.charts.ways import ways

LIGHT = palette("light")


def test_twenty_five_bubbles_on_five_spots_hide_no_other() -> None:
    """Pushed off each other within the room, the same way every time; those that lie free stay where they are."""
    heaped = [(100.0 * (n % 5), 80.0 * (n % 3), 16.0 + n % 6) for n in range(MOST)]
    laid = apart(heaped)
    assert all(
        math.dist(one[:2], other[:2]) >= one[2] + other[2] - 0.5 for one, other in combinations(laid, 2)
    )
    assert all(0 <= x <= WIDE and 0 <= y <= HIGH for x, y, _ in laid)
    assert laid == apart(heaped)
    free = [(10.0, 10.0, 8.0), (200.0, 200.0, 20.0)]
    assert apart(free) == free


def test_bubbles_leave_out_what_stops_and_say_what_gives_much_for_little() -> None:
    """One month is one month; nothing to compare gives no picture."""
    rows = [
        Candidate(id="a", name="Ring first", value=1_000, confidence="1", effort=1),
        Candidate(id="b", name="An app", value=2_000, confidence="0.5", effort=20),
    ]
    found = bubbles(assemble(rows), LIGHT)
    assert found is not None
    assert found.says == (
        "“Ring first” gives much for little: 1,000 a year at risk, 1 person-month of effort."
    )
    assert [row["Candidate"] for row in found.table] == ["Ring first", "An app"]
    stopped = [rows[0], rows[1].with_values({"verdict": "stop doing"})]
    assert bubbles(assemble(stopped), LIGHT) is None
    assert bubbles(Workshop(), LIGHT) is None


def test_the_most_contested_stands_on_the_picture_with_its_own_rank() -> None:
    """Last of twenty by money and first by WSJF: it is drawn although twelve others are dearer."""
    rows = [
        Candidate(
            id=str(n), name=f"Thing {n}", value=1_000 - n, confidence="1", effort=1, worth=10 if n == 19 else 1, urgency=1, reduction=1
        )
        for n in range(20)
    ]  # fmt: skip
    found = ways(assemble(rows), LIGHT)
    assert found is not None
    assert found.says == "They part most over “Thing 19”: place 1 by WSJF, place 20 by money."
    drawn = str(found.chart.to_dict())
    assert "Thing 19" in drawn
    assert "'20'" in drawn
    assert len(found.table) == 20
    assert ways(assemble(rows[:1]), LIGHT) is None
