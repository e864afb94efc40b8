"""Snapshots: every customer at the end of a day, active or not, worth how much, in which segment."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.ledger.cells import Codes, Integers, Mask
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.ledger import Ledger
from cxworkshop.ledger.spells import Spells, spells
from cxworkshop.ledger.wallets import ContractWallet, PurchaseWallet, scaled


@dataclass(frozen=True, eq=False)
class Snapshot:
    """All customers at the end of a day: value in cents (0 if inactive), and whether a renewal is pending."""

    active: Mask
    value: Integers
    segment: Codes
    pending: Mask
    began: Mask
    """Who began a spell after the snapshot before this one."""


def active_spells(ledger: Ledger, definition: BridgeDefinition) -> Spells:
    """When each customer is active: a window from each purchase, a contract's term with its grace (docs/method.md 2).

    Refunds, and purchases below the minimum, keep nobody active.
    """
    if ledger.contract is None or ledger.end is None:
        counts = ledger.cents >= definition.minimum_cents
        leave = ledger.day + definition.window
    else:
        counts = ledger.cents >= np.where(ledger.contract, 0, definition.minimum_cents)
        leave = np.where(ledger.contract, ledger.end + definition.grace + 1, ledger.day + definition.window)
    return spells(ledger.customer[counts], ledger.day[counts], leave[counts])


class Walk:
    """A ledger walked from snapshot to snapshot, each on a later day than the last."""

    def __init__(self, ledger: Ledger, definition: BridgeDefinition, active: Spells) -> None:
        self._ledger = ledger
        self._window = definition.window
        self._customers = len(ledger.customers)
        by_begin = np.argsort(active.begin, kind="stable")
        self._who, self._begin, self._exit = (
            column[by_begin] for column in (active.customer, active.begin, active.exit)
        )
        self._until = np.zeros(self._customers, np.int64)
        # Until a row names one, a customer's segment is the last: unknown.
        self._segment = np.full(self._customers, len(ledger.segments or ()), np.int32)
        self._spells_seen = self._rows_seen = 0
        self._purchases: PurchaseWallet | None = None
        self._contracts: ContractWallet | None = None
        if ledger.contract is None or ledger.end is None:
            self._purchases = PurchaseWallet(
                ledger.customer, ledger.day, ledger.cents, self._customers, definition.window
            )
        else:
            of = ledger.contract
            self._contracts = ContractWallet(
                ledger.customer[of],
                ledger.day[of],
                ledger.end[of],
                ledger.cents[of],
                self._customers,
                definition.grace,
            )
            if not of.all():
                self._purchases = PurchaseWallet(
                    ledger.customer[~of],
                    ledger.day[~of],
                    ledger.cents[~of],
                    self._customers,
                    definition.window,
                )

    def to(self, day: int) -> Snapshot:
        """The snapshot at the end of a day."""
        seen = int(np.searchsorted(self._begin, day, side="right"))
        who = self._who[self._spells_seen : seen]
        began = np.zeros(self._customers, np.bool_)
        began[who] = True
        # A customer's spells follow one another, so the assignment that stands is the latest spell's.
        self._until[who] = self._exit[self._spells_seen : seen]
        self._spells_seen = seen
        active = self._until > day
        value, pending = self._value(day)
        return Snapshot(active, np.where(active, value, 0), self._segments(day), pending & active, began)

    def _value(self, day: int) -> tuple[Integers, Mask]:
        value = np.zeros(self._customers, np.int64)
        pending = np.zeros(self._customers, np.bool_)
        if self._purchases is not None:
            bought = self._purchases.on(day)
            value += bought if self._contracts is None else scaled(bought, 365, self._window)
        if self._contracts is not None:
            agreed, pending = self._contracts.on(day)
            value += agreed
        return value, pending

    def _segments(self, day: int) -> Codes:
        if self._ledger.segment is not None:
            seen = int(np.searchsorted(self._ledger.day, day, side="right"))
            rows = slice(self._rows_seen, seen)
            named = self._ledger.segment[rows] >= 0
            self._segment[self._ledger.customer[rows][named]] = self._ledger.segment[rows][named]
            self._rows_seen = seen
        return self._segment.copy()
