"""Hypothesis strategies for records, workshops and commands, derived from the field declarations alone."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cxworkshop.domain.commands import Batch, Command, Put, Remove, apply
from cxworkshop.domain.fields import LONG, MOST, Face
from cxworkshop.domain.record import Record, face_of, fields
from cxworkshop.domain.records import BY_KIND, RECORDS
from cxworkshop.domain.values import FIRST_DAY, LAST_DAY, UNSTORABLE
from cxworkshop.domain.workshop import Workshop, assemble

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.invalid","click")',
    "+cmd",
    "-1",
    "@SUM(A1)",
    "'quoted",
    "''",
    "<img src=x onerror=alert(1)>",
    "<b>bold</b> & ] ]> &amp;",
    "_x0041_",
    "_x000D_",
    "{=1}",
    "[x](javascript:alert(1)) **x** $x$ :red[x]",
    "../../etc/passwd",
    "'; DROP TABLE items; --",
    "%s %(x)s {x}",
    "12,500",
    "007",
    "1e5",
    "2025-03-31",
    "TRUE",
    "yes",
    "nan",
    "None",
    "#N/A",
    "—",
    "first\nsecond\n\nfourth",
    "a\ttab",
    "a  b",
    "a\u00a0b",
    "שלום עולם",
    "\u202eevil\u202c",
    "👩\u200d👩\u200d👧 🇩🇪 ✅",
    "Ａｃｍｅ ＡＧ",
    "e\u0301 é ß ſ İ",
    "\x85next\u2028line",
    "https://example.invalid/?a=1&b=2",
    "mailto:someone@example.invalid",
    "x" * LONG,
    "é🙂" * LONG,
)
"""What breaks spreadsheets, browsers, queries and parsers, and is nevertheless only a person's words."""

_UNSTORABLE = "".join(one for one in map(chr, range(0x10000)) if UNSTORABLE.match(one))
_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters=_UNSTORABLE)


def words(longest: int) -> st.SearchStrategy[str | None]:
    """What a person may have typed: hostile, random or plain, within a length; never padded by white space."""
    typed = st.one_of(
        st.sampled_from(HOSTILE).map(lambda one: one[:longest]),
        st.text(_LETTERS, max_size=min(longest, 12)),
        st.text("abc ÄÖ.", min_size=1, max_size=12),
    )
    return typed.map(lambda one: one.strip() or None)


def ids() -> st.SearchStrategy[str]:
    """Ids as the app makes them: random ones, keys of steps, and those of gathered candidates."""
    return st.one_of(
        st.uuids(version=4).map(lambda one: one.hex),
        st.from_regex(r"[a-z]{2,8}\.[a-z]{2,8}", fullmatch=True),
        st.from_regex(r"gathered-[a-z]{3,6}-[0-9a-f]{4,8}", fullmatch=True),
    )


def values(face: Face, known: dict[str, list[str]] | None = None) -> st.SearchStrategy[Any]:
    """Valid values of a field, filled or not; `known` holds the ids that a reference may point to, by kind."""
    low = -MOST if face.low is None else face.low
    high = MOST if face.high is None else face.high
    match face.kind:
        case "text" | "long":
            return words(int(high))
        case "whole":
            return st.none() | st.integers(int(low), int(high))
        case "number" | "money" | "percent":
            return st.none() | st.floats(low, high) | st.integers(int(low) + 1, int(high)).map(float)
        case "date":
            return st.none() | st.dates(FIRST_DAY, LAST_DAY)
        case "flag":
            return st.none() | st.booleans()
        case "choice":
            return st.none() | st.sampled_from(face.choices)
        case "ref":
            there = (known or {}).get(face.refers, [])
            # Ids that point nowhere are normal: the record they meant was removed.
            return st.sampled_from([None, *there, *there, *there]) | ids() if there else st.none() | ids()
        case "tags":
            return st.lists(words(100), max_size=3).map(lambda some: tuple(one for one in some if one))


def filled(cls: type[Record], known: dict[str, list[str]] | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Values for some of a record's fields."""
    return st.fixed_dictionaries(
        {}, optional={name: values(face_of(cls, name), known) for name in fields(cls)}
    )


@st.composite
def records(
    draw: st.DrawFn,
    cls: type[Record],
    id: str | None = None,
    known: dict[str, list[str]] | None = None,
) -> Record:
    """Any record of a class; `id` fixes its id."""
    name = cls.kind if cls.single else id or draw(ids())
    return cls(id=name, **draw(filled(cls, known)))


@st.composite
def workshops(draw: st.DrawFn, most: int = 4) -> Workshop:
    """Any workshop: up to `most` rows in each of a few tables, with references among them and some to nowhere."""
    chosen = draw(st.lists(st.sampled_from(RECORDS), unique=True, max_size=6))
    known = {
        cls.kind: [cls.kind] if cls.single else draw(st.lists(ids(), unique=True, min_size=1, max_size=most))
        for cls in chosen
    }
    rows = [draw(records(cls, id=one, known=known)) for cls in chosen for one in known[cls.kind]]
    return assemble(rows, title=draw(words(100)) or "A workshop", sample=draw(st.booleans()))


@st.composite
def commands(draw: st.DrawFn, workshop: Workshop) -> Command:
    """Any command that the workshop accepts: a Put, a Remove or a Batch of both."""
    many: list[Command] = []
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        many.append(draw(_singles(workshop)))
        workshop = apply(workshop, many[-1])
    return many[0] if len(many) == 1 else Batch(tuple(many), draw(st.sampled_from(("", "Import"))))


@st.composite
def _singles(draw: st.DrawFn, workshop: Workshop) -> Command:
    known: dict[str, list[str]] = {}
    for kind, id in workshop.items:
        known.setdefault(kind, []).append(id)
    place = draw(st.none() | st.floats(0, 50))
    rewrite: bool = draw(st.booleans())
    if known and rewrite:
        kind = draw(st.sampled_from(sorted(known)))
        cls, id = BY_KIND[kind], draw(st.sampled_from(known[kind]))
        written = draw(filled(cls, known))
        record = workshop.items[kind, id].record
        careful = draw(st.booleans())
        seen = {name: getattr(record, name) for name in written} if careful else {}
        if draw(st.integers(0, 3)) == 0:
            return Remove(kind, id, seen)
        return Put(kind, id, written, seen, place)
    cls = draw(st.sampled_from([one for one in RECORDS if not (one.single and one.kind in known)]))
    id = cls.kind if cls.single else draw(ids().filter(lambda one: (cls.kind, one) not in workshop.items))
    return Put(cls.kind, id, draw(filled(cls, known)), position=place, fresh=draw(st.booleans()))
