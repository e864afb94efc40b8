"""Results: the day on one page, what is still missing, and the workbook that holds all of it."""

from cxworkshop.programme.results import RESULTS, SUMMARY
from cxworkshop.ui import summary, trail_panel, workbook_panel
from cxworkshop.ui.steps import show


def results() -> None:
    summary.draw()
    trail_panel.folded()
    workbook_panel.save()
    workbook_panel.take_in()


show(RESULTS, {SUMMARY.key: results})
