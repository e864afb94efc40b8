"""Which entities are worth comparing: those that share a key, each with its neighbours by name, never all with all."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.profiles import Profiles

NEIGHBOURS = 8
"""In a block of any size, each is compared with this many that follow it in the alphabet."""
# Every pair that agrees in one of these is compared; "last4" is a field's first letters.
_KEYS = (
    ("phone",), ("email",), ("tax",), ("mailbox",), ("birth", "first1"), ("birth", "last1"), ("birth", "postcode"),
    ("both_names",), ("postcode", "last3"), ("postcode", "house"), ("street", "house"), ("street", "last3"),
    ("last", "first1", "town"), ("last3", "first3", "town"), ("birth", "town"), ("first", "town", "birth4"),
    ("last", "birth4"), ("first", "birth4", "last1"), ("phone_end", "last1"), ("postcode", "first3"),
    ("mail6", "birth4"), ("house", "last"), ("birth", "street"), ("mail_end", "last3"),
)  # fmt: skip


def candidate_pairs(known: Profiles) -> tuple[Integers, Integers]:
    """Pairs of profiles (first before second) that share at least one blocking key, each pair once."""
    count = len(known.entity)
    parts = _parts(known)
    by_name = _sorted_names(known)
    found = [np.empty(0, np.int64)]
    for key in _KEYS:
        block = _combined([parts[part] for part in key])
        for first, second in _neighbours(block, by_name):
            found.append(np.minimum(first, second) * count + np.maximum(first, second))
    pairs = np.sort(np.concatenate(found))
    pairs = pairs[np.flatnonzero(np.diff(pairs, prepend=-1))]
    return pairs // max(count, 1), pairs % max(count, 1)


def _neighbours(block: Integers, by_name: Integers) -> Iterator[tuple[Integers, Integers]]:
    rows = by_name[block[by_name] >= 0]
    rows = rows[np.argsort(block[rows], kind="stable")]
    sorted_block = block[rows]
    for step in range(1, NEIGHBOURS + 1):
        together = np.flatnonzero(sorted_block[:-step] == sorted_block[step:])
        if not len(together):
            return
        yield rows[together], rows[together + step]


def _sorted_names(known: Profiles) -> Integers:
    """Profiles in the order of their last and first names."""
    ranks = []
    for field in ("first", "last"):
        values = known.fields[field]
        order = pc.array_sort_indices(values.texts).to_numpy()
        rank = np.empty(len(order) + 1, np.int64)
        rank[order] = np.arange(len(order))
        rank[-1] = -1
        ranks.append(rank[values.codes])
    return np.lexsort(tuple(ranks)).astype(np.int64)


def _parts(known: Profiles) -> dict[str, Codes | Integers]:
    fields = known.fields
    parts: dict[str, Codes | Integers] = {name: values.codes for name, values in fields.items()}
    for field, name, length in (
        *(("first", "first1", 1), ("first", "first3", 3), ("last", "last1", 1), ("last", "last3", 3)),
        *(("birth", "birth4", 4), ("email", "mail6", 6)),
    ):
        parts[name] = _cut(fields[field], 0, length)
    parts["phone_end"] = _cut(fields["phone"], -6, None)
    parts["mail_end"] = _cut(fields["email"], -9, None)
    parts["mailbox"] = _recoded(
        fields["email"], pc.replace_substring_regex(fields["email"].texts, r"(\+[^@]*)?@.*$", "")
    )
    # The lesser code first, so that swapped names meet.
    names = fields["first"].codes, fields["last"].codes
    low, high = np.minimum(*names), np.maximum(*names)
    parts["both_names"] = _combined([low, np.where(low < 0, -1, high)])
    return parts


def _cut(values: Values, start: int, stop: int | None) -> Codes:
    return _recoded(values, pc.utf8_slice_codeunits(values.texts, start=start, stop=stop))


def _recoded(values: Values, texts: pa.Array) -> Codes:
    codes = texts.dictionary_encode().indices.to_numpy(zero_copy_only=False).astype(np.int32)
    return np.append(codes, np.int32(-1))[values.codes]


def _combined(parts: Sequence[Codes | Integers]) -> Integers:
    """Several codes as one number, -1 where one of them is missing."""
    block = parts[0].astype(np.int64)
    for part in parts[1:]:
        block = np.where((block >= 0) & (part >= 0), block * (int(part.max(initial=0)) + 1) + part, -1)
    return block
