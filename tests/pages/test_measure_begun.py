"""A measure that is begun: by two people at once, and before it has any reading."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import Measure, Reading, Touchpoint
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/reliability.py", "reliability.measures"
SIGNALS = "reliability.signals"


def test_two_people_who_begin_a_measure_begin_the_same_one(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Both pressed the button before either saw the other's: the moment has one measure, and both fill it in."""
    code = code_of(Touchpoint(id="t", name="The call before", priority=True))
    screens = [open_page(PAGE, code, STEP) for _ in range(2)]
    for at in screens:
        at.button(key="measure-for-t").click().run()
        assert not at.exception
    (measure,) = open_store(own_store).load(code).all(Measure)
    for at in screens:
        assert [one.value for one in at.selectbox if one.label == "One measure"] == [measure.id]


@pytest.mark.parametrize(
    ("many", "says"), [(0, "No readings. Type"), (1, "One reading. Type"), (11, "Eleven readings. Type")]
)
def test_how_many_readings_there_are_begins_a_sentence(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], many: int, says: str
) -> None:
    """Whatever their number."""
    readings = [
        Reading(id=f"r{at}", measure="m", taken_on=date(2025, at + 1, 1), value=at) for at in range(many)
    ]
    at = open_page(PAGE, code_of(Measure(id="m", name="Kept on the day"), *readings), SIGNALS)
    assert any(one.value.startswith(says) for one in at.caption)
