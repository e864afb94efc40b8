"""Tax numbers made comparable: with and without the country before them."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.lists.columns import Values, encoded

_WITH_COUNTRY = r"^(?P<country>[a-z]{2})-?(?P<rest>[a-z]?\d{6,}[a-z]?\d*)$"


def without_country(found: Values, note: Callable[[str], object]) -> Values:
    """The numbers, those with a country as the same without it, where another row has that and no other country does."""
    parts = pc.extract_regex(found.texts, _WITH_COUNTRY)
    rest = pc.struct_field(parts, "rest").cast(pa.large_string())
    told = pc.value_counts(pc.drop_null(rest))
    once: Any = told.field("values").filter(pc.equal(told.field("counts"), 1))
    same = pc.and_(pc.is_in(rest, value_set=once), pc.is_in(rest, value_set=found.texts)).fill_null(False)
    touched = np.append(same.to_numpy(zero_copy_only=False), False)[found.codes]
    if not touched.any():
        return found
    note(
        "Tax numbers: the country in front is left out where another row has the same number without it"
        f" ({int(touched.sum()):,})."
    )
    own = encoded([pc.if_else(same, rest, found.texts)])
    return Values(np.append(own.codes, np.int32(-1))[found.codes], own.texts)
