"""A ledger made ready for bridging once, so that every other window, grace, minimum or period length is quick."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from cxworkshop.ledger.blocks import Block, blocks
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.exclusions import Excluded, exclude
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.names import UNKNOWN, lines_of

# Two sets of exclusions are what a room compares; more would be kept in memory for nobody.
_MOST_KEPT = 2
_Key = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], float | None]
_kept: "WeakKeyDictionary[Ledger, OrderedDict[_Key, Prepared]]" = WeakKeyDictionary()
_one_at_a_time = Lock()


@dataclass(frozen=True, eq=False)
class Prepared:
    """A ledger's rows that count under some exclusions and value basis, in blocks; what was left out, with notes."""

    blocks: tuple[Block, ...]
    left_out: tuple[Excluded, ...]
    notes: tuple[str, ...]
    segments: tuple[str, ...]
    """What lines are told apart by: the ledger's segments, and unknown where a row that counts names none."""


def prepared(ledger: Ledger, definition: BridgeDefinition) -> Prepared:
    """The ledger made ready for a definition's exclusions and value basis, kept for the next definition that asks.

    Raises BadValue where the definition leaves every row out.
    """
    key = (definition.excluded, definition.excluded_ids, definition.internal, definition.margin_percent)
    with _one_at_a_time:
        kept = _kept.setdefault(ledger, OrderedDict())
        if key not in kept:
            kept[key] = prepare(ledger, definition)
            if len(kept) > _MOST_KEPT:
                kept.popitem(last=False)
        kept.move_to_end(key)
        return kept[key]


def prepare(ledger: Ledger, definition: BridgeDefinition) -> Prepared:
    """Leave out what the definition leaves out, and cut the rest into blocks; raises BadValue where none is left."""
    counting, left_out, notes = exclude(ledger, definition)
    segments = lines_of(ledger.segments or ())
    if counting.segment is not None and (counting.segment < 0).any():
        segments = (*segments, UNKNOWN)
    cut = blocks(counting, ledger.first_day.toordinal(), definition.margin_percent)
    return Prepared(tuple(cut), left_out, notes, segments)
