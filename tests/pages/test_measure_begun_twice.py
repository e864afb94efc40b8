"""Two people begin the measure of one moment at once."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import Measure, Touchpoint
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/reliability.py", "reliability.measures"


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
