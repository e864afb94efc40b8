"""Value at risk on the page: one moment at a time, all priority moments in one click, and pictures alone on the projector."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BridgeRow, Company, Risk, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/reliability.py", "reliability.risk"
YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
MAP: tuple[Record, ...] = (
    Company(id="company", currency="GBP", customer_word="guests"),
    Stage(id="late", name="I leave", order=2),
    Stage(id="early", name="I arrive", order=1),
    Touchpoint(id="bill", name="The bill", stage="late", priority=True, pressure=True),
    Touchpoint(id="door", name="The door", stage="early", priority=True, truth=True),
    Touchpoint(id="gift", name="The gift", stage="late"),
    BridgeRow(id="b", **YEAR, opening=1_000, new=1, lapsed=1, opening_value=450_000, from_ledger=True),
    BridgeRow(id="k", **YEAR, segment="Regulars", opening=100, new=1, lapsed=1, opening_value=90_000),
)
WORKED = {"customers": "12,000", "failure": "8", "rescued": "25", "leaving": "20"}


def _held(own_store: str, code: str) -> Workshop:
    return open_store(own_store).load(code)


def _words(at: AppTest) -> list[str]:
    return [one.value for one in at.text]


def _captions(at: AppTest) -> str:
    """What stands small, without the signs that keep a person's words from being markup."""
    return " ".join(one.value for one in at.caption).replace("\\", "")


def _write(at: AppTest, row: str, values: dict[str, str]) -> AppTest:
    """Types into the fields of a row, one by one, as a person does."""
    for name, value in values.items():
        field = next(one for one in at.text_input if (one.key or "").startswith(f"bound:risk:{row}:{name}|"))
        at = field.set_value(value).run()
        assert not at.exception
    return at


def test_all_priority_moments_get_a_row_in_one_click(
    code_of: Callable[..., str], open_page: Callable[..., AppTest], own_store: str
) -> None:
    """In the order of the customer's life, in one step that one undo takes back; then the button is gone."""
    code = code_of(*MAP)
    at = open_page(PAGE, code, STEP)
    button = next(one for one in at.button if one.key == "risk-begin")
    assert button.label == "Begin with two priority moments"
    before = _held(own_store, code).revision
    at = button.click().run()
    held = _held(own_store, code)
    assert [row.touchpoint for row in held.all(Risk)] == ["door", "bill"]
    assert held.revision == before + 1
    assert not [one for one in at.button if one.key == "risk-begin"]
    assert (
        "“The bill”: nobody has said how many meet it, how often it fails and how many more leave."
        in _words(at)
    )


def test_a_moment_is_worked_out_in_words_as_it_is_typed(
    code_of: Callable[..., str], open_page: Callable[..., AppTest], own_store: str
) -> None:
    """The first priority moment is open; its value comes from the bridge and says so until somebody types one."""
    code = code_of(*MAP)
    at = open_page(PAGE, code, STEP)
    assert at.selectbox[0].value == "door.risk"
    assert any(one.startswith("Nothing yet: nobody has said how many meet it") for one in _words(at))
    at = _write(at, "door.risk", WORKED)
    assert (
        "Of 12,000 guests who meet it in a year, 960 are failed, 240 rescued and 144 leave: GBP 64,800 a year."
        in _words(at)
    )
    assert any(one.startswith("Rescue saves GBP 21,600 a year") for one in _words(at))
    captions = _captions(at)
    assert "Value used: GBP 450 a year: opening value ÷ opening guests, 2025, all segments" in captions
    assert "how sure this is" in captions
    row = _held(own_store, code).all(Risk)[0]
    assert (row.touchpoint, row.customers, row.value) == ("door", 12_000, None)
    at = _write(at, "door.risk", {"value": "500"})
    captions = _captions(at)
    assert "GBP 500, typed: GBP 50 more than the bridge's GBP 450" in captions
    assert "With the bridge's value: GBP 64,800 a year" in captions


def test_a_segment_of_the_bridge_can_be_chosen_and_brings_its_value(
    code_of: Callable[..., str], open_page: Callable[..., AppTest], own_store: str
) -> None:
    """Regulars are worth 900 each: twice as much is at risk."""
    code = code_of(*MAP, Risk(id="r", touchpoint="door", customers=12_000, failure=8, rescued=25, leaving=20))
    at = open_page(PAGE, code, STEP)
    at = at.selectbox[0].set_value("r").run()
    field = next(one for one in at.selectbox if (one.key or "").startswith("bound:risk:r:population|"))
    assert list(field.options) == ["Regulars"]
    at = field.set_value("Regulars").run()
    assert not at.exception
    assert _held(own_store, code).all(Risk)[0].population == "Regulars"
    assert any("144 leave: GBP 129,600 a year" in one for one in _words(at))


def test_the_moments_are_those_of_the_map_in_order_with_their_signs(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Signs first, then the name, then whether it is still to be filled in; a row without a moment comes last."""
    lost = Risk(id="lost", customers=1)
    done = Risk(id="d", touchpoint="bill", customers=10, failure=50, leaving=50, population="Regulars")
    at = open_page(PAGE, code_of(*MAP, lost, done), STEP)
    assert list(at.selectbox[0].options) == [
        "★◆ The door (to be filled in)",
        "★▲ The bill · Regulars",
        "The gift (to be filled in)",
        "A moment without a name (to be filled in)",
    ]


def test_both_figures_what_is_exact_and_what_is_missing_are_said(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """The sum is called at most; nobody counted twice is called about."""
    worked = {"customers": 12_000, "failure": 8, "rescued": 25, "leaving": 20, "leaving_high": 30}
    rows = [Risk(id=at, touchpoint=at, **worked) for at in ("door", "gift")]
    at = open_page(PAGE, code_of(*MAP, *rows), STEP)
    assert not at.exception
    words = _words(at)
    assert any(
        one.startswith("All moments together: at most 288 guests and GBP 129,600 a year; about 286 guests")
        for one in words
    )
    assert "“The bill”: nobody has said anything yet, and it is a priority." in words
    assert any("Taken as exact" in one.value for one in at.caption)


def test_the_projector_shows_the_pictures_without_controls(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Findings and tables stay; the form, the button and the table to write in do not."""
    row = Risk(id="d", touchpoint="door", customers=10_000, failure=50, leaving=50, leaving_low=40)
    code = code_of(*MAP, row)
    at = open_page(PAGE, code, STEP)
    at.query_params["view"] = "projector"
    at.run()
    assert not at.exception
    assert any(one.startswith("2,500 guests a year leave over “The door”") for one in _words(at))
    assert any(one.startswith("The judgement that moves the answer most") for one in _words(at))
    assert not [one for one in at.text_input if (one.key or "").startswith("bound:risk")]
    assert not [one for one in at.button if one.key == "risk-begin"]
    assert not at.selectbox


def test_without_a_map_the_page_says_what_comes_first(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """And draws nothing."""
    at = open_page(PAGE, code_of(MAP[0]), STEP)
    assert not at.exception
    assert any(one.value.startswith("Put the moments on the stage map first") for one in at.caption)
