"""What moved between two snapshots: people and cents, by segment."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.snapshots import Snapshot

MOVES = ("moved_in", "moved_out", "moved_in_value", "moved_out_value")


def movements(
    before: Snapshot, after: Snapshot, first: Integers, opening_day: int, segments: int
) -> dict[str, Integers]:
    """Every figure of the bridge by segment number, keyed as the columns of the result are named (docs/method.md 2).

    `first` is each customer's first active day ever. Opening, lapsed and moved-out stand in the segment of the first
    snapshot, all else in that of the second; a move carries the value of the first.
    """

    def people(who: Mask, segment: Codes) -> Integers:
        return np.bincount(segment[who], minlength=segments)

    def cents(who: Mask, segment: Codes, value: Integers) -> Integers:
        total = np.zeros(segments, np.int64)
        np.add.at(total, segment[who], value[who])
        return total

    came = after.active & ~before.active
    left = before.active & ~after.active
    stayed = before.active & after.active
    new, returned = came & (first > opening_day), came & (first <= opening_day)
    moved = stayed & (before.segment != after.segment)
    change = after.value - before.value
    grown, shrunk = stayed & (change > 0), stayed & (change < 0)
    return {
        "opening": people(before.active, before.segment),
        "new": people(new, after.segment),
        "returned": people(returned, after.segment),
        "lapsed": people(left, before.segment),
        "moved_in": people(moved, after.segment),
        "moved_out": people(moved, before.segment),
        "closing": people(after.active, after.segment),
        "came_and_went": people(after.began & ~before.active & ~after.active, after.segment),
        "paused": people(after.began & stayed, after.segment),
        "grown": people(grown, after.segment),
        "shrunk": people(shrunk, after.segment),
        "opening_value": cents(before.active, before.segment, before.value),
        "new_value": cents(new, after.segment, after.value),
        "returned_value": cents(returned, after.segment, after.value),
        "lapsed_value": cents(left, before.segment, before.value),
        "grown_value": cents(grown, after.segment, change),
        "shrunk_value": cents(shrunk, after.segment, -change),
        "moved_in_value": cents(moved, after.segment, before.value),
        "moved_out_value": cents(moved, before.segment, before.value),
        "closing_value": cents(after.active, after.segment, after.value),
        "worthless": people(after.active & (after.value <= 0), after.segment),
        "pending": people(after.pending, after.segment),
    }
