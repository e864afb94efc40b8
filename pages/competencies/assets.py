"""Customers as assets: from rival counts to one that is signed, the bridge behind it, and why."""

from cxworkshop.domain.records import BridgeRow, Definition, FunctionCount, PeriodFacts, Reason, SignOff
from cxworkshop.programme.assets import ASSETS, BESIDE, BRIDGE, COUNTS, DEFINITION, LAB, LISTS, SIGNOFF, WHY
from cxworkshop.ui import bridge_panel, lab_panel, lists_panel, people
from cxworkshop.ui.charts import assets as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def counts() -> None:
    table(FunctionCount)
    picture(
        charts.counts, until="As soon as two functions have a number, they stand here as dots on one line."
    )


def lists() -> None:
    lists_panel.draw()


def lab() -> None:
    lab_panel.draw()


def definition() -> None:
    form(Definition)


def sign_off() -> None:
    bridge_panel.definition_card()
    table(SignOff, only=("leader", "stance", "reason"), rows=people.per_leader(SignOff))


def bridge() -> None:
    table(BridgeRow)
    bridge_panel.draw()


def beside() -> None:
    table(PeriodFacts)
    bridge_panel.derived()


def why() -> None:
    table(Reason)
    picture(charts.reasons, until="Reasons with a number of customers stand here, the longest bar first.")


show(
    ASSETS,
    {
        COUNTS.key: counts,
        LISTS.key: lists,
        LAB.key: lab,
        DEFINITION.key: definition,
        SIGNOFF.key: sign_off,
        BRIDGE.key: bridge,
        BESIDE.key: beside,
        WHY.key: why,
    },
)
