"""How the programme says what is missing: who, which and how many, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten

from cxworkshop.analysis.findings import all_of, counted, listed, quoted, sentence
from cxworkshop.domain.record import Record, face_of, title_of
from cxworkshop.domain.records import BY_KIND, Leader
from cxworkshop.domain.workshop import R, Workshop

_MOST, _LONG = 6, 72


def told(*said: str | None) -> str | None:
    """Sentences as one text; None where there is nothing to tell."""
    return " ".join(one for one in said if one) or None


def lacking(names: Sequence[str], one: str, many: str) -> str | None:
    """How many and which: `Two leaders have not signed: Ana Ruiz, CFO; Tom Berg, CMO.`; None without names.

    `one` and `many` follow the number: `leader has not signed`, `leaders have not signed`.
    """
    if not names:
        return None
    return sentence(f"{counted(len(names), one, many)}: {several(names)}.")


def share(part: int, whole: int, thing: str, one: str, many: str) -> str:
    """A part of a whole: `two of seven stages have`, `none of seven stages has`, `all seven stages have`.

    `one` and `many` are what follows, said of one thing and of many; the whole is at least one.
    """
    if part == whole:
        return f"the one {thing} {one}" if whole == 1 else f"{all_of(whole, thing)} {many}"
    if whole == 1:
        return f"no {thing} {one}"
    said = counted(part, "of", "of") if part else "none of"
    return f"{said} {counted(whole, thing)} {many if part > 1 else one}"


def several(names: Sequence[str]) -> str:
    """Names apart from each other by semicolons, the first six of them."""
    more = [f"{len(names) - _MOST + 1} more"] if len(names) > _MOST else []
    return "; ".join([*names[: _MOST - 1 if more else _MOST], *more])


def written(workshop: Workshop, cls: type[R]) -> tuple[R, ...]:
    """The rows in which something is filled in."""
    return tuple(record for record in workshop.all(cls) if record.filled)


def blanks(workshop: Workshop, record: Record, names: Iterable[str]) -> list[str]:
    """The titles of fields that hold nothing; a reference to something that is gone holds nothing."""
    return [title_of(type(record), name) for name in names if not _holds(workshop, record, name)]


def lacks(workshop: Workshop, record: Record, names: Iterable[str], name: str = "") -> str | None:
    """What one row is short of, under its own name or another: `“Parcel” lacks standard and owner`."""
    gaps = [gap.lower() for gap in blanks(workshop, record, names)]
    return f"{name or named(workshop, [record])[0]} lacks {listed(gaps)}" if gaps else None


def _holds(workshop: Workshop, record: Record, name: str) -> bool:
    value = getattr(record, name)
    refers = face_of(type(record), name).refers
    return workshop.get(BY_KIND[refers], value) is not None if refers else value not in (None, ())


def present(workshop: Workshop) -> tuple[Leader, ...]:
    """The leaders in the room: those marked present, or all of them where nobody is."""
    leaders = written(workshop, Leader)
    return tuple(leader for leader in leaders if leader.present) or leaders


def called(workshop: Workshop, leader: Leader) -> str:
    """A leader by name and function: `Ana Ruiz, CFO`."""
    name = workshop.name_of("leader", leader.id) if leader.name else ""
    return ", ".join(part for part in (name, leader.function) if part) or "a leader without a name"


def named(workshop: Workshop, records: Iterable[Record]) -> list[str]:
    """Rows by what names them, in quotation marks."""
    return [quote(workshop.name_of(record.kind, record.id)) for record in records]


def quote(words: str | None) -> str:
    """A name in quotation marks, cut after a word where it is long; marks inside it become single ones."""
    line = (words or "").replace("“", "‘").replace("”", "’")
    cut = shorten(line, _LONG, placeholder="…")
    return quoted(line if cut == "…" else cut, _LONG)


def ended(words: str) -> str:
    """Words with a full stop, unless what they quote brings its own."""
    return words if words.rstrip("”").endswith((".", "?", "!", "…")) else f"{words}."


def some(names: Sequence[str]) -> str:
    """The first three names, and how many more there are."""
    return listed([*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else names)
