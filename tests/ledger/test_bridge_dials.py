"""The further dials of the command `bridge`: unit, value, exclusions, currencies, rows left out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_bridge_command import bridge, rows

LEDGER = """\
id,customer,household,date,amount,margin,segment,ccy
1,A,h1,2025-01-05,100,40,North,EUR
2,B,h1,2025-02-05,50,10,North,USD
3,TEST9,,2025-02-06,70,10,South,EUR
4,C,,2025-02-07,80,10,Staff,EUR
5,D,,2025-02-07,30,20,South,EUR
6,,,2025-02-07,80,10,South,EUR
7,E,,2025-03-07,bad,10,South,EUR
"""
MONEY = ("--currency", "ccy", "--rate", "USD=0.9", "--into", "EUR")
YEAR = ("--by", "year", "--leave-out-bad")


def closing(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[str, str]]:
    """Closing customers and value by segment, as printed."""
    return {row["segment"]: (row["closing"], row["closing_value"]) for row in rows(capsys.readouterr().out)}


def test_households_margins_and_rates_change_the_count_and_its_value(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A and B are one household: 40 + 10 x 0.9 = 49 in margin; nobody else is changed."""
    assert bridge(ledger_file(LEDGER), *YEAR, *MONEY) == 0
    assert {"All": ("5", "325.00")} == closing(capsys)
    assert bridge(ledger_file(LEDGER), *YEAR, *MONEY, "--unit", "household", "--value", "margin") == 0
    assert {"All": ("4", "89.00")} == closing(capsys)
    assert bridge(ledger_file(LEDGER), *YEAR, *MONEY, "--margin", "10") == 0
    assert {"All": ("5", "32.50")} == closing(capsys)


def test_what_is_left_out_is_in_no_figure_and_is_told(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A segment's rows, a listed customer and internal accounts go; standard error says how many, with their money."""
    ids = tmp_path / "ids.txt"
    ids.write_text("d\n\n", encoding="utf-8")
    dials = ("--segment", "segment", "--exclude", "Staff", "--exclude-ids", ids, "--internal", "test")
    assert bridge(ledger_file(LEDGER), *YEAR, *MONEY, *dials) == 0
    said = capsys.readouterr()
    found = {row["segment"]: row["closing"] for row in rows(said.out)}
    assert ("2", "2") == (found["North"], found["All"])
    assert "Staff in column segment: 1 row, 80 together" in said.err
    assert "begins with test: 1 row, 70 together" in said.err


def test_rows_that_cannot_be_read_are_written_out_when_they_are_left_out(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The file of rows left out names row, reason and money; without the option the ledger is refused."""
    out = tmp_path / "left_out.csv"
    assert bridge(ledger_file(LEDGER), *YEAR, *MONEY, "--left-out", out) == 0
    told = out.read_text(encoding="utf-8-sig").splitlines()
    assert "row,reason,customer,day,amount" == told[0]
    assert "7,Left out for want of a customer,,2025-02-07,80.00" == told[1]
    assert told[2].startswith("8,")
    assert "'bad' is no amount" in told[2]
    capsys.readouterr()
    assert bridge(ledger_file(LEDGER), "--by", "year", *MONEY) == 1
    assert "row 8, column amount: 'bad' is no amount" in capsys.readouterr().err


def test_a_currency_without_a_rate_is_refused(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """No rate is guessed: the message names the column and the currency."""
    assert bridge(ledger_file(LEDGER), *YEAR, "--currency", "ccy", "--into", "EUR") == 1
    said = capsys.readouterr()
    assert "" == said.out
    assert "ccy" in said.err
    assert "USD" in said.err


@pytest.mark.parametrize(
    "words",
    [("--margin", "140"), ("--rate", "USD"), ("--rate", "USD=much"), ("--exclude-ids", "nowhere.txt")],
    ids=["a share above 100", "a rate without a number", "a rate in words", "a missing list"],
)
def test_a_dial_that_cannot_be_is_wrong_usage(
    words: tuple[str, str], ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """It ends with 2 and prints no result."""
    try:
        code = bridge(ledger_file(LEDGER), *YEAR, *words)
    except SystemExit as stopped:
        code = int(str(stopped.code))
    assert (2, "") == (code, capsys.readouterr().out)


def test_rates_go_with_files_only(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An engine's table is turned into one currency on the engine."""
    assert bridge(f"duckdb:///{tmp_path / 'x.duckdb'}", "sales", "--rate", "USD=0.9") == 2
    assert "go with files" in capsys.readouterr().err


def test_a_value_to_leave_out_needs_a_column_to_look_in(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left in by mistake: exit 2, no result, and the options that name the column."""
    assert 2 == bridge(ledger_file(LEDGER), *YEAR, *MONEY, "--exclude", "Staff")
    said = capsys.readouterr()
    assert "" == said.out
    assert "look for Staff to leave out; name it (--exclude-column or --segment)" in said.err


def test_a_value_column_and_a_margin_gainsay_each_other(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A row is worth one of the two; which one is for the analyst to say."""
    assert 2 == bridge(ledger_file(LEDGER), *YEAR, *MONEY, "--value", "margin", "--margin", "40")
    assert "take one of the two out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--start", "zzz"), "In the setting purchases no start is read: --start zzz changes nothing."),
        (("--exclude-column", "segment"), "Nothing is left out by --exclude-column alone"),
    ],
)
def test_an_option_that_changes_nothing_is_told(
    words: tuple[str, str], said: str, ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is no error, and nobody believes that it did something."""
    assert 0 == bridge(ledger_file(LEDGER), *YEAR, *MONEY, *words)
    assert said in capsys.readouterr().err
