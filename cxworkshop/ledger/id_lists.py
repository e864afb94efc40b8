"""A list of customers' ids in a file of its own, such as those that are to be left out."""

from pathlib import Path

from cxworkshop.domain.errors import BadLedger, NotFound
from cxworkshop.ledger.cells import WrongColumn, as_text
from cxworkshop.ledger.door import open_table


def read_ids(source: Path | bytes, name: str | None = None) -> tuple[str, ...]:
    """The ids of a file, each once: the first cell of each line of a text, or of each row of .xlsx and .parquet.

    No row is taken for headers: a heading is an id that no customer has. Raises NotFound where there is no such file,
    BadLedger where it is no such list.
    """
    name = name or (source.name if isinstance(source, Path) else "ids.csv")
    if name.lower().endswith((".xlsx", ".parquet")):
        with open_table(source, name) as table:
            try:
                cells = as_text(table.fetch([0])[0], "a customer").to_pylist()
            except WrongColumn as wrong:
                raise BadLedger(f"{name}: column {table.headers[0]}: {wrong}.") from wrong
            return _each_once([table.headers[0], *(cell or "" for cell in cells)])
    try:
        content = source.read_bytes() if isinstance(source, Path) else source
        text = content.decode("utf-8-sig")
    except OSError as absent:
        raise NotFound(f"{name}: this list of ids cannot be read; check the name and the folder.") from absent
    except UnicodeDecodeError as wrong:
        raise BadLedger(f"{name}: this is no list of ids, one a line; save it as text in UTF-8.") from wrong
    if "\0" in text:
        raise BadLedger(f"{name}: this is no list of ids, one a line; save it as text in UTF-8.")
    return _each_once([_first_cell(line) for line in text.splitlines()])


def _first_cell(line: str) -> str:
    return line.replace(";", ",").replace("\t", ",").split(",")[0].strip(' "')


def _each_once(cells: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))
