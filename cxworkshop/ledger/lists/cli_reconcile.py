"""The command `reconcile`: one count from several departments' lists, printed as CSV."""

import argparse
import csv
import sys
from io import StringIO
from pathlib import Path

from cxworkshop.domain.errors import BadFile, BadValue, NotFound
from cxworkshop.ledger.lists.counting import Count, count, names_of
from cxworkshop.ledger.lists.guessing import role_called
from cxworkshop.ledger.lists.matching import match_exactly
from cxworkshop.ledger.lists.messages import messages
from cxworkshop.ledger.lists.near import near_pairs
from cxworkshop.ledger.lists.points import THRESHOLD
from cxworkshop.ledger.lists.reading import MOST_LISTS, DepartmentList, own_names, read_list, stem
from cxworkshop.ledger.lists.roles import ROLES, letters
from cxworkshop.ledger.lists.rowpairs import pairs_csv
from cxworkshop.ledger.lists.settling import settle
from cxworkshop.ledger.outputs import check_outputs, write_all

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
ONE_VERSION = "one company version"
_EXAMPLE = f"""\
example:
  python -m cxworkshop reconcile sales.csv finance.xlsx --near --pairs pairs.csv

Rows with the same customer id, tax number or e-mail are one customer, after tidying that is told on standard error. --key
names other columns, as a header or as what it holds (phone, e-mail); it may be given several times, and a list that calls
the column otherwise is read by what its headers say. A value beside two customer ids of one kind joins nobody.

--near looks for near-duplicates (score 0 to 100, proposed from {THRESHOLD:.0f}). They only go to --pairs and are not
counted as one: --accept SCORE is a person's word that pairs from that score on are the same; it never joins rows whose
names or birth dates clearly differ. Row numbers are those that a spreadsheet shows. A single list is searched for
duplicates inside.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `reconcile` to the commands; its `run` gives the exit code."""
    parser = subparsers.add_parser(
        "reconcile",
        help="one count from several departments' lists",
        description="Who is on which lists, and how many customers they are together, as CSV.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "lists", type=Path, nargs="+", metavar="LIST", help="1 to 6 .csv, .csv.gz, .parquet or .xlsx files"
    )
    parser.add_argument(
        "--key",
        action="append",
        metavar="COLUMN",
        help="match exactly on this column; default: customer id, tax number and e-mail",
    )
    parser.add_argument("--near", action="store_true", help="look for near-duplicates too")
    parser.add_argument(
        "--accept", type=_score, metavar="SCORE", help="count near-duplicates from this score on as the same"
    )
    parser.add_argument(
        "--pairs", type=Path, metavar="FILE", help="write the matched record pairs here, as CSV"
    )
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the result here instead of printing it"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Reconcile and print; 0 done, 1 a list has problems (one a line on standard error), 2 wrong usage."""
    try:
        _check(args)
        lists, keys = _read(args.lists, args.key)
        matched = match_exactly(lists, keys)
        near = near_pairs(matched, min(THRESHOLD, args.accept or THRESHOLD)) if args.near else None
        settled = settle(matched, near, accept_from=args.accept)
        counted = count(matched, settled.entity)
        results = {args.pairs: pairs_csv(matched, near, args.accept)} if args.pairs is not None else {}
        printed = as_csv(counted)
        if args.output is not None:
            results[args.output] = printed
        write_all({path: text.encode() for path, text in results.items()})
        if args.output is None:
            sys.stdout.write(printed)
    except BadFile as bad:
        print("\n".join(bad.problems) or bad, file=sys.stderr)
        return BAD_INPUT
    except (BadValue, NotFound) as wrong:
        print(f"reconcile: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    for line in (*messages(matched, counted, near, args.accept), *settled.refused):
        print(line, file=sys.stderr)
    return DONE


def as_csv(counted: Count) -> str:
    """A row per combination of lists with customers on exactly these, the most first, then the one company version."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("lists", "customers"))
    writer.writerows((names_of(one.lists), one.customers) for one in counted.combinations)
    writer.writerow((ONE_VERSION, counted.one_version))
    return text.getvalue()


def _check(args: argparse.Namespace) -> None:
    if len(args.lists) > MOST_LISTS:
        raise BadValue(f"At most {MOST_LISTS} lists are laid over each other, not {len(args.lists)}.")
    if args.accept is not None and not args.near:
        raise BadValue("--accept says which near-duplicates are the same; give --near with it.")
    read = {f"list {number}": path for number, path in enumerate(args.lists, 1)}
    check_outputs({"--output": args.output, "--pairs": args.pairs}, read)


def _read(paths: list[Path], keys: list[str] | None) -> tuple[list[DepartmentList], list[str] | None]:
    names = own_names([stem(path.name) for path in paths], (ONE_VERSION,))
    lists, problems = [], list[str]()
    for path, name in zip(paths, names, strict=True):
        try:
            lists.append(read_list(path, name, every_header=bool(keys)))
        except BadFile as bad:
            problems += bad.problems or (str(bad),)
    if problems:
        raise BadFile("Some lists cannot be read.", tuple(problems))
    if keys is None:
        return lists, None
    return _keyed(lists, keys)


def _keyed(lists: list[DepartmentList], keys: list[str]) -> tuple[list[DepartmentList], list[str]]:
    """Each key as a role that lists have, or under its own name with the column of that header from each list."""
    chosen = []
    for key in keys:
        headers = [next((one for one in a.headers if letters(one) == letters(key)), None) for a in lists]
        if not any(headers) and not role_called(key):
            known = sorted({header for one in lists for header in one.headers if header})
            raise BadValue(f"No list has a column {key}; their columns are {', '.join(known[:60])}.")
        # What a list's cells say of this header goes before what headers of its kind mostly mean.
        role = next(
            (
                role
                for one, header in zip(lists, headers, strict=True)
                for role, picked in one.columns.items()
                if picked == header and role in ROLES
            ),
            None,
        )
        name = role or role_called(key) or key
        lists = [
            one.with_key(name, header) if header else one for one, header in zip(lists, headers, strict=True)
        ]
        without = [one.name for one in lists if name not in one.columns]
        if len(without) == len(lists):
            raise BadValue(f"No list has a column {key}.")
        chosen.append(name)
    return lists, chosen


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1
    if not 0 < score <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a score from 1 to 100")
    return score
