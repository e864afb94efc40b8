"""Whatever a workshop holds, the analysis answers: drafts, gaps and hostile words are normal."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.analysis import (
    bridges,
    card,
    counts,
    experience,
    leadership,
    listening,
    measures,
    opinions,
    priorities,
    reason_words,
    reasons,
    revenue,
    risk,
    risk_overlap,
    risk_words,
    signals,
    silos,
    tornado,
    walks,
)
from cxworkshop.analysis.agreement import agreement, kendall_w
from cxworkshop.analysis.gate import gate
from cxworkshop.analysis.merged import stands_for
from cxworkshop.domain.record import fields
from cxworkshop.domain.records import Candidate, GrowthChoice, Measure, Rule, Source, Stage
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from tests.strategies import workshops

SAMPLE = Path(__file__).parents[2] / "sample_data" / "finished_workshop.json"

ANSWERS: tuple[Callable[[Workshop], object], ...] = (
    bridges.totals,
    bridges.by_segment,
    bridges.latest,
    bridges.headline,
    bridges.problems,
    bridges.contradictions,
    card.card_text,
    counts.closing_counts,
    measures.measures,
    revenue.revenue_split,
    experience.coverage,
    experience.matrix,
    listening.heat,
    listening.deaf,
    listening.survey_share,
    listening.backing,
    listening.convergence,
    listening.volumes,
    opinions.growth_path,
    opinions.inhibitors,
    opinions.reliability,
    priorities.dots_agreement,
    reasons.by_direction,
    reasons.top_five,
    reason_words.captive_words,
    reason_words.leavers_words,
    reason_words.unknown_words,
    risk.pipeline,
    silos.hidden,
    risk_words.together,
    risk_words.taken_as_exact,
    risk_words.still_missing,
    tornado.tornado,
    walks.walks,
)
readable = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


@given(workshops())
@settings(deadline=None)
def test_every_analysis_answers_whatever_was_written(workshop: Workshop) -> None:
    """Nothing that a person can type or leave blank is an error."""
    _answers(workshop)


def _answers(workshop: Workshop) -> None:
    for answer in ANSWERS:
        answer(workshop)
    assert all(listening.standing(one, date(2025, 6, 1)) for one in workshop.all(Source))
    assert all(math.isfinite(loss.value) for loss in risk_overlap.whole(workshop)[:4])
    assert all(experience.name_flag(stage.name, workshop) != "" for stage in workshop.all(Stage))
    assert all(
        leadership.united(workshop, one.id) in (True, False, None) for one in workshop.all(GrowthChoice)
    )
    assert all((leadership.rule_hours(rule) or 0) >= 0 for rule in workshop.all(Rule))
    for measure in workshop.all(Measure):
        signals.of_measure(workshop, measure)


@st.composite
def torn(draw: st.DrawFn) -> Workshop:
    """The sample workshop with some records torn out and some fields of others blanked: dense, and full of holes."""
    chance = Random(draw(st.integers(0, 2**32)))
    lost, blanked = draw(st.floats(0, 0.9)), draw(st.floats(0, 0.5))
    whole = workshop_in(json.loads(SAMPLE.read_text(encoding="utf-8")))
    kept = []
    for item in whole.items.values():
        if chance.random() >= lost:
            holes = {name: None for name in fields(type(item.record)) if chance.random() < blanked}
            kept.append(item.record.with_values(holes))
    return assemble(kept)


@pytest.mark.skipif(not SAMPLE.exists(), reason="sample_data/finished_workshop.json is absent")
@given(torn())
@settings(deadline=None, max_examples=40)
def test_gathered_candidates_are_traceable_named_and_kept_once(workshop: Workshop) -> None:
    """Each has a name, a reason and a row it came from; once kept, none of them is gathered again."""
    _answers(workshop)
    found = priorities.gathered(workshop)
    ids = {id for _, id in workshop.items}
    for one in found:
        assert one.id.startswith("gathered-")
        assert one.name
        assert one.because
        assert (one.origin or "").split("/", 1)[1] in ids
    everyone = priorities.candidates(workshop)
    assert len({one.id for one in everyone}) == len(everyone)
    kept = assemble([*(item.record for item in workshop.items.values()), *everyone])
    # What was merged into something that is gone stands alone until that is kept again.
    standing = stands_for(kept)
    assert {one.id for one in priorities.candidates(kept)} == {standing[one.id] for one in everyone}
    assert len(priorities.rankings(workshop)) == len(everyone)
    assert set(priorities.ties(workshop)) <= set(everyone)
    assert all(one.verdict == "now" for one in priorities.chosen(workshop))
    assert (gate(workshop) is None) or not 5 <= len(priorities.chosen(workshop)) <= 10


@given(st.lists(st.integers(0, 40), min_size=3, max_size=9).filter(any))
def test_agreement_lies_between_two_camps_and_one_voice_and_has_no_direction(counts_: list[int]) -> None:
    """-1 to 1, and the same when the scale is read backwards."""
    found = agreement(counts_)
    assert found is not None
    assert -1 - 1e-9 <= found <= 1 + 1e-9
    assert math.isclose(found, agreement(counts_[::-1]) or 0, abs_tol=1e-9)


@given(
    st.integers(2, 6).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 5), min_size=n, max_size=n), min_size=2, max_size=6)
    )
)
def test_kendalls_w_lies_between_0_and_1(rows: list[list[float]]) -> None:
    """Or is unknown where everyone ties everything."""
    found = kendall_w(rows)
    assert found is None or -1e-9 <= found <= 1 + 1e-9


@given(st.lists(readable, min_size=2, max_size=40), st.sampled_from(["higher", "lower"]))
def test_a_chart_turned_upside_down_has_the_same_signals_with_harm_and_good_exchanged(
    values: list[float], better: str
) -> None:
    """Nothing in the rules prefers up or down."""
    up = signals.chart(values, better=better)
    down = signals.chart([-value for value in values], better=better)
    assert up is not None
    assert down is not None
    assert up.signals == down.signals
    turned = {"harm": "good", "good": "harm", "": ""}
    assert [turned[effect] for effect in up.effects] == list(down.effects)


@given(st.lists(readable, min_size=2, max_size=40), st.integers(2, 40))
def test_locked_limits_do_not_move_when_points_are_added(values: list[float], baseline: int) -> None:
    """That is what a baseline is for."""
    first = signals.chart(values[:baseline], baseline=baseline)
    whole = signals.chart(values, baseline=baseline)
    assert first is not None
    assert whole is not None
    if len(values) >= baseline:
        assert (first.lower, first.upper, first.range_limit) == (whole.lower, whole.upper, whole.range_limit)


@given(st.integers(0, 200))
def test_dots_are_three_to_five(k: int) -> None:
    """And never fewer for more candidates."""
    assert 3 <= priorities.dots_each(k) <= priorities.dots_each(k + 1) <= 5


@given(st.lists(st.sampled_from(["now", "not now", None]), max_size=14))
def test_the_gate_opens_exactly_for_five_to_ten(verdicts: list[str | None]) -> None:
    """Without a written reason."""
    room = assemble([Candidate(id=str(n), verdict=verdict) for n, verdict in enumerate(verdicts)])
    assert (gate(room) is None) == (5 <= verdicts.count("now") <= 10)
