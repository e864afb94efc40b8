"""The decision log: every decision with its step, the mother question for each, and decisions that belong to no step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Company, Decision
from cxworkshop.store import open_store

NOES = "Answered with no"
ROOM: tuple[Record, ...] = (
    Company(id="company", held_on=date(2026, 1, 13)),
    Decision(id="leadership.rules", step="leadership.rules", decided="The stamp dies", dissent="Tom keeps one"),
    Decision(id="room.company", step="room.company", decided="We count guests", on_day=date(2026, 1, 12)),
    Decision(id="free", decided="They wait", mother=False),
)  # fmt: skip


Log = tuple[Callable[..., AppTest], Callable[[], dict[str, Decision]]]


@pytest.fixture
def log(own_store: str, code_of: Callable[..., str], open_page: Callable[..., AppTest]) -> Log:
    """Opens the log, and again with each thing done in it, for a window is drawn by the press that opens it; and what is kept."""
    code = code_of(*ROOM)
    at = open_page("pages/prepare/room.py", code, "room.leaders")
    store = open_store(own_store)

    def open_it() -> AppTest:
        return at.button(key="log").click().run()

    return open_it, lambda: {one.id: one for one in store.load(code).all(Decision)}


def said(at: AppTest) -> list[str]:
    """What the log says in words, as captions and as text."""
    assert not at.exception, at.exception
    return [str(one.value).replace("\\", "") for kind in (at.text, at.caption) for one in kind]


def choose(at: AppTest, part: str, value: str) -> None:
    """Choose a value by a part of the choice's key; it takes effect when the log is drawn next."""
    next(one for one in at.segmented_control if part in (one.key or "")).set_value(value)


def write(at: AppTest, part: str, words: str) -> None:
    """Write words into a field by a part of its key."""
    next(one for one in at.text_area if part in (one.key or "")).set_value(words)


def test_the_window_opens_from_any_page_in_the_order_of_the_day(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Its button counts; inside, the first step of the day stands first and what belongs to none last."""
    at = open_page("pages/prepare/room.py", code_of(*ROOM), "room.leaders")
    button = at.button(key="log")
    assert button.label == "Decision log (3)"
    words = said(button.click().run())
    places = [words.index(one) for one in ("We count guests", "The stamp dies", "They wait")]
    assert places == sorted(places)


def test_what_was_answered_with_no_stands_out_and_any_decision_can_be_asked(log: Log) -> None:
    """In words and sign, and in the heading; an answer given here is kept under the decision's step."""
    open_it, kept = log
    at = open_it()
    words = said(at)
    assert "✕ We would not do this to our mothers" in words
    assert (
        "Three decisions. One of them you would not do to your own mothers. "
        "The mother question is still open for two."
    ) in words
    assert "Tom keeps one" in words
    assert "No date typed; the workshop is held on 13 January 2026." in words
    choose(at, "leadership.rules:mother", "no")
    words = said(open_it())
    assert kept()["leadership.rules"].mother is False
    assert [one for one in words if one.startswith("Three decisions. Two of them you would not")]
    choose(at, "log-shown", NOES)
    words = said(open_it())
    assert "We count guests" not in words
    assert "They wait" in words


def test_a_decision_that_no_step_asked_for_is_added_changed_and_taken_out(log: Log) -> None:
    """It has no step and no date until somebody types one; the field is empty again, and what was filtered is in sight."""
    open_it, kept = log
    at = open_it()
    choose(at, "log-shown", NOES)
    at = open_it()
    write(at, "log-add", "We ring ten people on Friday.")
    at = open_it()
    assert "We ring ten people on Friday." in said(at)
    assert [one.value for one in at.text_area if "log-add" in (one.key or "")] in ([""], [None])
    (added,) = (one for id, one in kept().items() if id not in {row.id for row in ROOM})
    assert added.filled == {"decided": "We ring ten people on Friday."}
    write(at, f":{added.id}:decided", "We ring twenty.")
    at = open_it()
    assert kept()[added.id].decided == "We ring twenty."
    at.button(key=f"out-decision:{added.id}").click()
    words = said(open_it())
    assert added.id not in kept()
    assert "We ring twenty." not in words


def test_what_two_people_write_at_once_is_never_out_of_sight(log: Log, own_store: str) -> None:
    """In a decision that somebody took out, in an answer that is a no, and while the step's own page shows the same."""
    open_it, kept = log
    at = open_it()
    store = open_store(own_store)
    (code,) = (one.code for one in store.list())
    store.commit(code, Put("decision", "late", {"decided": "They wait too"}), "another")
    at = open_it()
    store.commit(code, Put("decision", "late", {"decided": "They wait not"}), "another")
    write(at, ":late:decided", "They wait twice")
    at = open_it()
    assert len(at.warning) == 1
    next(one for one in at.button if one.key == "theirs:decision:late:decided:log").click()
    at = open_it()
    store.commit(code, Remove("decision", "free"), "another")
    store.commit(code, Put("decision", "leadership.rules", {"mother": True}), "another")
    write(at, ":free:decided", "They come first.")
    choose(at, "leadership.rules:mother", "no")
    words = said(open_it())
    shown = ["no", "yes", "They come first.", "(blank)"]
    assert [one for one in words if one in shown] == shown
    assert [one.value for one in at.warning] == [
        "Would we do this to our mothers? Someone else wrote here while you wrote. Both are kept; choose one.",
        "We decide: someone else took this out while you wrote. Both are kept; choose one.",
    ]
    next(one for one in at.button if one.key == "theirs:decision:leadership.rules:mother:log").click()
    open_it()
    next(one for one in at.button if one.key == "mine:decision:free:decided:log").click()
    assert "They come first." in said(open_it())
    assert (kept()["leadership.rules"].mother, kept()["free"].decided) == (True, "They come first.")


def test_the_log_may_be_open_over_the_step_whose_decision_clashed(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Both show the clash, each with buttons of its own."""
    code = code_of(*ROOM)
    at = open_page("pages/competencies/leadership.py", code, "leadership.rules")
    open_store(own_store).commit(
        code, Put("decision", "leadership.rules", {"decided": "It stays"}), "another"
    )
    write(at, ":leadership.rules:decided", "It goes")
    at.run()
    at.button(key="log").click().run()
    assert not at.exception
    assert len([one for one in at.button if one.label == "Keep mine"]) == 2


def test_what_the_log_refuses_is_said_in_the_log(log: Log, own_store: str) -> None:
    """A decision that changed meanwhile is not taken out unseen, and one that is too long waits in its field."""
    open_it, kept = log
    at = open_it()
    store = open_store(own_store)
    (code,) = (one.code for one in store.list())
    store.commit(code, Put("decision", "free", {"decided": "They wait an hour"}), "another")
    at.button(key="out-decision:free").click()
    at = open_it()
    assert "someone else changed this" in " ".join(one.value for one in at.error)
    assert kept()["free"].decided == "They wait an hour"
    write(at, "log-add", "x" * 40_000)
    at = open_it()
    assert len(at.error) == 1
    assert len(kept()) == 3
    assert [one for one in at.text_area if "log-add" in (one.key or "") and one.value]
