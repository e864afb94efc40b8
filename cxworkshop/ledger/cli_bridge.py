"""The command `bridge`: the customer asset bridge of a ledger file or of a table on an engine, printed as CSV."""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from cxworkshop.analysis.bridge import headline, number
from cxworkshop.domain.errors import BadFile, BadValue, NotFound
from cxworkshop.ledger.bridge import COLUMNS, Bridge, BridgeLine, compute_bridge
from cxworkshop.ledger.cli_options import add_options, columns_of, definition_of, idle_options
from cxworkshop.ledger.exclusions import require_column
from cxworkshop.ledger.ledger import left_out_csv
from cxworkshop.ledger.merging import read_merges
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ledger.outputs import check_outputs, write_all
from cxworkshop.ledger.remote import bridge_at, file_of, is_address

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
_EXAMPLE = """\
examples:
  python -m cxworkshop bridge sales.csv --by quarter --window 365 --segment region --output bridge.csv
  python -m cxworkshop bridge postgresql://reader@warehouse/sales --table public.orders --by year
  python -m cxworkshop bridge duckdb:///sales.duckdb orders       (duckdb:////data/sales.duckdb for an absolute path)
  python -m cxworkshop bridge sc://spark.example:15002 --table shop.orders

Every purchase keeps its customer active for --window days; a contract, until its end and --grace days more. Without
--from and --to the periods cover the ledger from its first row to its last, and a last period that the ledger does
not fill ends with the ledger and is flagged to_date; --to says that the ledger is complete to that day.
Blank ends of contracts are open. In a hybrid ledger a row with a start is a contract, any other a purchase.

With an address the engine computes, by one SQL text that only reads, and only the sums come back. Leave the password to
the engine's own means (for PostgreSQL PGPASSWORD or ~/.pgpass). A table has no order: of a customer's rows on one day
the alphabetically last segment counts, of rows with the same id the earliest. Capitals are told apart as the engine's
own LOWER does, which in some databases changes only A to Z; an accent stored as a mark of its own stays one.

--exclude-ids and --internal look at the customer's own id, at that which --merge made of it, and at its unit's.
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
    add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compute and print; 0 done, 1 the ledger has problems (one a line on standard error), 2 wrong usage."""
    try:
        notes, bridge, files = _computed(args)
        result = as_csv(bridge)
        if args.output is not None:
            files[args.output] = result.encode()
        write_all(files)
        if args.output is None:
            sys.stdout.write(result)
    except BadFile as bad:
        print("\n".join(bad.problems) or bad, file=sys.stderr)
        return BAD_INPUT
    except (BadValue, NotFound) as wrong:
        print(f"bridge: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    for line in messages(notes, bridge):
        print(line, file=sys.stderr)
    return DONE


def _computed(args: argparse.Namespace) -> tuple[tuple[str, ...], Bridge, dict[Path, bytes]]:
    """What the ledger has to tell, its bridge, and what to write beside it: of a file, or of a table at an address."""
    remote = is_address(args.ledger)
    check_outputs(
        {"--output": args.output, "--left-out": args.left_out},
        {
            "the ledger": file_of(args.ledger) if remote else Path(args.ledger),
            "the merge table": args.merge,
            "the list of ids": args.exclude_ids,
        },
    )
    definition, columns = definition_of(args), columns_of(args)
    said = idle_options(args, definition)
    table = args.table or args.at
    if remote:
        if table is None or (args.table and args.at):
            raise BadValue("Say which one table of the engine holds the ledger: --table NAME.")
        if args.rate or args.into or args.merge or args.leave_out_bad or args.left_out:
            raise BadValue(
                "Rates, a merge table and rows left out go with files; turn amounts into one currency, merge customers,"
                " and leave rows out, in a view on the engine."
            )
        notes, bridge = bridge_at(args.ledger, table, definition, setting=args.setting, columns=columns)
        return (*notes, *said), bridge, {}
    if table is not None:
        raise BadValue(
            f"A table ({table}) goes with the address of an engine, such as postgresql://user@host/database;"
            " a file holds only one."
        )
    ledger = open_ledger(
        Path(args.ledger),
        setting=args.setting,
        columns=columns,
        rates=args.rate,
        currency=args.into,
        merges=None if args.merge is None else read_merges(args.merge),
        leave_out_bad=args.leave_out_bad,
    )
    require_column(ledger, definition)
    files = {} if args.left_out is None else {args.left_out: left_out_csv(ledger)}
    return (*ledger.notes, *said), compute_bridge(ledger, definition), files


def as_csv(bridge: Bridge) -> str:
    """The bridge as the command prints it: days as 2025-03-31, counts whole, money with two decimals."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_cell(line, column) for column in COLUMNS] for line in bridge.rows)
    return text.getvalue()


def messages(notes: Sequence[str], bridge: Bridge) -> Iterator[str]:
    """What the ledger and the bridge have to say, a line each."""
    yield from notes
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
