"""Tables out of Parquet files."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import shown
from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.table import Likely, Table, tidy

BROKEN = (pa.ArrowException, OSError, UnicodeDecodeError, StopIteration, KeyError, OverflowError)


def open_parquet(source: Path | bytes, name: str, stages: Stages) -> Table:
    """A Parquet file as a table; its rows are numbered from 1, since its header is no row."""
    try:
        file = pq.ParquetFile(BytesIO(source) if isinstance(source, bytes) else source)
    except BROKEN as broken:
        raise BadLedger(f"{name}: this is not a Parquet file, or it is cut off; export it again.") from broken
    columns = file.schema_arrow.names
    if not file.metadata.num_rows:
        raise BadLedger(f"{name}: there are column names but no rows; export it with its rows.")

    def fetch(indices: Sequence[int], likely: Mapping[int, Likely] | None = None) -> list[Any]:
        stages.say(0.1, f"Reading {file.metadata.num_rows:,} rows")
        try:
            read = file.read(columns=[columns[i] for i in indices])
        except BROKEN as broken:
            raise BadLedger(f"{name}: the Parquet file is damaged; export it again.") from broken
        return [_sound(name, columns[i], read.column(columns[i])) for i in indices]

    def head(rows: int) -> list[tuple[str, ...]]:
        first = [_first(file, column, rows) for column in columns]
        return list(zip(*first, strict=True))

    return Table(
        name,
        tuple(map(tidy, columns)),
        fetch,
        lambda rows: [row + 1 for row in rows],
        head,
        header_row=None,
    )


def _sound(name: str, header: str, column: Any) -> Any:
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        try:
            column.validate(full=True)
        except pa.ArrowInvalid as wrong:
            raise BadLedger(
                f"{name}: column {header} holds text that is not in UTF-8; export it again in UTF-8."
            ) from wrong
    return column


def _first(file: pq.ParquetFile, column: str, rows: int) -> list[str]:
    many = min(rows, file.metadata.num_rows)
    try:
        batches = file.iter_batches(many, columns=[column])
        found = shown(next(batches).column(column))
    except BROKEN:
        # Whether that matters is seen when the column is wanted.
        found = []
    return (found + [""] * many)[:many]
