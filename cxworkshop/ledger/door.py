"""The door where ledger files come in: each kind of file opened as one kind of table."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.ledger.table import Table
from cxworkshop.ledger.text_table import open_text
from cxworkshop.ledger.typed_tables import open_parquet, open_workbook

SUFFIXES = (".csv", ".csv.gz", ".parquet", ".xlsx")


@contextmanager
def open_table(source: Path | bytes, name: str | None = None) -> Iterator[Table]:
    """Open a ledger file, or the bytes of one with its name, for reading columns.

    Raises NotFound where there is no such file, BadLedger where it is not what its name says or holds no table.
    """
    if isinstance(source, Path):
        name = name or source.name
        if not source.is_file():
            raise NotFound(f"{name}: there is no such file; check the name and the folder.")
    name = name or "ledger.csv"
    if not (len(source) if isinstance(source, bytes) else source.stat().st_size):
        raise BadLedger(f"{name}: the file is empty; export the ledger again.")
    kind = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), None)
    if kind is None:
        raise BadLedger(
            f"{name}: a ledger's name ends in one of {', '.join(SUFFIXES)}; save it as one of these."
        )
    try:
        if kind == ".parquet":
            yield open_parquet(source, name)
        elif kind == ".xlsx":
            yield open_workbook(source, name)
        else:
            with open_text(source, name) as table:
                yield table
    except PermissionError as denied:
        raise BadLedger(
            f"{name}: the file may not be read; close it elsewhere or ask for access."
        ) from denied


def read_headers(source: Path | bytes, name: str | None = None) -> tuple[str, ...]:
    """The column headers of a ledger file, for choosing columns before it is read; raises as `open_table`."""
    with open_table(source, name) as table:
        return table.headers
