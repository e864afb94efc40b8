"""The wall as a picture to hang up: both halves, the price, a dot for each hand and no name, and words that stay words."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from cxworkshop.domain.records import ChoiceVote, GrowthChoice, Leader
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import DARK, LIGHT, contrast
from cxworkshop.drawing.png import png, size_of
from cxworkshop.drawing.sheet import NAMESPACE
from cxworkshop.drawing.wall_svg import grounds, wall_svg
from tests.strategies import HOSTILE

LEADERS = [Leader(id=f"l{at}", name=f"Ana{at}") for at in range(6)]
VOTES = [ChoiceVote(id=f"v{at}", choice="g", leader=f"l{at}", vote=5 if at else 2) for at in range(6)]


def drawn(*pairs: GrowthChoice) -> Xml.Element:
    """The wall of these pairs, read back."""
    svg = wall_svg(assemble([*pairs, *LEADERS, *VOTES]), "So it stands.")
    assert svg is not None
    return Xml.fromstring(svg)


def count(svg: Xml.Element, shape: str) -> int:
    """How many of a shape are on the picture."""
    return len(list(svg.iter(f"{{{NAMESPACE}}}{shape}")))


def test_a_pair_is_drawn_with_its_price_its_verdict_and_a_dot_for_each_hand() -> None:
    """Five circles, a triangle for the two, and nobody's name."""
    svg = drawn(GrowthChoice(id="g", will="Wait", will_not="Sail early", cost="Hours", toward="partners"))
    words = [one.text or "" for one in svg.iter(f"{{{NAMESPACE}}}text")]
    assert {
        "So it stands.",
        "✓ We will, toward partners",
        "Wait",
        "Sail early",
        "Hours",
        "▼ not united",
    } <= set(words)
    assert (count(svg, "circle"), count(svg, "polygon")) == (5, 1)
    assert not [one for one in words if "Ana" in one]


def test_without_pairs_there_is_no_picture() -> None:
    """A pair of which nothing but the price is written is none yet."""
    assert wall_svg(Workshop(), "Nothing.") is None
    assert wall_svg(assemble([GrowthChoice(id="g", cost="Hours")]), "Nothing.") is None


def test_words_stay_words_and_very_long_ones_are_cut() -> None:
    """Nothing that people write becomes a part of the picture, and the picture is as high as seven lines at most."""
    plain = drawn(GrowthChoice(id="g", will="I", will_not="I", cost="I"))
    for words in (one[:4_000] for one in HOSTILE):
        nasty = drawn(GrowthChoice(id="g", will=words, will_not=words, cost=words))
        assert {one.tag for one in plain.iter()} == {one.tag for one in nasty.iter()}
    one, other = (drawn(GrowthChoice(id="g", will="word " * many, will_not="x")) for many in (200, 900))
    assert one.get("viewBox") == other.get("viewBox")


def test_the_words_read_on_both_grounds_in_both_themes() -> None:
    """Contrast is 4.5:1 or better; and the picture becomes one of dots at half its units."""
    for palette in (LIGHT, DARK):
        assert min(contrast(ground, palette.on(ground)) for ground in grounds(palette)) >= 4.5
    svg = wall_svg(assemble([GrowthChoice(id="g", will="Wait", will_not="Sail early")]), "So.")
    assert svg is not None
    assert size_of(png(svg))[0] == 1000


def test_the_hands_of_a_large_room_stay_above_the_next_pair() -> None:
    """Twenty hands on one number take five rows, and none of them lies on the pair below."""
    pairs = [GrowthChoice(id=id, will=id, will_not="x", cost="x") for id in ("g", "h")]
    room = [Leader(id=f"l{at}", name=f"Ana{at}") for at in range(20)]
    votes = [ChoiceVote(id=f"v{at}", choice="g", leader=f"l{at}", vote=5) for at in range(20)]
    svg = Xml.fromstring(wall_svg(assemble([*pairs, *room, *votes]), "So.") or "")
    lowest = max(float(one.get("cy") or 0) + 11 for one in svg.iter(f"{{{NAMESPACE}}}circle"))
    grounds = sorted({float(one.get("y") or 0) for one in svg.iter(f"{{{NAMESPACE}}}rect")})
    assert lowest < grounds[-1]
