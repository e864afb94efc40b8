"""Align around experience: the stages of the customer's life with you, and who answers for each."""

from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.programme.experience import EXPERIENCE, FEELINGS, MAP, STAGES, TOUCHPOINTS
from cxworkshop.ui import cap_panel, feelings_panel, map_panel, picture_files, stage_changes_panel, votes
from cxworkshop.ui.charts import experience as charts
from cxworkshop.ui.charts.feelings import emotion_curve
from cxworkshop.ui.charts.stage_names import names_beside
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def stages() -> None:
    table(Stage, only=map_panel.STAGE_COLUMNS)
    stage_changes_panel.draw()
    picture(
        names_beside,
        until="Name a stage as a customer would; your own name for it then stands beside it.",
        wide=True,
    )
    map_panel.name_flags()


def feelings() -> None:
    votes.feelings()
    picture(emotion_curve, until="When two stages have a mark, the curve stands here.", wide=True)
    feelings_panel.settle()


def touchpoints() -> None:
    table(Touchpoint, only=map_panel.MOMENT_COLUMNS)
    cap_panel.draw()
    map_panel.draw("touchpoints", TOUCHPOINTS.reads)


def stage_map() -> None:
    map_panel.draw("map", MAP.reads)
    picture_files.downloads("The map", "stage-map", map_panel.as_picture)
    picture(
        charts.accountability,
        until="Functions down, stages across: who is accountable, who takes part.",
        wide=True,
    )


show(
    EXPERIENCE,
    {STAGES.key: stages, FEELINGS.key: feelings, TOUCHPOINTS.key: touchpoints, MAP.key: stage_map},
)
