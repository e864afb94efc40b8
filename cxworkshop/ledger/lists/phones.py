"""Phones that some lists write with the country's code and no + before it, brought to the way of the others."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.lists.columns import Values, rows
from cxworkshop.ledger.lists.sql_contacts import COUNTRY_CODES

_SHORTEST = 8
"""Digits that a number has at least without its country's code, so that the rest of it is no accident."""


def without_country_codes(phones: Values, note: Callable[[str], object]) -> Values:
    """Tidied phones; one that is another one of them behind a country's code becomes that other, which is noted."""
    codes = phones.codes
    for length in (1, 2, 3):
        code, rest = (pc.utf8_slice_codeunits(phones.texts, *part) for part in ((0, length), (length, None)))
        begins = pc.and_(
            pc.match_substring_regex(code, f"^(?:{COUNTRY_CODES})$"),
            pc.greater_equal(pc.utf8_length(rest), _SHORTEST),
        )
        other = pc.if_else(begins, pc.index_in(rest, value_set=phones.texts), pa.scalar(None, pa.int32()))
        found = np.append(other.fill_null(-1).to_numpy(zero_copy_only=False), -1)[phones.codes]
        codes = np.where(found >= 0, found, codes).astype(np.int32)
    if changed := int((codes != phones.codes).sum()):
        note(
            f"A country’s code without a + is left out of phones that another row has without it ({rows(changed)})."
        )
    return Values(codes, phones.texts)
