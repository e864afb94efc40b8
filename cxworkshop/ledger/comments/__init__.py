"""A file of customers' comments: read, sorted by rules that are remembered, added up, and read stage by stage."""

from cxworkshop.ledger.comments.evidence import evidence_commands, file_facts, quote_of
from cxworkshop.ledger.comments.frequent import frequent_cells, frequent_words
from cxworkshop.ledger.comments.groups import Group, Groups, group_comments
from cxworkshop.ledger.comments.guessing import MOST_CHANNELS, guess, rating_scale
from cxworkshop.ledger.comments.kinds import kind_of
from cxworkshop.ledger.comments.lookup_words import has_words
from cxworkshop.ledger.comments.months import months_heard
from cxworkshop.ledger.comments.paging import ANY, FEELINGS, NONE, Wanted, chosen, felt, product_of, products
from cxworkshop.ledger.comments.reading import Comments, read_comments
from cxworkshop.ledger.comments.rules import Rules, plain, rules_of
from cxworkshop.ledger.comments.sorting import CATEGORY, SOURCE, STAGE, TOUCHPOINT, Sorted, sort_comments
from cxworkshop.ledger.comments.table import CommentTable, open_comments

__all__ = [
    "ANY",
    "CATEGORY",
    "FEELINGS",
    "MOST_CHANNELS",
    "NONE",
    "SOURCE",
    "STAGE",
    "TOUCHPOINT",
    "CommentTable",
    "Comments",
    "Group",
    "Groups",
    "Rules",
    "Sorted",
    "Wanted",
    "chosen",
    "evidence_commands",
    "felt",
    "file_facts",
    "frequent_cells",
    "frequent_words",
    "group_comments",
    "guess",
    "has_words",
    "kind_of",
    "months_heard",
    "open_comments",
    "plain",
    "product_of",
    "products",
    "quote_of",
    "rating_scale",
    "read_comments",
    "rules_of",
    "sort_comments",
]
