"""The command `reconcile`: one count from several departments' lists, printed as CSV."""

import argparse
import csv
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from cxworkshop.domain.errors import BadFile, BadValue, NotFound
from cxworkshop.ledger.lists import rowpairs
from cxworkshop.ledger.lists.counting import Count, count, names_of
from cxworkshop.ledger.lists.matching import Matched, key_name, match_exactly
from cxworkshop.ledger.lists.near import NearPairs, near_pairs
from cxworkshop.ledger.lists.points import THRESHOLD
from cxworkshop.ledger.lists.reading import MOST_LISTS, DepartmentList, read_list, stem
from cxworkshop.ledger.lists.roles import ROLES, letters, role_called
from cxworkshop.ledger.lists.settling import settle

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
ONE_VERSION = "one company version"
_EXAMPLE = f"""\
example:
  python -m cxworkshop reconcile sales.csv finance.xlsx --near --pairs pairs.csv

Rows with the same customer id, tax number or e-mail are one customer, after tidying that is told on standard error. --key
names other columns, as a header or as what it holds (phone, e-mail); it may be given several times, and a list that calls
the column otherwise is read by what its headers say. A value beside two customer ids joins nobody.

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
        if args.pairs is not None:
            _save(_pairs_csv(matched, near, args.accept), args.pairs)
        result = as_csv(counted)
        if args.output is None:
            sys.stdout.write(result)
        else:
            _save(result, args.output)
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


def messages(matched: Matched, counted: Count, near: NearPairs | None, accept: float | None) -> Iterator[str]:
    """What was read as what, what was tidied, and what a person should look at, a line each."""
    for one in matched.lists:
        read = ", ".join(
            f"{key_name(role)} from {header}" if role != header else header
            for role, header in one.columns.items()
        )
        yield f"{one.name}: {one.rows:,} rows; {read}."
    keys = ", ".join(key_name(key) for key in matched.keys)
    yield (
        f"Matched exactly on {keys}."
        if keys
        else (
            "No column that identifies a customer was found: every row counts as one. Name one with --key, or use --near."
        )
    )
    yield from matched.notes
    for conflict in matched.conflicts[:10]:
        numbers = ", ".join(conflict.numbers)
        yield f"Conflict: {key_name(conflict.key)} {conflict.value} stands beside {numbers}."
    if matched.conflict_count > 10:
        yield f"... and {matched.conflict_count - 10:,} more conflicts."
    for own in counted.lists:
        steps = "".join(
            f" {'-' if step.customers < 0 else '+'} {abs(step.customers):,} ({step.cause})"
            for step in own.walk
        )
        yield f"{own.name}: {own.rows:,} rows{steps} = {own.one_version:,}."
    if near is not None:
        yield from near.notes
        pairs = near.count(THRESHOLD)
        yield f"{pairs:,} near-duplicate pairs score {THRESHOLD:.0f} or more; " + (
            "none of them is counted as one: read them (--pairs), then say --accept SCORE."
            if accept is None
            else f"the {near.count(accept):,} from {accept:g} on are counted as the same."
        )


def _check(args: argparse.Namespace) -> None:
    if len(args.lists) > MOST_LISTS:
        raise BadValue(f"At most {MOST_LISTS} lists are laid over each other, not {len(args.lists)}.")
    if args.accept is not None and not args.near:
        raise BadValue("--accept says which near-duplicates are the same; give --near with it.")
    for target in (args.output, args.pairs):
        if target is None:
            continue
        if any(target.exists() and one.exists() and target.samefile(one) for one in args.lists):
            raise BadValue(f"{target} is one of the lists; choose another file for the result.")
        if target.is_dir() or not target.parent.is_dir():
            raise NotFound(f"{target} cannot be written: give a file in a folder that exists.")
    if args.output is not None and args.output == args.pairs:
        raise BadValue("--output and --pairs name the same file; choose another for one of them.")


def _read(paths: list[Path], keys: list[str] | None) -> tuple[list[DepartmentList], list[str] | None]:
    lists = [
        read_list(path, name, every_header=bool(keys))
        for path, name in zip(paths, _names(paths), strict=True)
    ]
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
        role = role_called(key) or next(
            (
                role
                for one, header in zip(lists, headers, strict=True)
                for role, picked in one.columns.items()
                if picked == header and role in ROLES
            ),
            None,
        )
        name = role or key
        lists = [
            one.with_key(name, header) if header else one for one, header in zip(lists, headers, strict=True)
        ]
        without = [one.name for one in lists if name not in one.columns]
        if len(without) == len(lists):
            raise BadValue(f"No list has a column {key}.")
        chosen.append(name)
    return lists, chosen


def _names(paths: list[Path]) -> list[str]:
    """The files' stems; the second and later of the same name are numbered."""
    names: list[str] = []
    for path in paths:
        name, number = stem(path.name), 2
        while name in names:
            name, number = f"{stem(path.name)} ({number})", number + 1
        names.append(name)
    return names


def _pairs_csv(matched: Matched, near: NearPairs | None, accept: float | None) -> str:
    found = list(rowpairs.exact_pairs(matched))
    if near is not None:
        found += rowpairs.near_row_pairs(matched, near, min(THRESHOLD, accept or THRESHOLD))
    wanted: dict[int, list[int]] = {}
    for row in dict.fromkeys(row for pair in found for row in (pair.first, pair.second)):
        at, position = matched.place(row)
        wanted.setdefault(at, []).append(position)
    numbers = {
        (at, position): number
        for at, positions in wanted.items()
        for position, number in zip(positions, matched.lists[at].row_numbers(positions), strict=True)
    }
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rowpairs.COLUMNS)
    for pair in found:
        one, other = sorted((matched.place(pair.first), matched.place(pair.second)))
        writer.writerow(
            (
                matched.lists[one[0]].name,
                numbers[one],
                matched.lists[other[0]].name,
                numbers[other],
                f"{pair.score:g}",
                pair.why,
            )
        )
    return text.getvalue()


def _save(result: str, path: Path) -> None:
    try:
        path.write_text(result, encoding="utf-8", newline="")
    except OSError as denied:
        raise NotFound(f"{path} cannot be written ({denied.strerror}); choose another file.") from denied


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1
    if not 0 < score <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a score from 1 to 100")
    return score
