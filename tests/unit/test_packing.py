"""The marbles in a bowl: none overlap, none is outside, and the picture is the same every time."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.drawing.packing import CENTRE, DEEP, ROUND, heap, worth
from cxworkshop.ui.charts.bowls import marbles


def test_marbles_touch_and_never_overlap() -> None:
    """Fifty and a few more: every pair at least two radii apart."""
    assert 2 - 1e-6 <= min(math.dist(*pair) for pair in combinations(heap(55), 2)) < 2.001


def test_marbles_lie_inside_the_glass() -> None:
    """Below the rim each keeps a radius from the wall, and above it the heap stays over the bowl."""
    inside = [spot for spot in heap(55) if spot[1] < DEEP]
    assert max(math.dist(spot, (0, CENTRE)) for spot in inside) <= ROUND - 1 + 1e-6
    assert 55 == len(heap(55))


def test_a_smaller_heap_lies_as_the_larger_one_began() -> None:
    """So that two bowls can be compared by eye."""
    assert heap(50)[:20] == heap(20)
    assert max(y for _, y in heap(20)) < max(y for _, y in heap(50))


@pytest.mark.parametrize(
    ("came", "left", "each"),
    [(0, 0, 1), (3, 50, 1), (51, 0, 2), (9_421, 11_901, 239), (5_000_001, 9, 100_001)],
)
def test_a_marble_is_a_fiftieth_of_the_larger_side(came: int, left: int, each: int) -> None:
    """ceil(max(came, left) / 50), at least one customer (docs/method.md 1.2)."""
    assert each == worth(came, left)


@given(st.integers(0, 10**7), st.integers(0, 10**7), st.integers(0, 10**7))
def test_as_many_marbles_as_customers_round_to(new: int, returned: int, lapsed: int) -> None:
    """At most 51 in a bowl, none for nobody, one at least for anybody, and never fewer than none."""
    each = worth(new + returned, lapsed)
    kinds = marbles((("new", "full", new), ("returned", "eye", returned)), each)
    assert all((one.count >= 1) == (one.people >= 1) for one in kinds)
    total = sum(one.count for one in kinds)
    assert total <= 51
    assert abs(total - (new + returned) / each) <= 2
