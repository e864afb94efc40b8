"""When the rival numbers have done their work: out, told what they count, and each walked to the agreed one."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.counts import (
    closing_counts,
    contradiction,
    covered,
    function_name,
    has_number,
    overdrawn,
    own_closing,
    revealed,
    spread,
)
from cxworkshop.analysis.findings import counted, customers, figure, sentence
from cxworkshop.analysis.walks import TOLERANCE, unexplained_words, walks
from cxworkshop.domain.records import CountDifference, FunctionCount
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import lacking, quote, told

_FUNCTIONS, _WORST = 2, 3


def counts_missing(workshop: Workshop) -> str | None:
    """At least two revealed counts, each with what it counts, each difference explained but for a hundredth."""
    seen = [row for row in revealed(workshop) if own_closing(row) is not None]
    short = _FUNCTIONS - len(seen)
    hidden = covered(workshop)
    waiting = _names(workshop, [row for row in hidden if own_closing(row) is not None])
    begun = _names(workshop, [row for row in hidden if has_number(row) and own_closing(row) is None])
    untold = _names(workshop, [row for row in seen if not row.definition])
    alone = short > len(waiting)
    return told(
        _to_bring(short - len(waiting)) if alone else None,
        lacking(
            waiting,
            f"number is in and covered{'' if alone else ': reveal it'}",
            f"numbers are in and covered{'' if alone else ': reveal them together'}",
        ),
        lacking(
            begun, "number is begun, without a closing count", "numbers are begun, without a closing count"
        ),
        lacking(untold, "count does not say what it counts", "counts do not say what they count"),
        *(contradiction(workshop, row) for row in revealed(workshop) if overdrawn(row)),
        None if short > 0 else _unexplained(workshop),
    )


def _names(workshop: Workshop, rows: Sequence[FunctionCount]) -> list[str]:
    return [quote(function_name(workshop, row)) for row in rows]


def _to_bring(short: int) -> str:
    return sentence(
        f"{counted(short, 'function still has', 'functions still have')} to bring a closing count."
    )


def _unexplained(workshop: Workshop) -> str | None:
    """Every difference to the agreed count by its causes; before there is one, at least a cause by each name."""
    walked = walks(workshop)
    if walked:
        left = [unexplained_words(walk) for walk in walked if not walk.explained]
        rest = counted(len(left) - _WORST, "more is", "more are")
        more = [sentence(f"{rest} not explained either.")] if len(left) > _WORST else []
        allowed = (
            [f"Up to {figure(TOLERANCE * 100)} % of the agreed count may stay unexplained."] if left else []
        )
        return told(*left[:_WORST], *more, *allowed)
    named = {one.count for one in workshop.all(CountDifference) if one.cause}
    apart = spread(count for _, count in closing_counts(workshop))
    if apart is None or not apart.spread:
        return None
    rows = [row for row in revealed(workshop) if own_closing(row) is not None and row.id not in named]
    return lacking(
        _names(workshop, rows),
        "count has no cause named for its difference",
        "counts have no cause named for their difference",
    )


def counts_says(workshop: Workshop) -> str:
    """How far apart the functions' numbers lie, of those revealed."""
    found = spread(count for _, count in closing_counts(workshop))
    if found is None or found.count < _FUNCTIONS:
        return "Each function's number becomes a dot here once it is revealed, against the number that you agree on."
    brought = counted(found.count, "function brings", "functions bring")
    if not found.spread:
        return sentence(f"{brought} the same number: {found.low:,}. Ask whether they count the same people.")
    ratio = f", or {figure(found.ratio * 100)} % of the middle one" if found.ratio else ""
    people = f" {customers(workshop)}" if found.spread > 1 else ""
    return sentence(
        f"{brought} numbers from {found.low:,} to {found.high:,}: "
        f"they are {found.spread:,}{people} apart{ratio}."
    )
