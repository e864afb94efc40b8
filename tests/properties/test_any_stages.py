"""Whatever a room wrote about its stages: what is said of it is whole sentences, and its map is a picture."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.accountability import gaps_say
from cxworkshop.analysis.feelings import felt
from cxworkshop.analysis.priority_cap import cap, cap_says, over, rest_parked
from cxworkshop.analysis.stage_hanging import left_alone, moves
from cxworkshop.analysis.stage_names import two_names
from cxworkshop.domain.commands import apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Company, Feeling, Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.map_layout import outline, positions
from cxworkshop.drawing.map_svg import map_svg
from cxworkshop.drawing.map_table import map_table
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme.rules import experience as rules
from cxworkshop.ui.charts.experience import accountability
from cxworkshop.ui.charts.feelings import emotion_curve
from cxworkshop.ui.charts.stage_names import names_beside
from tests.strategies import records

IDS: dict[type[Record], list[str]] = {
    Company: ["company"],
    Leader: ["l1", "l2"],
    Stage: ["s1", "s2"],
    Touchpoint: ["t1", "t2", "t3"],
    Feeling: ["f1", "f2"],
}


@st.composite
def rooms(draw: st.DrawFn) -> Workshop:
    """Two stages, a few moments, marks and leaders, with any words in them."""
    known = {cls.kind: ids for cls, ids in IDS.items()}
    return assemble([draw(records(cls, id=id, known=known)) for cls, ids in IDS.items() for id in ids])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rooms())
def test_any_room_gets_its_findings_its_pictures_and_its_map(room: Workshop) -> None:
    """Nothing breaks on hostile words, blanks and references to what is gone; sentences end as sentences do."""
    says = [
        rules.stages_says(room),
        rules.feelings_says(room),
        rules.touchpoints_says(room),
        rules.map_says(room),
        cap_says(room),
        *gaps_say(room),
        *over(room),
        *moves(room, "s1", "s2"),
    ]
    assert all(one[-1] in ".?" for one in says)
    assert left_alone(room, "s1") != ""
    assert all(one.flag is None or one.flag.endswith("?") for one in two_names(room))
    assert all(one.emotion is None or -2 <= one.emotion <= 2 for one in felt(room))
    for draw in (names_beside, emotion_curve, accountability):
        found = draw(room, LIGHT)
        assert found is None or (found.says and found.alt and found.table)
    svg = map_svg(room, rules.map_says(room))
    assert svg is not None
    assert Xml.fromstring(svg).tag.endswith("svg")
    frame = outline(room)
    assert all(0 < spot.x < frame.width and 0 < spot.y < frame.height for spot in positions(room))
    assert len(map_table(room)) >= 3
    assert not cap(apply(room, rest_parked(room))).open
