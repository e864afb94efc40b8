"""Sign-off on screen: nothing is written until Sign is pressed, and a signature is on the card as it was shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.card import card_text
from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import BridgeRow, Definition, Leader, Signature, SignOff, Variant
from cxworkshop.store import open_store
from tests.cards import card

PAGE, STEP = "pages/competencies/assets.py", "assets.signoff"
ROOM = (
    Leader(id="ana", name="Ana Ruiz", function="CFO", present=True),
    Leader(id="tom", name="Tom Berg", function="CMO", present=True),
    card(9_600),
)
LONGER = Put("definition", "definition", {"window_days": 540})

OpenPage = Callable[..., AppTest]
CodeOf = Callable[..., str]


def stance(at: AppTest, who: str) -> Any:
    """The stance control of a leader."""
    return next(one for one in at.button_group if (one.key or "").startswith(f"stance:{who}|"))


def reason(at: AppTest, who: str) -> Any:
    """The field for a leader's reason."""
    return next(one for one in at.text_area if (one.key or "").startswith(f"reason:{who}|"))


def signs(at: AppTest, who: str, word: str, why: str = "") -> AppTest:
    """A leader chooses, writes and presses Sign."""
    stance(at, who).set_value(word)
    if why:
        reason(at, who).set_value(why)
    at.run()
    return at.button(key=f"sign:{who}").click().run()


def words(at: AppTest) -> str:
    """Everything that is said in words on the page."""
    found = (*at.text, *at.markdown, *at.caption, *at.info, *at.error, *at.warning)
    return "\n".join(str(one.value).replace("\\", "") for one in found)


