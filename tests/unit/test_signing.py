"""A signature is on a text: what counts, what is reopened by a change, what the log keeps."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.card import card_text
from cxworkshop.domain.commands import Put, Remove, apply, inverse
from cxworkshop.domain.errors import BadValue, Conflict
from cxworkshop.domain.records import Leader, Signature, SignOff
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS
from cxworkshop.programme.signing import last_day, log, one_version, sign, words_given
from tests.cards import card

TODAY = date(2026, 1, 13)
LONGER = Put("definition", "definition", {"window_days": 540})
ROOM = assemble(
    [
        Leader(id="ana", name="Ana Ruiz", function="CFO", present=True),
        Leader(id="tom", name="Tom Berg", function="CMO", present=True),
        card(100),
    ]
)


def signed(
    room: Workshop, who: str, stance: str = "agree", reason: str | None = None, on: date = TODAY
) -> Workshop:
    """The room after this leader signed the card as it stands."""
    return apply(room, sign(room, row(room, who), stance, reason, card_text(room), on))


def row(room: Workshop, who: str) -> SignOff:
    """What the screen shows of this leader's word."""
    return next(word.row for word in words_given(room) if word.row.leader == who)


def said(room: Workshop) -> str | None:
    """What the step still misses."""
    return STEPS["assets.signoff"].done(room)


def states(room: Workshop) -> list[str]:
    """Where each leader's word stands."""
    return [word.state for word in words_given(room)]


def test_one_company_version_needs_every_leader_in_the_room() -> None:
    """One of two has signed; with the other it is one version, dated by the last signature."""
    half = signed(ROOM, "ana")
    assert (states(half), one_version(half)) == (["signed", "silent"], False)
    whole = signed(half, "tom", "can live with it", on=date(2026, 1, 14))
    assert (said(whole), one_version(whole), last_day(whole)) == (None, True, date(2026, 1, 14))
    assert STEPS["assets.signoff"].reads(whole) == (
        "One agrees and one can live with it; nobody objects, so this is the one company version: "
        "100 customers, signed on 14 January 2026."
    )


def test_a_changed_definition_reopens_the_signatures_and_says_what_changed() -> None:
    """After another window both must sign again; after it is taken back, what they signed counts again."""
    whole = signed(signed(ROOM, "ana"), "tom")
    changed = apply(whole, LONGER)
    assert (states(changed), one_version(changed)) == (["reopened", "reopened"], False)
    assert said(changed) == (
        "Two leaders signed another card and must sign again: Ana Ruiz, CFO; Tom Berg, CMO. "
        "Since then: Window: 365 days → 540 days."
    )
    assert one_version(apply(changed, inverse(whole, LONGER)))


def test_old_signatures_stay_in_the_log() -> None:
    """Signing again adds to the log, card by card, and replaces nothing in it."""
    again = signed(apply(signed(signed(ROOM, "ana"), "tom"), LONGER), "ana", "object", "Too long")
    first, second = log(again)
    assert [one.name for one in first.signatures] == ["Ana Ruiz, CFO", "Tom Berg, CMO"]
    assert [(one.stance, one.reason, one.given_on) for one in second.signatures] == [
        ("object", "Too long", TODAY)
    ]
    assert second.changes == ("Window: 365 days → 540 days",)
    assert "Window: 365 days" in first.text


def test_an_objection_stands_on_whatever_card_it_was_made() -> None:
    """Neither a changed card nor an empty chair takes an objection away; one that came without its reason is asked for it."""
    wordless = {"leader": "tom", "stance": "object", "signed": card_text(ROOM)}
    against = apply(signed(ROOM, "ana"), Put("sign_off", "tom", wordless))
    assert said(against) == "One objection stands: Tom Berg, CMO, without a reason yet."
    gone = signed(apply(apply(against, Put("leader", "tom", {"present": False})), LONGER), "ana")
    assert said(gone) == "One objection stands: Tom Berg, CMO, without a reason yet, to an earlier card."
    removed = apply(gone, Remove("leader", "tom"))
    assert not one_version(removed)
    assert "a leader who is no longer listed" in (said(removed) or "")


def test_a_copied_row_does_not_agree_an_objection_away() -> None:
    """Two rows of one leader, as a copy in Excel leaves them: the objection stands wherever it is, and the copy is told."""
    against = signed(signed(ROOM, "tom"), "ana", "object", "Trials are in")
    copied = apply(
        against, Put("sign_off", "copy", {"leader": "ana", "stance": "agree", "signed": card_text(ROOM)})
    )
    assert not one_version(copied)
    assert said(copied) == (
        "One objection stands: Ana Ruiz, CFO, “Trials are in”. "
        "One leader has more than one word here: take off what does not hold: Ana Ruiz, CFO."
    )
    assert said(apply(copied, Remove("sign_off", "copy"))) == said(against)
    assert not one_version(signed(copied, "ana", "agree"))


