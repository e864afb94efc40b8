"""When a row counts: the day of a purchase, or the days from a contract's start to its end."""

from dataclasses import dataclass

import numpy as np

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.calendar import LAST_DAY
from cxworkshop.ledger.cells import Integers, Mask, Parsed
from cxworkshop.ledger.columns import listed
from cxworkshop.ledger.ledger import OPEN_END
from cxworkshop.ledger.reading import Reading
from cxworkshop.ledger.remarks import counted


@dataclass(frozen=True)
class Days:
    """Each row's day; its end and whether it is a contract where there are contracts; which rows have no day."""

    day: Integers
    blank: Mask
    end: Integers | None = None
    contract: Mask | None = None


def purchase_days(reading: Reading, rows: Mask) -> Days:
    """The days of a ledger of purchases; rows without a day are collected as problems."""
    date = reading.dates("date")
    reading.require("date", date, rows)
    return Days(date.values, date.blank)


def contract_days(reading: Reading, rows: Mask) -> Days:
    """The days of a ledger of contracts: a start for every row, an end or none; a blank end is open."""
    start = reading.dates("start")
    reading.require("start", start, rows)
    ends = _ends(reading, reading.dates("end"), start.values, rows & ~start.blank & ~start.wrong)
    return Days(start.values, start.blank, ends, np.ones(len(start.values), np.bool_))


def hybrid_days(reading: Reading, rows: Mask) -> Days:
    """The days of a ledger of both: a row with a start is a contract, any other a purchase with its date.

    Where one column serves as date and as start, a row with an end is a contract. Invoices of a contract carry its
    start, so they are never purchases as well.
    """
    picked = reading.picked
    if "date" not in picked and "start" not in picked:
        raise BadLedger(
            f"{reading.table.name}: {reading.table.top} has no column for the date or the start;"
            f" its columns are {listed(reading.table.headers)}."
            " Say which they are (--date and --start on the command line)."
        )
    end = reading.dates("end")
    if "date" in picked and "start" in picked and picked["date"].index != picked["start"].index:
        start, date = reading.dates("start"), reading.dates("date")
        contract = ~start.blank
        reading.require("start", start, rows & contract)
        reading.require("date", date, rows & ~contract)
        reading.refuse_where(
            "end",
            rows & ~contract & ~end.blank,
            lambda row: "there is an end but no start; fill in the start",
        )
        if both := int((rows & contract & ~date.blank).sum()):
            reading.notes.append(
                f"Both a date and a start in {counted(both, 'row')}: contracts, and not purchases too."
            )
        days = np.where(contract, start.values, date.values)
        ends = _ends(reading, end, days, rows & contract & ~start.wrong)
        return Days(days, start.blank & date.blank, ends, contract)
    role = "start" if "start" in picked else "date"
    day = reading.dates(role)
    reading.require(role, day, rows)
    reading.notes.append("Rows with an end are taken as contracts, rows without one as purchases.")
    ends = _ends(reading, end, day.values, rows & ~day.blank & ~day.wrong)
    return Days(day.values, day.blank, ends, ~end.blank)


def _ends(reading: Reading, end: Parsed, start: Integers, contracts: Mask) -> Integers:
    # A day such as 9999-12-31 is how many systems write that there is no end.
    beyond = contracts & end.wrong & (end.values > LAST_DAY.toordinal())
    if beyond.any():
        reading.notes.append(f"Column {reading.picked['end'].header}: an end after 2100 stands for none.")
    reading.refuse_where("end", contracts & end.wrong & ~beyond, end.why)
    filled = contracts & ~end.blank & ~beyond
    reading.refuse_where(
        "end",
        filled & ~end.wrong & (end.values < start),
        lambda row: "the end is before the start; correct one of the two",
    )
    return np.where(filled, end.values, OPEN_END)
