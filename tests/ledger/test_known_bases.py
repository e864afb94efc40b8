"""Published customer bases as a team would type them or hand them in: every known answer, exactly."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from cxworkshop.analysis.bridge import gap, net
from cxworkshop.analysis.bridge_measures import gross_value_retention
from cxworkshop.analysis.bridges import customer_flows, problems, told, totals, value_flows
from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ledger import BridgeDefinition, compute_bridge, open_ledger
from cxworkshop.ui.charts.periods import over_periods

YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}


def test_siriusxm_typed_in_ties_in_all_26_quarters(shared_data: Path) -> None:
    """Q4 2008 to Q1 2015 from public filings: no gap, each opening is the closing before, 15,191,000 to the last."""
    with (shared_data / "subscribers_siriusxm.csv").open() as lines:
        quarters = [line for line in csv.DictReader(lines) if line["opening"]]
    room = assemble([_quarter(line) for line in quarters])
    found = totals(room)
    assert 26 == len(found)
    assert () == problems(room)
    assert [0] * 26 == [gap(flows) for _, flows in found]
    assert 15_191_000 == found[0][1].opening
    assert round(float(quarters[-1]["closing"]) * 1000) - 15_191_000 == sum(
        net(flows) or 0 for _, flows in found
    )
    picture = over_periods(room, LIGHT)
    assert picture is not None
    assert 26 == len(picture.table)
    assert picture.says.startswith("None of twelve periods ended with fewer")


def _quarter(line: dict[str, str]) -> BridgeRow:
    year, number = int(line["quarter"][:4]), int(line["quarter"][-1])
    end = date(year + number // 4, number * 3 % 12 + 1, 1) - timedelta(days=1)
    fields = {"opening": "opening", "new": "gross_adds", "lapsed": "losses", "closing": "closing"}
    figures = {name: round(float(line[column]) * 1000) for name, column in fields.items()}
    return BridgeRow(
        id=line["quarter"], period_start=date(year, number * 3 - 2, 1), period_end=end, **figures
    )  # type: ignore[arg-type]


def test_the_telco_base_typed_in(shared_data: Path) -> None:
    """7,043 customers at 456,116.60 a month, 1,869 left with 139,130.85: 5,174 stay, and 69.5 % of the value."""
    row = BridgeRow(
        id="b",
        **YEAR,  # type: ignore[arg-type]
        opening=7_043,
        new=0,
        lapsed=1_869,
        closing=5_174,
        opening_value=456_116.60,
        new_value=0,
        lapsed_value=139_130.85,
        closing_value=316_985.75,
    )
    rows = _telco(shared_data)
    left = [line for line in rows if line["Churn"] == "Yes"]
    assert (row.opening, row.lapsed) == (len(rows), len(left))
    assert row.lapsed_value == round(sum(float(line["MonthlyCharges"]) for line in left), 2)
    room = assemble([row])
    assert () == problems(room)
    assert "2025: 0 came, 1,869 left: 1,869 fewer customers than we began with." == told(room, row)
    assert (0, 0) == (gap(customer_flows(row)), gap(value_flows(row)))
    assert "69.5%" == f"{gross_value_retention(value_flows(row)):.1%}"


def test_the_telco_base_as_a_ledger_of_contracts(shared_data: Path, ledger_file: Callable[..., Path]) -> None:
    """A contract each, ended in the middle of the year for those who left: the same figures, computed, to the cent."""
    lines = ["customer,start,end,amount"]
    for line in _telco(shared_data):
        end = "2025-06-30" if line["Churn"] == "Yes" else ""
        lines.append(f"{line['customerID']},2024-07-01,{end},{line['MonthlyCharges']}")
    ledger = open_ledger(ledger_file("\n".join(lines)), setting="contracts")
    definition = BridgeDefinition(by="year", from_day=date(2025, 1, 1), to_day=date(2025, 12, 31))
    (year,) = compute_bridge(ledger, definition).totals
    assert (7_043, 0, 1_869, 5_174) == (year.opening, year.new, year.lapsed, year.closing)
    assert (45_611_660, 13_913_085, 31_698_575) == (
        year.opening_value,
        year.lapsed_value,
        year.closing_value,
    )


def _telco(folder: Path) -> list[dict[str, str]]:
    with gzip.open(folder / "telco_churn_ibm.csv.gz", "rt") as lines:
        return list(csv.DictReader(lines))
