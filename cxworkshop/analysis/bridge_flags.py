"""What a bridge's figures contradict, or cannot know: a short code and a sentence that a chief executive understands."""

from collections.abc import Sequence
from dataclasses import dataclass

from cxworkshop.analysis.bridge import Flows, net, number

SENTENCES = {
    "customers_up_value_down": (
        "{Noun} {customers}, value {value}: we add people and lose more of their wallets than they bring."
    ),
    "customers_down_value_up": (
        "{Noun} {customers}, value {value}: those who remain carry what the others took away."
    ),
    "new_worth_less_than_lapsed": (
        "{new} new against {lapsed} lapsed, but {new_value} in value against {lapsed_value}:"
        " one who arrives does not replace one who leaves."
    ),
    "growth_hides_loss": (
        "Those who stayed grew by {grown_value}, more than the whole gain of {gain}:"
        " without their growth, value would have fallen."
    ),
    "revenue_up_customers_down": "Sales {revenue}, {noun} {customers}: selling more hides that people leave.",
    "score_up_customers_down": "Survey score {score}, {noun} {customers}: those who left did not answer.",
    "units_up_customers_down": "Units sold {units}, {noun} {customers}: products are not people.",
    "total_up_priority_down": (
        "{Noun} in total {customers}, in {segment} {lost}: the count grows where it matters less."
    ),
    "value_up_priority_down": (
        "Value in total {value}, in {segment} {lost}: the money grows where it matters less."
    ),
    "to_date": (
        "To date: the ledger ends on {last_day}, before the period does;"
        " compare with as many days of another period, and do not scale it up."
    ),
    "beyond_data": (
        "The period runs to {period_end}, past the ledger's last day {last_day}:"
        " silence after that day may be missing rows, not customers leaving."
    ),
    "part_period": "The period is cut short by the dates that were asked for: do not compare it with a whole one.",
    "short_history": (
        "The ledger begins on {first_day}: earlier buyers cannot be seen,"
        " so the opening is understated{doubt}."
    ),
    "value_not_positive": (
        "Active with a value of nothing or less: {count}. They are counted; look at their refunds and gifts."
    ),
    "pending_renewal": (
        "Contract ended, still within grace, not renewed yet: {count} of our {noun}. They are counted, and not safe."
    ),
    "orphan_refund": (
        "Refunds to {noun} who were not active that day: {count}, {value} together. Look at them."
    ),
}
OUTSIDE = frozenset({"revenue_up_customers_down", "score_up_customers_down", "units_up_customers_down"})
"""Contradictions with what stands beside the bridge."""
SEGMENTS = frozenset({"total_up_priority_down", "value_up_priority_down"})
"""Contradictions between all customers and those who matter most."""
AVERAGES = frozenset({"new_worth_less_than_lapsed"})
"""Contradictions between one who came and one who left."""


@dataclass(frozen=True)
class Flag:
    """One thing to say aloud about a bridge; the code is stable, the sentence carries the figures."""

    code: str
    sentence: str


def flag(code: str, noun: str = "customers", **figures: object) -> Flag:
    """The flag of a code in SENTENCES with its figures filled in; numbers are written as people read them.

    `noun` is what the company calls its customers.
    """
    said = {
        name: number(figure) if isinstance(figure, int | float) else figure
        for name, figure in figures.items()
    }
    return Flag(code, SENTENCES[code].format(noun=noun, Noun=f"{noun[:1].upper()}{noun[1:]}", **said))


def contradictions(customers: Flows, value: Flows, noun: str = "customers") -> tuple[Flag, ...]:
    """Where a period's customers and their value tell opposite stories (docs/method.md 2, Contradictions)."""
    people, money = net(customers), net(value)
    found = []
    if people is not None and money is not None:
        if people > 0 > money:
            found.append(flag("customers_up_value_down", noun, customers=signed(people), value=signed(money)))
        if people < 0 < money:
            found.append(flag("customers_down_value_up", noun, customers=signed(people), value=signed(money)))
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
    if money is not None and value.grown is not None and value.grown > money > 0:
        found.append(flag("growth_hides_loss", noun, grown_value=value.grown, gain=money))
    return tuple(found)


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


def signed(value: float) -> str:
    """A change as people read it, with its sign."""
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"
