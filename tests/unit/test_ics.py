"""The calendar file: what RFC 5545 asks of a file, of a line, of a text and of an all-day event."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxworkshop.analysis.promised_days import Promised, promised_days
from cxworkshop.domain.commands import Put, apply
from cxworkshop.domain.records import (
    Candidate,
    Commitment,
    Company,
    Governance,
    Immersion,
    Leader,
    Proof,
    Review,
    Rule,
)
from cxworkshop.domain.values import UNSTORABLE
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.ics import OCTETS, calendar_file, folded
from tests.strategies import workshops

NOW = datetime(2026, 1, 13, 18, 30, 5, tzinfo=timezone(timedelta(hours=1)))
ROOM = (
    Company(id="company", name="Tidewell; Sons, Ltd"),
    Leader(id="ana", name="Ana Ruiz", function="CFO"),
    Candidate(id="x", name="Refunds within five days", verdict="now"),
    Commitment(
        id="c", candidate="x", executive="ana", first_action="Pay every refund, older than a month; today\nand tell them",
        first_day=date(2026, 2, 9), review_day=date(2026, 4, 14),
    ),
    Governance(id="governance", next_meeting=date(2026, 2, 10)),
    Rule(id="r1", rule="Forms in triplicate", verdict="kill", ends_on=date(2026, 2, 2)),
    Rule(id="r2", rule="Two signatures", verdict="keep", ends_on=date(2026, 2, 3)),
    Rule(id="r3", rule="Proof of age", verdict="kill", legal=True, ends_on=date(2026, 2, 3)),
    Proof(id="p", action="The sign comes down", leader="ana", on_day=date(2026, 12, 31)),
    Immersion(id="i", task="Return a parcel", leader="gone", on_day=date(2026, 1, 30)),
    Review(id="v", held_on=date(2026, 4, 14), next_on=date(2026, 7, 14)),
)  # fmt: skip
words = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=400).filter(
    lambda said: bool(said.strip()) and not UNSTORABLE.search(said)
)


def room(code: str = "ABCD", revision: int = 7) -> Workshop:
    """A small workshop with a day of each kind."""
    found = assemble(ROOM, code=code)
    return found.with_items(found.items, revision)


def file_of(workshop: Workshop) -> bytes:
    """Its calendar file."""
    return calendar_file(workshop, promised_days(workshop), NOW)


def read(content: bytes) -> list[dict[str, str]]:
    """An independent reader: lines joined again, events as names and values, texts with what was escaped put back."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and line not in ("END:VEVENT", "END:VCALENDAR"):
            events[-1][name] = re.sub(r"\\(.)", _back, value)
    return events


def _back(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def test_an_event_is_what_the_standard_asks_for() -> None:
    """Known answer: all day, free, from its day to the day after, stamped in universal time, with its words and its name."""
    first = next(one for one in read(file_of(room())) if one["CATEGORIES"] == "First action")
    assert first.pop("UID")
    assert first == {
        "SEQUENCE": "7",
        "DTSTAMP": "20260113T173005Z",
        "DTSTART;VALUE=DATE": "20260209",
        "DTEND;VALUE=DATE": "20260210",
        "SUMMARY": "First action: Pay every refund, older than a month; today and tell them",
        "DESCRIPTION": "Priority: Refunds within five days\nPay every refund, older than a month; today\nand tell them\nWho: Ana Ruiz",
        "CATEGORIES": "First action",
        "TRANSP": "TRANSPARENT",
    }


def test_every_promised_day_is_in_the_file_in_order() -> None:
    """A rule that is kept, or that the law requires, ends on no day; the last day of a year ends on the first of the next."""
    found = read(file_of(room()))
    assert [(one["CATEGORIES"], one["DTSTART;VALUE=DATE"]) for one in found] == [
        ("As a customer", "20260130"),
        ("A rule ends", "20260202"),
        ("First action", "20260209"),
        ("Customer room", "20260210"),
        ("Review", "20260414"),
        ("Look again", "20260714"),
        ("Proof", "20261231"),
    ]
    assert "20270101" == found[-1]["DTEND;VALUE=DATE"]


def test_the_file_stands_in_its_frame_with_every_line_ended_by_the_book() -> None:
    """Version, maker and calendar first; CR LF after each line, and neither anywhere else; an empty calendar is one too."""
    content = file_of(room())
    assert content.startswith(
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//CX Workshop//Commitments//EN\r\nCALSCALE:GREGORIAN\r\n"
        b"X-WR-CALNAME:Tidewell\\; Sons\\, Ltd\r\nBEGIN:VEVENT\r\n"
    )
    assert content.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", content)
    assert read(file_of(Workshop())) == []


def test_an_event_keeps_its_name_when_its_words_and_day_change() -> None:
    """A newer file replaces the event: the same UID, a higher SEQUENCE; another workshop's events are others."""
    old = room()
    moved = apply(old, Put("commitment", "c", {"first_day": date(2026, 2, 20), "first_action": "Ring them"}))
    before, after = read(file_of(old)), read(file_of(moved.with_items(moved.items, 8)))
    assert {one["UID"] for one in before} == {one["UID"] for one in after}
    assert len({one["UID"] for one in before}) == len(before)
    assert {one["SEQUENCE"] for one in after} == {"8"}
    assert not {one["UID"] for one in before} & {one["UID"] for one in read(file_of(room("EFGH")))}


@given(words, words)
def test_any_words_survive_the_way_there_and_back(said: str, name: str) -> None:
    """Commas, semicolons, backslashes, line breaks, any script: the reader gets the words; they never become a line."""
    # What is kept has its line breaks made one kind already.
    said = said.replace("\r\n", "\n").replace("\r", "\n")
    workshop = assemble([Candidate(id="x", name=name)], code="ABCD")
    day = Promised(date(2026, 2, 9), "Proof", said, None, workshop.all(Candidate)[0], "name")
    content = calendar_file(workshop, [day], NOW)
    (found,) = read(content)
    assert found["DESCRIPTION"] == said
    line = " ".join(f"Proof: {said}".split())
    assert found["SUMMARY"] == line or found["SUMMARY"] == line[:119].rstrip() + "…"
    assert len(found["SUMMARY"]) <= 120
    for line in content.split(b"\r\n"):
        assert len(line) <= OCTETS
        line.decode()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(workshops())
def test_any_half_filled_workshop_has_a_calendar(workshop: Workshop) -> None:
    """Whatever is blank or points nowhere: as many events as promised days, each with a name of its own."""
    days = promised_days(workshop)
    found = read(calendar_file(workshop, days, NOW))
    assert len(days) == len(found) == len({one["UID"] for one in found})


def test_a_line_of_exactly_75_octets_is_not_folded() -> None:
    """One octet more begins a second line, which pays for its own space; a letter of four octets stays whole."""
    assert ["x" * 75] == list(folded("x" * 75))
    assert ["x" * 75, " x"] == list(folded("x" * 76))
    assert ["x" * 73, " 🌱"] == list(folded("x" * 73 + "🌱"))
