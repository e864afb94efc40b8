"""Align around experience: the stages of the customer's life with you, and who answers for each."""

from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.programme.experience import EXPERIENCE, MAP, STAGES, TOUCHPOINTS
from cxworkshop.ui import map_panel
from cxworkshop.ui.charts import experience as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def stages() -> None:
    table(
        Stage,
        only=(
            "order",
            "name",
            "executive",
            "emotion",
            "functions",
            "inside_name",
            "goal",
            "need",
            "actor",
            "scenario",
        ),
    )
    map_panel.name_flags()
    picture(charts.emotion_curve, until="When two stages have an emotion, the curve stands here.", wide=True)


def touchpoints() -> None:
    table(Touchpoint)
    map_panel.draw("touchpoints")


def stage_map() -> None:
    map_panel.draw("map")
    picture(
        charts.accountability,
        until="Functions down, stages across: who is accountable, who takes part.",
        wide=True,
    )


show(EXPERIENCE, {STAGES.key: stages, TOUCHPOINTS.key: touchpoints, MAP.key: stage_map})
