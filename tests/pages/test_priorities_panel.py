"""Priorities on the page: gaps taken up or set aside, twins merged and parted, four ways of weighing, the gate and its lists."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.merged import stands_for
from cxworkshop.domain.commands import Put
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Apart,
    Candidate,
    Choosing,
    Commitment,
    Company,
    Dot,
    Leader,
    Reveal,
    Risk,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import open_store

PAGE = "pages/decide/priorities.py"
Keep, Open = Callable[..., str], Callable[..., AppTest]
MAP: tuple[Record, ...] = (
    Company(id="company", currency="EUR", customer_word="guests"),
    Leader(id="ana", name="Ana Ruiz", function="CFO"),
    Stage(id="wait", name="I wait", order=1, executive="ana", functions=("Warehouse", "Service")),
    Touchpoint(id="late", stage="wait", name="My order is late"),
    Risk(id="r", touchpoint="late", customers=12_000, failure=8, rescued=25, leaving=20, value=450),
)
FULL = {"confidence": "0.8", "effort": 3, "impact": "2", "ease": 7, "worth": 9, "urgency": 6, "reduction": 3}


def _held(own_store: str, code: str) -> Workshop:
    return open_store(own_store).load(code)


def _press(at: AppTest, key: str) -> AppTest:
    at = next(one for one in at.button if one.key == key).click().run()
    assert not at.exception
    return at


def _said(at: AppTest) -> str:
    """Everything in words, without the signs that keep a person's words from being markup."""
    drawn = (*at.text, *at.markdown, *at.caption, *at.warning, *at.info, *at.success, *at.subheader)
    return " ".join(one.value for one in drawn).replace("\\", "").replace("\u2060", "")


def _wall(count: int, **more: object) -> list[Candidate]:
    made = {"verdict": "now", "stage": "wait", "because": "They left", "why": "Said aloud", **more}
    return [Candidate(id=str(n), name=f"Thing number {n}", **made) for n in range(count)]  # type: ignore[arg-type]


def test_sixty_gaps_stay_readable_and_are_kept_or_set_aside(
    code_of: Keep, open_page: Open, own_store: str
) -> None:
    """By page, three in sight and the rest folded; one kept, one set aside as “not now”, then all the others at once."""
    stages = [Stage(id=f"s{n}", name=f"Stage {n}", order=n + 1) for n in range(60)]
    code = code_of(*stages)
    at = open_page(PAGE, code, "priorities.candidates")
    assert "Sixty gaps" in _said(at) or "60 gaps" in _said(at)
    assert "Align around experience** · 60" in _said(at)
    assert "57 more gaps of this page" in [one.label for one in at.expander]
    at = _press(at, "keep:gathered-stage-s0")
    at = _press(at, "aside:gathered-stage-s1")
    kept = {one.id: one for one in _held(own_store, code).all(Candidate)}
    assert {id: one.verdict for id, one in kept.items()} == {
        "gathered-stage-s0": None,
        "gathered-stage-s1": "not now",
    }
    assert kept["gathered-stage-s0"].origin == "experience.stages/s0"
    at = _press(at, "keep-all")
    assert len(_held(own_store, code).all(Candidate)) == 60
    assert not [one for one in at.button if (one.key or "").startswith("keep")]


def test_twins_are_merged_parted_and_told_apart(code_of: Keep, open_page: Open, own_store: str) -> None:
    """The pair says why; one press makes it one thing with all that was said, another parts it; two things are remembered."""
    one = Candidate(
        id="a", name="Ring first", touchpoint="late", functions=("Warehouse",), because="144 leave"
    )
    two = Candidate(
        id="b", name="*On the day*", touchpoint="late", functions=("Service",), because="They ring us"
    )
    code = code_of(*MAP, one, two)
    at = open_page(PAGE, code, "priorities.candidates")
    assert "Both are about the moment “My order is late”." in _said(at)
    at = _press(at, "merge:a:b")
    assert stands_for(_held(own_store, code)) == {"a": "a", "b": "a"}
    said = _said(at)
    assert "“*On the day*” merged into “Ring first”. Undo takes it back as one change." in said
    assert "They ring us" in said
    assert (
        "Together: takes Warehouse and Service · 12,000 guests a year meet it · EUR 64,800 a year at risk, "
        "nobody counted twice." in said
    )
    at = _press(at, "part:b")
    assert stands_for(_held(own_store, code)) == {"a": "a", "b": "b"}
    at = _press(at, "two:a.b")
    (apart,) = _held(own_store, code).all(Apart)
    assert (apart.one, apart.other) == ("a", "b")
    assert "Both are about the moment" not in _said(at)
    assert "deserve a second look" in " ".join(one.label for one in at.expander)


def test_four_ways_of_weighing_show_their_own_inputs(code_of: Keep, open_page: Open) -> None:
    """One at a time to write in; side by side to read once two have weighed two candidates."""
    rows = [
        Candidate(id="a", name="Ring first", touchpoint="late", **FULL),  # type: ignore[arg-type]
        Candidate(id="b", name="By ten", value=90_000, reach=10, **FULL),  # type: ignore[arg-type]
    ]
    code = code_of(*MAP, *rows)
    at = open_page(PAGE, code, "priorities.weigh")
    assert "They part most over “Ring first”: place 1 by RICE, place 2 by money." in _said(at)
    assert [*at.dataframe[0].value.columns] == [
        "Candidate", "Money", "RICE", "ICE", "WSJF", "Places apart", "Lacking"
    ]  # fmt: skip
    assert "value at risk × confidence ÷ effort" in _said(at)
    choice = next(one for one in at.button_group if (one.key or "").startswith("weigh-by|"))
    at = choice.set_value("WSJF").run()
    assert not at.exception
    assert "(value + time criticality + risk reduction) ÷ effort" in _said(at)
    bare = open_page(PAGE, code_of(*MAP, Candidate(id="a", name="Ring first")), "priorities.weigh")
    assert "“Ring first” (not weighed yet: lacks value at risk, confidence and effort)" in _said(bare)
    assert not open_page(PAGE, code_of(), "priorities.weigh").exception


