"""Words on the whole plan: they hold for the plan as it stood, an objection stays, and nobody absent is waited for."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.domain.commands import Command, Put, Remove, apply
from cxworkshop.domain.errors import BadValue, Conflict
from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Commitment, Leader, Pledge
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.pledges import (
    CHANGED,
    LIVES,
    OBJECTS,
    SIGNS,
    away,
    plan_changes,
    plan_mark,
    sign,
    words_given,
)
from cxworkshop.programme.rules.pledges import sign_missing, sign_says

TODAY = date(2026, 1, 13)


def room(*more: Record) -> Workshop:
    """Two leaders in the room and one outside, with two priorities and a commitment for the first."""
    return assemble(
        [
            Leader(id="ana", name="Ana Ruiz", function="CFO", present=True),
            Leader(id="tom", name="Tom Berg", function="CMO", present=True),
            Leader(id="eve", name="Eve Noor", function="CEO"),
            Candidate(id="x", name="Refunds within five days", verdict="now"),
            Candidate(id="y", name="One voice for each case", verdict="now"),
            Commitment(id="c", candidate="x", executive="ana", people=2, target=5, message="You may pay."),
            *more,
        ]
    )


def says(workshop: Workshop, who: str, word: str, reason: str | None = None) -> Workshop:
    """The room after a leader gave a word on the plan as it stands."""
    seen = next((one for one in workshop.all(Pledge) if one.leader == who), Pledge(id=who, leader=who))
    return apply(workshop, sign(workshop, seen, word, reason, plan_mark(workshop), TODAY))


def signed() -> Workshop:
    """The room after both in it signed."""
    return says(says(room(), "ana", SIGNS), "tom", LIVES, "One month is short.")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Put("commitment", "c", {"target": 6}), "changed: Refunds within five days"),
        (Put("commitment", "c", {"executive": "tom"}), "changed: Refunds within five days"),
        (Put("commitment", "new", {"candidate": "y", "stops": "The campaign"}), "changed: One voice for each case"),
        (Put("candidate", "z", {"name": "A new one", "verdict": "now"}), "new: A new one"),
        (Put("candidate", "y", {"verdict": "not now"}), "no longer among them: 1"),
    ],
)  # fmt: skip
def test_a_signature_holds_for_the_plan_as_it_stood(change: Command, told: str) -> None:
    """Whatever is changed in the plan: each word is one for an earlier version, and what changed is told."""
    now = apply(signed(), change)
    assert {"earlier"} == {word.state for word in words_given(now)}
    assert {(told,)} == {word.changes for word in words_given(now)}
    assert sign_missing(now) == (
        f"Two leaders signed an earlier version and must sign again: Ana Ruiz, CFO; Tom Berg, CMO. Since then: {told}."
    )  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        Put("commitment", "c", {"state": "under way", "signed": True}),
        Put("commitment", "c", {"message": "You may pay at once."}),
        Put("commitment", "c", {"people": 2.0}),
        Put("candidate", "x", {"value": 90_000, "confidence": "1", "effort": 1}),
        Put("candidate", "q", {"name": "Another idea"}),
        Put("leader", "ana", {"present": False, "name": "Ana Ruiz-Vega"}),
    ],
)
def test_what_is_no_part_of_the_plan_leaves_the_signatures_alone(change: Command) -> None:
    """Work that moves on, better words for the organisation, another order by score, an idea that nobody chose."""
    assert {"signed"} == {word.state for word in words_given(apply(signed(), change))}


def test_a_plan_that_changes_back_is_the_plan_that_was_signed() -> None:
    """An undo gives everybody their signature back."""
    changed = apply(signed(), Put("commitment", "c", {"target": 6}))
    assert {"signed"} == {
        word.state for word in words_given(apply(changed, Put("commitment", "c", {"target": 5})))
    }


def test_all_in_the_room_sign_and_the_absent_are_told_but_not_waited_for() -> None:
    """Known answer: one signs, one can live with it, Eve is away; she may still sign later."""
    assert sign_missing(signed()) is None
    assert sign_says(signed()) == (
        "One signs, one can live with it and nobody objects. Not in the room, and not waited for: Eve Noor, CEO."
    )
    later = says(signed(), "eve", SIGNS)
    assert () == away(later)
    assert sign_says(later) == "Two sign, one can live with it and nobody objects."


def test_an_objection_is_kept_and_stands_until_it_is_settled_or_said() -> None:
    """It survives a change of the plan; written down as dissent, the step can end with it."""
    against = says(signed(), "tom", OBJECTS, "Nobody asked the depot.")
    assert sign_missing(against) == (
        "One objection stands: Tom Berg, CMO, “Nobody asked the depot”. Settle it, or write it down below as dissent."
    )
    assert "One signs and one objects." in sign_says(against)
    moved = apply(against, Put("commitment", "c", {"target": 6}))
    assert "“Nobody asked the depot”, to an earlier version" in (sign_missing(moved) or "")
    said = Put("decision", "commitments.sign", {"step": "commitments.sign", "dissent": "Tom: the depot."})
    assert sign_missing(apply(against, said)) is None


def test_a_word_without_its_plan_is_to_be_confirmed() -> None:
    """A row that came from elsewhere, or was pasted, is nobody's signature on this plan yet."""
    found = room(Pledge(id="p1", leader="ana", word=SIGNS), Pledge(id="p2", leader="tom", word=SIGNS))
    assert ["unconfirmed", "unconfirmed"] == [word.state for word in words_given(found)]
    assert "Two words came without the plan they were given on" in (sign_missing(found) or "")


