"""The command line does what the screen does: results to standard output, messages to standard error, and an exit code."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from cxworkshop.cli import BAD_INPUT, DONE, SAMPLE, WRONG_USAGE, main
from cxworkshop.domain.records import Leader
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.store import open_store
from cxworkshop.workbook import read_workbook, write_workbook
from tests.conftest import ROOT
from tests.workbook.editing import typed

COMMANDS = ("bridge", "sample", "check", "export", "open", "list")


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """One leader."""
    return assemble([Leader(id="ann", name="Ann Reed", function="CEO")], title="Spring, with “guests”")


@pytest.fixture
def good(tmp_path: Path, workshop: Workshop) -> Path:
    """A workbook without problems."""
    path = tmp_path / "good.xlsx"
    path.write_bytes(write_workbook(workshop))
    return path


@pytest.fixture
def bad(tmp_path: Path, good: Path) -> Path:
    """A workbook with two problems."""
    path = tmp_path / "bad.xlsx"
    path.write_bytes(typed(good.read_bytes(), {("Leaders", "C5"): "maybe", ("The room", "B11"): "soon"}))
    return path


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """And names no command that isn't there."""
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == DONE
    told = capsys.readouterr().out
    assert all(f"    {command} " in told for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As one would type it."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"python -m cxworkshop {command}" in capsys.readouterr().out.split("example")[1]


@pytest.mark.parametrize(
    "given", [[], ["frobnicate"], ["check"], ["list", "--frob"], ["sample", "sample.xls"]]
)
def test_wrong_usage_is_two(given: list[str]) -> None:
    """No command, an unknown one, an unknown option, a missing or impossible file name."""
    with pytest.raises(SystemExit) as left:
        main(given)
    assert left.value.code == WRONG_USAGE


def test_check_says_nothing_about_a_good_workbook(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No problem, no line; what was changed is told on standard error."""
    assert main(["check", str(good)]) == DONE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "no changes" in captured.err


def test_check_prints_each_problem_on_a_line(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As `sheet!cell: message`, nothing else, and the exit code tells."""
    assert main(["check", str(bad)]) == BAD_INPUT
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "The room!B11: “soon” is not a date: write it as 2025-12-31",
        "Leaders!C5: “maybe” is neither yes nor no: write yes or no",
    ]


def test_check_writes_into_a_file_on_request(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same lines, and none on standard output."""
    assert main(["check", str(bad), "--output", str(tmp_path / "problems.txt")]) == BAD_INPUT
    assert capsys.readouterr().out == ""
    assert (tmp_path / "problems.txt").read_text(encoding="utf-8").count("\n") == 2


def test_check_of_a_file_that_is_no_workbook_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the file and the remedy."""
    (tmp_path / "notes.xlsx").write_text("hello")
    assert main(["check", str(tmp_path / "notes.xlsx")]) == BAD_INPUT
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("notes.xlsx is not an Excel workbook")


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its name and no traceback."""
    assert main(["check", str(tmp_path / "nothing.xlsx")]) == WRONG_USAGE
    assert "nothing.xlsx cannot be read" in capsys.readouterr().err


@pytest.mark.usefixtures("own_store")
def test_a_workbook_goes_into_the_store_and_out_again(
    good: Path, tmp_path: Path, workshop: Workshop, capsys: pytest.CaptureFixture[str]
) -> None:
    """`open` prints the code, `list` shows it, `export` writes the same workshop."""
    assert main(["open", str(good)]) == DONE
    code = capsys.readouterr().out.strip()
    assert main(["list"]) == DONE
    header, row = list(csv.reader(StringIO(capsys.readouterr().out)))
    assert header == ["code", "company", "title", "changed"]
    assert row[:3] == [code, "", "Spring, with “guests”"]
    assert main(["export", code.lower(), str(tmp_path / "again.xlsx")]) == DONE
    again = read_workbook((tmp_path / "again.xlsx").read_bytes(), "again.xlsx").workshop
    assert again.same_as(workshop)
    assert again.title == workshop.title


@pytest.mark.usefixtures("own_store")
def test_a_workbook_with_problems_is_not_kept(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem on a line of standard error, nothing on standard output, nothing in the store."""
    assert main(["open", str(bad)]) == BAD_INPUT
    captured = capsys.readouterr()
    assert captured.out == ""
    assert [line.split(":")[0] for line in captured.err.splitlines()] == ["The room!B11", "Leaders!C5"]
    assert open_store().list() == ()


@pytest.mark.usefixtures("own_store")
def test_a_code_that_no_workshop_has_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written."""
    assert main(["export", "NONE-HERE", str(tmp_path / "x.xlsx")]) == WRONG_USAGE
    assert "NONE-HERE" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.skipif(not SAMPLE.exists(), reason="sample_data/finished_workshop.json is absent")
def test_the_sample_is_written_and_checks_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The finished sample workshop, marked as a sample."""
    path = tmp_path / "sample.xlsx"
    assert main(["sample", str(path)]) == DONE
    assert main(["check", str(path)]) == DONE
    assert capsys.readouterr().out == ""
    opened = read_workbook(path.read_bytes(), path.name)
    assert opened.workshop.sample
    assert len(opened.workshop.items) > 100


@pytest.mark.skipif(not SAMPLE.exists(), reason="sample_data/finished_workshop.json is absent")
def test_a_place_where_nothing_can_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The path and what to do, no traceback."""
    assert main(["sample", str(tmp_path / "no" / "where" / "sample.xlsx")]) == WRONG_USAGE
    assert "cannot be written" in capsys.readouterr().err


def test_python_m_cxworkshop_runs_and_needs_no_engine_for_its_help(tmp_path: Path) -> None:
    """The help of a command loads neither a database nor a spreadsheet library."""
    script = (
        "import sys; from cxworkshop.cli import main\n"
        "try: main(['check', '--help'])\n"
        "except SystemExit: pass\n"
        "print(*{'duckdb', 'sqlalchemy', 'openpyxl', 'xlsxwriter', 'streamlit'} & set(sys.modules), file=sys.stderr)"
    )
    heavy = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert heavy.stderr.strip() == ""
    command = [sys.executable, "-m", "cxworkshop", "check", str(tmp_path / "none.xlsx")]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (WRONG_USAGE, "")


@pytest.mark.skipif(os.name == "nt", reason="pipes break differently there")
@pytest.mark.usefixtures("own_store")
def test_a_reader_that_has_seen_enough_causes_no_complaint() -> None:
    """`list` into a closed pipe ends without a traceback."""
    command = [sys.executable, "-m", "cxworkshop", "list"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
