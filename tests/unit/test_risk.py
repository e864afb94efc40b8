"""The defector pipeline: the worked example of docs/method.md 3.1, ends of a judgement, and what may not be added up."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.risk import AtRisk, at_risk, pipeline, together, upper_bound
from cxworkshop.domain.records import BridgeRow, Risk, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

WORKED = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "value": 450}


def _risky(id: str = "r", **values: object) -> Risk:
    return Risk(id=id, **{**WORKED, **values})  # type: ignore[arg-type]


def _computed(**values: object) -> AtRisk:
    found = at_risk(_risky(**values))
    assert found is not None
    return found


def test_the_worked_moment_loses_144_customers_worth_64800() -> None:
    """12,000 meet it, 960 fail, 720 are not rescued, 144 leave, 64,800 at risk; 21,600 saved."""
    found = _computed(touchpoint="t")
    assert (found.touchpoint, found.met) == ("t", 12_000)
    assert (found.failed, found.rescued, found.unrescued) == (
        pytest.approx(960),
        pytest.approx(240),
        pytest.approx(720),
    )
    assert found.defectors == pytest.approx(144)
    assert found.value == pytest.approx(64_800)
    assert found.saved == pytest.approx(21_600)


@pytest.mark.parametrize("missing", ["customers", "failure", "leaving", "value"])
def test_a_blank_that_matters_leaves_the_value_unknown(missing: str) -> None:
    """Unknown is not zero."""
    assert at_risk(_risky(**{missing: None})) is None


def test_nobody_is_rescued_where_nobody_wrote_a_rescue() -> None:
    """All 960 that fail are then at risk, and nothing is saved."""
    found = _computed(rescued=None)
    assert (found.unrescued, found.saved) == (pytest.approx(960), 0)


def test_captive_customers_are_shown_apart() -> None:
    """A tenth of 12,000 at 450 each; delayed, and no part of the value at risk."""
    found = _computed(captive=10)
    assert found.captive == pytest.approx(540_000)
    assert found.value == pytest.approx(64_800)
    assert _computed().captive is None


def test_the_judgement_on_leaving_has_two_ends() -> None:
    """10 % to 30 % gives 32,400 to 97,200, whichever of the two was typed first."""
    for low, high in ((10, 30), (30, 10)):
        found = _computed(leaving_low=low, leaving_high=high)
        assert (found.low, found.high) == (pytest.approx(32_400), pytest.approx(97_200))


def test_an_end_that_nobody_gave_is_unknown() -> None:
    """One end does not make the other."""
    found = _computed(leaving_low=10)
    assert (found.low, found.high) == (pytest.approx(32_400), None)
    found = _computed(leaving_high=30)
    assert (found.low, found.high) == (None, pytest.approx(97_200))


def test_the_range_always_holds_the_value() -> None:
    """An end on the wrong side of the judgement itself does not cut it off."""
    found = _computed(leaving_low=25, leaving_high=30)
    assert (found.low, found.high) == (pytest.approx(64_800), pytest.approx(97_200))


def test_the_pipeline_runs_in_the_order_of_the_customers_life() -> None:
    """Stages by their order, moments as entered, those off the map last; incomplete rows are left out."""
    room = assemble(
        [
            Stage(id="late", order=2),
            Stage(id="early", order=1),
            Touchpoint(id="b", stage="late"),
            Touchpoint(id="a", stage="early"),
            Touchpoint(id="loose"),
            _risky("1", touchpoint="gone"),
            _risky("2", touchpoint="b"),
            _risky("3", touchpoint="loose"),
            _risky("4", touchpoint="a"),
            _risky("5", touchpoint="a", value=None),
        ]
    )
    assert [found.risk for found in pipeline(room)] == ["4", "2", "3", "1"]


def test_the_sum_is_an_upper_bound_and_never_more_than_the_opening_value() -> None:
    """Two worked moments add up to 129,600, unless all customers together were worth less."""
    rows = [_risky("1"), _risky("2")]
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    assert upper_bound(assemble(rows)) == pytest.approx(129_600)
    assert upper_bound(
        assemble([*rows, BridgeRow(id="b", opening_value=1_000_000, **year)])
    ) == pytest.approx(129_600)
    assert upper_bound(assemble([*rows, BridgeRow(id="b", opening_value=100_000, **year)])) == 100_000
    assert upper_bound(Workshop()) == 0


def test_independent_moments_of_the_same_customers_lose_less_than_their_sum() -> None:
    """n·v·[1 − Π(1 − f(1 − r)d)]: 5.4 million × (1 − 0.988²) = 128,822.40."""
    assert together([_risky("1"), _risky("2")]) == pytest.approx(128_822.4)
    assert together([_risky("1")]) == pytest.approx(64_800)


def test_moments_of_different_customers_are_not_put_together() -> None:
    """The formula holds for one population only; blanks leave it unknown."""
    assert together([_risky("1"), _risky("2", customers=9_000)]) is None
    assert together([_risky("1"), _risky("2", value=None)]) is None
    assert together([]) is None
    assert together([_risky("1", customers=0)]) == 0
