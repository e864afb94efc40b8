"""The door where ledger files come in: each kind of file opened as one kind of table."""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.ledger.excel_table import open_workbook
from cxworkshop.ledger.parquet_table import open_parquet
from cxworkshop.ledger.progress import Progress, Stages
from cxworkshop.ledger.table import Table
from cxworkshop.ledger.text_table import open_text

_DENIED = "{name}: the file may not be read; close it elsewhere or ask for access."
_LONGEST_SHOWN = 200
SUFFIXES = (".csv", ".csv.gz", ".parquet", ".xlsx")


@dataclass(frozen=True)
class Preview:
    """A ledger file's headers and its first rows as text, before it is read."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@contextmanager
def open_table(
    source: Path | bytes,
    name: str | None = None,
    progress: Progress | None = None,
    pass_over_unfit: bool = False,
) -> Iterator[Table]:
    """Open a ledger file, or the bytes of one with its name, for reading columns.

    `pass_over_unfit` passes over a text's rows that have too few or too many cells (`Table.unfit` tells them).
    Raises NotFound where there is no such file, BadLedger where it is not what its name says or holds no table.
    """
    stages = Stages(progress)
    if isinstance(source, Path):
        name = name or source.name
        size = _size(source, name)
    else:
        name, size = name or "ledger.csv", len(source)
    if not size:
        raise BadLedger(f"{name}: the file is empty; export it again.")
    kind = next((suffix for suffix in SUFFIXES if name.lower().endswith(suffix)), None)
    if kind is None:
        raise BadLedger(
            f"{name}: the name of a file that can be read here ends in one of {', '.join(SUFFIXES)}; save it as one of these."
        )
    try:
        if kind == ".parquet":
            yield open_parquet(source, name, stages)
        elif kind == ".xlsx":
            yield open_workbook(source, name, stages)
        else:
            with open_text(source, name, stages, pass_over_unfit) as table:
                yield table
    except PermissionError as denied:
        raise BadLedger(_DENIED.format(name=name)) from denied


def read_headers(source: Path | bytes, name: str | None = None) -> tuple[str, ...]:
    """The column headers of a ledger file, for choosing columns before it is read; raises as `open_table`."""
    with open_table(source, name) as table:
        return table.headers


def preview(source: Path | bytes, name: str | None = None, rows: int = 5) -> Preview:
    """The headers and the first rows of a ledger file, for showing what each column holds; raises as `open_table`."""
    with open_table(source, name) as table:
        first = tuple(tuple(cell[:_LONGEST_SHOWN] for cell in row) for row in table.head(rows))
        return Preview(table.headers, first)


def _size(path: Path, name: str) -> int:
    try:
        about = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError) as absent:
        raise NotFound(f"{name}: there is no such file; check the name and the folder.") from absent
    except PermissionError as denied:
        raise BadLedger(_DENIED.format(name=name)) from denied
    except OSError as lost:
        # Links that lead back to themselves, and names too long for any file.
        raise NotFound(f"{name}: leads to no file ({lost.strerror}); name the file itself.") from lost
    if stat.S_ISDIR(about.st_mode):
        raise NotFound(f"{name}: this is a folder; name a file in it.")
    if not stat.S_ISREG(about.st_mode):
        raise NotFound(f"{name}: this is no file that can be read twice; save what it holds to a file first.")
    return about.st_size
