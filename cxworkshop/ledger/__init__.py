"""Ledgers: big files of purchases and contracts, opened, checked and turned into the customer asset bridge."""

from cxworkshop.ledger.bridge import COLUMNS, Bridge, BridgeLine, compute_bridge, gross
from cxworkshop.ledger.changes import changes
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.door import SUFFIXES, read_headers
from cxworkshop.ledger.exclusions import Excluded
from cxworkshop.ledger.ledger import OPEN_END, SETTINGS, Ledger, LeftOut, load_parquet, save_parquet
from cxworkshop.ledger.memo import Memo, MemoRow
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ledger.renewals import Renewals
from cxworkshop.ledger.sensitivity import sensitivity

__all__ = [
    "COLUMNS",
    "OPEN_END",
    "SETTINGS",
    "SUFFIXES",
    "Bridge",
    "BridgeDefinition",
    "BridgeLine",
    "Excluded",
    "Ledger",
    "LeftOut",
    "Memo",
    "MemoRow",
    "Renewals",
    "changes",
    "compute_bridge",
    "gross",
    "load_parquet",
    "open_ledger",
    "read_headers",
    "save_parquet",
    "sensitivity",
]
