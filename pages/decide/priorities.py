"""Priorities: everything that the day brought up, and the five to ten that you start."""

from cxworkshop.domain.records import Choosing
from cxworkshop.programme.priorities import CANDIDATES, CHOOSE, DOTS, PRIORITIES
from cxworkshop.ui import ballot_panel, candidates
from cxworkshop.ui.charts import priorities as charts
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def gather() -> None:
    candidates.gathered()
    picture(charts.scores, until="When a candidate has value, confidence and effort, its score stands here.")


def dots() -> None:
    ballot_panel.draw()
    ballot_panel.pictures()


def choose() -> None:
    candidates.verdicts()
    candidates.gate_says()
    form(Choosing)


show(PRIORITIES, {CANDIDATES.key: gather, DOTS.key: dots, CHOOSE.key: choose})
