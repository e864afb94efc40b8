"""A review and a new round on the page: begun with one press, told card by card, carried forward as a workshop of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.reviews import reviews
from cxworkshop.domain.difference import laid_over
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    RECORDS,
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Progress,
    Review,
    Round,
)
from cxworkshop.domain.wire import workshop_in
from cxworkshop.store import open_store
from cxworkshop.ui import review_panel, round_panel
from cxworkshop.workbook import write_workbook

ROOT = Path(__file__).resolve().parents[2]
PAGE, START = "pages/decide/results.py", "pages/prepare/start.py"
Keep = Callable[..., str]
Open = Callable[..., AppTest]

ROOM: tuple[Record, ...] = (
    Company(
        id="company", name="Tidewell", customer_word="guests", held_on=date(2026, 1, 13),
        period_start=date(2025, 1, 1), period_end=date(2025, 12, 31),
    ),
    Candidate(id="day", name="The day is kept", verdict="now"),
    Candidate(id="calm", name="Nobody waits", verdict="now"),
    Commitment(id="p", candidate="day", baseline=88, target=97, metric="Kept (%)", review_day=date(2026, 4, 14)),
    BridgeRow(
        id="year", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31), opening=1_000, new=365,
        lapsed=146,
    ),
    BridgeRow(
        id="quarter", period_start=date(2026, 1, 1), period_end=date(2026, 3, 31), opening=1_219, new=60,
        returned=3, lapsed=30,
    ),
)  # fmt: skip


@pytest.fixture
def in_april(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is 14 April 2026."""

    class Day(date):
        @classmethod
        def today(cls) -> Day:
            return cls(2026, 4, 14)

    for module in (review_panel, round_panel):
        monkeypatch.setattr(module, "datetime", SimpleNamespace(date=Day))


@pytest.fixture
def later() -> tuple[Record, ...]:
    """Every record of the sample ninety days later."""
    day, added = (
        workshop_in(json.loads((ROOT / "sample_data" / name).read_text(encoding="utf-8")))
        for name in ("finished_workshop.json", "reviewed_workshop.json")
    )
    found = laid_over(day, added)
    return tuple(record for cls in RECORDS for record in found.all(cls))


def shown(at: AppTest) -> str:
    """Everything that the page says."""
    assert not at.exception, at.exception
    assert not [one.value for one in at.error]
    groups = (at.text, at.markdown, at.caption, at.warning, at.info, at.success, at.subheader)
    return "\n".join(str(one.value) for group in groups for one in group)


def look_at(at: AppTest, view: str) -> AppTest:
    """Choose one of the views of a review."""
    ways = next(one for one in at.button_group if one.key.startswith("review-view"))
    return ways.set_value(view).run()


def test_a_workshop_is_opened_as_a_review_and_told(code_of: Keep, open_page: Open, in_april: None) -> None:
    """From the start page to a review begun today, an outcome with its reason, the count taken over, and what it says."""
    code = code_of(*ROOM)
    at = open_page(START)
    at.button(key=f"review:{code}").click().run()
    assert "The first review is due on 14 April 2026" in shown(at)
    # A test's next run is again of the page that it opened itself.
    at = open_page(PAGE, code, "results.review")
    at.button(key="begin-review").click().run()
    (review,) = open_store().load(code).all(Review)
    assert (review.held_on, review.occasion, review.next_on) == (
        date(2026, 4, 14),
        "90 days",
        date(2026, 7, 13),
    )
    assert "Two priorities have no outcome" in shown(at).replace("\\", "")
    next(one for one in at.text_input if "progress" in (one.key or "") and ":value|" in one.key).set_value(
        "94"
    ).run()
    told = next(one for one in at.button_group if ":outcome|" in (one.key or ""))
    told.set_value("slipped").run()
    assert "94 %, from 88 to 97: two thirds of the way" in shown(at)
    kept = open_store().load(code).all(Progress)
    assert [(one.review, one.candidate, one.value, one.outcome) for one in kept] == [
        (review.id, "day", 94, "slipped")
    ]
    look_at(at, "The count anew")
    at.button(key="take-over-bridge").click().run()
    said = shown(at)
    assert "12 left per 30 days of 2025, 10 per 30 days of Q1 2026" in said
    assert "nothing is scaled to a year" in said
    taken = open_store().load(code).all(Review)[0]
    assert (taken.opening, taken.lapsed, taken.source) == (1_219, 30, "The bridge of this workshop")
    book = write_workbook(open_store().load(code))
    upload = next(one for one in at.file_uploader if one.key == f"review-book-{review.id}")
    upload.set_value(("later.xlsx", book, "application/octet-stream")).run()
    assert [one.label for one in at.selectbox if "book-period" in (one.key or "")] == ["Period"]
    at.button(key="take-over-book").click().run()
    assert open_store().load(code).all(Review)[0].source == "The workbook later.xlsx"
    assert "no reading" in shown(look_at(at, "Measures since")) or "No measure belongs" in shown(at)
    assert "Of two commitments, one slipped; one is not told yet." in shown(
        look_at(at, "Kept, slipped, dropped")
    )


