"""The command `bridge`: the customer asset bridge of a ledger file, printed as CSV."""

import argparse
import csv
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from io import StringIO
from pathlib import Path

from cxworkshop.analysis.bridge import headline, number
from cxworkshop.domain.errors import BadFile, BadValue, NotFound
from cxworkshop.ledger.bridge import COLUMNS, Bridge, BridgeLine, compute_bridge
from cxworkshop.ledger.calendar import MONTHS
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.ledger import SETTINGS, Ledger
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ledger.roles import OPTIONS

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
_EXAMPLE = """\
example:
  python -m cxworkshop bridge sales.csv --by quarter --window 365 --segment region --output bridge.csv

Every purchase keeps its customer active for --window days; a contract, until its end and --grace days more. Without
--from and --to the periods cover the ledger from its first row to its last, and a last period that the ledger does
not fill ends with the ledger and is flagged to_date; --to says that the ledger is complete to that day.
Blank ends of contracts are open. In a hybrid ledger a row with a start is a contract, any other a purchase.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `bridge` to the commands; its `run` gives the exit code."""
    parser = subparsers.add_parser(
        "bridge",
        help="the customer asset bridge of a ledger file",
        description="Who was here, who came, who left, who is here now - in people and in money, as CSV.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("ledger", type=Path, metavar="LEDGER", help="a .csv, .csv.gz, .parquet or .xlsx file")
    parser.add_argument("--setting", choices=SETTINGS, default="purchases", help="default: purchases")
    parser.add_argument("--window", type=_days, default=365, metavar="DAYS", help="default: 365")
    parser.add_argument("--grace", type=_days, default=0, metavar="DAYS", help="default: 0")
    parser.add_argument(
        "--minimum",
        type=_cents,
        default=0,
        metavar="AMOUNT",
        help="smallest purchase that counts; default: 0",
    )
    parser.add_argument("--by", choices=tuple(MONTHS), default="quarter", help="default: quarter")
    parser.add_argument("--from", dest="from_day", type=_day, metavar="DATE", help="first day, as 2025-01-01")
    parser.add_argument("--to", dest="to_day", type=_day, metavar="DATE", help="last day, as 2025-12-31")
    for role in OPTIONS:
        parser.add_argument(f"--{role}", metavar="COLUMN", help=f"the {role} column; {_GUESS[role]}")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the result here instead of printing it"
    )
    parser.set_defaults(run=run)


_GUESS = {role: "default: as the header says" for role in OPTIONS} | {
    "segment": "without it there are only the rows of All",
    "id": "rows with the same id count once; default: a column that can only be a transaction id",
}


def run(args: argparse.Namespace) -> int:
    """Compute and print; 0 done, 1 the ledger has problems (one a line on standard error), 2 wrong usage."""
    try:
        definition = BridgeDefinition(
            args.window, args.grace, args.minimum, args.by, args.from_day, args.to_day
        )
        _check_output(args.output, args.ledger)
        columns = {role: getattr(args, role) for role in OPTIONS if getattr(args, role) is not None}
        ledger = open_ledger(args.ledger, setting=args.setting, columns=columns)
        bridge = compute_bridge(ledger, definition)
        result = as_csv(bridge)
        _write(result, args.output)
    except BadFile as bad:
        print("\n".join(bad.problems) or bad, file=sys.stderr)
        return BAD_INPUT
    except (BadValue, NotFound) as wrong:
        print(f"bridge: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    for line in messages(ledger, bridge):
        print(line, file=sys.stderr)
    return DONE


def as_csv(bridge: Bridge) -> str:
    """The bridge as the command prints it: days as 2025-03-31, counts whole, money with two decimals."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(line, column) for column in COLUMNS] for line in bridge.rows)
    return text.getvalue()


def messages(ledger: Ledger, bridge: Bridge) -> Iterator[str]:
    """What the ledger and the bridge have to say, a line each."""
    yield from ledger.notes
    said = bridge.definition
    window = f"window {said.window} days, smallest purchase {number(said.minimum_cents / 100)}"
    grace = f"grace {said.grace} days"
    kind = {"purchases": window, "contracts": grace}.get(bridge.setting, f"{window}, {grace}")
    yield f"Definition: {bridge.setting}, {kind}, by {said.by}."
    yield from bridge.notes
    for line in bridge.totals:
        yield f"{line.period_start} to {line.period_end}: {headline(line.customers)}."
        yield from (f"  {flag.code}: {flag.sentence}" for flag in line.flags)


def _cell(line: BridgeLine, column: str) -> str:
    value = getattr(line, column)
    if column == "flags":
        return "+".join(flag.code for flag in line.flags)
    return _money(value) if column.endswith("_value") else str(value)


def _money(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def _write(result: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(result)
        return
    try:
        output.write_text(result, encoding="utf-8", newline="")
    except OSError as denied:
        raise NotFound(f"{output} cannot be written ({denied.strerror}); choose another file.") from denied


def _check_output(output: Path | None, ledger: Path) -> None:
    if output is None:
        return
    if output.exists() and ledger.exists() and output.samefile(ledger):
        raise BadValue("The result would overwrite the ledger; choose another file for --output.")
    if output.is_dir() or not output.parent.is_dir():
        raise NotFound(f"{output} cannot be written: give a file in a folder that exists.")


def _days(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number of days") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day such as 2025-03-31") from None


def _cents(text: str) -> int:
    try:
        cents = Decimal(text) * 100
        if cents != int(cents):
            raise argparse.ArgumentTypeError(f"{text} has fractions of a cent")
        return int(cents)
    except (InvalidOperation, ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text} is not an amount such as 9.99") from None
