"""The options of the command `bridge`: what each is called, what it takes, what it is for."""

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from cxworkshop.ledger.calendar import MONTHS
from cxworkshop.ledger.ledger import SETTINGS
from cxworkshop.ledger.roles import OPTIONS

_GUESS = {role: "default: as the header says" for role in OPTIONS} | {
    "segment": "without it there are only the rows of All",
    "id": "rows with the same id count once; default: a column that can only be a transaction id",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add everything that `bridge` takes."""
    parser.add_argument(
        "ledger",
        metavar="LEDGER",
        help="a .csv, .csv.gz, .parquet or .xlsx file, or the address of an engine",
    )
    parser.add_argument("at", nargs="?", metavar="TABLE", help="the table, where LEDGER is an address")
    parser.add_argument("--table", metavar="NAME", help="the same; NAME may have its schema before a point")
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
