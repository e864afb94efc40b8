"""What a ledger and its bridge have to tell: what was picked, left out, renewed, and whom to look at."""

from collections.abc import Mapping, Sequence

from cxworkshop.analysis.bridge import headline, number
from cxworkshop.analysis.bridge_measures import renewal_rate
from cxworkshop.ledger.calendar import Period
from cxworkshop.ledger.columns import Column
from cxworkshop.ledger.exclusions import Excluded
from cxworkshop.ledger.ledger import OPEN_END, Ledger
from cxworkshop.ledger.line import BridgeLine
from cxworkshop.ledger.memo import Memo
from cxworkshop.ledger.renewals import Renewals
from cxworkshop.ledger.span import Span

_MOST_NAMED = 5
_STAND_INS = {"null", "n/a", "#n/a", "na", "nan", "none", "nil", "-", "--", "?", "unknown"}
_LONGEST_STAND_IN = max(map(len, _STAND_INS))


def ledger_remarks(ledger: Ledger, picked: Mapping[str, Column]) -> tuple[str, ...]:
    """The remarks on a ledger just read, a sentence each."""
    said = [
        f"{ledger.name}: {counted(ledger.rows_read, 'row')}, {counted(len(ledger.customers), 'customer')},"
        f" {ledger.first_day} to {ledger.last_day}.",
        "Columns: " + ", ".join(f"{role} = {header}" for role, header in ledger.columns) + ".",
    ]
    price, quantity = picked["amount"], picked.get("quantity")
    if quantity is not None and not price.named and "price" in price.header.lower():
        said.append(
            f"Column {price.header} is taken as the whole amount of a row, not multiplied by {quantity.header}."
        )
    for left_out in ledger.left_out:
        unknown = left_out.table.column("cents").null_count == left_out.rows
        money = "their money unknown" if unknown else f"{cents(left_out.cents)} together"
        said.append(f"{left_out.reason}: {counted(left_out.rows, 'row')}, {money}.")
    for code, name in enumerate(ledger.customers):
        if len(name) <= _LONGEST_STAND_IN and name.casefold() in _STAND_INS:
            said.append(
                f"{counted(int((ledger.customer == code).sum()), 'row')} with {name} as the customer count as one"
                " customer; where it means that nobody knows, list it among the ids to leave out."
            )
    if ledger.repeats:
        said.append(
            f"Kept: {counted(ledger.repeats, 'row')} without a transaction id, equal to an earlier one."
        )
    refunds = ledger.cents[ledger.cents < 0]
    if len(refunds):
        said.append(f"Refunds: {counted(len(refunds), 'row')}, {cents(int(refunds.sum()))} together.")
    if ledger.contract is not None and ledger.end is not None:
        open_ended = int((ledger.contract & (ledger.end == OPEN_END)).sum())
        if open_ended:
            said.append(f"Without an end: {counted(open_ended, 'contract')}, the amount taken as a year's.")
    return tuple(said)


def bridge_remarks(
    ledger: Span,
    periods: Sequence[Period],
    renewed: Sequence[Renewals],
    orphan_refunds: Memo,
    worthless: Memo,
) -> tuple[str, ...]:
    """The remarks on a bridge just computed, a sentence each."""
    first = ledger.first_day
    said = [f"The ledger begins on {first}: who bought before it looks new at the first purchase in it."]
    if ledger.first_seen_column:
        said = [
            f"The ledger begins on {first}; who was first seen before a period, as column {ledger.first_seen_column}"
            " says, is returned in it and not new."
        ]
    for period, due in zip(periods, renewed, strict=False):
        if due.due:
            by_count = renewal_rate(due.renewed, due.due, due.pending)
            by_value = renewal_rate(due.renewed_cents, due.due_cents, due.pending_cents)
            said.append(
                f"Renewals {period.start} to {period.end}: {due.due:,} due, {due.pending:,} pending,"
                f" {due.renewed:,} renewed ({_percent(by_count)}; {_percent(by_value)} by value)."
            )
    for what, memo in (
        ("Refunds to customers who were not active that day, in no bar", orphan_refunds),
        ("Active at the end with a value of nothing or less", worthless),
    ):
        if memo.count:
            shown = ", ".join(
                f"{row.customer} {row.day} {cents(row.cents)}" for row in memo.rows[:_MOST_NAMED]
            )
            more = f" and {memo.count - _MOST_NAMED:,} more" if memo.count > _MOST_NAMED else ""
            said.append(f"{what}: {memo.count:,}, {cents(memo.cents)} together ({shown}{more}).")
    return tuple(said)


def exclusion_remarks(left_out: Sequence[Excluded]) -> tuple[str, ...]:
    """What a definition left out, a sentence a reason."""
    return tuple(
        f"{one.reason}: {counted(one.rows, 'row')}, {cents(one.cents)} together." for one in left_out
    )


def compared(to_date: BridgeLine, before: BridgeLine) -> tuple[str, ...]:
    """A period to date beside as many days of the period before, in whole customers."""
    days = (to_date.period_end - to_date.period_start).days + 1
    then = (before.period_end - before.period_start).days + 1
    many = f"its first {counted(then, 'day')}" if then == days else f"all of its {counted(then, 'day')}"
    return (
        f"To date, {to_date.period_start} to {to_date.period_end}, {counted(days, 'day')}:"
        f" {headline(to_date.customers)}. The period before, {many}, {before.period_start} to"
        f" {before.period_end}: {headline(before.customers)}.",
    )


def _percent(share: float | None) -> str:
    return "none decided yet" if share is None else f"{share:.1%}"


def cents(amount: int) -> str:
    """Whole cents as people read money: 1234567 is 12,345.67."""
    return number(amount / 100) if amount % 100 == 0 else f"{amount / 100:,.2f}"


def counted(how_many: int, noun: str) -> str:
    """A number with its noun, such as "1 row" and "2 rows"."""
    return f"{how_many:,} {noun}{'' if how_many == 1 else 's'}"
