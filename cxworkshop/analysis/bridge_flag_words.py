"""The words of every flag on a bridge: a short code and a sentence that a chief executive understands."""

from dataclasses import dataclass

from cxworkshop.analysis.bridge import number

SENTENCES = {
    "customers_up_value_down": (
        "{Noun} {customers}, value {value}: there are more of them, and together they are worth less{most}."
    ),
    "customers_down_value_up": (
        "{Noun} {customers}, value {value}: there are fewer of them, and together they are worth more{most}."
    ),
    "new_worth_less_than_lapsed": (
        "{new} new against {lapsed} lapsed, but {new_value} in value against {lapsed_value}:"
        " one who arrives does not replace one who leaves."
    ),
    "growth_hides_loss": (
        "Those who stayed grew by {grown_value}, more than the whole gain of {gain}:"
        " without their growth, value would have fallen."
    ),
    "revenue_up_customers_down": "Sales {revenue}, {noun} {customers}: selling more hides that there are fewer of them.",
    "score_up_customers_down": (
        "Survey score {score}, {noun} {customers}: find out whether those who left were asked."
    ),
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
        "Contract ended, still within grace, not renewed yet: {who}. They are counted, and not safe."
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


def signed(value: float) -> str:
    """A change as people read it, with its sign."""
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"
