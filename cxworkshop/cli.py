"""The command line, for analysts and for checks: results to standard output, messages to standard error."""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections.abc import Callable, Sequence
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from cxworkshop.domain.errors import BadFile, NotFound, WorkshopError

if TYPE_CHECKING:
    from cxworkshop.domain.workshop import Workshop

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
SAMPLE = Path(__file__).resolve().parents[1] / "sample_data" / "finished_workshop.json"
_AUTHOR = "command line"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 the input has problems (one a line on standard error), 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Names are in any script, whatever the terminal's code page.
            stream.reconfigure(encoding="utf-8")
    args = _parser(given).parse_args(given)
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the result has seen enough; without this Python would complain once more when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_INPUT
    except NotFound as missing:
        return _complain(args.command, missing, WRONG_USAGE)
    except BadFile as bad:
        print("\n".join(bad.problems) or bad, file=sys.stderr)
        return BAD_INPUT
    except WorkshopError as wrong:
        return _complain(args.command, wrong, BAD_INPUT)
    return code


def sample(args: argparse.Namespace) -> int:
    """Write the finished sample workshop."""
    from cxworkshop.domain.wire import workshop_in

    _save(args.file, workshop_in(json.loads(_read(SAMPLE))))
    return DONE


def check(args: argparse.Namespace) -> int:
    """Print what the app would not take over, one problem a line; 1 where there is any."""
    from cxworkshop.workbook import read_workbook

    try:
        opened = read_workbook(_read(args.file), args.file.name)
    except BadFile as bad:
        _print(f"{bad}\n", args.output)
        return BAD_INPUT
    _print("".join(f"{problem}\n" for problem in opened.problems), args.output)
    for note in (*opened.notes, f"{args.file}: {opened.says}"):
        print(note, file=sys.stderr)
    return BAD_INPUT if opened.problems else DONE


def export(args: argparse.Namespace) -> int:
    """Write a workshop of the store as a workbook."""
    from cxworkshop.store import open_store

    _save(args.file, open_store().load(args.code))
    return DONE


def open_(args: argparse.Namespace) -> int:
    """Keep a workbook's workshop in the store and print its code; with problems, nothing is kept."""
    from cxworkshop.domain.records import Company
    from cxworkshop.store import open_store
    from cxworkshop.workbook import read_workbook

    opened = read_workbook(_read(args.file), args.file.name)
    for note in opened.notes:
        print(note, file=sys.stderr)
    if opened.problems:
        raise BadFile(f"{args.file} has problems.", tuple(map(str, opened.problems)))
    workshop = opened.workshop
    title = workshop.title or workshop.one(Company).name or args.file.stem
    records = [item.record for item in workshop.items.values()]
    code = open_store().create(title, by=_AUTHOR, sample=workshop.sample, records=records)
    _print(f"{code}\n", None)
    return DONE


def list_(args: argparse.Namespace) -> int:
    """Print the workshops in the store as CSV, the one changed last first."""
    from cxworkshop.store import open_store

    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("code", "company", "title", "changed"))
    writer.writerows((one.code, one.company, one.title, one.changed_at) for one in open_store().list())
    _print(text.getvalue(), args.output)
    return DONE


def _parser(given: list[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cxworkshop",
        description="A leadership team's customer workshop, without the screen.",
        epilog="Each command tells more: python -m cxworkshop check --help",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    one = _adder(commands)
    keep = one("sample", "write the finished sample workshop as a workbook", "sample sample.xlsx", sample)
    keep.add_argument("file", type=_workbook, metavar="FILE.xlsx", help="the workbook to write")
    look = one(
        "check", "read a workbook as the app would, and tell its problems", "check offsite.xlsx", check
    )
    look.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook to read")
    _output(look)
    out = one(
        "export", "write a workshop of the store as a workbook", "export BCDF-2345 offsite.xlsx", export
    )
    out.add_argument("code", metavar="CODE", help="the workshop's code, as `list` prints it")
    out.add_argument("file", type=_workbook, metavar="FILE.xlsx", help="the workbook to write")
    take = one(
        "open", "keep a workbook's workshop in the store, and print its code", "open offsite.xlsx", open_
    )
    take.add_argument("file", type=Path, metavar="FILE.xlsx", help="the workbook to read")
    _output(one("list", "list the workshops in the store as CSV", "list --output workshops.csv", list_))
    if not given or given[0] not in commands.choices:
        # Its engine takes half a second to load, which no other command needs.
        from cxworkshop.ledger.cli_bridge import add_parser

        add_parser(commands)
    if not given or given[0] not in commands.choices:
        from cxworkshop.ledger.lists.cli_reconcile import add_parser as add_reconcile

        add_reconcile(commands)
    if not given or given[0] not in commands.choices:
        from cxworkshop.ledger.series.cli_signals import add_parser as add_signals

        add_signals(commands)
    return parser


Run = Callable[[argparse.Namespace], int]


def _adder(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> Callable[[str, str, str, Run], argparse.ArgumentParser]:
    def one(name: str, does: str, example: str, run: Run) -> argparse.ArgumentParser:
        parser = commands.add_parser(
            name,
            help=does,
            description=f"{does[0].upper()}{does[1:]}.",
            epilog=f"example:\n  python -m cxworkshop {example}\n",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        parser.set_defaults(run=run)
        return parser

    return one


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the result here instead of printing it"
    )


def _workbook(text: str) -> Path:
    if not text.lower().endswith(".xlsx"):
        raise argparse.ArgumentTypeError(f"{text} does not end in .xlsx, by which Excel knows its files")
    return Path(text)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as denied:
        raise NotFound(f"{path} cannot be read ({denied.strerror}): check its name and folder.") from denied


def _save(path: Path, workshop: Workshop) -> None:
    from cxworkshop.workbook import write_workbook

    _write(path, write_workbook(workshop))
    print(f"Written: {path}", file=sys.stderr)


def _print(result: str, output: Path | None) -> None:
    if output:
        _write(output, result.encode())
    else:
        sys.stdout.write(result)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as denied:
        raise NotFound(
            f"{path} cannot be written ({denied.strerror}): close it where it is open, or choose another folder."
        ) from denied


def _complain(command: str, wrong: WorkshopError, code: int) -> int:
    print(f"{command}: {wrong}", file=sys.stderr)
    return code
