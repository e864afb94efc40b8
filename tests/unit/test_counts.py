"""How far apart the functions' own counts lie."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.counts import closing_counts, contradiction, covered, has_number, revealed, spread
from cxworkshop.domain.records import FunctionCount
from cxworkshop.domain.workshop import Workshop, assemble


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


def test_a_function_that_contradicts_itself_is_told() -> None:
    """40,000 + 5,000 - 6,100 is 38,900; whoever then says 39,000 counts 100 more than came about."""
    said = FunctionCount(id="1", function="Sales", opening=40_000, new=5_000, lost=6_100, total=39_000)
    assert contradiction(said) == (
        "Sales: 40,000 + 5,000 − 6,100 is 38,900, and its closing says 39,000: 100 more."
    )
    assert contradiction(said.with_values({"total": 38_900})) is None
    assert contradiction(said.with_values({"lost": None})) is None
