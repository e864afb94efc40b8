"""The bridge on the page: the headline first, one of two pictures, and the way to the lab where no ledger is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Company, Definition, PeriodFacts
from cxworkshop.ui.bridge_panel import MARBLES, WATERFALLS

PAGE, STEP = "pages/competencies/assets.py", "assets.bridge"
ROW = BridgeRow(
    id="b",
    period_start=date(2025, 1, 1),
    period_end=date(2025, 12, 31),
    opening=1_000,
    new=100,
    lapsed=270,
    came_and_went=7,
)
EARLIER = BridgeRow(
    id="a", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31), opening=900, new=200, lapsed=100
)

Open = Callable[..., AppTest]


def _headline(at: AppTest) -> list[str]:
    return [one.value for one in at.text if "came," in one.value]


def test_the_headline_stands_once_and_the_bowls_before_the_waterfalls(
    code_of: Callable[..., str], open_page: Open
) -> None:
    """In whole customers; of two pictures only the chosen one is drawn."""
    at = open_page(PAGE, code_of(Company(id="company", customer_word="guests"), ROW), STEP)
    assert not at.exception
    assert ["2025: 100 came, 270 left: 170 fewer guests than we began with."] == _headline(at)
    assert MARBLES == at.button_group[0].value
    at.button_group[0].set_value(WATERFALLS).run()
    assert not at.exception
    assert WATERFALLS == at.button_group[0].value


def test_another_period_can_be_looked_at(code_of: Callable[..., str], open_page: Open) -> None:
    """Choosing 2024 turns the headline to it."""
    at = open_page(PAGE, code_of(EARLIER, ROW), STEP)
    (choice,) = [one for one in at.selectbox if one.label == "Period and segment"]
    choice.set_value("a").run()
    assert ["2024: 200 came, 100 left: 100 more customers than we began with."] == _headline(at)


def test_without_a_ledger_there_is_a_way_to_the_lab(code_of: Callable[..., str], open_page: Open) -> None:
    """One press leads to the definition lab."""
    at = open_page(PAGE, code_of(), STEP)
    at.button(key="to-lab").click().run()
    assert not at.exception
    assert "assets.lab" in at.query_params["step"]


def test_the_sample_shows_both_steps(
    code_of: Callable[..., str], open_page: Open, sample_records: tuple[Record, ...]
) -> None:
    """With the finished sample both steps stand without an error, contradictions beside them in words."""
    code = code_of(*sample_records)
    at = open_page(PAGE, code, STEP)
    assert not at.exception
    assert any("Gardeners" in one.value for one in at.warning)
    at = open_page(PAGE, code, "assets.beside")
    assert not at.exception
    assert any("Sales \\+" in one.value for one in at.warning)
    assert any(one.value.startswith("Sales rose by GBP 276,081") for one in at.text)


def test_a_count_on_the_card_that_the_bridge_contradicts_is_said_at_the_bridge(
    code_of: Callable[..., str], open_page: Open
) -> None:
    """The card says 9,999 and the bridge closes with 830: whoever works on the bridge sees it too."""
    at = open_page(PAGE, code_of(ROW, Definition(id="definition", agreed=9_999)), STEP)
    assert any("The card says 9,999, the bridge of 2025 closes with 830" in one.value for one in at.warning)


def test_figures_that_cannot_be_true_are_said_beside_the_bridge(
    code_of: Callable[..., str], open_page: Open
) -> None:
    """More referred than new is told with both numbers, and is printed as no share."""
    facts = PeriodFacts(
        id="f", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), revenue=5, referred=130
    )
    at = open_page(PAGE, code_of(ROW, facts), "assets.beside")
    assert not at.exception
    assert any(
        "130 new by referral cannot be more than the 100 new" in one.value.replace("\\", "")
        for one in at.warning
    )
    assert not any("130.0%" in one.value.to_string() for one in at.dataframe)
