"""Series files that could be misread: the first point in place of headers, columns passed over, and errors for values."""

from __future__ import annotations

import pytest

from cxworkshop.domain.errors import BadFile
from cxworkshop.ledger.series import SeriesFile, read_many


def _read(lines: list[str]) -> SeriesFile:
    return read_many("\n".join(lines).encode(), "series.csv")


@pytest.mark.parametrize(
    "lines",
    [
        ["2025-01,91", "2025-02,92", "2025-03,93"],
        ["On time,2025-01,91", "On time,2025-02,92"],
        ["31.01.2025;91", "28.02.2025;92", "31.03.2025;93"],
    ],
)
def test_a_first_point_in_place_of_headers_is_not_swallowed(lines: list[str]) -> None:
    """It would otherwise name the series, and be missing from it."""
    with pytest.raises(BadFile, match=r"row 1 holds .* where headers belong"):
        _read(lines)


def test_dates_across_need_no_word_above_the_names() -> None:
    """The corner of a table is often blank."""
    (series,) = _read([",2025-01,2025-02", "On time,91,92"]).series
    assert (series.name, [one.value for one in series.points]) == ("On time", [91, 92])


def test_columns_beside_the_dates_that_are_passed_over_are_told() -> None:
    """A unit and a total are no points, and nobody has to guess that they were left out."""
    found = _read(["Measure,Unit,2025-01,2025-02,Total", "On time,%,91,92,183"])
    assert [len(one.points) for one in found.series] == [2]
    assert found.notes == ("series.csv: not read, since no date stands above it: Unit, Total.",)


def test_a_column_half_of_errors_tells_its_errors() -> None:
    """Rather than that there is no value at all."""
    with pytest.raises(BadFile, match="row 3, column On time"):
        _read(["month,On time", "2025-01,91", "2025-02,#DIV/0!"])
