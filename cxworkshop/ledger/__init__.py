"""Ledgers: big files of purchases and contracts, opened, checked and turned into the customer asset bridge."""

from cxworkshop.ledger.active import active_customers
from cxworkshop.ledger.bridge import COLUMNS, Bridge, BridgeLine, compute_bridge
from cxworkshop.ledger.columns import suggest
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.door import SUFFIXES, Preview, preview, read_headers
from cxworkshop.ledger.exclusions import Excluded
from cxworkshop.ledger.id_lists import read_ids
from cxworkshop.ledger.ledger import OPEN_END, SETTINGS, Ledger, left_out_csv
from cxworkshop.ledger.left_out import LeftOut
from cxworkshop.ledger.memo import Memo, MemoRow
from cxworkshop.ledger.merging import MergeTable, read_merges
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.ledger.progress import Progress
from cxworkshop.ledger.renewals import Renewals

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
    "MergeTable",
    "Preview",
    "Progress",
    "Renewals",
    "active_customers",
    "compute_bridge",
    "left_out_csv",
    "open_ledger",
    "preview",
    "read_headers",
    "read_ids",
    "read_merges",
    "suggest",
]