def test_the_sample_ninety_days_later_can_be_looked_at_and_projected(
    later: tuple[Record, ...], code_of: Keep, open_page: Open
) -> None:
    """Each of its four views states its finding; an older review can be chosen; the projector shows no controls."""
    code = code_of(*later)
    at = open_page(PAGE, code, "results.review")
    assert (
        "Of seven measures, two have reached their targets, four are on their way and one went the wrong way."
        in shown(at)
    )
    assert (
        "The customer number that it should move, returned: 373 came back in Q1 2025, 588 in Q1 2026 (the right way)."
        in shown(at)
    )
    assert "1,795 left in Q1 2025, 1,706 in Q1 2026" in shown(look_at(at, "The count anew"))
    assert "three new points since the workshop" in shown(look_at(at, "Measures since"))
    assert "Of seven commitments, four were kept, two slipped and one was dropped." in shown(
        look_at(at, "Kept, slipped, dropped")
    )
    first = reviews(open_store().load(code))[-1]
    next(one for one in at.selectbox if one.label == "Review").set_value(first.id).run()
    assert "six were kept and one slipped" in shown(at)
    at.query_params["view"] = "projector"
    at.run()
    assert "six were kept and one slipped" in shown(at)
    assert not [one for one in at.button if one.key == "begin-review"]


def test_a_round_begins_as_a_workshop_of_its_own(
    later: tuple[Record, ...], code_of: Keep, open_page: Open, own_store: str, in_april: None
) -> None:
    """One press; the old workshop is unchanged; both know each other, and the start page says which round it is."""
    code = code_of(*later, title="Tillbrook in January")
    store = open_store(own_store)
    before = store.load(code)
    at = open_page(PAGE, code, "results.round")
    said = shown(at)
    assert "Five priorities go on into the next round, to be chosen anew" in said
    assert "- **Dots**, 33: dots are placed anew" in said
    at.button(key="begin-round").click().run()
    shown(at)
    assert store.load(code).items == before.items
    new = next(one for one in store.list() if one.from_code == code)
    found = store.load(new.code)
    assert (found.one(Round).number, found.one(Round).carried_on) == (2, date(2026, 4, 14))
    at.button(key=f"round-after:{new.code}").click().run()
    at = open_page(PAGE, new.code, "results.round")
    assert "Round 2, carried forward from “Tillbrook in January”, held on 13 January 2026." in shown(at)
    at.button(key="round-before").click().run()
    assert "Review" in [one.label for one in at.selectbox]
    at = open_page(PAGE, new.code, "results.round")
    assert "at its last review: 1,795 left in Q1 2025, 1,706 in Q1 2026" in shown(at)
    assert any(one.value.startswith("Round 2 of Tillbrook") for one in open_page(START).text)
    store.remove(code)
    at = open_page(PAGE, new.code, "results.round")
    assert "it is not on this computer" in shown(at)


def test_a_workbook_is_opened_as_a_review(later: tuple[Record, ...], code_of: Keep, open_page: Open) -> None:
    """A workbook that holds reviews becomes a workshop with them, open at its newest review."""
    content = write_workbook(open_store().load(code_of(*later)))
    at = open_page(START)
    upload = next(one for one in at.file_uploader if one.label == "A workbook saved by this app")
    upload.set_value(("tillbrook.xlsx", content, "application/octet-stream")).run()
    at.button(key="open-excel-review").click().run()
    assert "Of seven measures" in shown(at)
    assert len(open_store().list()) == 2


def test_the_start_page_offers_the_sample_ninety_days_later(open_page: Open) -> None:
    """It opens at its review, marked as a sample."""
    at = open_page(START)
    at.button(key="open-reviewed").click().run()
    assert "Of seven measures" in shown(at)
    (one,) = open_store().list()
    assert (one.sample, one.round) == (True, 1)
    told = [one.value for one in open_page(START).text]
    assert any(one.endswith(f"(sample)\n{open_store().list()[0].code} · two reviews") for one in told)