def test_nothing_is_written_until_sign_is_pressed(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """A typed reason survives a redraw, and is nobody's word yet."""
    code = code_of(*ROOM)
    at = open_page(PAGE, code, STEP)
    reason(at, "ana").set_value("One query, one owner.").run()
    at.run()
    assert "One query, one owner." == reason(at, "ana").value
    assert () == open_store(own_store).load(code).all(SignOff)
    signs(at, "ana", "agree")
    kept = open_store(own_store).load(code)
    (row,) = kept.all(SignOff)
    assert (row.leader, row.stance, row.reason, row.signed) == (
        "ana", "agree", "One query, one owner.", card_text(kept),
    )  # fmt: skip


def test_one_company_version_shows_when_all_have_signed(open_page: OpenPage, code_of: CodeOf) -> None:
    """With the count, and not before the last of them."""
    at = signs(open_page(PAGE, code_of(*ROOM), STEP), "ana", "agree")
    assert "One company version: 9,600 customers" not in words(at)
    assert "Not one company version yet. Waiting for: Tom Berg, CMO." in words(at)
    assert "One company version: 9,600 customers" in words(signs(at, "tom", "can live with it"))


def test_a_changed_card_reopens_the_signatures(open_page: OpenPage, code_of: CodeOf, own_store: str) -> None:
    """Who must sign again is said with what changed, and both cards are in the log."""
    code = code_of(*ROOM)
    at = signs(signs(open_page(PAGE, code, STEP), "ana", "agree"), "tom", "agree")
    open_store(own_store).commit(code, LONGER, "another")
    at.run()
    assert "Window: 365 days → 540 days" in words(at)
    assert "One company version: 9,600" not in words(at)
    signs(at, "ana", "agree")
    assert 3 == len(open_store(own_store).load(code).all(Signature))
    assert {"Signature log: three signatures on two cards"} <= {one.label for one in at.expander}


def test_a_card_that_changed_between_drawing_and_pressing_is_not_signed(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """The press is refused in words, and the new card is on the page."""
    code = code_of(*ROOM)
    at = open_page(PAGE, code, STEP)
    stance(at, "ana").set_value("agree").run()
    open_store(own_store).commit(code, LONGER, "another")
    at.button(key="sign:ana").click().run()
    assert "The card changed while you were signing" in words(at)
    assert "540 days" in words(at)
    assert () == open_store(own_store).load(code).all(Signature)


def test_a_word_given_elsewhere_is_not_overwritten_unseen(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Another screen gave this leader's word first: the press is refused, and the page shows that word."""
    code = code_of(*ROOM)
    at = open_page(PAGE, code, STEP)
    stance(at, "ana").set_value("agree").run()
    theirs = {"leader": "ana", "stance": "object", "reason": "Trials are in"}
    open_store(own_store).commit(code, Put("sign_off", "ana", theirs), "another")
    at.button(key="sign:ana").click().run()
    assert "someone else changed this in the meantime" in words(at)
    assert "object" == open_store(own_store).load(code).all(SignOff)[0].stance
    assert "Objects" in words(at)


def test_one_undo_takes_a_signature_back(open_page: OpenPage, code_of: CodeOf, own_store: str) -> None:
    """The word and its line in the log go together, and the row is blank again."""
    code = code_of(*ROOM)
    at = signs(open_page(PAGE, code, STEP), "ana", "object", "Trials are in")
    at.button(key="undo").click().run()
    kept = open_store(own_store).load(code)
    assert ((), ()) == (kept.all(SignOff), kept.all(Signature))
    assert ("", None) == (reason(at, "ana").value, stance(at, "ana").value)


def test_an_objection_waits_for_its_reason_and_is_named(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Without a reason nothing is written; with it the page says who objects, and waits only for the others."""
    code = code_of(*ROOM)
    at = signs(open_page(PAGE, code, STEP), "ana", "object")
    assert "Say what would have to change" in words(at)
    assert () == open_store(own_store).load(code).all(Signature)
    at = signs(at, "ana", "object", "Trials are in")
    assert "Not one company version yet. Ana Ruiz, CFO, objects. Waiting for: Tom Berg, CMO." in words(at)


def test_a_card_that_comes_back_is_called_by_its_number_again(open_page: OpenPage, code_of: CodeOf) -> None:
    """Signed, changed, signed, changed back, signed: three chapters, of two cards."""
    first, second = "The definition: a", "The definition: b"
    lines = [
        Signature(id=str(place), leader="ana", name="Ana", stance="agree", signed=text)
        for place, text in enumerate((first, second, first))
    ]
    at = open_page(PAGE, code_of(*ROOM, *lines), STEP)
    assert {"Signature log: three signatures on two cards"} <= {one.label for one in at.expander}
    assert "**Card 1, again**" in words(at)


def test_a_second_word_of_one_leader_is_shown_and_taken_off(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """A row copied in Excel stands beside the leader's own, says so, and goes with one press; the own word stays."""
    own = SignOff(id="ana", leader="ana", stance="object", reason="Trials are in")
    code = code_of(*ROOM, own, SignOff(id="copy", leader="ana", stance="agree"))
    at = open_page(PAGE, code, STEP)
    assert not at.exception
    assert "Another word of the same leader" in words(at)
    at.button(key="off:copy").click().run()
    assert (own,) == open_store(own_store).load(code).all(SignOff)


def test_a_count_that_the_bridge_contradicts_is_said_where_it_is_signed(
    open_page: OpenPage, code_of: CodeOf
) -> None:
    """All have signed, and still it is no company version: card and bridge say different numbers."""
    bridge = BridgeRow(id="b", opening=1, new=1, lapsed=0)
    at = signs(open_page(PAGE, code_of(*ROOM, bridge), STEP), "ana", "agree")
    said = words(signs(at, "tom", "agree"))
    assert "The card says 9,600, the bridge closes with 2: make them one number." in said
    assert "One company version: 9,600" not in said


def test_a_card_that_left_the_lab_says_so_and_can_be_made_the_rooms_own(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """The changed line stands under what the lab gave; one press takes the lab's claim off and keeps what was typed."""
    chosen = Variant(id="v", name="Fin", setting="purchases", window_days=540, closing=9_600)
    card = ROOM[-1].with_values({"variant": "v", "gives": "9,600"})
    code = code_of(*ROOM[:-1], card, chosen)
    at = open_page(PAGE, code, STEP)
    assert "Changed since it was chosen in the lab" in words(at)
    assert "Window: 540 days → 365 days" in words(at)
    at.button(key="off-lab").click().run()
    kept = open_store(own_store).load(code).one(Definition)
    assert (None, None, 365) == (kept.variant, kept.gives, kept.window_days)
    assert "Changed since it was chosen in the lab" not in words(at)


def test_signing_without_a_stance_says_what_to_do(open_page: OpenPage, code_of: CodeOf) -> None:
    """The remedy is said beside the rows."""
    at = open_page(PAGE, code_of(*ROOM), STEP)
    assert "Choose first: agree" in words(at.button(key="sign:ana").click().run())


def test_the_projector_shows_words_and_reasons_without_controls(open_page: OpenPage, code_of: CodeOf) -> None:
    """The card, each stance in words with its sign, the reason, and no button to sign with."""
    at = signs(open_page(PAGE, code_of(*ROOM), STEP), "ana", "object", "Trials are in")
    at.query_params["view"] = "projector"
    at.run()
    said = words(at)
    assert "Whoever paid" in said
    assert ":material/front_hand: Objects" in said
    assert "Trials are in" in said
    assert not [one for one in at.button if (one.key or "").startswith("sign:")]
