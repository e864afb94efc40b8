"""A definition card without blanks, as the tests of signing and of the finished day need one."""

from __future__ import annotations

from cxworkshop.domain.records import Definition


def card(agreed: int, sentence: str = "Whoever paid") -> Definition:
    """The card of a company that counts the purchases of a year; ana is the leader who answers for the number."""
    return Definition(
        id="definition",
        sentence=sentence,
        unit="person",
        event="A purchase",
        setting="purchases",
        window_days=365,
        value_basis="revenue",
        data_owner="ana",
        agreed=agreed,
    )
