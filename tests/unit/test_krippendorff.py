"""Krippendorff's alpha: published values, the blanks and edges, and what must hold for any ratings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cxworkshop.analysis.agreement import Level, krippendorff

_ = None
PUBLISHED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3),
    (_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _),
)
LEVELS: tuple[Level, ...] = ("nominal", "ordinal", "interval", "ratio")
RATINGS = some.lists(
    some.lists(some.none() | some.integers(1, 5), min_size=4, max_size=4), min_size=1, max_size=5
)
LEVEL = some.sampled_from(LEVELS)


@pytest.mark.parametrize(
    ("level", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_sheet_has_its_alphas(level: Level, alpha: float) -> None:
    """Four observers, twelve units, some blank: the data of the literature at four levels. Source: docs/method.md 3.3."""
    assert krippendorff(PUBLISHED, level) == pytest.approx(alpha, abs=5e-4)


@pytest.mark.parametrize(
    "ratings",
    [(), ((),), ((1, 2, 3),), ((1, _), (_, 2)), ((3, 3), (3, 3)), ((_, _), (_, _))],
    ids=["nobody", "nothing", "one rater", "never the same item", "all the same", "all blank"],
)
def test_where_nothing_can_be_compared_alpha_is_undefined(
    ratings: tuple[tuple[float | None, ...], ...],
) -> None:
    """One rater, blanks only, or no difference anywhere: None, not an error and not a number."""
    assert [krippendorff(ratings, level) for level in LEVELS] == [None] * 4


def test_two_raters_who_always_say_the_opposite_are_worse_than_chance() -> None:
    """Below 0 is possible and means so."""
    found = krippendorff(((1, 5, 1, 5), (5, 1, 5, 1)), "interval")
    assert found is not None
    assert found < 0


def test_a_rating_that_nobody_can_be_compared_with_changes_nothing() -> None:
    """The eleventh item with one rating only is left out of both sides."""
    assert krippendorff(((1, 2, 5), (1, 3, _)), "ordinal") == krippendorff(((1, 2), (1, 3)), "ordinal")


@given(RATINGS, LEVEL)
def test_alpha_is_at_most_one_and_one_where_all_agree(
    ratings: list[list[float | None]], level: Level
) -> None:
    """Every rater repeating the first makes 1, unless there is nothing to tell apart."""
    found = krippendorff(ratings, level)
    assert found is None or found <= 1 + 1e-12
    alike = krippendorff([ratings[0]] * 3, level)
    assert alike is None if len({one for one in ratings[0] if one}) < 2 else alike == pytest.approx(1)


@given(RATINGS, LEVEL)
def test_neither_the_order_of_raters_nor_of_items_matters(
    ratings: list[list[float | None]], level: Level
) -> None:
    """Turned round both ways, the figure stays."""
    turned = [list(reversed(row)) for row in reversed(ratings)]
    assert krippendorff(turned, level) == pytest.approx(krippendorff(ratings, level))


@given(RATINGS)
def test_ranks_do_not_care_how_far_apart_the_numbers_are(ratings: list[list[float | None]]) -> None:
    """Squaring every mark keeps their order, so the ordinal figure stays."""
    squared = [[None if one is None else one * one for one in row] for row in ratings]
    assert krippendorff(squared, "ordinal") == pytest.approx(krippendorff(ratings, "ordinal"))
