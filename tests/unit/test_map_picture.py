"""The stage map as a picture: the same boxes as on screen, words that stay words, and boxes that stand still."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

import pytest

from cxworkshop.domain.commands import Command, Put, Remove, apply
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.map_layout import Spot, outline, positions
from cxworkshop.drawing.map_svg import map_svg
from cxworkshop.drawing.map_table import map_table
from cxworkshop.drawing.palette import DARK, LIGHT
from cxworkshop.drawing.png import png, size_of
from cxworkshop.drawing.sheet import NAMESPACE
from tests.strategies import HOSTILE

WAYS = {"svg": NAMESPACE}
STAGES = [
    Stage(id=f"s{at}", order=at + 1, name=f"I do {at}", executive="ada" if at else None) for at in range(4)
]
MOMENTS = [
    Touchpoint(id=f"t{at}", stage=f"s{at % 4}", name=f"Moment {at}", role="bond", priority=at == 4)
    for at in range(12)
]
ROOM = assemble([Leader(id="ada", name="Ada"), *STAGES, *MOMENTS])

EDITS: tuple[Command, ...] = (
    Put("touchpoint", "t5", {"name": "Another and much longer name than before"}),
    Put("touchpoint", "t5", {"role": "rescue"}),
    Put("touchpoint", "t5", {"priority": True}),
    Put("touchpoint", "t5", {"truth": True}),
    Put("touchpoint", "t5", {"pressure": True}),
    Put("touchpoint", "t5", {"rescue": True}),
    Put("touchpoint", "t5", {"parked": True}),
    Put("stage", "s1", {"executive": None, "name": "I do something else altogether"}),
    Put("touchpoint", "new", {"stage": "s1", "name": "Added"}),
    Remove("touchpoint", "t9"),
    Put("stage", "s9", {"order": 5, "name": "I come back"}),
)


def texts(svg: str) -> list[str]:
    """Every line of words in a picture."""
    return ["".join(one.itertext()) for one in Xml.fromstring(svg).iter(f"{{{NAMESPACE}}}text")]


def places(workshop: Workshop, *without: str) -> set[tuple[str, str, float, float, float, float]]:
    """Every box and where it stands, but for those of some records."""
    return {
        (one.kind, one.opens, one.x, one.y, one.width, one.height)
        for one in positions(workshop)
        if one.opens not in without
    }


def test_no_edit_moves_another_box() -> None:
    """Eleven edits, one after the other, and every box that none of them is about stands where it stood."""
    room = ROOM
    mine = ("t5", "new", "t9", "s9")
    for edit in EDITS:
        after = apply(room, edit)
        assert places(after, *mine) == places(ROOM, *mine)
        assert outline(after) == outline(ROOM)
        room = after


@pytest.mark.parametrize(("stages", "columns"), [(1, 6), (6, 6), (7, 8), (8, 8), (9, 9), (12, 12)])
def test_stages_stand_in_slots_from_the_left(stages: int, columns: int) -> None:
    """Six slots, then eight, then as many as there are; the letters do not shrink with a ninth."""
    many = assemble([Stage(id=f"s{at}", order=at + 1, name="I do") for at in range(stages)])
    assert outline(many).columns == columns
    assert min(spot.letters for spot in positions(many)) >= 36


@pytest.mark.parametrize(("moments", "rows"), [(0, 5), (5, 5), (6, 7), (7, 7), (8, 10), (15, 15), (40, 15)])
def test_a_column_has_room_to_grow(moments: int, rows: int) -> None:
    """Five places at least, more only where they are needed."""
    some = [Touchpoint(id=f"t{at}", stage="s", name="M") for at in range(moments)]
    assert outline(assemble([Stage(id="s"), *some])).rows == rows


def test_moments_stand_in_the_order_they_were_entered() -> None:
    """A priority is marked and not moved."""
    assert [one.opens for one in positions(ROOM) if one.kind == "moment"][:3] == ["t0", "t4", "t8"]


def test_no_boxes_overlap() -> None:
    """Eight stages of five long names: each box stands by itself within the map."""
    name = "Unpacking everything on the kitchen floor in the evening"
    many = assemble(
        [
            *(Stage(id=f"s{at}", order=at + 1, name=name) for at in range(8)),
            *(Touchpoint(id=f"t{at}", stage=f"s{at % 8}", name=name, role="rescue") for at in range(40)),
        ]
    )
    spots, frame = positions(many), outline(many)
    assert len(spots) == 8 + 8 + 40

    def apart(one: Spot, other: Spot) -> bool:
        return (
            abs(one.x - other.x) * 2 >= one.width + other.width
            or abs(one.y - other.y) * 2 >= one.height + other.height
        )

    assert all(one is other or apart(one, other) for one in spots for other in spots)
    assert all(0 <= one.x - one.width / 2 and one.x + one.width / 2 <= frame.width for one in spots)


def test_the_picture_says_what_the_map_says() -> None:
    """Its finding on top, every name, who answers, the roles, and a key to the signs."""
    svg = map_svg(ROOM, "All is well.")
    assert svg is not None
    said = " ".join(texts(svg))
    for words in (
        "All is well.",
        "Moment 11",
        "I do 3",
        "Ada",
        "× nobody yet",
        "bond",
        "moment of truth",
        "parked",
    ):
        assert words in said
    assert map_svg(Workshop(), "Nothing.") is None


@pytest.mark.parametrize("words", HOSTILE)
def test_words_never_become_a_part_of_the_picture(words: str) -> None:
    """Whatever a person typed: the picture is well formed and has as many elements as with plain words."""
    plain = map_svg(assemble([Stage(id="s", name="I"), Touchpoint(id="t", stage="s", name="I")]), "I")
    hostile = map_svg(
        assemble([Stage(id="s", name=words[:300]), Touchpoint(id="t", stage="s", name=words[:300])]),
        words[:90],
    )
    assert plain is not None
    assert hostile is not None
    kinds = {one.tag.split("}")[1] for one in Xml.fromstring(hostile).iter()}
    assert kinds <= {one.tag.split("}")[1] for one in Xml.fromstring(plain).iter()}
    assert png(hostile)[:8] == b"\x89PNG\r\n\x1a\n"


def test_dots_are_as_many_as_asked_for() -> None:
    """Twice as sharp is twice as wide and as high; on dark paper it is another picture."""
    light, dark = map_svg(ROOM, "So.", LIGHT), map_svg(ROOM, "So.", DARK)
    assert light is not None
    assert dark is not None
    wide, high = size_of(png(light))
    # Half a dot more or less is a matter of rounding.
    assert all(
        abs(one - 2 * other) <= 1 for one, other in zip(size_of(png(light, 2)), (wide, high), strict=True)
    )
    assert png(light) != png(dark)


def test_the_table_tells_every_sign() -> None:
    """Role, priority, truth, pressure, rescue and parked, in words."""
    room = apply(ROOM, Put("touchpoint", "t0", {"pressure": True, "parked": True, "decides": "leave"}))
    assert map_table(room)[0] == {
        "Stage": "I do 0",
        "Accountable": "nobody yet",
        "Moment": "Moment 0",
        "Role": "bond",
        "Priority": "",
        "Moment of truth": "",
        "Pressure point": "yes",
        "Rescue moment": "",
        "Parked": "yes",
        "Decides whether they": "leave",
    }
