"""One table of words as a workbook of its own, for lists that are taken away."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from xlsxwriter.workbook import Workbook

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.values import UNSTORABLE

MOST_ROWS = 1_048_575
_LONGEST = 32_767
_WIDTH = 24


def one_table(sheet: str, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Headers, at least one, and rows as an Excel file; every cell is text as it stands, so that none is a formula or loses a nought.

    Raises BadValue for more rows than a sheet holds.
    """
    out = BytesIO()
    book = Workbook(out, {"constant_memory": True})
    page = book.add_worksheet(sheet[:31])
    bold = book.add_format({"bold": True})
    page.freeze_panes(1, 1)
    page.set_column(0, len(headers) - 1, _WIDTH)
    for column, header in enumerate(headers):
        page.write_string(0, column, header[:_LONGEST], bold)
    last = 0
    for last, row in enumerate(rows, 1):
        if last > MOST_ROWS:
            raise BadValue(f"A sheet holds {MOST_ROWS:,} rows, and these are more: take them as CSV.")
        for column, cell in enumerate(row):
            if cell:
                page.write_string(last, column, UNSTORABLE.sub(" ", cell)[:_LONGEST])
    page.autofilter(0, 0, last, len(headers) - 1)
    book.close()
    return out.getvalue()
