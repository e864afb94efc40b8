"""Every page runs on an empty and on a full workshop and draws exactly its steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Leader
from cxworkshop.programme import PARTS, STEPS, Part
from cxworkshop.store import open_store
from cxworkshop.ui.steps import PAGE_FILES

ROOT = Path(__file__).resolve().parents[2]
EVERY_STEP = [(part, step.key) for part in PARTS for step in part.steps]


def fine(at: AppTest) -> bool:
    """No traceback and no error on the page."""
    assert not at.exception, at.exception
    assert not [one.value for one in at.error]
    return True


@pytest.mark.parametrize(("part", "step"), EVERY_STEP, ids=[step for _, step in EVERY_STEP])
def test_every_step_runs_on_an_empty_workshop(
    part: Part, step: str, open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """A facilitator may open any step first: it shows its words and says what is missing."""
    at = open_page(PAGE_FILES[part.key], code_of(), step)
    assert fine(at)
    assert part.question in [one.value for one in at.title]
    assert STEPS[step].title in [one.value for one in at.header]
    assert STEPS[step].decision in [one.value for one in at.subheader]


@pytest.mark.parametrize(("part", "step"), EVERY_STEP, ids=[step for _, step in EVERY_STEP])
def test_every_step_runs_on_the_finished_sample(
    part: Part,
    step: str,
    open_page: Callable[..., AppTest],
    code_of: Callable[..., str],
    sample_records: tuple[Record, ...],
) -> None:
    """The finished sample draws on every step, and every step of it is done."""
    at = open_page(PAGE_FILES[part.key], code_of(*sample_records), step)
    assert fine(at)
    assert [one for one in at.success if "Done." in one.value]


@pytest.mark.parametrize("part", PARTS, ids=[part.key for part in PARTS])
def test_a_page_offers_a_button_for_each_of_its_steps(
    part: Part, open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """The rail of a page is its steps, no more and no fewer."""
    at = open_page(PAGE_FILES[part.key], code_of())
    offered = [one.key.removeprefix("go:") for one in at.button if one.key and one.key.startswith("go:")]
    assert (offered or [part.steps[0].key]) == [step.key for step in part.steps]


def test_every_page_file_is_in_the_navigation() -> None:
    """No page is left out, none is listed that does not exist."""
    files = {
        str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py") if path.name != "__init__.py"
    }
    assert set(PAGE_FILES.values()) == files


def test_a_page_without_a_workshop_says_where_to_begin(open_page: Callable[..., AppTest]) -> None:
    """A deep link without a workshop is no dead end."""
    at = open_page(PAGE_FILES["assets"])
    assert not at.exception
    assert "start page" in at.error[0].value


def test_an_unknown_code_is_said_and_nothing_is_made(
    open_page: Callable[..., AppTest], own_store: str
) -> None:
    """A mistyped address names the code and makes no workshop."""
    at = open_page(PAGE_FILES["assets"], "ZZZZ-ZZZZ")
    assert not at.exception
    assert "ZZZZ" in at.error[0].value
    assert () == open_store(own_store).list()


def test_a_decision_is_kept_with_its_dissent(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The decision of a step and who sees it otherwise are written under the step's key."""
    code = code_of(Leader(id="l1", name="Ana Ruiz", function="CEO"))
    at = open_page(PAGE_FILES["assets"], code, "assets.counts")
    decided, dissent = [one for one in at.text_area if "decision" in (one.key or "")]
    decided.set_value("We take Finance's count.").run()
    dissent = next(one for one in at.text_area if "dissent" in (one.key or ""))
    dissent.set_value("Ana would count households.").run()
    assert fine(at)
    kept = open_store(own_store).load(code)
    decision = kept.items["decision", "assets.counts"].record
    assert decision.filled == {
        "step": "assets.counts",
        "decided": "We take Finance's count.",
        "dissent": "Ana would count households.",
    }


def test_undo_and_redo_take_one_change_back_and_forth(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """One press undoes what this laptop wrote last, the other does it again; the field shows it."""
    code = code_of()
    at = open_page(PAGE_FILES["room"], code, "room.company")
    at.text_input[0].set_value("Hearth & Field").run()
    at.button(key="undo").click().run()
    assert "" == at.text_input[0].value
    assert None is open_store(own_store).load(code).items.get(("company", "company"))
    at.button(key="redo").click().run()
    assert "Hearth & Field" == at.text_input[0].value


def test_a_persons_words_are_never_markup(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """A name that looks like an image or a link is drawn as the words it is."""
    nasty = "![x](https://evil.example/x.png) <b>bold</b>"
    at = open_page(PAGE_FILES["assets"], code_of(Leader(id="l1", name=nasty)), "assets.signoff")
    assert fine(at)
    shown = [one.value for one in (*at.markdown, *at.caption, *at.info, *at.warning, *at.success)]
    assert not [words for words in shown if "![x](" in words or "<b>" in words]