def test_a_word_whose_leader_was_blanked_still_objects() -> None:
    """An objection that lost its leader's name is a leader's who is no longer listed, and stands."""
    whole = signed(signed(ROOM, "ana"), "tom")
    nameless = apply(whole, Put("sign_off", "x", {"stance": "object", "reason": "Trials are in"}))
    assert not one_version(nameless)
    assert said(nameless) == "One objection stands: a leader who is no longer listed, “Trials are in”."


def test_a_card_without_its_count_is_not_one_company_version() -> None:
    """All have signed, but a line that the definition asks for is blank: the count, or who answers for it."""
    for blank, title in (("agreed", "The count we sign"), ("data_owner", "Data owner")):
        short = apply(ROOM, Put("definition", "definition", {blank: None}))
        whole = signed(signed(short, "ana"), "tom")
        assert not one_version(whole)
        assert said(whole) == f"One line of the card is blank: {title}."


def test_a_count_that_the_bridge_contradicts_is_not_one_company_version() -> None:
    """All have signed 100, and the bridge closes with 2: the sign-off is not done, and its finding does not say so."""
    whole = signed(signed(ROOM, "ana"), "tom")
    bridge = Put("bridge_row", "b", {"opening": 1, "new": 1, "lapsed": 0})
    wrong = apply(whole, bridge)
    assert not one_version(wrong)
    assert said(wrong) == "The card says 100, the bridge closes with 2: make them one number."
    assert STEPS["assets.signoff"].reads(wrong) == (
        "Two agree; nobody objects, but the card cannot be the one company version as it stands."
    )
    assert one_version(apply(wrong, Put("bridge_row", "b", {"closing": 100, "gap_reason": "Late postings"})))


def test_changes_are_told_since_the_signature_that_was_given_last() -> None:
    """Tom, second on the list, signed before Ana did: what changed is told since her card, not since his."""
    first = signed(ROOM, "tom")
    second = signed(apply(first, LONGER), "ana")
    third = apply(second, Put("definition", "definition", {"agreed": 120}))
    assert (said(third) or "").endswith("Since the last of them signed: The count: 100 → 120.")


def test_an_objection_is_signed_with_its_reason() -> None:
    """Whoever objects says what would have to change; without it nothing is kept, and nothing is logged."""
    for blank in (None, "", "  \n"):
        with pytest.raises(BadValue, match="what would have to change"):
            sign(ROOM, row(ROOM, "ana"), "object", blank, card_text(ROOM), TODAY)


def test_a_card_that_comes_back_is_the_same_card_in_the_log() -> None:
    """Signed, changed, signed, changed back, signed: three chapters on two cards."""
    back = apply(signed(apply(signed(ROOM, "ana"), LONGER), "ana"), inverse(ROOM, LONGER))
    assert [chapter.card for chapter in log(signed(back, "ana"))] == [1, 2, 1]


def test_a_word_without_its_card_does_not_count_until_it_is_confirmed() -> None:
    """A stance that came from a workbook without what was signed has to be signed."""
    came = apply(signed(ROOM, "ana"), Put("sign_off", "tom", {"leader": "tom", "stance": "agree"}))
    assert states(came) == ["signed", "unconfirmed"]
    assert "sign to confirm it: Tom Berg, CMO." in (said(came) or "")
    assert one_version(signed(came, "tom"))


def test_a_card_that_changed_while_signing_is_refused() -> None:
    """What stood on the signer's screen is not what stands now: nothing is signed."""
    shown = card_text(ROOM)
    changed = apply(ROOM, LONGER)
    with pytest.raises(Conflict, match="card changed"):
        sign(changed, row(changed, "ana"), "agree", None, shown, TODAY)
    late = sign(ROOM, row(ROOM, "ana"), "agree", None, shown, TODAY)
    with pytest.raises(Conflict, match="Window"):
        apply(changed, late)


def test_two_people_cannot_sign_over_each_other_unseen() -> None:
    """A word that was given meanwhile refuses the one that did not see it."""
    unseen = row(ROOM, "ana")
    first = signed(ROOM, "ana", "object", "Trials are in")
    with pytest.raises(Conflict):
        apply(first, sign(first, unseen, "agree", None, card_text(first), TODAY))


def test_undoing_a_signature_takes_back_the_word_and_its_line() -> None:
    """It is one change: the word and the log go together."""
    one = sign(ROOM, row(ROOM, "ana"), "agree", "Yes", card_text(ROOM), TODAY)
    after = apply(ROOM, one)
    assert len(after.all(Signature)) == 1
    assert apply(after, inverse(ROOM, one)).same_as(ROOM)


@pytest.mark.parametrize(
    ("room", "stance", "words"),
    [
        (ROOM, None, "Choose first"),
        (apply(ROOM, Put("definition", "definition", {"sentence": None})), "agree", "no definition to sign"),
        (
            apply(ROOM, Put("definition", "definition", {"exclusions": "x" * 4_990})),
            "agree",
            "shorten it to 5,000",
        ),
    ],
)
def test_what_cannot_be_signed_says_why(room: Workshop, stance: str | None, words: str) -> None:
    """Without a stance, a sentence, or a card that can be kept whole, nothing is signed."""
    with pytest.raises(BadValue, match=words):
        sign(room, row(room, "ana"), stance, None, card_text(room), TODAY)
