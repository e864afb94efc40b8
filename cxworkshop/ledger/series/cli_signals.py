"""The command `signals`: the process behaviour chart of one series, printed as CSV."""

import argparse
import csv
import math
import sys
from io import StringIO
from pathlib import Path

from cxworkshop.analysis.findings import figure
from cxworkshop.analysis.signals import Chart, chart
from cxworkshop.domain.errors import BadFile, BadValue, NotFound
from cxworkshop.domain.records.reliability import VARIANTS
from cxworkshop.ledger.outputs import check_outputs, write_all
from cxworkshop.ledger.series.single import Single, read_single

DONE, BAD_INPUT, WRONG_USAGE = 0, 1, 2
COLUMNS = ("time", "value", "moving_range", "mean", "lower", "upper", "range_limit", "signals")
_EXAMPLE = """\
examples:
  python -m cxworkshop signals deliveries.csv --baseline 12
  python -m cxworkshop signals measures.xlsx --series "Answered the same day" --value share --output chart.csv

A row for every point in the order of time. Limits are the mean of all points, or of the first --baseline points, plus
and minus 2.66 times their mean moving range; the range limit is 3.267 times it. Signals, joined by +:
  1  outside a limit, or a moving range above its limit
  2  three of four successive points nearer the same limit than the mean
  3  eight successive points on one side of the mean
A time missing from a regular series, or a blank value, breaks the moving range. --variant median takes medians (3.14 and
3.87), where a few wild points would stretch the limits. A limit past --floor or --ceiling is left blank.

Times may be days, months (2025-03, Mar 2025), quarters (2025-Q1), weeks (2025-W07) or years; rows of the same time stay in
the file's order, and so do all rows where times are words. A file of several series (a column `series`, `measure` ...) needs
--series NAME.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `signals` to the commands; its `run` gives the exit code."""
    parser = subparsers.add_parser(
        "signals",
        help="the process behaviour chart of a series: what is a signal, and what is noise",
        description="What varies by chance, and which points tell of a change, as CSV.",
        epilog=_EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("series", type=Path, metavar="SERIES", help="a .csv, .csv.gz, .parquet or .xlsx file")
    parser.add_argument(
        "--time", metavar="COLUMN", help="the column of times; default: by its header or its cells"
    )
    parser.add_argument(
        "--value", metavar="COLUMN", help="the column of values; default: by its header or its cells"
    )
    parser.add_argument(
        "--baseline", type=_points, metavar="N", help="compute the limits from the first N points"
    )
    parser.add_argument(
        "--series", dest="name", metavar="NAME", help="which series, where the file holds several"
    )
    parser.add_argument("--variant", choices=VARIANTS, default="mean", help="limits from mean or median")
    parser.add_argument("--floor", type=_number, metavar="N", help="the value cannot go below this")
    parser.add_argument("--ceiling", type=_number, metavar="N", help="the value cannot go above this")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="write the result here instead of printing it"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compute and print; 0 done, 1 the series has problems (one a line on standard error), 2 wrong usage."""
    try:
        check_outputs({"--output": args.output}, {"the series": args.series})
        single = read_single(args.series, time=args.time, value=args.value, series=args.name)
        found = chart(
            single.values,
            single.days,
            baseline=args.baseline,
            floor=args.floor,
            ceiling=args.ceiling,
            variant=args.variant,
            name="The series",
            missing=single.gaps,
        )
        if found is None:
            raise BadFile(f"{single.file}: no two points follow each other, so nothing can be charted.")
        result = as_csv(single, found)
        if args.output is not None:
            write_all({args.output: result.encode()})
        else:
            sys.stdout.write(result)
    except BadFile as bad:
        print("\n".join(bad.problems) or bad, file=sys.stderr)
        return BAD_INPUT
    except (BadValue, NotFound) as wrong:
        print(f"signals: {wrong}", file=sys.stderr)
        return WRONG_USAGE
    for line in messages(single, found, args.baseline):
        print(line, file=sys.stderr)
    return DONE


def as_csv(single: Single, found: Chart) -> str:
    """A row per point as the command prints it; blank where there is no moving range, or no limit to judge by."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    limit = found.range_limit if found.mean_range else None
    same = [_cell(one) for one in (found.mean, found.drawn_lower, found.drawn_upper, limit)]
    writer.writerows(
        (time, _cell(value), _cell(moved), *same, "+".join(map(str, rules)))
        for time, value, moved, rules in zip(
            single.times, found.values, found.ranges, found.signals, strict=True
        )
    )
    return text.getvalue()


def messages(single: Single, found: Chart, baseline: int | None) -> tuple[str, ...]:
    """What was picked and put right, and what the chart says, a line each."""
    many = len(found.values)
    said = [*single.notes]
    if baseline and baseline > many:
        said.append(
            f"{single.file}: there are only {many} points, so the limits are computed from all of them."
        )
    if gaps := sum(one is None for one in found.ranges[1:]):
        places = "1 place" if gaps == 1 else f"{gaps} places"
        said.append(
            f"{single.file}: a time or a value is missing, so the moving range is broken in {places}."
        )
    middle = "median" if found.middle == "median" else "mean"
    said.append(
        f"{single.file}: {many} points, limits from {'the first ' if found.baseline < many else 'all '}{found.baseline};"
        f" {middle} {figure(found.mean)}, {middle} moving range {figure(found.mean_range)}."
    )
    return (*said, found.verdict)


def _cell(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def _points(text: str) -> int:
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text} is not a number of points from 2 upwards")
    return int(text)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError(f"{text} is not a number")
    return number
