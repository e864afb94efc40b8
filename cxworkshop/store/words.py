"""What a change did, in words that people read in the log and beside the undo button."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.analysis.sheltered import masked_record
from cxworkshop.domain.record import fields, title_of
from cxworkshop.domain.records import BY_KIND, Reveal
from cxworkshop.domain.workshop import Key, Workshop, label

_SILENT = {kind for kind, cls in BY_KIND.items() if cls.anonymous} | {Reveal.kind}
"""What belongs to silent rounds."""


def words(before: Workshop, after: Workshop, keys: Iterable[Key], name: str = "") -> str:
    """One line such as `Stages: Pick (Emotion)`; `name` says what the rows have in common, where that is known.

    Rows of an anonymous table are counted, never named; of what has a name of its own not even that is said, for how
    many rows a ballot fills would tell whose it is.
    """
    keys = tuple(keys)
    kinds = {kind for kind, _ in keys}
    if name and any(BY_KIND[kind].anonymous for kind in kinds) and kinds <= _SILENT:
        return name
    said = _row(before, after, *keys[0]) if len(keys) == 1 else _rows(before, after, keys)
    return f"{name}: {said}" if name and not said.startswith(f"{name}:") else said


def _row(before: Workshop, after: Workshop, kind: str, id: str) -> str:
    cls = BY_KIND[kind]
    old, new = before.items.get((kind, id)), after.items.get((kind, id))
    how = ""
    if new is None:
        how = "removed"
    elif old is None:
        how = "new"
    elif not cls.anonymous:
        was, now = old.record, new.record
        names = [name for name in fields(cls) if getattr(was, name) != getattr(now, name)]
        # Its name is in the line already.
        titles = [title_of(cls, name) for name in names if cls.single or name not in cls.named_by]
        how = ", ".join(titles) if len(titles) <= 3 else f"{len(titles)} fields"
    what = ""
    if not cls.single and not cls.anonymous:
        # What stands in the log stays there, whatever is decided later about showing personal data.
        named = (after, new) if new else (before, old)
        what = label(named[0], masked_record(named[1].record)) if named[1] else ""
    return cls.sheet + (f": {what}" if what else "") + (f" ({how})" if how else "")


def _rows(before: Workshop, after: Workshop, keys: tuple[Key, ...]) -> str:
    new = sum(key not in before.items for key in keys)
    gone = sum(key not in after.items for key in keys)
    counts = ((new, "new"), (len(keys) - new - gone, "changed"), (gone, "removed"))
    said = ", ".join(f"{count:,} {how}" for count, how in counts if count)
    sheets = list(dict.fromkeys(BY_KIND[kind].sheet for kind, _ in keys))
    return f"{sheets[0]}: {said}" if len(sheets) == 1 else f"{said} in {len(sheets)} tables"
