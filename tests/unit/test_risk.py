"""The defector pipeline: the worked example of docs/method.md 3.1, the ends of what is judged, and whose value counts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis import risk_words as words
from cxworkshop.analysis.risk import AtRisk, Lacking, at_risk, lacking, missing, pipeline
from cxworkshop.analysis.tornado import exact, tornado
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Company, LedgerSource, Risk, Segment, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

WORKED = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "value": 450}
YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
COMPANY = Company(id="company", currency="GBP", customer_word="gardeners")
ALL = BridgeRow(id="b", **YEAR, opening=1_000, new=1, lapsed=1, opening_value=412_000, from_ledger=True)
KEEN = BridgeRow(id="k", **YEAR, segment="Keen ones", opening=200, opening_value=120_000, from_ledger=True)
shares = st.floats(0, 100).map(lambda share: round(share, 3)) | st.none()


def _risky(id: str = "r", **values: object) -> Risk:
    return Risk(id=id, **{**WORKED, **values})  # type: ignore[arg-type]


def _computed(*others: Record, **values: object) -> AtRisk:
    row = _risky(**values)
    found = at_risk(assemble([COMPANY, *others, row]), row)
    assert found is not None
    return found


def test_the_worked_moment_loses_144_customers_worth_64800() -> None:
    """12,000 meet it, 960 fail, 240 are rescued, 720 are not, 144 leave, 64,800 at risk; 21,600 saved."""
    found = _computed(touchpoint="t")
    assert (found.touchpoint, found.met) == ("t", 12_000)
    assert [found.failed, found.rescued, found.unrescued] == pytest.approx([960, 240, 720])
    assert [found.defectors, found.value, found.saved] == pytest.approx([144, 64_800, 21_600])


def test_one_more_rescued_in_a_hundred_is_worth_a_hundredth_of_all_who_would_leave() -> None:
    """9.6 more of the 960, a fifth of whom would leave, at 450 each: 864; and nothing once all are rescued."""
    assert _computed().point == pytest.approx(864)
    assert _computed(rescued=100).point == 0


@pytest.mark.parametrize("blank", ["customers", "failure", "leaving", "value"])
def test_a_blank_that_matters_leaves_the_value_unknown(blank: str) -> None:
    """Unknown is not zero, and what is missing is named."""
    row = _risky(**{blank: None})
    assert at_risk(assemble([row]), row) is None
    assert len(missing(assemble([row]), row)) == 1


def test_nobody_is_rescued_where_nobody_wrote_a_rescue() -> None:
    """All 960 that fail are then at risk, and nothing is saved."""
    found = _computed(rescued=None)
    assert (found.unrescued, found.saved) == (pytest.approx(960), 0)


def test_captive_customers_are_shown_apart() -> None:
    """A tenth of 12,000 at 450 each; delayed, and no part of the value at risk."""
    found = _computed(captive=10)
    assert (found.captives, found.captive_value) == (pytest.approx(1_200), pytest.approx(540_000))
    assert found.value == pytest.approx(64_800)
    assert _computed().captives is None


def test_the_judgement_on_leaving_has_two_ends() -> None:
    """10 % to 30 % gives 32,400 to 97,200, whichever of the two was typed first."""
    for low, high in ((10, 30), (30, 10)):
        found = _computed(leaving_low=low, leaving_high=high)
        assert (found.low, found.high) == (pytest.approx(32_400), pytest.approx(97_200))


def test_all_judgements_go_to_their_favourable_and_to_their_unfavourable_ends_at_once() -> None:
    """Fails 6 to 10 %, rescued 20 to 50 %, leaving 10 to 30 %: 16,200 to 129,600, 36 to 288 people."""
    ranges = {"failure_low": 6, "failure_high": 10, "rescued_low": 20, "rescued_high": 50}
    found = _computed(**ranges, leaving_low=10, leaving_high=30)
    assert found.ends == (pytest.approx(36), pytest.approx(288))
    assert (found.low, found.high) == (pytest.approx(16_200), pytest.approx(129_600))


def test_an_end_that_nobody_gave_is_the_judgement_itself() -> None:
    """One end does not make the other, and without any the value has no range."""
    assert (_computed(leaving_low=10).low, _computed(leaving_low=10).high) == pytest.approx((32_400, 64_800))
    assert (_computed(leaving_high=30).low, _computed(leaving_high=30).high) == pytest.approx(
        (64_800, 97_200)
    )
    assert not _computed().ranged


@given(st.lists(shares, min_size=9, max_size=9))
def test_the_range_always_holds_the_value(typed: list[float | None]) -> None:
    """Whatever ends were typed, in whatever order, on whichever side of the judgement."""
    names = [f"{name}{end}" for name in ("failure", "rescued", "leaving") for end in ("", "_low", "_high")]
    given_ = {**dict(zip(names, typed, strict=True)), "failure": typed[0] or 0, "leaving": typed[6] or 0}
    found = _computed(**given_)
    assert 0 <= found.low <= found.value * (1 + 1e-12)
    assert found.value <= found.high * (1 + 1e-12) + 1e-9
    assert found.high <= 12_000 * 450


def test_a_blank_value_comes_from_the_bridge_and_says_so() -> None:
    """412,000 of opening value ÷ 1,000 opening gardeners is 412 a year for each of the 144."""
    found = _computed(ALL, value=None)
    assert found.worth.says == "GBP 412 a year: opening value ÷ opening gardeners, 2025, all segments"
    assert (found.worth.typed, found.value) == (False, pytest.approx(144 * 412))


def test_a_row_about_a_segment_takes_the_segments_value() -> None:
    """The segment's name is read whatever its capitals; one that the bridge does not have takes that of all, and says so."""
    found = _computed(ALL, KEEN, value=None, population=" keen  ONES")
    assert found.worth.says == "GBP 600 a year: opening value ÷ opening gardeners, 2025, segment “Keen ones”"
    found = _computed(ALL, KEEN, value=None, population="Strangers")
    assert found.worth.each == 412
    assert found.worth.says.endswith("all segments, as the bridge has no segment of that name")
    assert _computed(ALL, value=None, population="All customers").group == ""


