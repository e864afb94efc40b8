"""What cannot be true of the figures beside a bridge: a part that is larger than its whole."""

from __future__ import annotations

from collections.abc import Iterator

from cxworkshop.analysis.bridge import number
from cxworkshop.analysis.bridge_rows import totals
from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.records import PeriodFacts
from cxworkshop.domain.workshop import Workshop

RENEWAL, RENEWAL_VALUE = "Renewal rate", "Renewal rate by value"
REFERRED, WALLET = "Referred share", "Share of wallet"
_HALF_CENT = 0.005


def impossible(facts: PeriodFacts, new: float | None) -> dict[str, str]:
    """Each derived figure that a period's facts make impossible, and why: `10 renewals pending cannot be more than the 5 due`.

    `new` is how many new customers the period's bridge counts. Source: docs/method.md 2, Derived.
    """
    due, value, pending = facts.renewals_due, facts.due_value, facts.pending_value
    found = {
        RENEWAL: _more(facts.renewals_pending, due, "renewals pending", "due")
        or _more(
            facts.renewals_renewed, _rest(due, facts.renewals_pending), "renewed", "due and not pending"
        ),
        RENEWAL_VALUE: _more(pending, value, "in value pending", "due")
        or _more(facts.renewed_value, _rest(value, pending), "in value renewed", "due and not pending"),
        REFERRED: _more(facts.referred, new, "new by referral", "new"),
        WALLET: _more(facts.wallet_with_us, facts.wallet_total, "spent with us", "of their whole spend"),
    }
    return {name: why for name, why in found.items() if why}


def fact_problems(workshop: Workshop) -> tuple[str, ...]:
    """What cannot be true in any period's facts, a sentence each that begins with its period."""
    return tuple(_told(workshop))


def _told(workshop: Workshop) -> Iterator[str]:
    new = {(row.period_start, row.period_end): flows.new for row, flows in totals(workshop)}
    for facts in workshop.all(PeriodFacts):
        period = facts.period_start, facts.period_end
        when = sentence(period_label(*period))
        yield from (f"{when}: {why}." for why in impossible(facts, new.get(period)).values())


def _rest(whole: float | None, part: float | None) -> float | None:
    return None if whole is None else whole - (part or 0)


def _more(part: float | None, whole: float | None, what: str, of: str) -> str | None:
    if part is None or whole is None or part <= whole + _HALF_CENT:
        return None
    return f"{number(part)} {what} cannot be more than the {number(whole)} {of}"
