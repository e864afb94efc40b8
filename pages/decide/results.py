"""Results: the day on one page, what is still missing, and the workbook that holds all of it."""

from cxworkshop.programme.results import RESULTS, SUMMARY
from cxworkshop.programme.reviews import REVIEW, ROUND
from cxworkshop.ui import review_panel, round_panel, summary, trail_panel, workbook_panel
from cxworkshop.ui.steps import show


def results() -> None:
    summary.draw()
    trail_panel.folded()
    workbook_panel.save()
    workbook_panel.take_in()


def review() -> None:
    review_panel.draw()


def next_round() -> None:
    round_panel.draw()


show(RESULTS, {SUMMARY.key: results, REVIEW.key: review, ROUND.key: next_round})
