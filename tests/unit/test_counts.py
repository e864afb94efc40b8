"""How far apart the functions' own counts lie."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.counts import closing_counts, contradiction, covered, has_number, revealed, spread
from cxworkshop.analysis.walks import walks
from cxworkshop.domain.records import Definition, FunctionCount
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.palette import palette
from cxworkshop.programme import STEPS
from cxworkshop.ui.charts.counts import counts


def test_three_functions_with_three_answers_are_5850_customers_apart() -> None:
    """The worked example of docs/method.md 1.2: 41,200, 38,900 and 44,750."""
    found = spread([41_200, 38_900, 44_750])
    assert found is not None
    assert (found.count, found.low, found.high, found.median, found.spread) == (
        3,
        38_900,
        44_750,
        41_200,
        5_850,
    )
    assert found.ratio == pytest.approx(0.142, abs=5e-4)
    assert found.cv == pytest.approx(0.071, abs=5e-4)


def test_one_count_alone_has_no_variation_to_speak_of() -> None:
    """A spread of 0, and no coefficient of variation."""
    found = spread([500])
    assert found is not None
    assert (found.spread, found.ratio, found.cv) == (0, 0.0, None)


def test_counts_of_nothing_have_no_ratio() -> None:
    """A median or mean of 0 divides nothing."""
    found = spread([0, 0])
    assert found is not None
    assert (found.ratio, found.cv) == (None, None)


def test_without_counts_there_is_no_spread() -> None:
    """Blanks are not zeroes."""
    assert spread([]) is None
    assert spread([None, None]) is None


def test_a_function_that_gave_only_its_movements_has_them_added_up() -> None:
    """Opening + new - lost stands in for a closing count; a typed closing count is never overruled."""
    room = assemble(
        [
            FunctionCount(id="1", function="Sales", total=44_750, opening=1, new=1, lost=1, revealed=True),
            FunctionCount(id="2", function="Finance", opening=40_000, new=5_000, lost=6_100, revealed=True),
            FunctionCount(id="3", function="Service", opening=40_000, new=5_000, revealed=True),
        ]
    )
    assert closing_counts(room) == (("Sales", 44_750), ("Finance", 38_900))


def test_an_empty_workshop_has_no_counts() -> None:
    """Nothing in, nothing out."""
    assert closing_counts(Workshop()) == ()


def test_a_covered_number_is_in_no_count() -> None:
    """Until it is revealed a number is only in or not; the room sees who has brought one, not which."""
    room = assemble(
        [
            FunctionCount(id="1", function="Sales", total=44_750),
            FunctionCount(id="2", function="Finance", total=38_900, revealed=True),
            FunctionCount(id="3", function="Service", definition="Households"),
        ]
    )
    assert closing_counts(room) == (("Finance", 38_900),)
    assert ["2"] == [row.id for row in revealed(room)]
    assert [("Sales", True), ("Service", False)] == [(row.function, has_number(row)) for row in covered(room)]


def told(row: FunctionCount) -> str | None:
    """What is said against a function's own figures."""
    return contradiction(assemble([row]), row)


def test_a_function_that_contradicts_itself_is_told() -> None:
    """40,000 + 5,000 - 6,100 is 38,900; whoever then says 39,000 counts 100 more than came about."""
    said = FunctionCount(id="1", function="Sales", opening=40_000, new=5_000, lost=6_100, total=39_000)
    assert told(said) == ("Sales: 40,000 + 5,000 − 6,100 is 38,900, and its closing says 39,000: 100 more.")
    assert told(said.with_values({"total": 38_900})) is None
    assert told(said.with_values({"lost": None})) is None


def test_more_lost_than_there_were_is_no_count() -> None:
    """1 + 0 - 5 would be fewer customers than none: it is told, is in no spread, walks nowhere, and keeps the step open."""
    sales = FunctionCount(
        id="s", function="Sales", opening=1, new=0, lost=5, definition="Buyers", revealed=True
    )
    others = [FunctionCount(id=id, function=id, total=900, definition="Payers", revealed=True) for id in "AB"]
    room = assemble([sales, *others, Definition(id="definition", agreed=900)])
    said = "Sales: 5 lost is more than the 1 at the start and 0 new together."
    assert told(sales) == said
    assert closing_counts(room) == (("A", 900), ("B", 900))
    assert [walk.function for walk in walks(room)] == ["A", "B"]
    assert STEPS["assets.counts"].done(room) == said
    assert told(sales.with_values({"total": 7})) == said


def test_a_begun_count_is_told_apart_from_one_that_can_be_revealed() -> None:
    """Two functions with their openings only have nothing to reveal; with closing counts they have."""
    begun = [FunctionCount(id=id, function=id, opening=100) for id in ("Sales", "Finance")]
    assert STEPS["assets.counts"].done(assemble(begun)) == (
        "Two functions still have to bring a closing count. "
        "Two numbers are begun, without a closing count: “Sales”; “Finance”."
    )
    ready = [row.with_values({"total": 90}) for row in begun]
    assert STEPS["assets.counts"].done(assemble(ready)) == (
        "Two numbers are in and covered: reveal them together: “Sales”; “Finance”."
    )
    assert STEPS["assets.counts"].done(assemble([ready[0]])) == (
        "One function still has to bring a closing count. One number is in and covered: “Sales”."
    )


def test_a_function_without_a_name_is_called_by_its_place() -> None:
    """Two of them can be told apart, and one customer between them is said in the singular."""
    rows = [FunctionCount(id=str(total), total=total, revealed=True) for total in (5, 6)]
    picture = counts(assemble(rows), palette("light"))
    assert picture is not None
    assert picture.says == "Function 2 counts 1 more customer than Function 1."
    same = counts(assemble([row.with_values({"total": 1}) for row in rows]), palette("light"))
    assert same is not None
    assert same.says == "Both functions count the same: 1 customer."
