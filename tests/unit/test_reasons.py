"""Why: the top five, the leavers who have a reason, what nobody knows and who is captive."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.reasons import (
    TOP,
    by_direction,
    captive,
    leavers,
    leavers_words,
    top_five,
    unknown,
)
from cxworkshop.domain.records import BridgeRow, Reason
from cxworkshop.domain.records.reasons import CAUSES, DIRECTIONS
from cxworkshop.domain.workshop import assemble

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
    """11,770 of 11,901 have a reason, and 1,150 of these are those of whom nobody knows it."""
    room = assemble([BRIDGE, leave("a", 10_620), leave("b", 1_150, cause="we don't know")])
    assert leavers_words(room) == (
        "11,770 of 11,901 who left have a reason; 1,150 of these say that we do not know."
    )


def test_more_reasons_than_leavers_are_told() -> None:
    """12,000 reasons for 11,901 leavers: 99 at least stand under two, and no share above the whole is shown."""
    room = assemble([BRIDGE, leave("a", 12_000)])
    assert leavers(room).over == 99
    assert "at least 99 stand under two reasons" in (leavers_words(room) or "")


def test_without_a_bridge_nobody_is_counted_against_it() -> None:
    """The reasons stand by themselves, and without a reason to leave nothing is said."""
    assert leavers_words(assemble([leave("a", 50)])) == "50 customers left for a reason that is written here."
    assert leavers_words(assemble([BRIDGE])) is None


def test_places_that_nobody_ranked_go_to_the_largest() -> None:
    """A ranked reason keeps its place however small; the others are proposed by size."""
    room = assemble([leave("small", 3, rank=2), leave("big", 900), leave("middle", 90)])
    assert [(at.number, at.reason.id, at.proposed) for at in top_five(room)] == [
        (1, "big", True),
        (2, "small", False),
        (3, "middle", True),
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
    assert sorted(grouped) == sorted(one.id for one in written if one.direction and not one.captive)
    top = [place.reason.id for place in top_five(room)]
    assert len(top) == len(set(top)) <= TOP
    assert {one.id for one in unknown(room)} <= {one.id for one in written}
    assert leavers(room).unknown <= leavers(room).explained
