"""Whether the one count of the lists was counted from the lists, keys and verdicts that stand in the workshop now."""

from __future__ import annotations

import hashlib
import json

from cxworkshop.domain.records import LedgerSource, ListSource, PairVerdict, Reconciliation
from cxworkshop.domain.workshop import Workshop

_RESULTS = frozenset(("one_version", "counted_from", "notes"))
_READ = frozenset(("rows", "customers", "first_day", "last_day", "notes"))


def list_mark(workshop: Workshop) -> str:
    """A short mark of all that the count of the lists depends on; another mark, perhaps another count."""
    said = workshop.one(Reconciliation)
    counted_from = [
        [one.model_dump(mode="json", exclude={"rows", "file"}) for one in workshop.all(ListSource)],
        sorted(str(one.model_dump(mode="json", exclude={"why"})) for one in workshop.all(PairVerdict)),
        said.model_dump(mode="json", exclude=set(_RESULTS)),
        workshop.one(LedgerSource).model_dump(mode="json", exclude=set(_READ)) if said.with_ledger else None,
    ]
    return hashlib.sha256(json.dumps(counted_from, sort_keys=True).encode()).hexdigest()[:16]


def is_stale(workshop: Workshop) -> bool:
    """Whether something that the written count depends on has changed since; a count that was typed is never stale."""
    said = workshop.one(Reconciliation)
    return said.one_version is not None and said.counted_from not in (None, list_mark(workshop))