def test_a_typed_value_says_that_it_was_typed_and_how_far_it_is_from_the_bridge() -> None:
    """450 is 38 more than the bridge's 412; without a bridge there is nothing beside it."""
    bridge = "GBP 412 a year: opening value ÷ opening gardeners, 2025, all segments"
    assert _computed(ALL).worth.says == f"GBP 450, typed: GBP 38 more than the bridge's {bridge}"
    assert _computed(ALL, value=400).worth.says == f"GBP 400, typed: GBP 12 less than the bridge's {bridge}"
    assert _computed(ALL, value=412).worth.says == f"GBP 412, typed; the same as the bridge's {bridge}"
    assert _computed().worth.says == "GBP 450, typed; the bridge has no value to set beside it"


@pytest.mark.parametrize(
    ("setting", "window", "each", "said"),
    [
        ("purchases", 365, 412, "GBP 412 a year: opening value ÷"),
        ("purchases", 73, 2_060, "GBP 2,060 a year: opening value of 73 days × 365 ÷ 73 ÷"),
        ("contracts", 73, 412, "GBP 412 a year: opening value ÷"),
        ("hybrid", 73, 412, "GBP 412 a year: opening value ÷"),
        (None, None, 412, "GBP 412 a year: opening value ÷"),
    ],
)
def test_the_bridges_value_is_made_a_year_only_where_its_window_is_another(
    setting: str | None, window: int | None, each: float, said: str
) -> None:
    """Purchases of 73 days are a fifth of a year; contracts and hybrids are annual already (docs/method.md 2)."""
    source = LedgerSource(id="ledger_source", setting=setting, window_days=window)
    found = _computed(source, ALL, value=None)
    assert found.worth.each == pytest.approx(each)
    assert found.worth.says.startswith(said)


def test_a_typed_bridge_is_taken_as_it_stands() -> None:
    """Nobody knows which days its values cover, so it is not called a year's, whatever the ledger's window."""
    source = LedgerSource(id="ledger_source", setting="purchases", window_days=73)
    found = _computed(source, ALL.with_values({"from_ledger": None}), value=None)
    assert found.worth.each == 412
    assert found.worth.says.startswith("GBP 412 as the bridge counts it: opening value ÷")


@pytest.mark.parametrize(
    "holes", [{"opening": None}, {"opening": 0}, {"opening_value": None}, {"opening_value": -5}]
)
def test_a_bridge_without_opening_customers_of_any_value_gives_none(holes: dict[str, object]) -> None:
    """What is missing is said in words."""
    row = _risky(value=None)
    room = assemble([ALL.with_values(holes), row])
    assert missing(room, row) == ("what a customer is worth (the bridge has no opening value)",)


