"""Build a listening path: who speaks to you, what they say, and the story stage by stage."""

from cxworkshop.domain.records import Category, CodeMap, Source, Story
from cxworkshop.programme.listening import CATEGORIES, EVIDENCE, LISTENING, SOURCES, STORY
from cxworkshop.ui import comments_panel
from cxworkshop.ui.charts import listening as charts
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show
from cxworkshop.ui.stories import story_cards


def sources() -> None:
    table(Source)


def categories() -> None:
    table(Category)
    table(CodeMap)
    picture(charts.volumes, until="When evidence has a category, the loudest stand here.")


def evidence() -> None:
    comments_panel.draw()
    picture(
        charts.heat,
        until="Stages down, kinds of source across: what you hear, and where you are deaf.",
        wide=True,
    )


def story() -> None:
    story_cards()
    table(Story)


show(LISTENING, {SOURCES.key: sources, CATEGORIES.key: categories, EVIDENCE.key: evidence, STORY.key: story})
