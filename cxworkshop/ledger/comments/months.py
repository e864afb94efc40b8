"""How many comments a file has of each whole month, by kind of source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np

from cxworkshop.analysis.surges import Months
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.sorting import SOURCE, Sorted

_EPOCH = date(1970, 1, 1).toordinal()
_MONTHS_BEFORE = 1970 * 12


def months_heard(comments: Comments, places: Sorted, kinds: Mapping[str, str | None]) -> Months | None:
    """The comments of each month by kind; `kinds` are the kinds of sources by id. None where no whole month is there.

    The first and the last month of the file are left out unless the file holds their first and their last day.
    Comments without a day, or of a source without a kind, are left out.
    """
    if comments.span is None:
        return None
    begin, end = map(date.fromordinal, comments.span)
    first = begin.year * 12 + begin.month - 1 + (begin.day > 1)
    last = end.year * 12 + end.month - 1 - ((end + timedelta(days=1)).day > 1)
    if last < first:
        return None
    since: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = (
        (comments.day - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    )
    month = since + _MONTHS_BEFORE - first
    inside = (comments.day > 0) & (month >= 0) & (month <= last - first)
    voices: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.int64]]] = {}
    for at, id in enumerate(places.ids[SOURCE]):
        kind = kinds.get(id)
        if kind:
            own = np.bincount(month[inside & (places.at[SOURCE] == at)], minlength=last - first + 1)
            voices[kind] = voices.get(kind, 0) + own
    return Months(
        tuple(date(one // 12, one % 12 + 1, 1) for one in range(first, last + 1)),
        {kind: tuple(own.tolist()) for kind, own in voices.items()},
    )