def test_where_only_segments_have_a_bridge_all_customers_are_their_sum() -> None:
    """120,000 and 80,000 ÷ 200 and 300: 400 each."""
    rest = KEEN.with_values({"segment": "Rest", "opening": 300, "opening_value": 80_000}).model_copy(
        update={"id": "rest"}
    )
    assert _computed(KEEN, rest, value=None).worth.each == pytest.approx(400)


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
    assert [found.row.id for found in pipeline(room)] == ["4", "2", "3", "1"]


def test_what_is_not_in_the_picture_is_told_moment_by_moment() -> None:
    """A half-filled row says what it lacks, a priority without a row that it has none; a parked one is left alone."""
    room = assemble(
        [
            Stage(id="s", order=1),
            Touchpoint(id="bare", name="The bill", stage="s", priority=True),
            Touchpoint(id="parked", name="The gift", stage="s", priority=True, parked=True),
            Touchpoint(id="half", name="The call", stage="s"),
            Risk(id="h", touchpoint="half", customers=10, value=1),
            Risk(id="blank"),
        ]
    )
    assert lacking(room) == (
        Lacking("bare", ()),
        Lacking("half", ("how often it fails", "how many more leave")),
    )
    assert words.still_missing(room) == (
        "“The bill”: nobody has said anything yet, and it is a priority.",
        "“The call”: nobody has said how often it fails and how many more leave.",
    )


def test_one_moment_is_told_in_whole_people_then_in_money() -> None:
    """Each sentence says what the figures say; how sure stands behind the claim."""
    row = _risky(touchpoint="t", evidence="estimate", leaving_low=10, leaving_high=30, captive=10)
    room = assemble([COMPANY, Touchpoint(id="t", name="The call"), row])
    found = at_risk(room, row)
    assert found is not None
    assert words.told(room, found) == (
        "Of 12,000 gardeners who meet it in a year, 960 are failed, 240 rescued and 144 leave: GBP 64,800 a year (estimate)."
    )
    assert words.span(room, found) == (
        "As far as the judgements reach, between 72 and 216 leave: GBP 32,400 to GBP 97,200 a year."
    )
    assert words.rescue(room, found) == (
        "Rescue saves GBP 21,600 a year; one more rescued in every hundred that it fails is worth GBP 864."
    )
    assert words.captive(room, found) == (
        "1,200 gardeners worth GBP 540,000 a year stay only because leaving is hard: delayed, not safe, and in none of "
        "these sums."
    )


def test_the_tornado_moves_one_judgement_at_a_time_and_puts_the_widest_first() -> None:
    """One moment: leaving 10 to 30 % moves 64,800; failure 6 to 9 % moves 24,300; rescue 20 to 30 % moves 8,640."""
    row = _risky(
        leaving_low=10, leaving_high=30, failure_low=6, failure_high=9, rescued_low=20, rescued_high=30
    )
    found = tornado(assemble([row]))
    assert [one.name for one in found] == ["leaving", "failure", "rescued"]
    assert [one.money for one in found] == pytest.approx([64_800, 24_300, 8_640])
    assert [one.people for one in found] == pytest.approx([144, 54, 19.2])
    assert (found[2].at_least.value, found[2].at_most.value) == pytest.approx((69_120, 60_480))
    assert exact(assemble([row])) == ()


def test_the_tornado_still_moves_where_more_is_at_risk_than_all_are_worth() -> None:
    """All opening customers are worth 100: the bound holds for the figure, and would hide what moves it."""
    poor = ALL.with_values({"opening_value": 100})
    found = tornado(assemble([poor, _risky(leaving_low=10, leaving_high=30)]))
    assert [one.money for one in found] == pytest.approx([64_800])


def test_a_judgement_without_a_range_is_taken_as_exact_and_named() -> None:
    """It has no bar; moments alike are told together."""
    room = assemble(
        [
            *(Touchpoint(id=id, name=f"Moment {id}") for id in "abc"),
            *(_risky(id, touchpoint=id, leaving_low=10) for id in "ab"),
            _risky("c", touchpoint="c"),
        ]
    )
    assert [one.moment.row.id for one in tornado(room)] == ["a", "b"]
    assert words.taken_as_exact(room) == (
        "Taken as exact, for want of a low and a high: how often it fails and how many are rescued at “Moment a” and "
        "“Moment b”; everything at “Moment c”."
    )
    assert words.taken_as_exact(Workshop()) is None


def test_a_segment_of_the_room_alone_has_no_value() -> None:
    """A name on the list of segments is no bridge: the value of all is taken."""
    found = _computed(Segment(id="s", name="Keen ones"), ALL, value=None, population="Keen ones")
    assert found.worth.each == 412
