"""Why: the top five, the leavers who have a reason, what nobody knows and who is captive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.reason_words import captive_words, hands_words, leavers_words, says, unknown_words
from cxworkshop.analysis.reasons import (
    TOP,
    UNKNOWN,
    by_direction,
    captive,
    is_captive,
    leavers,
    top_five,
    unknown,
)
from cxworkshop.domain.records import BridgeRow, Company, LedgerSource, Reason
from cxworkshop.domain.records.reasons import CAUSES, DIRECTIONS
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.programme import STEPS
from cxworkshop.ui.charts.reasons import reasons as reasons_picture

BRIDGE = BridgeRow(id="b", opening=26_000, new=7_500, lapsed=11_901)
reasons = st.lists(
    st.builds(
        Reason,
        id=st.uuids().map(str),
        reason=st.sampled_from(["Nobody rang", "The charge", ""]),
        direction=st.none() | st.sampled_from(DIRECTIONS),
        cause=st.none() | st.sampled_from(CAUSES),
        customers=st.none() | st.integers(0, 20_000),
        captive=st.none() | st.booleans(),
        rank=st.none() | st.integers(1, 5),
    ),
    max_size=12,
)


def leave(id: str, customers: int, **more: object) -> Reason:
    """A reason to leave."""
    values: dict[str, object] = {
        "reason": f"Reason {id}",
        "direction": "leave",
        "customers": customers,
        **more,
    }
    return Reason(id=id, **values)  # type: ignore[arg-type]


def test_the_leavers_are_told_against_the_bridge() -> None:
    """Of 11,901, 10,620 have a reason, of 1,150 nobody knows it, and 131 stand nowhere yet."""
    room = assemble([BRIDGE, leave("a", 10_620), leave("b", 1_150, cause="we don't know")])
    assert leavers_words(room) == (
        "Of the 11,901 who left, 10,620 have a reason, 1,150 are marked “we don't know” and 131 have no reason yet."
    )
    one_each = assemble([BridgeRow(id="b", lapsed=3), leave("a", 1), leave("b", 1, cause="we don't know")])
    assert leavers_words(one_each) == (
        "Of the 3 who left, 1 has a reason, 1 is marked “we don't know” and 1 has no reason yet."
    )


def test_more_reasons_than_leavers_are_told() -> None:
    """15 left and reasons add up to 500: nobody claims that 485 people, more than left, stand under two reasons."""
    room = assemble([BridgeRow(id="b", opening=100, new=0, lapsed=15), leave("a", 500)])
    assert leavers(room).over == 485
    assert leavers_words(room) == (
        "The reasons to leave add up to 500, and 15 left: that is 485 more than left;"
        " some stand under several reasons, or a reason is counted too high."
    )


def test_without_a_bridge_nobody_is_counted_against_it() -> None:
    """The reasons stand by themselves, and without a reason to leave nothing is said."""
    assert leavers_words(assemble([leave("a", 50)])) == (
        "How many left is not known; of those who are written here, 50 have a reason."
    )
    assert leavers_words(assemble([BRIDGE])) is None


def test_beside_the_gross_view_the_leavers_are_told_net() -> None:
    """The bridge shows 25 who left where 10 came and went; the reasons are told against 15, and say so."""
    row = BridgeRow(id="b", opening=100, new=10, lapsed=15, came_and_went=10)
    room = assemble([row, LedgerSource(id="ledger_source", gross=True), leave("a", 12)])
    assert leavers_words(room) == (
        "Of the 15 who left, not counting the 10 who came and went, 12 have a reason and 3 have no reason yet."
    )


def test_what_nobody_has_said_is_not_a_no() -> None:
    """Yes, no and unsaid are told apart; of five that nobody has judged none is called out of your hands."""

    def said(*answers: bool | None) -> str:
        return hands_words([leave(str(at), 1, controllable=one) for at, one in enumerate(answers)])

    assert said(None, None) == "Nobody has said whether the two ranked reasons are in your hands."
    assert said(True, False, None, None) == (
        "Of the four ranked reasons, one is in your hands, one is not and for two nobody has said."
    )
    assert said(False, None) == (
        "Of the two ranked reasons, one is not in your hands and for one nobody has said."
    )
    assert said(True, True) == "Both ranked reasons are in your hands."
    assert said(True, True, True) == "All three ranked reasons are in your hands."
    assert said(False, False) == "None of the two ranked reasons is in your hands."
    assert said(False) == "The one ranked reason is not in your hands."


def test_whom_nobody_knows_the_reason_of_is_told_for_each_direction() -> None:
    """Those who stay and those who leave are not added up, and who is not counted is not called 0."""
    room = assemble(
        [
            Reason(id="a", reason="?", direction="stay", customers=10_000, cause=UNKNOWN),
            Reason(id="b", reason="??", direction="leave", cause=UNKNOWN),
            Reason(id="c", reason="Tied", direction="stay", captive=True),
        ]
    )
    assert unknown_words(room) == (
        "We do not know why 10,000 customers stay.",
        "We do not know why some customers leave; nobody has counted them yet.",
    )
    assert captive_words(room) == "Captive: not counted yet"
    one = leave("d", 1, cause=UNKNOWN)
    assert unknown_words(assemble([one])) == ("We do not know why 1 customer leaves.",)


def test_a_reason_is_said_as_what_it_is() -> None:
    """Captive customers are not won, an unknown cause is no because, and a blank direction is not guessed."""
    room = assemble([Company(id="company", customer_word="guests")])

    def said(**values: object) -> str:
        return says(room, leave("a", 120, reason="Nobody rang.").with_values(values))

    assert said() == "120 guests leave because of “Nobody rang”."
    assert said(customers=1) == "1 guest leaves because of “Nobody rang”."
    assert said(cause=UNKNOWN) == "120 guests leave, and we do not know why: “Nobody rang”."
    assert said(direction=None) == "“Nobody rang”: 120 guests; what it makes them do is not said yet."
    assert said(direction="stay", captive=True) == (
        "120 guests stay only because leaving is hard: “Nobody rang”."
    )


def test_the_picture_speaks_of_captive_customers_last() -> None:
    """300 stay because they love it; 500 who cannot leave are more, and no reason to stay."""
    free = Reason(id="a", reason="Love it", direction="stay", customers=300)
    tied = Reason(id="b", reason="Lock-in", direction="stay", captive=True, customers=500)
    found, alone = reasons_picture(assemble([free, tied]), LIGHT), reasons_picture(assemble([tied]), LIGHT)
    assert found is not None
    assert alone is not None
    assert found.says == "300 customers stay because of “Love it”."
    assert alone.says == "500 customers stay only because leaving is hard: “Lock-in”."


def test_who_left_is_captive_no_more() -> None:
    """A tick beside “leave” counts the reason once, among those who left, and the step asks which of the two is true."""
    room = assemble([BRIDGE, leave("a", 5, captive=True)])
    assert () == captive(room)
    assert ["a"] == [one.id for one in by_direction(room)["leave"]]
    assert "“Reason a”" in (STEPS["assets.why"].done(room) or "").split("who is captive stays")[1]


def test_a_ranked_reason_says_what_it_lacks() -> None:
    """Direction, cause, number and how sure; what it is worth and where it happens hold nobody up."""
    bare = STEPS["assets.why"].done(assemble([Reason(id="a", reason="Nobody rang", rank=1)])) or ""
    assert (
        "“Nobody rang” does not say yet what it makes people do, where it comes from, how many they are"
        " and how sure you are." in bare
    )
    assert "Nobody has said whether the one ranked reason is in your hands." in bare
    told = leave("a", 3, rank=1, cause="cultural", evidence="fact", controllable=False)
    assert "Reason a" not in (STEPS["assets.why"].done(assemble([told])) or "")


def test_places_that_nobody_ranked_go_to_the_largest() -> None:
    """A ranked reason keeps its place however small; the others are proposed by size."""
    room = assemble([leave("small", 3, rank=2), leave("big", 900), leave("middle", 90)])
    assert [(at.number, at.reason.id, at.proposed) for at in top_five(room)] == [
        (1, "big", True),
        (2, "small", False),
        (3, "middle", True),
    ]


def test_a_reason_whose_rank_is_taken_is_not_called_proposed() -> None:
    """Two reasons are number 1: the second was ranked too, and stands before what nobody ranked."""
    room = assemble([leave("first", 3, rank=1), leave("second", 2, rank=1), leave("big", 900)])
    assert [(at.reason.id, at.proposed, at.shared) for at in top_five(room)] == [
        ("first", False, False),
        ("second", False, True),
        ("big", True, False),
    ]


def test_captive_customers_stand_apart() -> None:
    """Whoever stays because leaving is hard is in no other group."""
    room = assemble(
        [leave("a", 5), Reason(id="c", reason="Tied", direction="stay", captive=True, customers=212)]
    )
    assert ["c"] == [one.id for one in captive(room)]
    assert {"leave"} == set(by_direction(room))


@given(reasons)
def test_no_reason_is_lost_or_doubled(rows: list[Reason]) -> None:
    """Each written reason with a direction is in one group or captive; the top five are five at most, each once."""
    room = assemble(rows)
    grouped = [one.id for found in by_direction(room).values() for one in found]
    written = [one for one in rows if one.reason]
    assert sorted(grouped) == sorted(one.id for one in written if one.direction and not is_captive(one))
    top = [place.reason.id for place in top_five(room)]
    assert len(top) == len(set(top)) <= TOP
    assert {one.id for one in unknown(room)} <= {one.id for one in written}
    assert leavers(room).unknown <= leavers(room).explained
