"""Comments in the same form whatever file they came in: what was said, on which day, with what feeling."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.domain.errors import BadLedger
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.values import UNSTORABLE
from cxworkshop.ledger.cells import Integers, Mask, WrongColumn, trimmed
from cxworkshop.ledger.comments.ratings import Floats, feelings, rating
from cxworkshop.ledger.comments.table import CommentTable, filled
from cxworkshop.ledger.dates import parse_dates
from cxworkshop.ledger.problems import quoted
from cxworkshop.ledger.remarks import counted

_UNSTORABLE = UNSTORABLE.pattern.replace("\ud800-\udfff", "")


@dataclass(frozen=True)
class Comments:
    """The comments of a file, one a row: `text` an Arrow array ("" where nothing was said), `day` proleptic day numbers
    (0 where unknown), `feeling` -2 to +2 (NaN where unknown), `own` where the first text column speaks; `product` the header
    of the column that says which product it is about."""

    table: CommentTable
    text: Any
    own: Mask
    day: Integers
    feeling: Floats
    notes: tuple[str, ...]
    product: str | None = None

    @property
    def rows(self) -> int:
        """How many comments there are."""
        return self.table.rows

    @cached_property
    def low(self) -> Any:
        """What was said, in small letters, for looking words up."""
        return pc.utf8_lower(self.text)

    @cached_property
    def length(self) -> npt.NDArray[np.int64]:
        """How many words were said, by the blanks between them."""
        flat = pc.replace_substring(self.text, "\n", " ")
        words: npt.NDArray[np.int64] = pc.count_substring(flat, " ").to_numpy().astype(np.int64)
        return np.where(filled(self.text), words + 1, 0)

    @cached_property
    def order(self) -> Integers:
        """The rows in the order of reading: those in customers' own words first, and of these the latest."""
        rows: Integers = np.lexsort((-self.day, ~self.own))
        return rows

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and the last day, as day numbers; None where no comment has a day."""
        known = self.day[self.day > 0]
        return (int(known.min()), int(known.max())) if len(known) else None


def read_comments(table: CommentTable, said: CommentFile) -> Comments:
    """The comments of a file by the columns that `said` names; a comment with a day or rating that cannot be read stays.

    Raises BadLedger for a column that is not there, and for a file in which neither words nor codes nor channels are.
    """
    named = [said.date_column, said.channel_column, said.rating_column, said.product_column, said.code_column]
    for header in (*said.text_columns, *named):
        if header and table.named(header) is None:
            raise BadLedger(f"{table.file}: there is no column {header}; choose another one.")
    texts = [table.words(header) for header in map(table.named, said.text_columns) if header]
    text, own = _first_filled(texts, table.rows)
    sorted_by = [header for header in map(table.named, (said.code_column, said.channel_column)) if header]
    if not texts and not sorted_by:
        raise BadLedger(
            f"{table.file}: no column says what customers said, through which channel, or under which code;"
            " choose one of the three, or export the file with the customers' words."
        )
    if not filled(text).any() and all(not table.distinct(header) for header in sorted_by):
        raise BadLedger(
            f"{table.file}: the columns {', '.join([*said.text_columns, *sorted_by])} are blank on every row; choose others."
        )
    notes = [*table.notes]
    silent = int((~filled(text)).sum())
    if silent and texts:
        notes.append(f"{counted(silent, 'comment')} without words; counted all the same.")
    day = _days(table, table.named(said.date_column), notes)
    feeling = _feelings(table, said, notes)
    return Comments(table, text, own, day, feeling, tuple(notes), table.named(said.product_column))


def _first_filled(texts: list[Any], rows: int) -> tuple[Any, Mask]:
    if not texts:
        return pa.array([""] * rows, pa.large_string()), np.zeros(rows, np.bool_)
    blanks = [pc.equal(one, "") for one in texts]
    text = texts[-1]
    for one, blank in zip(texts[-2::-1], blanks[-2::-1], strict=True):
        text = pc.if_else(blank, text, one)
    text = pc.replace_substring(pc.replace_substring(text, "\r\n", "\n"), "\r", "\n")
    if pc.any(pc.match_substring_regex(text, _UNSTORABLE)).as_py():
        text = trimmed(pc.replace_substring_regex(text, _UNSTORABLE, ""))
    return text, filled(texts[0])


def _days(table: CommentTable, header: str | None, notes: list[str]) -> Integers:
    none: Integers = np.zeros(table.rows, np.int64)
    if header is None:
        return none
    try:
        parsed = parse_dates(table.cells[header], table.serial_dates, table.row_numbers, leave_out_rare=True)
    except WrongColumn as wrong:
        notes.append(f"Column {header}: {wrong}. The comments stay, without a day.")
        return none
    notes += [f"Column {header}: {note}." for note in parsed.notes]
    bad = np.flatnonzero(parsed.wrong)
    if len(bad):
        notes.append(
            f"Column {header}, row {table.row_number(int(bad[0]))}: {parsed.why(int(bad[0]))} ({counted(len(bad), 'row')}"
            " in all). The comments stay, without a day."
        )
    return np.where(parsed.blank | parsed.wrong, 0, parsed.values)


def _feelings(table: CommentTable, said: CommentFile, notes: list[str]) -> Floats:
    header = table.named(said.rating_column)
    if header is None:
        return np.full(table.rows, np.nan)
    codes, texts = table.coded(header)
    worst = 1.0 if said.rating_worst is None else said.rating_worst
    best = 5.0 if said.rating_best is None else said.rating_best
    numbers = np.array(
        [value if (value := rating(text)) is not None else np.nan for text in texts], np.float64
    )
    told = feelings(numbers, worst, best)
    # A blank cell has the code -1, and so takes what stands last.
    found: Floats = np.append(told, np.nan)[codes]
    odd = np.flatnonzero((codes >= 0) & np.isnan(found))
    if len(odd):
        notes.append(
            f"Column {header}, row {table.row_number(int(odd[0]))}: {quoted(texts[codes[odd[0]]])} is no rating from"
            f" {worst:g} to {best:g} ({counted(len(odd), 'row')} in all). The comments stay, without a feeling."
        )
    return found
