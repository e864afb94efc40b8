"""Words that were given up and words about scores are found in a text, each with what to say instead."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.wording import given_up, wording_flags
from cxworkshop.domain.records import Company, WordSwap
from cxworkshop.domain.workshop import Workshop, assemble

ROOM = assemble(
    [
        Company(id="company", customer_word="guests"),
        WordSwap(id="1", old="Churn", new="guests who left us"),
        WordSwap(id="2", old="ticket, case ; upsell"),
        WordSwap(id="3", old="c++ (beta)", new="the new boat"),
        WordSwap(id="4", new="nothing before it"),
    ]
)


def test_an_old_word_is_found_whole_in_any_case_and_in_the_plural() -> None:
    """`Tickets` is one of the words of a swap; `churning` and `casework` are other words."""
    assert [(one.said, one.old) for one in given_up(ROOM, "Fewer Tickets, less churn")] == [
        ("churn", "Churn"),
        ("Tickets", "ticket"),
    ]
    assert given_up(ROOM, "The churning sea, and casework") == ()


def test_a_flag_says_what_the_room_agreed_to_say_instead() -> None:
    """With a new word it is named, without one the customer's life is asked for."""
    assert wording_flags(ROOM, "Churn is down and each case is closed.") == (
        "“Churn” is a word that you gave up. You agreed to say “guests who left us”.",
        "“case” is a word that you gave up. Say it as a customer lives it.",
    )


def test_signs_in_an_old_word_are_signs_and_nothing_else() -> None:
    """What people wrote is never read as a pattern."""
    assert len(wording_flags(ROOM, "We test C++ (beta) in May")) == 1
    assert wording_flags(ROOM, "We test c beta in May") == ()


@pytest.mark.parametrize(
    "word", ["NPS", "score", "scores", "satisfaction", "CSAT", "net promoter score", "CES"]
)
def test_scores_are_flagged_and_customers_asked_for(word: str) -> None:
    """A figure about the company is no figure of customers; the company's own word for them stands in the remedy."""
    (said,) = wording_flags(ROOM, f"Our {word} went up by four.")
    assert said == (
        f"“{word.casefold()}” is a figure about us. Say how many guests it is about, and what is different for them."
    )


def test_a_text_about_customers_has_no_flag() -> None:
    """Neither words that only look alike, nor a blank text, nor a room that gave up nothing."""
    assert (
        wording_flags(ROOM, "Two hundred guests were underscored, dissatisfaction grew, les ces bateaux")
        == ()
    )
    assert wording_flags(ROOM, None) == ()
    assert wording_flags(Workshop(), "Churn") == ()


def test_the_same_word_is_flagged_once() -> None:
    """However often it is said."""
    assert len(wording_flags(ROOM, "Score, score and SCORE. Churn and churn.")) == 2


def test_what_was_agreed_on_may_hold_the_old_word() -> None:
    """“Account holder” in place of “account” is right; the bare word beside it is not, and a plural of the new is no escape."""
    room = assemble(
        [WordSwap(id="1", old="account", new="account holder"), WordSwap(id="2", old="users", new="user")]
    )
    assert given_up(room, "Account holders decide") == ()
    assert [one.said for one in given_up(room, "An account holder has one account; users wait")] == [
        "account",
        "users",
    ]
