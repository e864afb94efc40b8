"""Priorities: everything that the day brought up, and the five to ten that you start."""

from cxworkshop.domain.records import Choosing
from cxworkshop.programme.priorities import CANDIDATES, CHOOSE, DOTS, PRIORITIES
from cxworkshop.ui import candidates, trail_panel, votes
from cxworkshop.ui.charts import priorities as charts
from cxworkshop.ui.charts.ranks import ranks
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def gather() -> None:
    candidates.gathered()
    picture(charts.scores, until="When a candidate has value, confidence and effort, its score stands here.")
    trail_panel.folded()


def dots() -> None:
    votes.dots()
    picture(ranks, until="When the ballots are in, the dots stand here beside the score.")
    picture(charts.bubbles, until="With value and effort, each candidate is a bubble here.")


def choose() -> None:
    candidates.verdicts()
    candidates.gate_says()
    form(Choosing)
    trail_panel.draw()


show(PRIORITIES, {CANDIDATES.key: gather, DOTS.key: dots, CHOOSE.key: choose})
