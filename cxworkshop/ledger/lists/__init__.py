"""One list from several: departments' lists read, laid over each other, and counted once."""

from cxworkshop.ledger.lists.conflicts import KeyConflict
from cxworkshop.ledger.lists.counting import Combination, Count, ListCount, Step, count
from cxworkshop.ledger.lists.guessing import guess_columns
from cxworkshop.ledger.lists.ledger_ids import ids_as_here, merges_of
from cxworkshop.ledger.lists.matching import Matched, match_exactly
from cxworkshop.ledger.lists.merged import merged_csv, merged_header, merged_rows
from cxworkshop.ledger.lists.near import NearPairs, near_pairs, shown
from cxworkshop.ledger.lists.points import LOWEST, THRESHOLD
from cxworkshop.ledger.lists.reading import MOST_LISTS, DepartmentList, own_names, read_list, stem
from cxworkshop.ledger.lists.roles import IDENTIFYING, ROLES, key_name
from cxworkshop.ledger.lists.settling import Settled, Verdict, settle

__all__ = [
    "IDENTIFYING",
    "LOWEST",
    "MOST_LISTS",
    "ROLES",
    "THRESHOLD",
    "Combination",
    "Count",
    "DepartmentList",
    "KeyConflict",
    "ListCount",
    "Matched",
    "NearPairs",
    "Settled",
    "Step",
    "Verdict",
    "count",
    "guess_columns",
    "ids_as_here",
    "key_name",
    "match_exactly",
    "merged_csv",
    "merged_header",
    "merged_rows",
    "merges_of",
    "near_pairs",
    "own_names",
    "read_list",
    "settle",
    "shown",
    "stem",
]
