"""How far people agree: the published answers of van der Eijk's A and Kendall's W."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.agreement import Opinion, agreement, kendall_w, median, opinion
from cxworkshop.analysis.opinions import growth_path, inhibitors, reliability
from cxworkshop.domain.records import Leader, Rating, Reveal, Slip, Stage
from cxworkshop.domain.workshop import Workshop, assemble

NAG_G08DAF = [
    [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
    [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
    [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333),
        ((3, 0, 0, 0, 3), -1),
        ((1, 1, 1, 1, 1), 0),
        ((0, 0, 3, 3, 0), 0.75),
        ((1, 1, 0, 0, 4), 0.3611),
        ((0, 0, 7, 0, 0), 1),
    ],
)
def test_van_der_eijks_agreement_has_its_published_values(counts: tuple[int, ...], expected: float) -> None:
    """The worked numbers of docs/method.md 3.3, the first of them from the R package agrmt."""
    assert agreement(counts) == pytest.approx(expected, abs=5e-5)


def test_agreement_does_not_depend_on_how_many_answered() -> None:
    """Ten times as many people who answer alike agree alike."""
    assert agreement((10, 10, 0, 0, 40)) == pytest.approx(agreement((1, 1, 0, 0, 4)))


@pytest.mark.parametrize("counts", [(), (3, 4), (0, 0, 0)])
def test_agreement_is_unknown_without_answers_or_with_fewer_than_three_categories(
    counts: tuple[int, ...],
) -> None:
    """A has no meaning there, and says so by None."""
    assert agreement(counts) is None


def test_kendalls_w_with_ties_has_its_published_value() -> None:
    """NAG's example of routine G08DAF: 0.828 with the correction for ties, 0.796 without."""
    assert kendall_w(NAG_G08DAF) == pytest.approx(0.828, abs=5e-4)


def test_kendalls_w_of_ranks_without_ties_matches_the_hand_calculation() -> None:
    """Rank sums 4, 5, 9 of three raters: S = 14, W = 12 x 14 / (9 x 24)."""
    assert kendall_w([[1, 2, 3], [2, 1, 3], [1, 2, 3]]) == pytest.approx(12 * 14 / (9 * 24))


def test_kendalls_w_takes_scores_as_well_as_ranks() -> None:
    """Only the order within a row matters, so dots need no ranking first."""
    assert kendall_w([[10, 20, 35], [5, 4, 90], [0, 1, 2]]) == kendall_w([[1, 2, 3], [2, 1, 3], [1, 2, 3]])


@pytest.mark.parametrize("rows", [[], [[1, 2, 3]], [[1], [1]], [[2, 2], [1, 1]], [[1, 2, 3], [1, 2]]])
def test_kendalls_w_is_unknown_where_there_is_nothing_to_compare(rows: list[list[float]]) -> None:
    """One rater, one item, all ties or rows that do not match: None, never an error."""
    assert kendall_w(rows) is None


def test_an_opinion_gives_middle_range_and_agreement_of_what_was_answered() -> None:
    """Blanks and answers off the scale are left out; two camps of equal size show as -1."""
    assert opinion([5, None, 1, 1, 5, 9], 1, 5) == Opinion((1, 1, 5, 5), 3.0, 1, 5, -1.0)


def test_nobody_agrees_alone() -> None:
    """One answer has a median but no agreement; none has neither."""
    assert opinion([4], 1, 5) == Opinion((4,), 4.0, 4, 4, None)
    assert opinion([], 1, 5) == Opinion((), None, None, None, None)


def test_the_median_of_an_even_number_lies_between_the_two_middle_ones() -> None:
    """And there is none of nothing."""
    assert median([4, 1, 3, 2]) == 2.5
    assert median([]) is None


def test_inhibitors_come_highest_median_first_and_most_disputed_first_among_equals() -> None:
    """The order in which the room talks about them."""
    slips = [
        Slip(id="1", absent=3, mantra=1, scores=5),
        Slip(id="2", absent=3, mantra=3, scores=5),
        Slip(id="3", absent=3, mantra=5, scores=4),
    ]
    first = [
        (words, said.median)
        for words, said in inhibitors(assemble([*slips, Reveal(id="reveal", slips=True)]))
    ][:3]
    assert first == [
        ("Scores stand in for customers", 5.0),
        ("A slogan before a plan", 3.0),
        ("Leaders hand it to a department", 3.0),
    ]


def test_the_growth_path_counts_leaders_at_each_of_its_four_positions() -> None:
    """Positions that nobody chose are there too."""
    slips = [
        Slip(id=str(n), growth_path=place) for n, place in enumerate(["random", "reliable", "random", None])
    ]
    assert growth_path(assemble([*slips, Reveal(id="reveal", slips=True)])) == (
        ("random", 2),
        ("reliable", 1),
        ("differentiated", 0),
        ("desired", 0),
    )


def test_it_depends_is_counted_apart_and_means_no() -> None:
    """It is no number on the scale, but it is a doubt."""
    room = _rated("4", "it depends", "it depends", "5")
    (found,) = reliability(room)
    assert (found.opinion.values, found.depends, found.doubts, found.reliable) == ((4, 5), 2, 2, False)


def test_a_stage_is_reliable_when_fewer_than_half_doubt_it() -> None:
    """Two out of five doubts leave it reliable; without answers nobody knows."""
    assert reliability(_rated("4", "5", "3", "1", "it depends"))[0].reliable is True
    assert reliability(_rated())[0].reliable is None


def test_a_leader_who_rates_twice_is_heard_once() -> None:
    """The last answer is the one that counts."""
    ratings = [Rating(id=str(n), stage="s", leader="a", rating=mark) for n, mark in enumerate(["1", "5"])]
    (found,) = reliability(assemble([Stage(id="s", name="I pay"), Leader(id="a", name="Ada"), *ratings]))
    assert found.opinion.values == (5,)


def _rated(*marks: str) -> Workshop:
    ratings = [Rating(id=str(n), stage="s", rating=mark) for n, mark in enumerate(marks)]
    return assemble([Stage(id="s", name="I pay"), *ratings])
