"""What a bridge's figures contradict: where customers, value, sales, scores, units and segments tell opposite stories."""

from collections.abc import Sequence

from cxworkshop.analysis.bridge import GAINS, LOSSES, Flows, gap, net, number
from cxworkshop.analysis.bridge_flag_words import Flag, flag, signed

_MOST = {
    "new": "the largest gain came with new ones, {amount}",
    "returned": "the largest gain came with those who came back, {amount}",
    "moved_in": "the largest gain moved in from other segments, {amount}",
    "grown": "the largest gain is from those who stayed and spend more, {amount}",
    "lapsed": "the largest loss went with those who left, {amount}",
    "moved_out": "the largest loss moved out to other segments, {amount}",
    "shrunk": "the largest loss is from those who stayed and spend less, {amount}",
}
"""Where the most of a change in value lies, by the step of the bridge."""


def contradictions(customers: Flows, value: Flows, noun: str = "customers") -> tuple[Flag, ...]:
    """Where a period's customers and their value tell opposite stories (docs/method.md 2, Contradictions)."""
    people, worth = net(customers), net(value)
    # Adding decimals leaves less than a cent over, which is no gain.
    money = None if worth is None else round(worth, 2)
    found = []
    if people is not None and money is not None:
        if people > 0 > money:
            figures = {"customers": signed(people), "value": signed(money), "most": _most(value, LOSSES)}
            found.append(flag("customers_up_value_down", noun, **figures))
        if people < 0 < money:
            figures = {"customers": signed(people), "value": signed(money), "most": _most(value, GAINS)}
            found.append(flag("customers_down_value_up", noun, **figures))
    if (
        customers.new is not None
        and customers.lapsed is not None
        and value.new is not None
        and value.lapsed is not None
        and customers.new > customers.lapsed
        and value.new < value.lapsed
    ):
        found.append(
            flag(
                "new_worth_less_than_lapsed",
                noun,
                new=customers.new,
                lapsed=customers.lapsed,
                new_value=value.new,
                lapsed_value=value.lapsed,
            )
        )
    if money is not None and value.grown is not None and value.grown > money >= 0:
        found.append(flag("growth_hides_loss", noun, grown_value=value.grown, gain=money))
    return tuple(found)


def _most(value: Flows, steps: Sequence[str]) -> str:
    """The step that moved the most, named so that nobody blames another; nothing where steps do not say it."""
    amounts = {name: getattr(value, name) or 0 for name in steps}
    largest = max(amounts, key=lambda name: amounts[name])
    # What nobody has explained may be larger than any step, and then no step is the cause.
    if amounts[largest] <= abs(gap(value) or 0):
        return ""
    return "; " + _MOST[largest].format(amount=number(amounts[largest]))


def outside_contradictions(
    customers: Flows,
    *,
    revenue_change: float | None = None,
    score_change: float | None = None,
    units_change: float | None = None,
    priority_segments: Sequence[tuple[str, Flows]] = (),
    noun: str = "customers",
) -> tuple[Flag, ...]:
    """Where sales, scores, units or the total look better than the customers do (docs/method.md 2, Contradictions).

    Changes are this period less the one before; `priority_segments` are (name, flows) of those that matter most.
    """
    people = net(customers)
    if people is None:
        return ()
    found = []
    if people < 0:
        if revenue_change is not None and revenue_change > 0:
            found.append(
                flag(
                    "revenue_up_customers_down",
                    noun,
                    revenue=signed(revenue_change),
                    customers=signed(people),
                )
            )
        if score_change is not None and score_change > 0:
            found.append(
                flag("score_up_customers_down", noun, score=signed(score_change), customers=signed(people))
            )
        if units_change is not None and units_change > 0:
            found.append(
                flag("units_up_customers_down", noun, units=signed(units_change), customers=signed(people))
            )
    for name, flows in priority_segments:
        change = net(flows)
        if people > 0 and change is not None and change < 0:
            found.append(
                flag(
                    "total_up_priority_down",
                    noun,
                    customers=signed(people),
                    segment=name,
                    lost=signed(change),
                )
            )
    return tuple(found)


def value_contradictions(value: Flows, priority_segments: Sequence[tuple[str, Flows]]) -> tuple[Flag, ...]:
    """Where value grows in total and falls in a segment that matters most; `priority_segments` are (name, value)."""
    whole = net(value)
    found = []
    for name, flows in priority_segments:
        change = net(flows)
        if whole is not None and whole > 0 and change is not None and change < 0:
            found.append(
                flag("value_up_priority_down", value=signed(whole), segment=name, lost=signed(change))
            )
    return tuple(found)
