"""Names of stages: the customer's or ours, and both side by side."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.names import name_flag
from cxworkshop.analysis.stage_names import two_names
from cxworkshop.domain.records import Company, Leader, Stage
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ui.charts.stage_names import names_beside

ROOM = assemble(
    [
        Company(id="company", products=("Bloom Box", "C++ (Pro)")),
        Leader(id="ada", name="Ada", function="Fulfilment desk"),
        Stage(id="a", order=1, name="I choose my first Bloom Box", inside_name="Basket"),
        Stage(id="b", order=2, name="It arrives", inside_name="Delivery"),
        Stage(id="c", order=3, name="Care", inside_name="care"),
        Stage(id="d", order=4, inside_name="Claims"),
    ]
)


@pytest.mark.parametrize("name", ["Bloom Box", "I open my bloom boxes", "I learn C++ (Pro) at night"])
def test_a_name_that_holds_a_product_is_ours(name: str) -> None:
    """Whatever its capitals and signs; why is said, and a question gets a better name."""
    flag = name_flag(name, ROOM)
    assert flag is not None
    assert "is the name of a product" in flag
    assert flag.endswith("?")


@pytest.mark.parametrize("name", ["I box up what I bloom with", "I learn C at night", "Bloomboxing"])
def test_words_of_a_product_in_another_order_are_the_customers(name: str) -> None:
    """Only the product's whole name counts."""
    assert name_flag(name, ROOM) is None


def test_each_stage_has_two_names() -> None:
    """A product's name is flagged, the same name inside and outside as well; a blank one is not a wrong one."""
    found = two_names(ROOM)
    assert [(one.inside, one.outside, bool(one.flag)) for one in found] == [
        ("Basket", "I choose my first Bloom Box", True),
        ("Delivery", "It arrives", False),
        ("care", "Care", True),
        ("Claims", "", False),
    ]
    assert found[2].flag == "“Care” is what you say inside as well. Which of your customers would say it?"


def test_the_two_names_are_drawn_side_by_side() -> None:
    """The title counts and names those that are still ours; each is marked by a cross, and says why in the table."""
    found = names_beside(ROOM, LIGHT)
    assert found is not None
    assert found.says == (
        "Two of four names are still ours and not the customer's: “I choose my first Bloom Box” and “Care”."
    )
    assert found.table[3] == {
        "What we say inside": "Claims",
        "What they would say": "nobody has said",
        "Still ours because": "",
    }
    outside = [row["outside"] for row in next(iter(found.chart.to_dict()["datasets"].values()))]
    assert [str(words).startswith("✕ ") for words in outside] == [True, False, True, False]
    assert names_beside(Workshop(), LIGHT) is None


def test_good_names_are_said_to_be_good() -> None:
    """Where nothing is flagged the title says so, and where a name is missing it says that first."""
    good = assemble([Stage(id="a", name="I look"), Stage(id="b", name="I wait")])
    some = assemble([Stage(id="a", name="I look"), Stage(id="b")])
    says = [found.says for one in (good, some) if (found := names_beside(one, LIGHT))]
    assert says == [
        "Both stages have a name that a customer could have said.",
        "One stage waits for a name that a customer would use.",
    ]
