"""Answers without a name that were open once: what changed since tells nobody's answer by difference."""

from __future__ import annotations

import pytest

from cxworkshop.analysis.dots import dots_changed, dots_open
from cxworkshop.analysis.opinions import inhibitors
from cxworkshop.analysis.silent import slips_changed, slips_open
from cxworkshop.domain.commands import Batch, Put, Remove, apply
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Dot, Reveal, Slip
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS
from cxworkshop.store import Store, open_store
from cxworkshop.workbook import write_workbook
from tests.workbook.test_anonymous_sheets import SLIPS as SHEET
from tests.workbook.test_anonymous_sheets import _cells

SEEN = Reveal(id="reveal", slips=True, dots=True, slips_seen=5, dots_seen=5)


def _room(count: int) -> Workshop:
    answers: list[Record] = [Slip(id=f"s{n}", absent=5 if n < 5 else 1) for n in range(count)]
    answers += [Dot(id=f"d{n}", candidate="x", ballot=n + 1, dots=1) for n in range(count)]
    return assemble([Candidate(id="x", name="A voice at night"), *answers, SEEN])


@pytest.mark.parametrize("count", [3, 4, 6, 7])
def test_one_or_two_more_or_fewer_than_were_seen_cover_all(count: int) -> None:
    """The sixth slip is all that is new in six, the fifth all that is gone from four: neither is ever shown apart."""
    room = _room(count)
    assert not slips_open(room)
    assert not dots_open(room)
    assert not any(found.values for _, found in inhibitors(room))
    for words in (slips_changed(room), dots_changed(room)):
        assert words is not None
        assert words.startswith("You have seen five ")
    for key in ("frame.inhibitors", "frame.path", "priorities.dots"):
        stay = "stay covered: too few came or went since you saw them."
        assert stay in (STEPS[key].done(room) or "")
        assert stay in STEPS[key].reads(room)
    assert any("slips are in" in str(value) for value in _cells(write_workbook(room), SHEET).values())


def test_words_say_how_many_came_or_went() -> None:
    """With what to do: hear it aloud, or begin again."""
    assert slips_changed(_room(6)) == (
        "You have seen five slips, and one slip came in since. Opened again, the change alone would tell what is on it: "
        "hear it aloud if whoever wrote it wishes, or begin again together."
    )
    assert dots_changed(_room(3)) == (
        "You have seen five ballots, and two ballots were taken out since. Opened again, the change alone would tell what "
        "is on them: hear them aloud if whoever wrote them wishes, or begin again together."
    )


@pytest.mark.parametrize("count", [5, 8])
def test_as_many_as_were_seen_or_three_more_may_be_opened(count: int) -> None:
    """Three who share the change are as good as three who share the first look; they wait for their own reveal."""
    room = _room(count)
    assert (slips_changed(room), dots_changed(room)) == (None, None)
    assert slips_open(room) is (count == 5)
    assert slips_open(apply(room, Put("reveal", "reveal", {"slips_seen": count})))


def test_what_was_revealed_before_the_app_counted_stays_open() -> None:
    """A workshop from before says nothing of how many were seen."""
    assert slips_open(apply(_room(4), Put("reveal", "reveal", {"slips_seen": None})))


def test_covering_and_handing_in_are_one_line_without_a_name(own_store: str) -> None:
    """A signed line beside an unsigned one would tell who handed in; nor does the line tell how long a ballot is."""
    store: Store = open_store(own_store)
    code = store.create("Room", by="Ann", records=[*_room(5).all(Dot), SEEN])
    dots = [Put("dot", f"x{n}", {"candidate": "x", "ballot": 47, "dots": 1}) for n in range(2)]
    store.commit(code, Batch((Put("reveal", "reveal", {"dots": False}), *dots), "A ballot"), "Ann")
    anew = Put("reveal", "reveal", {"dots_seen": None})
    store.commit(
        code, Batch((Remove("dot", "x0"), Remove("dot", "x1"), anew), "All ballots taken out"), "Ann"
    )
    said = [(change.words, change.by, len(change.at) > 10) for change in store.changes(code)]
    assert said[:2] == [("All ballots taken out", "", False), ("A ballot", "", False)]
    store.close()
