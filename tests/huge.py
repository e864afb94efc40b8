"""A workshop whose room wrote far too much of everything, for what has to fit all the same."""

from __future__ import annotations

from datetime import date

from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    ChoiceVote,
    Commitment,
    Company,
    Decision,
    Definition,
    GrowthChoice,
    Leader,
    Pledge,
    SignOff,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme import STEPS

WORDS = "Somebody who rings in a lunch break hears one voice, and has it behind them by the weekend. "
UNBROKEN = "Donaudampfschifffahrtsgesellschaft" * 200


def long_words(most: int, *, broken: bool = True) -> str:
    """As many characters as a field takes, with or without a space among them."""
    return ((WORDS if broken else UNBROKEN) * (most // 60 + 1))[:most].strip()


def huge(*, broken: bool = True) -> Workshop:
    """Ten priorities, eight stages of five moments, twelve pairs, forty dissents, objections; every text as long as it may be."""
    short, long = long_words(min(SHORT, 5_000), broken=broken), long_words(5_000, broken=broken)
    leaders = [
        Leader(id=f"l{at}", name=f"{at} {short}"[:SHORT], function=short, present=True) for at in range(8)
    ]
    records: list[Record] = [
        Company(
            id="company", name=short, customer_word="subscribing policyholders and members", currency="EUR"
        ).with_values({"held_on": date(2026, 1, 13)}),
        *leaders,
        Definition(id="definition", sentence=long, agreed=999_999_999),
        SignOff(id="s", leader="l0", stance="object", reason=long),
        BridgeRow(
            id="b",
            period_start=date(2024, 7, 3),
            period_end=date(2025, 6, 28),
            opening=1_000_000_000,
            new=123_456_789,
            returned=1,
            lapsed=987_654_321,
            moved_in=7,
            closing=5,
            gap_reason=short,
            opening_value=123_456_789_012.0,
            new_value=1.0,
            lapsed_value=1.0,
            closing_value=1.0,
            evidence="assumption",
            from_ledger=True,
        ),
        *(
            Stage(id=f"g{at}", order=at + 1, name=short, executive=f"l{at}", emotion=at % 5 - 2)
            for at in range(8)
        ),
        *(
            Touchpoint(id=f"t{at}-{row}", stage=f"g{at}", name=short, priority=True)
            for at in range(8)
            for row in range(5)
        ),
        *(GrowthChoice(id=f"c{at}", will=long, will_not=long, cost=long) for at in range(12)),
        *(
            ChoiceVote(id=f"v{at}-{who}", choice=f"c{at}", leader=f"l{who}", vote=4)
            for at in range(12)
            for who in range(8)
        ),
        *(
            Candidate(id=f"p{at}", name=f"{at} {short}"[:SHORT], verdict="now", value=987_654_321.0)
            for at in range(10)
        ),
        *(
            Commitment(
                id=f"m{at}",
                candidate=f"p{at}",
                executive=f"l{at % 8}",
                first_action=short,
                first_day=date(2026, 9, 28),
                metric=short,
                baseline=-123_456.789,
                target=123_456_789.5,
                review_day=date(2026, 12, 31),
            )
            for at in range(10)
        ),
        Pledge(id="w", leader="l1", word="I object", reason=long),
        *(
            Decision(id=f"d{at}", step=list(STEPS)[at % len(STEPS)], decided=long, dissent=long)
            for at in range(38)
        ),
    ]
    return assemble(records, title=short)
