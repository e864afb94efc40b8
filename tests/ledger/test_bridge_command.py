"""The command `bridge`, as an analyst and a script meet it."""

import argparse
import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from worked import CONTRACTS, PURCHASES

from cxworkshop.ledger.cli_bridge import add_parser

HEADER = (
    "period_start,period_end,segment,opening,new,returned,lapsed,moved_in,moved_out,closing,came_and_went,paused,"
    "grown,shrunk,opening_value,new_value,returned_value,lapsed_value,grown_value,shrunk_value,moved_in_value,"
    "moved_out_value,closing_value,flags"
)
HALF = ("--by", "half", "--window", "180", "--from", "2025-07-01", "--to", "2025-12-31")


def bridge(*words: str | Path) -> int:
    """Run the command as the command line does; gives the exit code."""
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers(required=True))
    args = parser.parse_args(["bridge", *map(str, words)])
    code: int = args.run(args)
    return code


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a printed result."""
    return list(csv.DictReader(StringIO(text)))


def test_the_purchase_example_is_printed_as_csv(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exactly the columns that are promised, in their order; counts whole, money with two decimals."""
    assert bridge(ledger_file(PURCHASES), *HALF) == 0
    header, line = capsys.readouterr().out.splitlines()
    assert header == HEADER
    assert line.startswith(
        "2025-07-01,2025-12-31,All,5,2,1,2,0,0,6,1,2,1,1,720.00,145.00,60.00,340.00,50.00,80.00,0.00,0.00,555.00,"
    )
    assert "customers_up_value_down" in line.rpartition(",")[2].split("+")


