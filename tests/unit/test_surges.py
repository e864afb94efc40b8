"""Surges that surveys lag: months far above what is usual, found by the process behaviour chart, and said."""

from __future__ import annotations

from datetime import date

import pytest

from cxworkshop.analysis.surges import Months, surges
from cxworkshop.domain.records import CommentFile, SortRule, Source
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import palette
from cxworkshop.ledger.comments import (
    guess,
    months_heard,
    open_comments,
    read_comments,
    rules_of,
    sort_comments,
)
from cxworkshop.programme.surges import surge_words
from cxworkshop.ui.charts.surges import surges as drawn

STEADY = (10, 12, 10, 12, 10, 12, 10, 12, 10, 12)
SURGED = (10, 12, 10, 12, 40, 12, 10, 12, 10, 12)


def months(**voices: tuple[int, ...]) -> Months:
    """Ten months from January 2025, with the voices of some kinds."""
    return Months(tuple(date(2025, at, 1) for at in range(1, 11)), voices)


def test_a_month_above_its_limit_is_a_surge() -> None:
    """By hand: the average is 14, the nine ranges are seven times 2 and twice 28, so 14 + 2.66 x 70 / 9 = 34.7 < 40."""
    [one] = surges(months(social=SURGED, survey=STEADY))
    assert ("social", 4, 40, 14.0, None) == (one.kind, one.at, one.voices, one.usual, one.later)
    assert () == surges(months(social=STEADY, survey=SURGED))


@pytest.mark.parametrize(
    ("voices", "said"),
    [
        (
            {"social": SURGED, "survey": STEADY},
            "Social voices surged in May 2025: 40, where 14 a month are usual; surveys do not show it.",
        ),
        (
            {"social": SURGED, "survey": SURGED},
            "Social voices surged in May 2025: 40, where 14 a month are usual; surveys show it, too.",
        ),
        (
            {"social": SURGED, "survey": (*STEADY[:7], 40, 10, 12)},
            "Social voices surged in May 2025: 40, where 14 a month are usual; surveys show it three months later.",
        ),
        (
            {"social": SURGED, "volunteered": SURGED},
            "Social voices surged in May 2025: 40, where 14 a month are usual; no survey is in this file; one more surge"
            " beside it.",
        ),
        (
            {"social": STEADY},
            "No month stands out: in all ten months each kind of source speaks about as usual.",
        ),
    ],
)
def test_a_surge_is_said_with_what_surveys_show_of_it(voices: dict[str, tuple[int, ...]], said: str) -> None:
    """What people say by themselves, how much that is, and whether or when surveys follow."""
    assert said == surge_words(months(**voices))


def test_a_few_months_have_nothing_usual() -> None:
    """Five months make no picture; nor does a file without one."""
    few = Months(tuple(date(2025, at, 1) for at in range(1, 6)), {"social": (1, 1, 1, 1, 90)})
    assert () == surges(few)
    assert drawn(assemble([], title="x"), palette("light"), few) is None
    assert drawn(assemble([], title="x"), palette("light"), None) is None


def test_the_picture_has_its_finding_and_a_row_a_month() -> None:
    """The month that surges is named in the table as well."""
    found = months(social=SURGED, survey=STEADY)
    picture = drawn(assemble([], title="x"), palette("dark"), found)
    assert picture is not None
    assert surge_words(found) == picture.says
    assert {"Month": "May 2025", "Survey": 10, "Social": 40, "Surge": "social"} == picture.table[4]
    assert picture.chart.to_dict()


def test_only_whole_months_are_compared() -> None:
    """The file begins on 15 January and ends on 30 April: February and March count, a month without any is nought."""
    rows = [
        "2025-01-15,Web",
        "2025-02-01,Web",
        "2025-02-02,Shop",
        "2025-04-30,Web",
        ",Web",
        "2025-02-09,Other",
    ]
    content = "Day,Channel,Comment\n" + "".join(f"{one},It came late once more\n" for one in rows)
    workshop = assemble(
        [
            *(Source(id=one, name=one, source_kind="volunteered") for one in ("Web", "Shop")),
            Source(id="Other", name="Other"),
            *(
                SortRule(id=one, column="Channel", match="is", says=one, source=one)
                for one in ("Web", "Shop", "Other")
            ),
        ],
        title="x",
    )
    table = open_comments(content.encode(), "c.csv")
    said = CommentFile(id="f", **guess(table))
    comments = read_comments(table, said)
    kinds = {one.id: one.source_kind for one in workshop.all(Source)}
    found = months_heard(comments, sort_comments(comments, said, rules_of(workshop, said)), kinds)
    assert found == Months((date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1)), {"volunteered": (2, 0, 1)})
