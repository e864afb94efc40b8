"""How findings are put into words."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.findings import counted, customers, figure, listed, money, quoted, sentence, sure
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop, assemble


def test_small_numbers_are_words_and_large_ones_have_separators() -> None:
    """Whole things only."""
    assert (counted(1, "hour"), counted(12, "month"), counted(1_250, "hour"), counted(0, "hour")) == (
        "one hour",
        "twelve months",
        "1,250 hours",
        "no hours",
    )
    assert counted(2, "priority is", "priorities are") == "two priorities are"


@pytest.mark.parametrize(
    ("value", "words"),
    [(12_345.6, "12,346"), (52.4, "52.4"), (50.0, "50"), (5.917, "5.92"), (0.031, "0.031"), (-0.00042, "−0.00042"), (-1e-9, "0"), (-3.5, "−3.5")],
)  # fmt: skip
def test_a_figure_has_about_three_digits(value: float, words: str) -> None:
    """As many as a room can take in."""
    assert figure(value) == words


def test_two_figures_side_by_side_are_equally_precise() -> None:
    """4.9 to 16.1, not 4.94 to 16.1."""
    assert (figure(4.938, 16.06), figure(16.06, 4.938)) == ("4.9", "16.1")


def test_money_is_in_the_workshops_currency() -> None:
    """Whole units; a bare number where no currency is chosen."""
    assert money(assemble([Company(id="company", currency="CHF")]), 64_800.4) == "CHF 64,800"
    assert money(Workshop(), 64_800) == "64,800"


def test_money_may_have_cents_and_a_true_minus() -> None:
    """Where cents are asked for; −0 is 0."""
    assert (money(Workshop(), -60.4), money(Workshop(), 4.25, 2), money(Workshop(), -0.2)) == (
        "−60",
        "4.25",
        "0",
    )


@pytest.mark.parametrize(
    ("word", "one", "many"),
    [("gardeners", "1 gardener", "2 gardeners"), ("staff", "1 of our staff", "2 staff"), ("people", "1 person", "2 people")],
)  # fmt: skip
def test_one_customer_is_told_in_the_singular(word: str, one: str, many: str) -> None:
    """By the company's own word; where it does not look like a plural, one of them."""
    assert (people(1, word), people(2, word)) == (one, many)
    assert people(1, "gardeners", "fewer") == "1 fewer gardener"


def test_customers_are_called_what_the_company_calls_them() -> None:
    """A word, not a sentence."""
    assert customers(assemble([Company(id="company", customer_word="our\nguests")])) == "our guests"
    assert customers(assemble([Company(id="company", customer_word="x" * 41)])) == "customers"
    assert customers(Workshop()) == "customers"


def test_a_list_ends_with_and() -> None:
    """One, two or three things."""
    assert (listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"]), listed([])) == (
        "a",
        "a and b",
        "a, b and c",
        "",
    )


def test_a_quotation_is_one_short_line() -> None:
    """Its own quotation marks are not doubled, and a long one is cut where it is long."""
    assert quoted("“It\n broke”") == "“It broke”"
    assert quoted("a" * 100, 10) == "“aaaaaaaaa…”"


def test_sentences_begin_with_a_capital_and_say_how_sure_they_are() -> None:
    """Nothing is added where nobody has said."""
    assert (sentence("it is"), sentence(""), sure("estimate"), sure(None)) == ("It is", "", " (estimate)", "")
