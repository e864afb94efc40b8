"""The cells of a text file: read at once as what they most likely are, or else with every row that is wrong told."""

import io
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.problems import refuse
from cxworkshop.ledger.progress import Stages, size_in_words
from cxworkshop.ledger.table import Likely
from cxworkshop.ledger.text_top import LONGEST_LINE, Top

_BLOCK = 1 << 22
_BLANKS = " \t\r\n\u00a0\ufeff"
_KINDS: dict[Likely, pa.DataType] = {
    "numbers": pa.float64(),
    "few": pa.dictionary(pa.int32(), pa.string()),
    "names": pa.string(),
}
_FEW = "there are fewer cells than the header; fill or remove the row"
_MANY = "there are more cells than the header; put quotation marks around cells that hold a separator"
_UNFIT = {"MISSING COLUMNS": _FEW, "TOO MANY COLUMNS": _MANY}
_WRONG = {
    "UNQUOTED VALUE": "a quotation mark is opened and never closed; close or remove it",
    "LINE SIZE OVER MAXIMUM": "the row is far too long; look for a quotation mark that is never closed, or a text too long",
}


def fast_cells(
    path: Path,
    top: Top,
    indices: Sequence[int],
    likely: Mapping[int, Likely],
    stages: Stages,
    quoted_rows: int | None = None,
) -> list[Any] | None:
    """Columns of a text, read on all cores; None where a row is not as it should be.

    A column that is not what it is likely to be comes as text; blank cells are null. `quoted_rows` is for a text whose
    quotation marks only stand around cells: how many rows it has if no cell goes over several lines.
    """
    if not top.separator.isascii():
        return None
    quoted = quoted_rows is not None
    kinds = {f"c{i}": _KINDS[likely.get(i, "names")] for i in indices}
    plain = {name: pa.string() for name in kinds}
    for wanted in (kinds, plain):
        try:
            read = _read(path, _options(top, wanted, quoted), stages)
        except pa.ArrowInvalid:
            continue
        if not len(read) or (quoted and len(read) != quoted_rows):
            return None
        columns = [read.column(f"c{i}") for i in indices]
        return None if any(_endless(column) for column in columns) else columns
    return None


def _endless(column: Any) -> bool:
    # A quotation mark never closed, or worse; the full reading says where.
    return pa.types.is_string(column.type) and (pc.max(pc.binary_length(column)).as_py() or 0) >= LONGEST_LINE


def _read(path: Path, options: tuple[Any, Any, Any], stages: Stages) -> Any:
    if not stages.heard:
        # Opened here, or the name would be taken to say how the file is packed.
        with pa.OSFile(str(path)) as stream:
            return pa_csv.read_csv(stream, *options)
    # Whoever listens is told from the thread that asked: a screen takes no news from any other.
    with _Counted(path) as counted, ThreadPoolExecutor(1) as aside:
        size = max(path.stat().st_size, 1)
        reading = aside.submit(pa_csv.read_csv, counted, *options)
        while not reading.done():
            stages.say(0.15 + 0.4 * min(counted.count / size, 1.0), f"Reading {size_in_words(size)}")
            wait([reading], timeout=0.1)
        return reading.result()


def _options(top: Top, kinds: Mapping[str, pa.DataType], quoted: bool) -> tuple[Any, Any, Any]:
    return (
        pa_csv.ReadOptions(
            block_size=_BLOCK,
            skip_rows=top.row,
            column_names=[f"c{i}" for i in range(len(top.headers))],
        ),
        pa_csv.ParseOptions(delimiter=top.separator, quote_char='"' if quoted else False),
        pa_csv.ConvertOptions(
            check_utf8=False,
            column_types=dict(kinds),
            include_columns=list(kinds),
            null_values=[""],
            strings_can_be_null=True,
        ),
    )


class _Counted(io.FileIO):
    """A file that knows how many of its bytes were read."""

    count = 0

    def read(self, size: int | None = -1) -> bytes:
        chunk = super().read(-1 if size is None else size) or b""
        self.count += len(chunk)
        return chunk


def full_cells(
    path: Path, name: str, top: Top, indices: Sequence[int], pass_over_unfit: bool
) -> tuple[list[Any], dict[int, str]]:
    """Columns as text, whatever stands in them, and the rows passed over: by number, what is wrong with each.

    Raises BadLedger with one problem a line for rows that do not fit the header. Where `pass_over_unfit`, too few or too
    many cells are no problem unless more than half of the rows have them. A line of blanks is no row.
    """
    wanted = ", ".join(f"c{i}" for i in indices)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    with duckdb.connect(config=settings) as engine:
        try:
            cells = engine.sql(
                f"SELECT {wanted} FROM read_csv($path, delim = $separator, quote = '\"', escape = '\"',"
                " header = false, skip = $above, auto_detect = false, compression = 'none', columns = $columns, store_rejects = true,"
                " max_line_size = $longest, buffer_size = 33554432)",
                params={
                    "path": str(path),
                    "separator": top.separator,
                    "above": top.row,
                    "columns": {f"c{i}": "VARCHAR" for i in range(len(top.headers))},
                    "longest": LONGEST_LINE,
                },
            ).to_arrow_table()
        except duckdb.Error as broken:
            raise BadLedger(f"{name}: the table cannot be read; save it again as CSV in UTF-8.") from broken
        # A row that lacks several cells is rejected once for each.
        rejects = engine.execute(
            "SELECT DISTINCT ON (line) line, column_name, error_type::VARCHAR FROM reject_errors"
            " WHERE error_type <> 'MISSING COLUMNS' OR trim(csv_line, $blanks) <> '' ORDER BY line, column_idx",
            {"blanks": _BLANKS},
        ).fetchall()
    if not len(cells) and not rejects:
        raise BadLedger(
            f"{name}: no rows can be read below the header; save the table again as CSV in UTF-8."
        )
    unfit = {line: _UNFIT[kind] for line, _, kind in rejects if kind in _UNFIT}
    if not pass_over_unfit or len(unfit) < len(rejects) or len(unfit) > len(cells):
        refuse(name, [_problem(name, top.headers, *reject) for reject in rejects])
    return list(cells.columns), unfit


def _problem(name: str, headers: Sequence[str], line: int, column: str | None, kind: str) -> str:
    place = f"{name}: row {line}"
    if kind in _UNFIT:
        return f"{place}: {_UNFIT[kind]}."
    if column is not None:
        place += f", column {headers[int(column.removeprefix('c'))]}"
    return f"{place}: {_WRONG.get(kind, 'the row cannot be read; write it again')}."
