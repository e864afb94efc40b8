"""Which customers keep their segment, and which change it."""

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.ledger import Ledger


def homes(ledger: Ledger, starts: Integers, counts: Integers) -> tuple[Codes, Mask]:
    """Each customer's segment, the number after the last for unknown, and whether it is another at another time.

    `starts` and `counts` say where each customer's rows stand. One keeps a segment whose first row names it and whose
    every other row names the same or none; or whose rows name none.
    """
    unknown = len(ledger.segments or ())
    home = np.full(len(counts), unknown, np.int32)
    changes = np.zeros(len(counts), np.bool_)
    if ledger.segment is None:
        return home, changes
    there = np.flatnonzero(counts)
    at = starts[there]
    highest = np.maximum.reduceat(ledger.segment, at)
    named = np.where(ledger.segment < 0, np.int32(unknown), ledger.segment)
    lowest = np.minimum.reduceat(named, at)
    nameless = highest < 0
    home[there] = np.where(nameless, unknown, highest)
    changes[there] = ~nameless & ((highest != lowest) | (ledger.segment[at] < 0))
    return home, changes
