"""The days that a ledger covers, wherever its rows are."""

from datetime import date
from typing import Protocol


class Span(Protocol):
    """What periods and flags need to know of a ledger: its setting, its first day and its last, what it tells of before."""

    @property
    def setting(self) -> str:
        """Purchases, contracts or hybrid."""

    @property
    def first_seen_column(self) -> str | None:
        """The column that tells when customers were first seen, where there is one."""

    @property
    def first_day(self) -> date:
        """The first day with a purchase, refund or contract start."""

    @property
    def last_day(self) -> date:
        """The last day with a purchase, refund or contract start."""