def test_a_second_word_and_one_of_nobody_can_only_be_taken_off() -> None:
    """A copied row and one of a leader who left are told and hold the step until they are gone."""
    mark = plan_mark(room())
    copied = Pledge(id="copy", leader="ana", word=OBJECTS, reason="Too soon", signed_for=mark)
    gone = Pledge(id="gone", leader="left", word=SIGNS, signed_for=mark)
    found = signed()
    for one in (copied, gone):
        found = apply(found, Put("pledge", one.id, one.filled))
    assert ["ana", "tom", "copy", "gone"] == [word.row.id for word in words_given(found)]
    assert "“Too soon”" in (sign_missing(found) or "")
    assert "Two words are nobody's own: take them off: Ana Ruiz, CFO; a leader who is no longer listed." in (
        sign_missing(found) or ""
    )
    tidy = apply(apply(found, Remove("pledge", "copy")), Remove("pledge", "gone"))
    assert sign_missing(tidy) is None


def test_a_signature_needs_a_plan_a_word_and_for_an_objection_its_reason() -> None:
    """Each refusal says what to do; a plan that changed since the signer read it is not signed unseen."""
    workshop, blank = room(), Pledge(id="ana", leader="ana")
    mark = plan_mark(workshop)
    with pytest.raises(BadValue, match="no priorities to sign"):
        sign(Workshop(), blank, SIGNS, None, plan_mark(Workshop()), TODAY)
    with pytest.raises(BadValue, match="Choose first: I sign, I can live with it or I object"):
        sign(workshop, blank, None, "Because", mark, TODAY)
    with pytest.raises(BadValue, match="Say what would have to change"):
        sign(workshop, blank, OBJECTS, "  ", mark, TODAY)
    moved = apply(workshop, Put("commitment", "c", {"target": 6}))
    with pytest.raises(Conflict, match=CHANGED):
        sign(moved, blank, SIGNS, None, mark, TODAY)


def test_an_empty_room_and_one_leader_are_told_in_words() -> None:
    """No priorities, nobody listed, one who signs alone."""
    assert sign_missing(Workshop()) == "There are no priorities to sign yet."
    nobody = assemble([Candidate(id="x", name="Refunds", verdict="now")])
    assert sign_missing(nobody) == "No leader is listed yet, so nobody can sign."
    alone = says(assemble([*nobody.all(Candidate), Leader(id="ana", name="Ana")]), "ana", SIGNS)
    assert (sign_missing(alone), sign_says(alone)) == (None, "One signs and nobody objects.")


def test_a_plan_of_any_size_has_a_mark_that_can_be_kept() -> None:
    """Beyond the length of a field the mark tells only that the plan is another."""
    many = [Candidate(id=f"x{n}", name=f"Priority {n}", verdict="now") for n in range(60)]
    workshop = says(room(*many), "ana", SIGNS)
    assert 0 < len(plan_mark(workshop)) <= SHORT
    fewer = apply(workshop, Put("candidate", "x0", {"verdict": "not now"}))
    assert ("another plan",) == words_given(fewer)[0].changes


def test_a_row_without_a_word_does_not_keep_its_leader_from_signing() -> None:
    """A reason whose word was cleared in Excel is the row that is signed; a row that bears somebody else's name is not."""
    cleared = room(Pledge(id="ana", leader="ana", reason="Left over"))
    assert [word.state for word in words_given(says_first(cleared, "ana"))] == ["signed", "silent"]
    lent = room(Pledge(id="ana", leader="tom", word=LIVES, signed_for=plan_mark(room())))
    found = says_first(lent, "ana")
    assert [(word.row.leader, word.row.word) for word in words_given(found)] == [
        ("ana", SIGNS),
        ("tom", LIVES),
    ]


def says_first(workshop: Workshop, who: str) -> Workshop:
    """The room after a leader signed in the row that stands on screen."""
    row = next(word.row for word in words_given(workshop) if word.row.leader == who)
    return apply(workshop, sign(workshop, row, SIGNS, None, plan_mark(workshop), TODAY))


def test_nobody_signs_for_a_leader_who_was_taken_off_meanwhile() -> None:
    """The signature is refused with what to do, rather than kept as nobody's own."""
    found = apply(room(), Remove("leader", "tom"))
    with pytest.raises(Conflict, match="no longer listed"):
        sign(found, Pledge(id="tom", leader="tom"), SIGNS, None, plan_mark(found), TODAY)


def test_of_two_priorities_of_one_name_the_changed_one_is_told() -> None:
    """A plan that changed always says what changed."""
    twins = apply(room(), Put("candidate", "y", {"name": "Refunds within five days"}))
    before = plan_mark(twins)
    assert plan_changes(apply(twins, Put("commitment", "c", {"target": 6})), before) == (
        "changed: Refunds within five days",
    )
    assert plan_changes(apply(twins, Put("candidate", "y", {"verdict": "not now"})), before) == (
        "no longer among them: 1",
    )
