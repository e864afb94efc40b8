"""Cells that could mean two things are refused with their place; what means one thing is read, however it is written."""

import re

import pytest

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import Ledger, open_ledger

HEAD = "customer,date,amount\n"


def opened(text: str) -> Ledger:
    """A ledger of purchases from some text."""
    return open_ledger(text.encode(), "l.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "a year that may come first or last": (
            HEAD + "A,24-01-05,1\nB,24-01-13,1\n",
            "column date: no date tells whether the year comes first or last, as in '24-01-05' in row 2",
        ),
        "a day that may be a month": (
            HEAD + "A,03/04/2025,1\n",
            "no date tells whether day or month comes first, as in '03/04/2025' in row 2",
        ),
        "words behind a clock": (HEAD + "A,2025-01-05,1\nB,2025-01-05 10:00 banana,1\n", "row 3, column date"),
        "a comma in a file of semicolons": (
            "customer;date;amount\nA;2025-01-05;1,234\n",
            "cannot tell whether '1,234' in row 2 is in thousands or has decimals",
        ),
        "two currencies": (
            HEAD + "A,2025-01-05,EUR 1\nB,2025-01-05,$ 2\n",
            "holds more than one currency ('EUR 1' in row 2, '$ 2' in row 3)",
        ),
        "two decimal marks": (
            HEAD + 'A,2025-01-05,1.5\nB,2025-01-05,"2,5"\n',
            "uses both a decimal point and a decimal comma, as in '1.5' in row 2 and '2,5' in row 3",
        ),
    }.values(),
)  # fmt: skip
def test_what_could_mean_two_things_is_refused_with_its_place(text: str, said: str) -> None:
    """The message names a cell that shows the doubt, and its row."""
    with pytest.raises(BadLedger, match=re.escape(said)):
        opened(text)


def test_years_of_two_digits_are_read_where_a_day_tells() -> None:
    """45 is no day, so the year comes last; with strokes it always does."""
    ledger = opened(HEAD + "A,05-01-45,1\nB,13-01-45,1\n")
    assert [day.year for day in (ledger.first_day, ledger.last_day)] == [2045, 2045]
    assert opened(HEAD + "A,13/01/24,1\n").first_day.isoformat() == "2024-01-13"


@pytest.mark.parametrize(
    "clock",
    ["T10:00", " 10:00:59", " 10:00:59.123", "T10:00:00Z", " 10:00:00 +02:00", " 9:05 PM", " 10:00 CET"],
)
def test_any_common_clock_is_left_behind(clock: str) -> None:
    """A day with a time is that day."""
    assert (
        opened(HEAD + f"A,2025-01-05{clock},1\nB,2025-01-06{clock},1\n").first_day.isoformat() == "2025-01-05"
    )


@pytest.mark.parametrize("marks", [("€", "EUR "), ("£", "GBP "), ("$", "USD "), ("¥", "JPY ")])
def test_a_sign_and_its_code_are_one_currency(marks: tuple[str, str]) -> None:
    """€ 5 and EUR 5 are ten of the same."""
    ledger = opened(HEAD + "".join(f"A,2025-01-05,{mark}5\n" for mark in marks))
    assert int(ledger.cents.sum()) == 1000


def test_a_word_for_nobody_is_told_as_the_customer_that_it_is() -> None:
    """NULL counts as one customer, and the note says so and how to leave it out."""
    ledger = opened(HEAD + "NULL,2025-01-05,1\nnull,2025-01-06,1\nA,2025-01-06,1\n")
    assert [note for note in ledger.notes if "NULL" in note] == [
        "2 rows with NULL as customer: they count as one customer; leave it out by its id if it is nobody."
    ]
