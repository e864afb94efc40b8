"""Amounts in several currencies turned into one, at one constant rate for each (docs/method.md 2, Edge cases)."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

import numpy as np

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.names import Named, customer_key, used_codes
from cxworkshop.ledger.problems import refuse
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.written_money import MOST_CENTS

_MOST_RATE = Decimal(10**9)


def checked_rates(rates: Mapping[str, Decimal | str] | None) -> dict[str, Decimal]:
    """Rates by currency, whatever its capitals; raises BadValue for one that is no rate."""
    found = {}
    for currency, rate in (rates or {}).items():
        try:
            value = Decimal(str(rate).strip())
        except InvalidOperation:
            value = Decimal(0)
        if not (value.is_finite() and 0 < value <= _MOST_RATE):
            raise BadValue(f"The rate of {currency} is a number such as 0.92, not {rate}.")
        found[customer_key(currency.strip())] = value
    return found


def converted(
    reading: Reading, rows: Mask, rates: dict[str, Decimal], own: str | None, money: list[Integers]
) -> list[Integers]:
    """Columns of cents in the bridge's own currency, row by row to the whole cent, halves away from zero.

    A row without a currency is in the bridge's own. With one currency and no rates nothing is turned. Raises BadLedger
    for several currencies of which one has no rate, naming the first row and how many there are.
    """
    name = reading.table.name
    if "currency" not in reading.picked:
        if rates:
            raise BadLedger(
                f"{name}: there are rates, but no column for the currency; name it, or take the rates out."
            )
        return money
    currency = reading.names("currency")
    codes = used_codes(currency.codes[rows], len(currency.names))
    if not rates and own is None:
        _refuse_several(reading, currency, codes, rows)
        return money
    known = {customer_key(own.strip()): Decimal(1)} if own else {}
    known = rates | known
    _refuse_unknown(
        reading, currency, [c for c in codes if customer_key(currency.names[c]) not in known], rows, own
    )
    into = own.strip() if own else "the bridge's currency"
    for code in codes:
        rate = known[customer_key(currency.names[code])]
        at = currency.codes == code
        if rate != 1:
            money = [_times(cents, at, rate, name) for cents in money]
            reading.notes.append(
                f"Turned into {into}: {int((at & rows).sum()):,} rows in {currency.names[code]},"
                f" at {rate.normalize():f} each."
            )
    if blank := int(((currency.codes < 0) & rows).sum()):
        reading.notes.append(f"{blank:,} rows without a currency are taken to be in {into}.")
    return money


def _refuse_several(reading: Reading, currency: Named, codes: list[int], rows: Mask) -> None:
    if len(codes) < 2:
        return
    table = reading.table
    at = [int(np.flatnonzero(rows & (currency.codes == code))[0]) for code in codes[:2]]
    first, second = (
        f"row {row} is in {currency.names[code]}"
        for row, code in zip(table.row_numbers(at), codes[:2], strict=True)
    )
    raise BadLedger(
        f"{table.name}: column {reading.picked['currency'].header}: {first}, {second};"
        " turn all amounts into one currency at a constant rate first, or give the rates."
    )


def _refuse_unknown(reading: Reading, currency: Named, codes: list[int], rows: Mask, own: str | None) -> None:
    where = [np.flatnonzero(rows & (currency.codes == code)) for code in codes]
    numbers = reading.table.row_numbers([int(at[0]) for at in where]) if where else []
    into = f"turned into {own.strip()}" if own else "turned, or say that it is the bridge's own"
    refuse(
        reading.table.name,
        [
            f"{reading.table.name}: row {number}, column {reading.picked['currency'].header}:"
            f" {len(at):,} row{'' if len(at) == 1 else 's'} in {currency.names[code]} without a rate;"
            f" give the rate at which it is {into}."
            for code, at, number in zip(codes, where, numbers, strict=True)
        ],
    )


def _times(cents: Integers, rows: Mask, rate: Decimal, name: str) -> Integers:
    top, bottom = rate.as_integer_ratio()
    amounts = cents[rows]
    most = int(np.abs(amounts).max(initial=0))
    if most * top > MOST_CENTS * bottom:
        raise BadLedger(f"{name}: an amount is too large to be counted at the rate {rate}; check the rate.")
    if 2 * most * top + bottom >= 2**63:
        # Exact at any number of decimals, though slower.
        amounts = amounts.astype(object)
    turned = np.sign(amounts) * ((2 * np.abs(amounts) * top + bottom) // (2 * bottom))
    result = cents.copy()
    result[rows] = turned.astype(np.int64)
    return result
