"""Two rows made one: what is blank is filled, longer texts are joined, and the more doubtful mark stays."""

from __future__ import annotations

from collections.abc import Iterable

from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.opinions import IT_DEPENDS
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.fields import LONG
from cxworkshop.domain.record import Record, face_of, fields, title_of
from cxworkshop.domain.records import BY_KIND, Leader
from cxworkshop.domain.workshop import Workshop

NO_MARK = 99.0


def joined(workshop: Workshop, kept: Record, other: Record) -> dict[str, object]:
    """What to write into `kept` so that it says what both rows said, as far as its fields allow.

    Its own line stays where both have one; a feeling in numbers becomes the lower one. Raises BadValue where two long
    texts do not fit into one.
    """
    cls = type(kept)
    values: dict[str, object] = {}
    for name in fields(cls):
        mine, theirs = _held(workshop, kept, name), _held(workshop, other, name)
        face = face_of(cls, name)
        if theirs in (None, ()) or name == "order" or mine == theirs:
            continue
        if mine in (None, ()):
            values[name] = theirs
        elif face.kind == "long" and str(theirs) not in str(mine):
            values[name] = f"{mine}\n\n{theirs}"
            if len(str(values[name])) > LONG:
                which = f"{quoted(title_of(cls, name))} of both"
                raise BadValue(f"{cls.sheet}: {which} is too long for one text. Shorten one of them first.")
        elif face.kind == "tags":
            values[name] = _united([*_words(mine), *_words(theirs)])
        elif name == "emotion":
            values[name] = min(int(str(mine)), int(str(theirs)))
    return values


def one_mark_each(workshop: Workshop, cls: type[Record], gone_id: str, into_id: str) -> list[str]:
    """The ids of marks to take out so that no leader who marked both stages has two: the more doubtful one stays."""
    marks: dict[str, dict[str, list[Record]]] = {}
    for record in workshop.all(cls):
        stage, leader = getattr(record, "stage", None), getattr(record, "leader", None)
        if stage in (gone_id, into_id) and leader and workshop.get(Leader, leader):
            marks.setdefault(leader, {}).setdefault(stage, []).append(record)
    away: list[str] = []
    for both in marks.values():
        if len(both) == 2:
            # Of several marks that one leader gave one stage, the last is the one that counts.
            stays = min((both[into_id][-1], both[gone_id][-1]), key=_certainty)
            away += [one.id for found in both.values() for one in found if one is not stays]
    return away


def _certainty(record: Record) -> float:
    """How sure a mark is; “it depends” means no, so it stands below a 3; no mark at all is above every other."""
    mark = next(
        (value for name in ("rating", "emotion") if (value := getattr(record, name, None)) is not None), None
    )
    return NO_MARK if mark is None else 2.5 if mark == IT_DEPENDS else float(mark)


def _held(workshop: Workshop, record: Record, name: str) -> object:
    """What a field holds; a reference to something that is gone holds nothing."""
    value: object = getattr(record, name)
    refers = face_of(type(record), name).refers
    return value if not refers or workshop.get(BY_KIND[refers], str(value or "")) else None


def _words(value: object) -> Iterable[str]:
    return value if isinstance(value, tuple) else ()


def _united(words: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for one in words:
        found.setdefault(one.casefold(), one)
    return tuple(found.values())