def test_dots_stand_beside_the_chosen_score(code_of: Keep, open_page: Open) -> None:
    """Money first, another by a press; how far ballots agree in words; nothing of it while they are covered."""
    rows = [
        Candidate(id="a", name="Ring first", value=10, reach=99, **FULL),  # type: ignore[arg-type]
        Candidate(id="b", name="By ten", value=20, reach=9, **FULL),  # type: ignore[arg-type]
    ]
    dots = [Dot(id=str(n), candidate="a", ballot=n, dots=2) for n in (1, 2, 3)]
    at = open_page(PAGE, code_of(*MAP, *rows, *dots, Reveal(id="reveal", dots=True)), "priorities.dots")
    assert "Kendall's W is 1.00" in _said(at)
    assert "place 1 by your dots, place 2 by money." in _said(at)
    choice = next(one for one in at.button_group if (one.key or "").startswith("dots-against|"))
    assert "Dots and RICE put two candidates in the same order." in _said(choice.set_value("RICE").run())
    covered = _said(open_page(PAGE, code_of(*MAP, *rows, *dots), "priorities.dots"))
    assert "Kendall" not in covered
    assert "by your dots" not in covered


def test_the_gate_stands_large_and_opens_with_a_reason(
    code_of: Keep, open_page: Open, own_store: str
) -> None:
    """Four chosen ask for one more; a written reason opens it and stays; three for one leader are flagged."""
    code = code_of(*MAP, *_wall(4), Candidate(id="l", name="Later", verdict="not now", why="In July"))
    at = open_page(PAGE, code, "priorities.choose")
    said = _said(at)
    assert "4 chosen; choose 1 more" in said
    assert "Four priorities are chosen: choose one more, or write why fewer will do." in said
    assert "Ana Ruiz would answer for four at once, some of them as leader of their stage" in said
    reason = next(one for one in at.text_area if "choosing:override" in (one.key or ""))
    at = reason.set_value("We are three people.").run()
    assert _held(own_store, code).one(Choosing).override == "We are three people."
    assert "choose one more, or write" not in _said(at)
    assert any("choosing:override" in (one.key or "") for one in at.text_area)
    assert not open_page(PAGE, code_of(), "priorities.choose").exception


def test_ties_keep_what_was_decided_beside_them(code_of: Keep, open_page: Open) -> None:
    """Equal dots at the cut are named with their verdicts, before and after the room has settled them."""
    wall = [*_wall(5), Candidate(id="l", name="Later", verdict="not now", why="In July")]
    dots = [
        Dot(id=f"{id}{n}", candidate=id, ballot=n, dots=1)
        for n in (1, 2, 3)
        for id in ("3", "4", "l", "0", "1", "2")
    ]
    room = [*MAP, *wall, *dots, Reveal(id="reveal", dots=True)]
    for extra in ([], [Choosing(id="choosing", ties="Ana decided, aloud.")]):
        at = open_page(PAGE, code_of(*room, *extra), "priorities.choose")
        assert "- Later: **not now**" in _said(at)
    assert "Ana decided, aloud." in [one.value for one in at.text_area]


def test_what_waits_begins_with_one_press_when_its_turn_has_come(
    code_of: Keep, open_page: Open, own_store: str
) -> None:
    """After the first is finished, and not before; ten under way name the one that is nearest."""
    later = Candidate(id="l", name="Then this", verdict="not now", why="After the first", waits_for="0")
    under_way = Commitment(id="c", candidate="0", executive="ana", state="under way")
    before = open_page(PAGE, code_of(*MAP, *_wall(10), later, under_way), "priorities.choose")
    assert "Begins when “Thing number 0” is finished." in _said(before)
    assert "Nearest to finished (under way): “Thing number 0”." in _said(before)
    assert not [one for one in before.button if (one.key or "").startswith("begin:")]
    code = code_of(*MAP, *_wall(10), later, under_way.with_values({"state": "finished"}))
    at = open_page(PAGE, code, "priorities.choose")
    assert "**Then this** may begin: Thing number 0 is finished." in _said(at)
    at = _press(at, "begin:l")
    after = _held(own_store, code)
    assert next(one for one in after.all(Candidate) if one.id == "l").verdict == "now"
    assert "11 chosen, 1 of them finished" in _said(at)


def test_keeping_from_an_older_screen_writes_over_nothing(
    code_of: Keep, open_page: Open, own_store: str
) -> None:
    """Somebody else kept the gap and gave it a better name; the press that came later leaves it."""
    code = code_of(Stage(id="s", name="I wait"))
    at = open_page(PAGE, code, "priorities.candidates")
    put = Put("candidate", "gathered-stage-s", {"name": "Better"})
    open_store(own_store).commit(code, put, "another")
    _press(at, "keep:gathered-stage-s")
    assert [one.name for one in _held(own_store, code).all(Candidate)] == ["Better"]