def test_the_contract_example_tells_its_renewals(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The figures go to standard output, two of three renewed to standard error."""
    year = ("--by", "year", "--from", "2025-01-01", "--to", "2025-12-31")
    assert bridge(ledger_file(CONTRACTS), "--setting", "contracts", "--grace", "30", *year) == 0
    said = capsys.readouterr()
    assert ",4,1,0,1,0,0,4,0,0,1,0,3000.00,600.00,0.00,800.00,200.00,0.00,0.00,0.00,3000.00," in said.out
    assert "4 due, 1 pending, 2 renewed (66.7%; 65.2% by value)" in said.err


def test_messages_never_mix_with_the_result(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """What was picked, counted once and flagged is told on standard error, in sentences."""
    bridge(ledger_file(PURCHASES), *HALF)
    told = capsys.readouterr().err
    assert "Columns: customer = customer, date = date, amount = amount, id = id." in told
    assert "3 came, 2 left: 1 more than we began with." in told
    assert "customers_up_value_down: Customers +1, value −165" in told


def test_periods_cover_the_ledger_and_the_last_ends_with_it(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """The first period holds the first row; a last one that is not over ends on the last row's day, to date."""
    path = ledger_file("customer,date,amount\nA,2025-02-10,1\nA,2025-05-03,1\n")
    assert bridge(path, "--by", "quarter") == 0
    found = rows(capsys.readouterr().out)
    assert [(row["period_start"], row["period_end"]) for row in found] == [
        ("2025-01-01", "2025-03-31"),
        ("2025-04-01", "2025-05-03"),
    ]
    assert "to_date" not in found[0]["flags"]
    assert "to_date" in found[1]["flags"].split("+")


def test_periods_can_be_cut_at_both_ends(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """--from and --to clip the calendar, and a clipped period says so."""
    path = ledger_file("customer,date,amount\nA,2025-01-10,1\nA,2025-06-30,1\n")
    assert bridge(path, "--by", "month", "--from", "2025-02-10", "--to", "2025-04-05") == 0
    found = rows(capsys.readouterr().out)
    assert [(row["period_start"], row["period_end"]) for row in found] == [
        ("2025-02-10", "2025-02-28"),
        ("2025-03-01", "2025-03-31"),
        ("2025-04-01", "2025-04-05"),
    ]
    assert ["part_period" in row["flags"] for row in found] == [True, False, True]
    assert found[0]["opening"] == "1"


def test_segments_come_before_all_of_them(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A row per segment in alphabetical order, the unknown one next to last; a move leaves the total alone."""
    path = ledger_file(
        "customer,date,amount,region\nA,2025-01-10,10,West\nB,2025-01-11,5,\nC,2025-01-12,7,east\n"
        "A,2025-02-20,30,east\n"
    )
    assert bridge(path, "--by", "month", "--segment", "region") == 0
    found = [row for row in rows(capsys.readouterr().out) if row["period_start"] == "2025-02-01"]
    assert [row["segment"] for row in found] == ["east", "West", "Unknown", "All"]
    moves = [
        (row["moved_in"], row["moved_out"], row["moved_in_value"], row["moved_out_value"]) for row in found
    ]
    assert moves == [
        ("1", "0", "10.00", "0.00"),
        ("0", "1", "0.00", "10.00"),
        *[("0", "0", "0.00", "0.00")] * 2,
    ]
    assert [row["grown_value"] for row in found] == ["30.00", "0.00", "0.00", "30.00"]


def test_a_smallest_purchase_keeps_small_ones_from_counting(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Below --minimum nobody is active, while the money of those who are is theirs in full."""
    path = ledger_file("customer,date,amount\nA,2025-01-10,9.98\nB,2025-01-11,9.99\nB,2025-01-12,1\n")
    assert bridge(path, "--minimum", "9.99") == 0
    (line,) = rows(capsys.readouterr().out)
    assert (line["closing"], line["closing_value"]) == ("1", "10.99")


def test_the_result_goes_to_a_file_if_asked(
    ledger_file: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --output standard output stays empty, and the file holds what would have been printed."""
    path = ledger_file(PURCHASES)
    bridge(path, *HALF)
    printed = capsys.readouterr().out
    assert bridge(path, *HALF, "--output", tmp_path / "out.csv") == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "out.csv").read_bytes().decode() == printed


def test_a_bad_ledger_prints_only_its_problems(
    ledger_file: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1; a problem a line on standard error, no result, no file."""
    path = ledger_file("customer,date,amount\nA,2025-01-01,x\nB,,1\n")
    assert bridge(path, "--output", tmp_path / "out.csv") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines() == [
        "ledger.csv: row 2, column amount: 'x' is no amount that can be counted; write amounts as 1234.50.",
        "ledger.csv: row 3, column date: the cell is blank; fill it in or take the row out.",
    ]
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--window", "0"),
        ("--grace", "-1"),
        ("--minimum", "-1"),
        ("--from", "2025-02-01", "--to", "2025-01-01"),
        ("--from", "2030-01-01"),
        ("--to", "9999-12-31"),
        ("--from", "0001-01-01"),
        ("--output", "no-such-folder/out.csv"),
        ("--output", "."),
        ("--output", f"{'x' * 300}.csv"),
    ],
)
def test_wrong_usage_is_told_in_one_line(
    words: tuple[str, ...], ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, a line that says what cannot be, no result."""
    assert bridge(ledger_file("customer,date,amount\nA,2025-01-01,1\n"), *words) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.parametrize(
    "words",
    [
        ("--window", "many"),
        ("--window", "1.5"),
        ("--minimum", "cheap"),
        ("--minimum", "0.001"),
        ("--minimum", "nan"),
        ("--from", "01/02/2025"),
        ("--by", "week"),
        ("--setting", "rentals"),
        ("--colour", "red"),
    ],
)
def test_a_word_that_cannot_be_read_is_wrong_usage(
    words: tuple[str, ...], ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2 with the usage, before any file is read."""
    with pytest.raises(SystemExit) as ended:
        bridge(ledger_file(""), *words)
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 2, and the name of the file."""
    assert bridge("absent.csv") == 2
    assert "absent.csv: there is no such file" in capsys.readouterr().err


def test_the_ledger_is_never_overwritten(
    ledger_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Naming the ledger as output is refused, and the ledger is as it was."""
    path = ledger_file(PURCHASES)
    assert bridge(path, "--output", path) == 2
    assert "overwrite the ledger" in capsys.readouterr().err
    assert path.read_text() == PURCHASES


def test_help_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    """--help ends with a command that can be copied."""
    with pytest.raises(SystemExit) as ended:
        bridge("--help")
    assert ended.value.code == 0
    assert "python -m cxworkshop bridge sales.csv" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "option", "what"),
    [
        (("--left-out", "{ledger}"), "--left-out", "the ledger"),
        (("--merge", "{other}", "--output", "{other}"), "--output", "the merge table"),
        (("--exclude-ids", "{other}", "--left-out", "{other}"), "--left-out", "the list of ids"),
        (("--output", "{new}", "--left-out", "{new}"), "--left-out", "the file of --output"),
        (("--output", "{link}"), "--output", "the ledger"),
    ],
)
def test_no_file_that_is_read_or_written_is_overwritten(
    words: tuple[str, ...],
    option: str,
    what: str,
    ledger_file: Callable[..., Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2 with the option and the file that it would cost; every file is as it was, and none is new."""
    ledger, other, link = ledger_file(PURCHASES), tmp_path / "other.csv", tmp_path / "link.csv"
    other.write_text("id,is\nB,A\n", encoding="utf-8")
    link.symlink_to(ledger)
    places = {"ledger": ledger, "other": other, "link": link, "new": tmp_path / "new.csv"}
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert 2 == bridge(ledger, *(word.format(**places) for word in words))
    assert f"{option} would overwrite {what}" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_bridge_that_fails_writes_no_rows_left_out(
    ledger_file: Callable[..., Path], tmp_path: Path
) -> None:
    """The rows left out are written beside a result, or not at all."""
    ledger, out = ledger_file("customer,date,amount\nA,2025-01-01,1\n,2025-01-01,2\n"), tmp_path / "out.csv"
    assert 2 == bridge(ledger, "--from", "2030-01-01", "--left-out", out)
    assert not out.exists()
    assert 0 == bridge(ledger, "--left-out", out)
    assert "want of a customer" in out.read_text(encoding="utf-8-sig")


def test_files_are_written_all_or_none(
    ledger_file: Callable[..., Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the disk is full at the second file, the first is as it was, and nothing half-written lies about."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device here is always full")
    ledger, kept = ledger_file(PURCHASES), tmp_path / "kept.csv"
    kept.write_text("mine", encoding="utf-8")
    assert 2 == bridge(ledger, *HALF, "--left-out", kept, "--output", full)
    assert "/dev/full cannot be written" in capsys.readouterr().err
    assert "mine" == kept.read_text(encoding="utf-8")
    assert {ledger, kept} == set(tmp_path.iterdir())
