"""What `reconcile` tells beside its result: what was read as what, what was tidied, what a person should look at."""

from collections.abc import Iterator

from cxworkshop.ledger.lists.columns import rows
from cxworkshop.ledger.lists.conflicts import in_lists
from cxworkshop.ledger.lists.counting import Count
from cxworkshop.ledger.lists.matching import Matched
from cxworkshop.ledger.lists.near import NearPairs
from cxworkshop.ledger.lists.points import THRESHOLD
from cxworkshop.ledger.lists.roles import key_name

_MOST = 10


def messages(matched: Matched, counted: Count, near: NearPairs | None, accept: float | None) -> Iterator[str]:
    """What was read as what, what was tidied, and what a person should look at, a line each."""
    for one in matched.lists:
        read = ", ".join(
            f"{key_name(role)} from {header}" if role != header else header
            for role, header in one.columns.items()
        )
        yield f"{one.name}: {rows(one.rows)}; {read}."
    keys = ", ".join(key_name(key) for key in matched.keys)
    yield (
        f"Matched exactly on {keys}."
        if keys
        else (
            "No column that identifies a customer was found: every row counts as one. Name one with --key, or use --near."
        )
    )
    yield from matched.notes
    for conflict in matched.conflicts[:_MOST]:
        yield f"Conflict: {conflict.says} ({in_lists(matched.lists, conflict)}). Put right what is wrong, or leave it."
    if (more := matched.conflict_count - _MOST) > 0:
        yield f"... and {more:,} more {'conflict' if more == 1 else 'conflicts'}."
    for doubt in matched.doubts[:_MOST]:
        yield f"Doubtful: {doubt.says} ({in_lists(matched.lists, doubt)}). Counted as one customer all the same."
    for own in counted.lists:
        steps = "".join(
            f" {'-' if step.customers < 0 else '+'} {abs(step.customers):,} ({step.cause})"
            for step in own.walk
        )
        yield f"{own.name}: {rows(own.rows)}{steps} = {own.one_version:,}."
    if near is not None:
        yield from near.notes
        pairs = near.count(THRESHOLD)
        if not pairs:
            yield f"No near-duplicate pair has a score of {THRESHOLD:.0f} or more."
        elif accept is None:
            yield (
                f"{pairs:,} near-duplicate {'pair has' if pairs == 1 else 'pairs have'} a score of {THRESHOLD:.0f} or more;"
                " nobody is counted as one by them: read them (--pairs), then say --accept SCORE."
            )
        else:
            yield f"What scores {accept:g} or more is counted as the same ({near.count(accept):,})."
