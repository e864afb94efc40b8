"""Leadership and culture: how you will and will not grow, and the proof that you mean it."""

from cxworkshop.domain.records import GrowthChoice, Immersion, Proof, Rule, Standard
from cxworkshop.programme.leadership import CHOICES, IMMERSION, LEADERSHIP, PERMISSION, PROOF, RULES
from cxworkshop.ui import votes, wall
from cxworkshop.ui.charts import leadership as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def choices() -> None:
    table(GrowthChoice)
    votes.choices()
    wall.draw()
    picture(charts.hands, until="When hands are up, each pair has its row of dots here.")


def permission() -> None:
    table(Standard)


def proof() -> None:
    table(Proof)


def rules() -> None:
    table(Rule)
    picture(charts.rules, until="When a rule has its times and minutes, the hours it costs stand here.")


def immersion() -> None:
    table(Immersion)


show(
    LEADERSHIP,
    {
        CHOICES.key: choices,
        PERMISSION.key: permission,
        PROOF.key: proof,
        RULES.key: rules,
        IMMERSION.key: immersion,
    },
)
