"""The promised days as a calendar file that any calendar program reads (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from cxworkshop.analysis.findings import brief
from cxworkshop.analysis.promised_days import Promised
from cxworkshop.domain.records import Company
from cxworkshop.domain.workshop import Workshop

OCTETS = 75
"""The longest line, without its line break. Source: RFC 5545 3.1."""
TITLE = 120
"""The longest title of an event, in letters; the whole text is behind it."""
_OURS = UUID("6f1d0c3e-52a8-4a7b-9d55-0e8a2f7c4b91")
"""The space in which our events are named; any other number would do, as long as it never changes."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def calendar_file(workshop: Workshop, days: Sequence[Promised], now: datetime) -> bytes:
    """The days as all-day events that leave their owners free. `now` is aware of its time zone.

    An event is named for good by the workshop's code, its record and its field, and numbered by the workshop's revision,
    so that a calendar which follows the standard replaces the older one when a newer file is loaded.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//CX Workshop//Commitments//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(workshop.one(Company).name or workshop.title or 'Commitments')}",
        *(line for one in days for line in _event(workshop, one, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for whole in lines for line in folded(whole)).encode()


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets of UTF-8, each but the first after a space; no letter is cut."""
    piece, size = "", 0
    for letter in line:
        more = len(letter.encode())
        if size + more > OCTETS:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + more
    yield piece


def _event(workshop: Workshop, one: Promised, now: datetime) -> Iterator[str]:
    record = one.record
    who = workshop.name_of("leader", one.leader)
    more = (f"Priority: {one.about}" if one.about else "", one.words, f"Who: {who}" if who else "")
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_OURS, '/'.join((workshop.code, record.kind, record.id, one.field)))}"
    yield f"SEQUENCE:{workshop.revision}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(one)}"
    # The end is the first day that no longer belongs to it.
    yield f"DTEND;VALUE=DATE:{_day(one, 1)}"
    yield f"SUMMARY:{_text(brief(f'{one.what}: {one.words}', TITLE))}"
    yield f"DESCRIPTION:{_text(chr(10).join(words for words in more if words))}"
    yield f"CATEGORIES:{_text(one.what)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(one: Promised, later: int = 0) -> str:
    return f"{one.day + timedelta(days=later):%Y%m%d}"


def _text(words: str) -> str:
    """Words as a text value; RFC 5545 3.3.11 escapes these four and nothing else."""
    return words.translate(_ESCAPED)
