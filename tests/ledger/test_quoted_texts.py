"""Texts with quotation marks: read on all cores where they only stand around cells, and never otherwise than in full."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger import text_quotes, text_table
from cxworkshop.ledger.progress import Stages
from cxworkshop.ledger.text_quotes import simply_quoted_lines

_PLAIN = st.text("ab1 ", max_size=3)
_CELL = st.one_of(_PLAIN, _PLAIN.map('"{}"'.format), st.text('ab,"\n é', max_size=4))
_ROWS = st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=1, max_size=6)


def read(text: str) -> object:
    """The cells of a text's first and third column with their row numbers, or what it is refused for."""
    try:
        with text_table.open_text(text.encode(), "l.csv", Stages(None)) as table:
            columns = table.fetch([0, 2])
            rows = table.row_numbers(range(len(columns[0])))
            return [[cell or "" for cell in column.to_pylist()] for column in columns], rows
    except BadLedger as refused:
        return str(refused), refused.problems


@settings(max_examples=150, deadline=None)
@given(rows=_ROWS, line_end=st.sampled_from(["\n", "\r\n"]), ended=st.booleans())
def test_the_quick_reading_of_quotation_marks_is_never_another_than_the_full_one(
    rows: list[list[str]], line_end: str, ended: bool
) -> None:
    """However marks are written, right or wrong: the same cells and row numbers, or the same refusal."""
    text = line_end.join(["h0,h1,h2", *(",".join(row) for row in rows)]) + line_end * ended
    quick = read(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_table, "simply_quoted_lines", lambda *_: None)
        assert read(text) == quick


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ('"a","1"\n"b",2\n', 2),
        ('"a,b","1"\n"","x"', 2),
        ('"a"b,1\n', None),
        ('"a""b",1\n', None),
        ('a",1\n', None),
        ('a,"\n', None),
    ],
)
def test_only_marks_at_the_ends_of_cells_are_simple(tmp_path: Path, below: str, lines: int | None) -> None:
    """Lines are counted where every mark opens or closes a cell; one doubled, inside or left open is for the full reading."""
    file = tmp_path / "l.csv"
    file.write_text("h0,h1\n" + below)
    assert simply_quoted_lines(file, ",", 1) == lines


@pytest.mark.parametrize("piece", [1, 63, 64, 65, 200])
@given(
    cells=st.lists(st.text("ab,", max_size=90).map('"a{}b"'.format), min_size=3, max_size=60),
    stray=st.integers(0, 4_000) | st.none(),
)
def test_pieces_of_any_length_tell_the_same_of_the_marks(
    tmp_path_factory: pytest.TempPathFactory, piece: int, cells: list[str], stray: int | None
) -> None:
    """A cell that goes over the end of a piece is still open in the next, wherever a mark too many stands."""
    rows = [",".join(cells[at : at + 3]) for at in range(0, len(cells), 3)]
    below = "\n".join(rows)
    if stray is not None:
        below = below[:stray] + '"' + below[stray:]
    file = tmp_path_factory.getbasetemp() / "l.csv"
    file.write_text("h0,h1,h2\n" + below)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(text_quotes, "_PIECE", piece)
        assert simply_quoted_lines(file, ",", 1) == (len(rows) if stray is None else None)
