"""The reasons on the page: who shares a rank, whom nobody has counted, and what each of the top five still lacks."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.records import Company, Reason

PAGE, STEP = "pages/competencies/assets.py", "assets.why"
GUESTS = Company(id="company", customer_word="guests")


def test_the_top_five_say_who_shares_a_rank_and_what_is_not_said(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Two are number 1, one customer is one, and where it happens is asked for."""
    first = Reason(id="a", reason="Nobody rang", direction="leave", customers=1, rank=1)
    second = Reason(id="b", reason="The charge", direction="leave", customers=4, rank=1)
    third = Reason(id="c", reason="The queue", direction="leave", customers=9)
    at = open_page(PAGE, code_of(GUESTS, first, second, third), STEP)
    assert not at.exception
    words = [one.value for one in at.text]
    assert "1. “Nobody rang”" in words
    assert "2. “The charge” (another is number 1 too)" in words
    assert "3. “The queue” (proposed)" in words
    assert any(" 1 guest**" in one.value and "where it happens" in one.value for one in at.markdown)


def test_whom_nobody_has_counted_is_not_called_nobody(
    code_of: Callable[..., str], open_page: Callable[..., AppTest]
) -> None:
    """Neither the unknown nor the captive are 0 while their number is blank."""
    unknown = Reason(id="a", reason="Gone", direction="leave", cause="we don't know")
    tied = Reason(id="b", reason="Tied", direction="stay", captive=True)
    at = open_page(PAGE, code_of(GUESTS, unknown, tied), STEP)
    assert not at.exception
    words = [one.value for one in at.text]
    assert "We do not know why some guests leave; nobody has counted them yet." in words
    assert "Captive: not counted yet" in words
