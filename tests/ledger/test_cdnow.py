"""The bridge of a real shop's ledger against figures that others computed twice."""

import csv
from pathlib import Path

import pytest

from cxworkshop.ledger import BridgeDefinition, Ledger, compute_bridge, open_ledger

SAME = {
    "opening": "opening",
    "new": "new",
    "returned": "returned",
    "lapsed": "lapsed",
    "closing": "closing",
    "opening_value": "val_opening",
    "new_value": "val_new",
    "returned_value": "val_returned",
    "lapsed_value": "val_lapsed",
    "closing_value": "val_closing",
}


@pytest.fixture(scope="module")
def master() -> Ledger:
    """The ledger of the whole shop."""
    path = Path(__file__).parents[3] / "shared" / "data" / "cdnow_master.csv.gz"
    if not path.exists():
        pytest.skip("the folder of shared real data is not here")
    return open_ledger(path)


def reference(folder: Path, by: str, window: int) -> dict[tuple[str, str], dict[str, str]]:
    """The reference rows of a period length and window, by first and last day."""
    with (folder / "reference_bridge_cdnow.csv").open() as lines:
        rows = [
            row for row in csv.DictReader(lines) if (row["freq"], row["window_days"]) == (by, str(window))
        ]
    return {(row["start"], row["end"]): row for row in rows}


@pytest.mark.parametrize("window", [90, 365])
@pytest.mark.parametrize(("by", "letter", "periods"), [("quarter", "Q", 6), ("month", "M", 18)])
def test_every_cell_equals_the_reference(
    master: Ledger, shared_data: Path, window: int, by: str, letter: str, periods: int
) -> None:
    """Counts and values agree in every period, to the cent; so do the customers who came and went."""
    expected = reference(shared_data, letter, window)
    lines = compute_bridge(master, BridgeDefinition(window=window, by=by)).totals
    assert periods == len(expected)
    assert list(expected) == [(str(line.period_start), str(line.period_end)) for line in lines]
    for line, row in zip(lines, expected.values(), strict=True):
        for ours, theirs in SAME.items():
            amount = getattr(line, ours)
            assert row[theirs] == (f"{amount / 100:.2f}" if ours.endswith("_value") else str(amount))
        assert int(row["new_gone"]) + int(row["returned_gone"]) == line.came_and_went
        change = line.grown_value - line.shrunk_value
        assert row["val_retained_change"] == f"{change / 100:.2f}"


def test_the_windows_first_day_is_not_in_it(master: Ledger) -> None:
    """5,322 close the second quarter of 1997; 5,376 would, were the window a day longer."""
    closing = [compute_bridge(master, BridgeDefinition(window=window)).rows[1].closing for window in (90, 91)]
    assert closing == [5322, 5376]


def test_the_ledger_is_told_as_it_is(master: Ledger) -> None:
    """Leading zeros stay, rows of 0.00 count, and exactly repeated rows are kept and told."""
    assert (master.rows, len(master.customers), master.repeats) == (69_659, 23_570, 255)
    assert "00001" in master.customers
    assert int(master.cents.sum()) == 250031563
    assert int((master.cents == 0).sum()) == 80
