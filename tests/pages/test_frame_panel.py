"""The frame on screen: slips typed behind a cover, opened in one moment, and what the room does about them."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Countermove, Leader, Legacy, LegacyVote, Reveal, Slip, WordSwap
from cxworkshop.domain.records.frame import INHIBITORS
from cxworkshop.store import open_store
from tests.pages.test_counts_panel import drawn

PAGE, STEP = "pages/competencies/frame.py", "frame.inhibitors"
LEADERS = [Leader(id=id, name=f"{id} Reed", function=id, present=True) for id in ("CEO", "CFO", "CMO")]
ANSWERS = ("5", "2", "3", "1", "4", "3", "2", "4")

OpenPage = Callable[..., AppTest]
CodeOf = Callable[..., str]


def fill(at: AppTest, answers: tuple[str, ...]) -> AppTest:
    """Type a slip and hand it in."""
    fields = [one for one in at.text_input if " to " in one.label]
    for field, answer in zip(fields, answers, strict=True):
        field.set_value(answer)
    return press(at, "Hand in this slip")


def press(at: AppTest, words: str) -> AppTest:
    """Press a button by its words."""
    return next(one for one in at.button if one.label == words).click().run()


def said(at: AppTest) -> str:
    """Every word that stands on the page."""
    kinds = (at.markdown, at.caption, at.text, at.info, at.success, at.error)
    return "\n".join(one.value for kind in kinds for one in kind)


def test_three_slips_are_handed_in_and_opened_together(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Each is one change under a random id; fields empty themselves; only the reveal, of three, shows figures."""
    code = code_of(*LEADERS)
    at = open_page(PAGE, code, STEP)
    assert "No slip is in yet" in said(at)
    for number in (1, 2, 3):
        assert next(one for one in at.button if one.label == "Reveal together").disabled
        at = fill(at, ANSWERS)
        assert not at.exception
        assert f"{number} of 3 slips" in said(at)
        assert not any(one.value for one in at.text_input if " to " in one.label)
        assert b"desired" not in drawn(at).replace(b"4 desired", b"")
        assert "Talk about these first" not in [one.value for one in at.subheader]
    kept = open_store(own_store).load(code)
    assert kept.revision == 3
    assert {tuple(slip.filled.values()) for slip in kept.all(Slip)} == {(5, 2, 3, 1, 4, 3, 2, "desired")}
    assert all(len(slip.id) == 32 for slip in kept.all(Slip))
    at = press(at, "Reveal together")
    assert "Three slips, opened together." in said(at)
    assert "Talk about these first" in [one.value for one in at.subheader]
    assert any("You all say 5" in one.value for one in at.text)
    # A countermove's card names its inhibitor by itself.
    move = next(one for one in at.text_area if one.label == "Countermove")
    move.set_value("I ring three who left").run()
    (one,) = open_store(own_store).load(code).all(Countermove)
    assert (one.inhibitor, one.move) == (INHIBITORS["absent"], "I ring three who left")
    at = press(at, "Cover them again")
    assert "Talk about these first" not in [one.value for one in at.subheader]
    assert "3 of 3 slips are in: reveal them together" in said(at)


def test_what_cannot_be_read_names_its_field_and_is_not_repeated(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Nothing is kept; a slip with nothing on it is refused too."""
    code = code_of(*LEADERS)
    at = fill(open_page(PAGE, code, STEP), ("5", "7788", "3", "1", "4", "3", "2", "9911"))
    told = " ".join(one.value for one in at.error)
    assert "A slogan before a plan" in told
    assert "Where customers find us today" in told
    assert "Leaders hand it" not in told
    assert "7788" not in said(at)
    assert b"9911" not in drawn(at)
    assert b"7788" not in drawn(at)
    at = fill(open_page(PAGE, code, STEP), ("",) * 8)
    assert "Nothing is on this slip yet" in " ".join(one.value for one in at.error)
    assert open_store(own_store).load(code).all(Slip) == ()


def test_the_last_slip_is_taken_back_and_all_are_begun_again(
    open_page: OpenPage, code_of: CodeOf, own_store: str
) -> None:
    """Taking back works while the slip is the newest thing written; beginning again covers what comes after."""
    code = code_of(*LEADERS, Slip(id="a", absent=1), Slip(id="b", absent=2), Reveal(id="reveal", slips=True))
    at = open_page(PAGE, code, STEP)
    back = next(one for one in at.button if one.label == "Take back the last one")
    assert back.disabled
    at = fill(at, ANSWERS)
    kept = open_store(own_store).load(code)
    # A third slip does not open by itself what was revealed before.
    assert (len(kept.all(Slip)), kept.one(Reveal).slips) == (3, False)
    assert "Talk about these first" not in [one.value for one in at.subheader]
    at = press(at, "Take back the last one")
    assert {slip.id for slip in open_store(own_store).load(code).all(Slip)} == {"a", "b"}
    assert "2 of 3 slips are in" in said(at)
    at = press(at, "Remove all two")
    assert open_store(own_store).load(code).all(Slip) == ()
    assert "No slip is in yet" in said(at)


def test_the_projector_counts_and_covers(open_page: OpenPage, code_of: CodeOf) -> None:
    """No field, no button and no answer; after the reveal the strips are there."""
    slips: list[Record] = [Slip(id=f"s{n}", absent=4, growth_path="desired") for n in range(3)]
    at = open_page(PAGE, code_of(*LEADERS, *slips), STEP)
    at.query_params["view"] = "projector"
    at.run()
    assert not [one for one in at.text_input if " to " in one.label]
    assert "3 of 3 slips are in" in said(at)
    assert b"desired" not in drawn(at)
    at = open_page(PAGE, code_of(*LEADERS, *slips, Reveal(id="reveal", slips=True)), STEP)
    at.query_params["view"] = "projector"
    at.run()
    assert "Talk about these first" in [one.value for one in at.subheader]


def test_the_sentence_the_stakes_and_the_words_stand_large(open_page: OpenPage, code_of: CodeOf) -> None:
    """With whoever is away told by name; markup in people's words stays words."""
    away = Leader(id="x", name="Bo *Lind*", function="CTO", present=False)
    code = code_of(
        *LEADERS,
        away,
        Legacy(id="legacy", sentence="We grew because people came back."),
        LegacyVote(id="v", leader="CEO", fingers=2, stake="**My** bonus"),
        WordSwap(id="w", old="Churn", new="People who left us"),
    )
    at = open_page(PAGE, code, "frame.legacy")
    assert "We grew because people came back." in {one.value for one in at.text}
    assert "Not in the room, and not waited for\\: Bo \\*Lind\\*, CTO\\." in [one.value for one in at.caption]
    assert any("cannot live with the sentence" in one.value for one in at.text)
    at.query_params["view"] = "projector"
    assert "**My** bonus" in {one.value for one in at.run().text}
    assert not at.dataframe[:-1], "hands and stakes stand once: in the picture and its table, and below them"
    at = open_page(PAGE, code, "frame.words")
    assert not any("From today you say" in one.value for one in at.text)
    assert {"Churn", "→  People who left us"} <= {one.value for one in at.text}
