"""Four ways of weighing a candidate, worked by hand, and the words and places that come of them."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.priorities import agreement_says, compared
from cxworkshop.analysis.scores import METHODS, between, lacks, places, score, weighed
from cxworkshop.analysis.together import reach_of
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Company, Dot, Reveal, Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS

MOMENT = Touchpoint(id="late", name="My order is late")
RISK = Risk(id="r", touchpoint="late", customers=12_000, failure=8, rescued=25, leaving=20, value=450)
FULL = Candidate(
    id="c", name="We ring first", touchpoint="late", confidence="0.8", effort=3, impact="2", ease=7, worth=9, urgency=6, reduction=3
)  # fmt: skip
BASE: tuple[Record, ...] = (Company(id="company", currency="EUR", customer_word="guests"), MOMENT, RISK)


@pytest.mark.parametrize(
    ("method", "worked"),
    [
        ("Money", 64_800 * 0.8 / 3),  # 17,280
        ("RICE", 12_000 * 2 * 0.8 / 3),  # 6,400
        ("ICE", 2 * 0.8 * 7),  # 11.2
        ("WSJF", (9 + 6 + 3) / 3),  # 6
    ],
)
def test_each_way_of_weighing_is_what_a_hand_works_out(method: str, worked: float) -> None:
    """Value at risk × confidence ÷ effort; R·I·C ÷ E; I·C·ease; value, urgency and risk reduction over size."""
    assert score(assemble([*BASE, FULL]), FULL, method) == pytest.approx(worked)
    assert {"Money": 17_280, "RICE": 6_400, "ICE": 11.2, "WSJF": 6}[method] == pytest.approx(worked)


def test_reach_is_who_meets_the_moment_unless_somebody_typed_another() -> None:
    """12,000 meet it; a typed 500 counts instead; groups of the moment add up, and everybody holds each of them."""
    assert reach_of(assemble([*BASE, FULL]), FULL) == 12_000
    assert reach_of(assemble([*BASE, FULL]), FULL.with_values({"reach": 500})) == 500
    groups = [
        Risk(id=id, touchpoint="late", population=id, customers=met)
        for id, met in (("keen", 300), ("new", 200))
    ]
    room = assemble([MOMENT, *groups])
    assert reach_of(room, FULL) == 500
    assert reach_of(assemble([*BASE, *groups]), FULL) == 12_000
    assert reach_of(assemble([MOMENT]), FULL) is None


@pytest.mark.parametrize("method", METHODS)
def test_a_blank_gives_words_and_no_score(method: str) -> None:
    """It is said what lacks, and never taken for nothing; a zero is a figure."""
    bare = Candidate(id="c", name="Nobody knows")
    room = assemble([bare])
    assert score(room, bare, method) is None
    assert (lacks(room, bare, method) or "").startswith("not weighed yet: lacks ")
    assert lacks(assemble([*BASE, FULL]), FULL, method) is None


def test_what_lacks_is_said_by_its_title() -> None:
    """One blank is named alone."""
    room = assemble([*BASE, FULL])
    assert lacks(room, FULL.with_values({"effort": None})) == "not weighed yet: lacks effort"
    assert (
        lacks(room, FULL.with_values({"impact": None, "ease": None}), "ICE")
        == "not weighed yet: lacks impact and ease"
    )
    assert score(room, FULL.with_values({"value": 0})) == 0


def test_equal_scores_share_a_span_of_places() -> None:
    """Three equal ones after the first take places two to four; a blank takes none."""
    assert places([9, 5, 5, None, 5]) == [(1, 1), (2, 4), (2, 4), None, (2, 4)]
    assert between([(2, 4), (5, 5)]) == 1
    assert between([(2, 4), (4, 4)]) == 0
    assert between([]) == 0


def test_the_ways_part_most_over_what_one_puts_first_and_another_last() -> None:
    """By money a b c, by WSJF c b a: a and c are two places apart, b none; what stops stands in no order."""
    money = {"confidence": "1", "effort": 1}

    def one(id: str, value: float, worth: int, verdict: str | None = None) -> Candidate:
        return Candidate(
            id=id, name=id, value=value, worth=worth, urgency=1, reduction=1, verdict=verdict, **money
        )  # type: ignore[arg-type]

    room = assemble([one("a", 300, 1), one("b", 200, 5), one("c", 100, 9), one("z", 900, 10, "stop doing")])
    rows = weighed(room)
    assert [(row.candidate.id, row.apart) for row in rows] == [("a", 2), ("c", 2), ("b", 0)]
    assert rows[0].ranks == {"Money": 1, "RICE": None, "ICE": None, "WSJF": 3}
    assert STEPS["priorities.weigh"].reads(room) == (
        "Money puts “a” first; WSJF puts “c” first. They are furthest apart on “a”: two places."
    )


def test_one_way_alone_is_set_against_nothing() -> None:
    """Nobody is contested by a single order."""
    rows = [Candidate(id=str(n), name=str(n), value=n + 1, confidence="1", effort=1) for n in range(3)]
    assert {row.apart for row in weighed(assemble(rows))} == {None}
    assert weighed(Workshop()) == ()


def test_a_candidate_without_a_score_makes_no_other_look_contested() -> None:
    """Three unweighed ones with most dots take no place: “a” is first of two by dots and by money."""
    rows = [
        Candidate(id="a", name="a", value=20, confidence="1", effort=1),
        Candidate(id="b", name="b", value=10, confidence="1", effort=1),
        *(Candidate(id=id, name=id) for id in "xyz"),
    ]
    dots = [("x", 2), ("y", 2), ("z", 2), ("a", 1)]
    room = assemble([*rows, *_ballots(dots)])
    assert [(row.candidate.id, row.dots_rank, row.score_rank, row.apart) for row in compared(room)] == [
        ("a", 1, 1, 0),
        ("b", 2, 2, 0),
    ]


def test_many_without_a_dot_are_no_matter_of_dispute() -> None:
    """Four share the places two to five, so the last by money is where it may well be by dots."""
    rows = [
        Candidate(
            id=str(n), name=str(n), value=100 - n, confidence="1", effort=1, worth=5, urgency=5, reduction=5
        )
        for n in range(5)
    ]
    found = compared(assemble([*rows, *_ballots([("0", 1)])]))
    assert {row.apart for row in found} == {0}
    assert {row.score for row in compared(assemble([*rows, *_ballots([("0", 1)])]), "WSJF")} == {15.0}


def test_how_far_ballots_agree_is_said_with_the_number_and_what_it_means() -> None:
    """Same order on each ballot: 1.00. Turned about among three and four: an order of its own for each."""
    rows = [Candidate(id=id, name=id) for id in "abc"]
    alike = assemble([*rows, *_ballots([("a", 2), ("b", 1)])])
    assert agreement_says(alike) == (
        "Kendall's W is 1.00 (0 no common order, 1 the same on every ballot): "
        "the ballots put things in much the same order."
    )
    turned = [("a", 2, 1), ("b", 1, 1), ("b", 2, 2), ("c", 1, 2), ("c", 2, 3), ("a", 1, 3)]
    apart = assemble(
        [
            *rows,
            Reveal(id="reveal", dots=True),
            *(Dot(id=f"{id}{n}", candidate=id, ballot=n, dots=dots) for id, dots, n in turned),
        ]
    )
    assert agreement_says(apart) == (
        "Kendall's W is 0.00 (0 no common order, 1 the same on every ballot): "
        "each ballot has an order of its own, which the total hides: hear why before you count."
    )


def test_agreement_without_an_order_is_words() -> None:
    """Nobody voted, covered, everything equal, one thing only: a sentence each and no error."""
    rows = [Candidate(id=id, name=id) for id in "ab"]
    assert agreement_says(Workshop()) == "Nobody has given a dot yet."
    covered = [one for one in _ballots([("a", 1)]) if one.kind != "reveal"]
    assert agreement_says(assemble([*rows, *covered])).startswith("How far the ballots agree is said when")
    assert agreement_says(assemble([*rows, *_ballots([("a", 1), ("b", 1)])])).startswith(
        "Every ballot gives everything the same"
    )
    assert agreement_says(assemble([rows[0], *_ballots([("a", 1)])])).startswith(
        "With one thing on the ballot"
    )


def test_the_step_asks_for_a_score_by_any_way_of_what_is_in_play() -> None:
    """“Not now” needs none; ICE will do where no money is known."""
    done = STEPS["priorities.weigh"].done
    assert done(Workshop()) == "No candidate is on the wall yet."
    bare = Candidate(id="b", name="Bare")
    assert done(assemble([bare])) == (
        "One candidate has no score: “Bare” (not weighed yet: lacks value at risk, confidence and effort)."
    )
    assert done(assemble([bare.with_values({"verdict": "not now"}), FULL])) is None


def _ballots(dots: list[tuple[str, int]]) -> list[Record]:
    """Three equal ballots, opened."""
    return [
        Reveal(id="reveal", dots=True),
        *(
            Dot(id=f"{id}-{ballot}", candidate=id, ballot=ballot, dots=some)
            for ballot in (1, 2, 3)
            for id, some in dots
        ),
    ]
