"""Amounts in several currencies turned into one, at one constant rate for each (docs/method.md 2, Edge cases)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation

import numpy as np

from cxworkshop.domain.errors import BadLedger, BadValue
from cxworkshop.ledger.cells import Integers, Mask
from cxworkshop.ledger.names import Named, customer_key, used_codes
from cxworkshop.ledger.problems import refuse
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import counted
from cxworkshop.ledger.written_money import MOST_CENTS

Rates = Mapping[str, Decimal | str] | Sequence[tuple[str, Decimal | str]] | None
_MOST_RATE = Decimal(10**9)


def checked_rates(rates: Rates, own: str | None = None) -> dict[str, Decimal]:
    """Rates by currency, whatever its capitals; `own` is the bridge's own currency, whose rate is 1.

    Raises BadValue for one that is no rate, for two of one currency, and for another than 1 of the bridge's own.
    """
    found: dict[str, Decimal] = {}
    for currency, rate in rates.items() if isinstance(rates, Mapping) else rates or ():
        try:
            value = Decimal(str(rate).strip())
        except InvalidOperation:
            value = Decimal(0)
        if not (value.is_finite() and 0 < value <= _MOST_RATE):
            raise BadValue(f"The rate of {currency} is a number such as 0.92, not {rate}.")
        key = customer_key(currency.strip())
        if own is not None and key == customer_key(own.strip()) and value != 1:
            raise BadValue(
                f"{currency} is the bridge's own currency, whose rate is 1, not {rate}; take it out."
            )
        if found.setdefault(key, value) != value:
            raise BadValue(f"{currency} has two rates, {found[key]:f} and {value:f}; keep one of them.")
    return found


def converted(
    reading: Reading, rows: Mask, rates: dict[str, Decimal], own: str | None, money: list[Integers]
) -> tuple[list[Integers], Mask | None]:
    """Columns of cents in the bridge's own currency, row by row to the whole cent, halves away from zero.

    `rows` are those that count; of the others the mask says which are in a currency that could not be turned. A row
    without a currency is in the bridge's own. With one currency and no rates nothing is turned. Raises BadLedger for
    several currencies of which one has no rate, naming the first row and how many there are.
    """
    name = reading.table.name
    if "currency" not in reading.picked:
        if rates:
            raise BadLedger(
                f"{name}: there are rates, but no column for the currency; name it, or take the rates out."
            )
        if own:
            reading.notes.append(
                f"There is no column for the currency: all amounts are taken to be in {own}."
            )
        return money, None
    currency = reading.names("currency")
    codes = used_codes(currency.codes[rows], len(currency.names))
    if not rates and own is None:
        _refuse_several(reading, currency, codes, rows)
        known = {customer_key(currency.names[code]): Decimal(1) for code in codes}
        into = currency.names[codes[0]] if codes else "one currency"
    else:
        known = rates | ({customer_key(own.strip()): Decimal(1)} if own else {})
        _refuse_unknown(
            reading, currency, [c for c in codes if customer_key(currency.names[c]) not in known], rows, own
        )
        into = own.strip() if own else "the bridge's currency"
        there = {customer_key(currency.names[code]) for code in codes}
        reading.notes += [
            f"No row is in {key.upper()}: its rate is not needed." for key in rates if key not in there
        ]
    foreign = np.zeros(len(rows), np.bool_)
    for code, spelt in enumerate(currency.names):
        rate = known.get(customer_key(spelt))
        at = currency.codes == code
        if rate is None:
            foreign |= at
        elif rate != 1:
            money = [_times(cents, at, rate, name) for cents in money]
            if turned := int((at & rows).sum()):
                reading.notes.append(
                    f"Turned into {into}: {counted(turned, 'row')} in {spelt}, at {rate.normalize():f} each."
                )
    if blank := int(((currency.codes < 0) & rows).sum()):
        reading.notes.append(f"{counted(blank, 'row')} without a currency, taken to be in {into}.")
    return money, foreign if foreign.any() else None


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
            f" {counted(len(at), 'row')} in {currency.names[code]} without a rate;"
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
