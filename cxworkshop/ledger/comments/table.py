"""A file of comments as it was handed in: its columns as text, and how often each of their cells stands there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.cells import Codes, Integers, WrongColumn, as_text, encoded, trimmed
from cxworkshop.ledger.door import open_table
from cxworkshop.ledger.lists.holding import filled_rows


@dataclass(frozen=True)
class CommentTable:
    """The file's name, its columns by header (Arrow, as the file holds them), and how many rows it has.

    Columns that share a header cannot be told apart and are left out; a note says so. `kept` are the positions in the
    file of the rows that are not blank, or None where all are.
    """

    source: Path | bytes = field(repr=False)
    file: str
    headers: tuple[str, ...]
    cells: Mapping[str, Any]
    rows: int
    serial_dates: bool
    notes: tuple[str, ...]
    kept: Integers | None = None
    _coded: dict[str, tuple[Codes, list[str]]] = field(default_factory=dict, compare=False, repr=False)

    def named(self, header: str | None) -> str | None:
        """The header as the file writes it, in whatever capitals it was asked for; None where there is none."""
        if not header:
            return None
        if header in self.cells:
            return header
        return next((one for one in self.headers if one.casefold() == header.casefold()), None)

    def words(self, header: str) -> Any:
        """A column as plain Arrow texts without blanks at their ends; a blank cell is an empty text.

        Raises BadLedger for a column of a kind that has no words.
        """
        return self._words(header, self.cells[header])

    def head(self, rows: int) -> dict[str, list[str]]:
        """The first cells of every column, by header."""
        return {
            header: self._words(header, column.slice(0, rows)).to_pylist()
            for header, column in self.cells.items()
        }

    def _words(self, header: str, column: Any) -> Any:
        kind = column.type
        if pa.types.is_boolean(kind) or pa.types.is_temporal(kind):
            column = column.cast(pa.string())
        try:
            texts = as_text(column, "read as words")
        except WrongColumn as wrong:
            raise BadLedger(f"{self.file}, column {header}: it {wrong}.") from wrong
        return trimmed(texts.cast(pa.large_string()).combine_chunks())

    def coded(self, header: str) -> tuple[Codes, list[str]]:
        """A column's rows as numbers into its distinct texts; -1 where a cell is blank."""
        if header not in self._coded:
            self._coded[header] = encoded(pa.chunked_array([self.words(header)]))
        return self._coded[header]

    def counts(self, header: str, among: Any = None) -> list[tuple[str, int]]:
        """A column's distinct cells and on how many rows each stands, most first; `among` picks rows by a mask."""
        codes, texts = self.coded(header)
        codes = codes if among is None else codes[among]
        many = np.bincount(codes[codes >= 0], minlength=len(texts))
        found = [(text, int(count)) for text, count in zip(texts, many, strict=True) if count]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def row_number(self, position: int) -> int:
        """The number that a spreadsheet shows beside the comment at a position (from 0)."""
        return self.row_numbers([position])[0]

    def row_numbers(self, positions: Sequence[int]) -> list[int]:
        """The numbers that a spreadsheet shows beside the comments at some positions (from 0)."""
        at = [one if self.kept is None else int(self.kept[one]) for one in positions]
        with open_table(self.source, self.file) as table:
            return table.row_numbers(at)

    def distinct(self, header: str) -> int:
        """How many different cells a column has, blank ones aside."""
        texts = self.coded(header)[1]
        return len(texts) - ("" in texts)


def open_comments(source: Path | bytes, file: str | None = None) -> CommentTable:
    """Read all columns of a file of comments (.csv, .csv.gz, .parquet, .xlsx); rows without any cell are no comments.

    Raises NotFound, or BadLedger that names file, row and column.
    """
    with open_table(source, file) as table:
        headers = table.headers
        own = [at for at, one in enumerate(headers) if one and headers.count(one) == 1]
        if not own:
            raise BadLedger(f"{table.name}: {table.top} has no header of its own; give each column one.")
        columns = table.fetch(own)
        notes = [*table.notes]
        for twice in dict.fromkeys(one for one in headers if one and headers.count(one) > 1):
            notes.append(
                f"{headers.count(twice)} columns are headed {twice}, and none of them is read; give each its own header."
            )
        wordless = [at for at, column in zip(own, columns, strict=True) if _wordless(column.type)]
        notes += [
            f"Column {headers[at]} holds neither words, numbers nor days and is not read." for at in wordless
        ]
        columns = [column for at, column in zip(own, columns, strict=True) if at not in wordless]
        own = [at for at in own if at not in wordless]
        if not own:
            raise BadLedger(f"{table.name}: no column holds words; export it with the customers' words.")
        kept = filled_rows(columns, len(columns[0]))
        if kept is not None:
            notes.append(f"Rows without any cell are no comments ({len(columns[0]) - len(kept):,}).")
            columns = [column.take(_at(kept)) for column in columns]
        rows = len(columns[0])
        if not rows:
            raise BadLedger(f"{table.name}: there are headers but no comments; export it with its rows.")
        cells = {headers[at]: column for at, column in zip(own, columns, strict=True)}
        return CommentTable(
            source, table.name, tuple(cells), cells, rows, table.serial_dates, tuple(notes), kept
        )


def filled(texts: Any) -> Any:
    """Which of an Arrow array of trimmed texts hold something, as a mask."""
    return pc.greater(pc.binary_length(texts), 0).to_numpy(zero_copy_only=False)


def _wordless(kind: Any) -> bool:
    """Whether cells of this kind, such as lists, cannot be shown as words."""
    if pa.types.is_dictionary(kind):
        return _wordless(kind.value_type)
    return any(
        is_kind(kind) for is_kind in (pa.types.is_nested, pa.types.is_binary, pa.types.is_large_binary)
    )


def _at(positions: Integers) -> Any:
    return pa.array(positions)
