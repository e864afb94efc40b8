"""What gathers itself beyond failing moments: missing standards, growth that nothing protects, a count that misleads."""

from __future__ import annotations

from datetime import date

from cxworkshop.analysis.priorities import gathered, waiting
from cxworkshop.analysis.together import evidence
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Company,
    GrowthChoice,
    Measure,
    PeriodFacts,
    Risk,
    Stage,
    Standard,
    Touchpoint,
)
from cxworkshop.domain.workshop import assemble

BASE: tuple[Record, ...] = (
    Company(id="company", currency="EUR", customer_word="guests"),
    Touchpoint(id="late", name="My order is late", priority=True),
)
YEARS = [{"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)} for year in (2024, 2025)]


def _only(*records: Record) -> Candidate:
    (found,) = gathered(assemble(records))
    return found


def test_a_priority_moment_that_is_measured_against_nothing_is_gathered() -> None:
    """A standard of 0 is one; a moment that is no priority needs none."""
    measure = Measure(id="m", touchpoint="late", name="Late parcels")
    found = _only(*BASE, measure)
    assert (found.id, found.origin, found.touchpoint) == (
        "gathered-standard-late",
        "reliability.measures/late",
        "late",
    )
    assert found.name == "We say what anybody can count on in “My order is late”"
    assert (
        found.because
        == "“Late parcels” is measured and has no standard: nobody can tell a good day from a bad one."
    )
    assert gathered(assemble([*BASE, measure.with_values({"standard": 0})])) == ()
    assert gathered(assemble([BASE[0], BASE[1].with_values({"priority": False}), measure])) == ()


def test_growth_that_no_standard_protects_is_gathered() -> None:
    """Once leaders have said how they will grow; the first standard settles it."""
    will = GrowthChoice(id="g", will="We answer the telephone by ten.")
    found = _only(*BASE[:1], will)
    assert (found.id, found.origin) == ("gathered-ship-g", "leadership.permission/g")
    assert found.name == "Nothing reaches guests before what you promise them is true"
    assert found.because == (
        "You say “We answer the telephone by ten”, and no standard says yet what must be true before anything is "
        "designed, shipped or said."
    )
    held = Standard(id="s", standard="One of us has tried it", halt="Any shift lead")
    assert gathered(assemble([will, held])) == ()
    assert gathered(assemble([GrowthChoice(id="g", will_not="We do not push")])) == ()


def test_a_standard_that_nobody_may_halt_for_is_gathered() -> None:
    """By its own words."""
    found = _only(Standard(id="s", standard="One of us has tried it."))
    assert (found.id, found.origin) == ("gathered-halt-s", "leadership.permission/s")
    assert found.name == "Whoever sees it may halt what breaks “One of us has tried it”"


def test_a_count_that_other_figures_hide_is_gathered_once() -> None:
    """Sales and score up while guests fall: one candidate, whose id survives when the bridge is counted anew."""
    facts = [
        PeriodFacts(id=str(n), **year, revenue=1e6 + n * 5e4, score=40 + n * 5)  # type: ignore[arg-type]
        for n, year in enumerate(YEARS)
    ]
    bridge = BridgeRow(id="b", **YEARS[1], opening=1_000, new=100, lapsed=180)  # type: ignore[arg-type]
    found = _only(BASE[0], *facts, bridge)
    assert (found.id, found.origin) == ("gathered-count-latest", "assets.bridge/b")
    assert found.name == "Every meeting opens with guests who came and who left"
    assert found.because == (
        "Sales +50,000, guests −80: selling more hides that there are fewer of them. "
        "Survey score +5, guests −80: find out whether those who left were asked."
    )
    parts = [
        BridgeRow(id=id, segment=id, **YEARS[1], opening=500, new=50, lapsed=90)  # type: ignore[arg-type]
        for id in ("keen", "other")
    ]
    assert _only(BASE[0], *facts, *parts).origin == "assets.bridge/keen"
    assert gathered(assemble([BASE[0], *facts, bridge.with_values({"new": 300})])) == ()


def test_evidence_is_said_in_whole_customers_first_then_in_money() -> None:
    """Nothing where nothing is known."""
    risk = Risk(id="r", touchpoint="late", customers=12_000, failure=8, rescued=25, leaving=20, value=450)
    one = Candidate(id="c", touchpoint="late")
    assert (
        evidence(assemble([*BASE, risk]), one) == "12,000 guests a year meet it · EUR 64,800 a year at risk"
    )
    assert evidence(assemble(BASE), one) == ""


def test_a_stage_without_a_leader_says_what_its_moments_cost() -> None:
    """In whole guests first, in money, and how sure that is."""
    risk = Risk(
        id="r",
        touchpoint="late",
        customers=12_000,
        failure=8,
        rescued=25,
        leaving=20,
        value=450,
        evidence="estimate",
    )
    stage = Stage(id="wait", name="I wait for my order")
    moment = Touchpoint(id="late", stage="wait", name="My order is late")
    found = {one.id: one.because for one in gathered(assemble([BASE[0], stage, moment, risk]))}
    assert found["gathered-stage-wait"] == (
        "No leader answers for this stage yet, so a customer in trouble here has nobody to turn to. "
        "Its moments cost us 144 guests a year, worth EUR 64,800 (estimate)."
    )


def test_sixty_gaps_have_sixty_names_and_stay_the_same() -> None:
    """Same records, same ids in the same order; set aside or kept, none of them waits any longer."""
    stages = [Stage(id=f"s{n}", order=n + 1, name=f"Stage {n}") for n in range(60)]
    room = assemble(stages)
    found = waiting(room)
    assert len({one.id for one in found}) == len({one.name for one in found}) == 60
    assert found == waiting(assemble(stages))
    aside = [one.with_values({"verdict": "not now"}) for one in found[:30]]
    assert [one.id for one in waiting(assemble([*stages, *aside]))] == [one.id for one in found[30:]]
