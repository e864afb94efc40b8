"""Two people write the same words at once: both texts are kept and shown, and one of them is chosen."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import Legacy
from cxworkshop.store import open_store

PAGE, STEP = "pages/competencies/frame.py", "frame.legacy"
MINE, THEIRS = "We grew because people were home in time.", "We grew because we rang first."


def sentence(at: AppTest) -> object:
    """The field of the legacy sentence."""
    return next(one for one in at.text_area if one.label == "Our legacy of growth")


def clashed(open_page: Callable[..., AppTest], code: str, url: str) -> AppTest:
    """The page after somebody else wrote while this person was typing."""
    at = open_page(PAGE, code, STEP)
    open_store(url).commit(code, Put("legacy", "legacy", {"sentence": THEIRS}), "another")
    sentence(at).set_value(MINE).run()  # type: ignore[attr-defined]
    return at


def test_both_texts_are_shown_and_the_stored_one_is_not_overwritten(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Until somebody chooses, the store holds what was written first."""
    code = code_of()
    at = clashed(open_page, code, own_store)
    assert not at.exception
    assert {MINE, THEIRS} <= {one.value for one in at.text}
    assert open_store(own_store).load(code).one(Legacy).sentence == THEIRS


def test_keeping_mine_writes_mine(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The chosen text is stored, the question is gone, and the field shows it."""
    code = code_of()
    at = clashed(open_page, code, own_store)
    next(one for one in at.button if one.label == "Keep mine").click().run()
    assert open_store(own_store).load(code).one(Legacy).sentence == MINE
    assert sentence(at).value == MINE  # type: ignore[attr-defined]
    assert not [one for one in at.button if one.label == "Keep mine"]


def test_keeping_theirs_changes_nothing(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The other choice leaves the store as it is."""
    code = code_of()
    at = clashed(open_page, code, own_store)
    before = open_store(own_store).load(code).revision
    next(one for one in at.button if one.label == "Keep theirs").click().run()
    assert open_store(own_store).load(code).revision == before
    assert sentence(at).value == THEIRS  # type: ignore[attr-defined]


def test_different_fields_of_one_record_both_survive(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Commands name single fields, so nobody's is lost where they differ."""
    code = code_of()
    at = open_page(PAGE, code, STEP)
    open_store(own_store).commit(
        code, Put("legacy", "legacy", {"become": "The one that calls first."}), "another"
    )
    sentence(at).set_value(MINE).run()  # type: ignore[attr-defined]
    kept = open_store(own_store).load(code).one(Legacy)
    assert (kept.sentence, kept.become) == (MINE, "The one that calls first.")


def test_a_value_that_cannot_be_kept_is_named_and_stays_typed(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """Words in a number's field: the place and the remedy are said, the typed words stay, nothing is stored."""
    code = code_of()
    at = open_page("pages/competencies/assets.py", code, "assets.definition")
    field = next(one for one in at.text_input if one.label == "Window (days)")
    field.set_value("a year").run()
    assert not at.exception
    assert "not a number" in at.error[0].value
    assert next(one for one in at.text_input if one.label == "Window (days)").value == "a year"
    assert open_store(own_store).load(code).items == {}
