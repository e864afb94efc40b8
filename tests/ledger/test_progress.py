"""While a ledger opens, whoever waits is told how far it is; and what is in a file can be seen before it is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from test_opening import TEXT, in_excel, typed

from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.ledger import Ledger, open_ledger, preview, suggest


@pytest.mark.parametrize("name", ["l.csv", "l.parquet", "l.xlsx"])
def test_progress_goes_from_nothing_to_all(name: str) -> None:
    """Shares never go back, the last is all, and every one has words."""
    import pyarrow as pa

    content = {"l.csv": TEXT.encode(), "l.parquet": typed(pa.date32(), pa.float64()), "l.xlsx": in_excel()}
    told: list[tuple[float, str]] = []
    open_ledger(content[name], name, progress=lambda share, words: told.append((share, words)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0] < 0.2, shares[-1]) == (True, 1.0)
    assert all(words for _, words in told)
    assert "Telling customers apart" in [words for _, words in told]


def test_a_listener_changes_nothing(ledger_file: Callable[..., Path]) -> None:
    """With and without a bar the same rows come out of a file of many blocks."""
    rows = "".join(f"C{i % 977:04d},2025-01-{i % 28 + 1:02d},{i}.25\n" for i in range(300_000))
    path = ledger_file("customer,date,amount\n" + rows)

    def columns(ledger: Ledger) -> list[list[int]]:
        return [ledger.customer.tolist(), ledger.day.tolist(), ledger.cents.tolist()]

    assert columns(open_ledger(path)) == columns(open_ledger(path, progress=lambda share, words: None))


@pytest.mark.parametrize("name", ["l.csv", "l.parquet", "l.xlsx"])
def test_the_first_rows_can_be_seen_before_reading(name: str) -> None:
    """Headers and a few rows as text, from any kind of file."""
    import pyarrow as pa

    content = {"l.csv": TEXT.encode(), "l.parquet": typed(pa.date32(), pa.string()), "l.xlsx": in_excel()}
    seen = preview(content[name], name, rows=2)
    assert seen.headers == ("customer", "date", "amount", "region")
    assert [row[0] for row in seen.rows] == ["00017", "Ana López"]


def test_a_mapping_is_suggested_from_the_headers() -> None:
    """Each column serves once; what would change the count is offered, never taken."""
    headers = ("Txn ID", "Customer No", "Household", "Order Date", "Net Amount", "Margin", "Region", "CCY")
    assert suggest(headers) == {
        "customer": "Customer No",
        "date": "Order Date",
        "amount": "Net Amount",
        "id": "Txn ID",
        "currency": "CCY",
        "segment": "Region",
        "unit": "Household",
        "value": "Margin",
    }


def test_contracts_are_suggested_their_own_days() -> None:
    """A start and an end instead of a date."""
    found = suggest(("client", "from", "to", "amount"), "contracts")
    assert found == {"customer": "client", "start": "from", "end": "to", "amount": "amount"}


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    """The message says what it is."""
    with pytest.raises(NotFound, match="this is a folder"):
        open_ledger(tmp_path, "l.csv")


def test_links_that_lead_to_themselves_lead_nowhere(tmp_path: Path) -> None:
    """A loop of links is told in a sentence, not in a traceback."""
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    with pytest.raises(NotFound, match=r"a\.csv: leads to no file"):
        open_ledger(tmp_path / "a.csv")


def test_a_link_to_nothing_and_a_name_too_long_are_not_found(tmp_path: Path) -> None:
    """Either way there is nothing to open."""
    (tmp_path / "gone.csv").symlink_to(tmp_path / "never.csv")
    for path in (tmp_path / "gone.csv", tmp_path / ("x" * 5000 + ".csv"), tmp_path / "gone.csv" / "l.csv"):
        with pytest.raises(NotFound):
            open_ledger(path, "l.csv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(ledger_file: Callable[..., Path]) -> None:
    """Asking for access is the remedy."""
    path = ledger_file(TEXT)
    path.chmod(0)
    with pytest.raises(BadLedger, match="ask for access"):
        open_ledger(path)


def test_a_pipe_is_no_ledger(tmp_path: Path) -> None:
    """What can be read only once cannot be checked and then read."""
    os.mkfifo(tmp_path / "l.csv")
    with pytest.raises(NotFound, match="no file that can be read twice"):
        open_ledger(tmp_path / "l.csv")
