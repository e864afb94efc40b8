"""The options of the command `bridge`: what each is called, what it takes, what it is for."""

import argparse
from pathlib import Path

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.calendar import MONTHS
from cxworkshop.ledger.cli_values import cents, day, days, percent, rate
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.id_lists import read_ids
from cxworkshop.ledger.ledger import IDLE, SETTINGS
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
    parser.add_argument("--window", type=days, default=365, metavar="DAYS", help="default: 365")
    parser.add_argument("--grace", type=days, default=0, metavar="DAYS", help="default: 0")
    parser.add_argument(
        "--minimum",
        type=cents,
        default=0,
        metavar="AMOUNT",
        help="smallest purchase that counts; default: 0",
    )
    parser.add_argument("--by", choices=tuple(MONTHS), default="quarter", help="default: quarter")
    parser.add_argument("--from", dest="from_day", type=day, metavar="DATE", help="first day, as 2025-01-01")
    parser.add_argument("--to", dest="to_day", type=day, metavar="DATE", help="last day, as 2025-12-31")
    for role in OPTIONS:
        parser.add_argument(f"--{role}", metavar="COLUMN", help=f"the {role} column; {_GUESS[role]}")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the result here instead of printing it"
    )
    _add_definition(parser)
    _add_files_only(parser)


def definition_of(args: argparse.Namespace) -> BridgeDefinition:
    """The definition that the options make; raises BadValue for one that cannot be, NotFound or BadLedger for a list of ids."""
    return BridgeDefinition(
        args.window,
        args.grace,
        args.minimum,
        args.by,
        args.from_day,
        args.to_day,
        excluded=tuple(args.exclude),
        excluded_ids=() if args.exclude_ids is None else read_ids(args.exclude_ids),
        internal=tuple(args.internal),
        margin_percent=args.margin,
    )


def idle_options(args: argparse.Namespace, definition: BridgeDefinition) -> tuple[str, ...]:
    """What was said and changes nothing, a sentence each; raises BadValue where two options gainsay each other."""
    if args.margin is not None and args.value is not None:
        raise BadValue(
            "A row is worth its --value column or a --margin of its amount; take one of the two out."
        )
    said = []
    for role in IDLE[args.setting]:
        if (header := getattr(args, role)) is not None:
            said.append(
                f"In the setting {args.setting} no {role} is read: --{role} {header} changes nothing."
            )
    if args.exclude_column is not None and not definition.excluded:
        said.append("Nothing is left out by --exclude-column alone: say which values, with --exclude.")
    if args.exclude_ids is not None and not definition.excluded_ids:
        said.append(f"{args.exclude_ids.name} holds no id: nobody is left out by it.")
    return tuple(said)


def columns_of(args: argparse.Namespace) -> dict[str, str]:
    """The columns that were named, by role."""
    named = {role: getattr(args, role) for role in OPTIONS}
    named |= {
        "unit": args.unit,
        "value": args.value,
        "exclude": args.exclude_column,
        "first_seen": args.first_seen,
        "currency": args.currency,
    }
    return {role: header for role, header in named.items() if header is not None}


def _add_definition(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("further dials of the definition")
    group.add_argument("--unit", metavar="COLUMN", help="a column that groups customers, such as household")
    group.add_argument(
        "--first-seen",
        metavar="COLUMN",
        help="when a customer was first seen: who was before a period is returned in it, not new",
    )
    group.add_argument("--value", metavar="COLUMN", help="what a row is worth, where not its amount")
    group.add_argument(
        "--margin", type=percent, metavar="PERCENT", help="what share of the amount a row is worth"
    )
    group.add_argument("--exclude", action="append", default=[], metavar="VALUE", help="leave out its rows")
    group.add_argument(
        "--exclude-column", metavar="COLUMN", help="where --exclude looks; default: the segment column"
    )
    group.add_argument(
        "--exclude-ids", type=Path, metavar="FILE", help="customers to leave out, the first cell of each line"
    )
    group.add_argument(
        "--internal", action="append", default=[], metavar="START", help="leave out customers that begin so"
    )


def _add_files_only(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("of files only")
    group.add_argument(
        "--currency", metavar="COLUMN", help="the currency column; default: as the header says"
    )
    group.add_argument(
        "--rate", action="append", default=[], type=rate, metavar="CODE=RATE", help="such as USD=0.92"
    )
    group.add_argument("--into", metavar="CODE", help="the bridge's own currency, whose rate is 1")
    group.add_argument(
        "--merge",
        type=Path,
        metavar="FILE",
        help="a merge table: below its headers an id in the first column, the customer that it is in the second",
    )
    group.add_argument(
        "--leave-out-bad",
        action="store_true",
        help="leave out rows that cannot be read or do not fit the headers, and tell them",
    )
    group.add_argument("--left-out", type=Path, metavar="FILE", help="write the rows left out here, as CSV")
