"""The frame: what stands in the way, where you stand, and the words you will use from now on."""

from cxworkshop.domain.records import Countermove, Legacy, LegacyVote, Slip, WordSwap
from cxworkshop.programme.frame import FRAME, INHIBITORS, LEGACY, PATH, WORDS
from cxworkshop.ui import people
from cxworkshop.ui.charts import frame as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def inhibitors() -> None:
    table(Slip)
    picture(
        charts.inhibitors, until="When three slips are in, each inhibitor stands here as a strip of dots."
    )
    table(Countermove)


def path() -> None:
    picture(charts.growth_path, until="When three slips are in, each of them is a dot on the ladder here.")


def legacy() -> None:
    form(Legacy)
    table(LegacyVote, only=("leader", "fingers", "stake"), rows=people.per_leader(LegacyVote))
    picture(charts.legacy_votes, until="Each leader's fist-to-five stands here.")


def words() -> None:
    table(WordSwap)


show(FRAME, {INHIBITORS.key: inhibitors, PATH.key: path, LEGACY.key: legacy, WORDS.key: words})
