"""Build a listening path: who speaks to you, what they say, and the story stage by stage."""

from cxworkshop.domain.records import Category, CodeMap
from cxworkshop.programme.listening import CATEGORIES, EVIDENCE, LISTENING, SOURCES, STORY
from cxworkshop.ui import comments_panel, ears_panel, heard_panel, privacy_panel, stories
from cxworkshop.ui.charts.silos import loudest
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import picture
from cxworkshop.ui.steps import show


def sources() -> None:
    ears_panel.draw()


def categories() -> None:
    table(Category)
    table(CodeMap)
    picture(loudest, until="When evidence has a category, the loudest stand here.", wide=True)


def evidence() -> None:
    comments_panel.draw()
    heard_panel.draw()
    privacy_panel.draw()


def story() -> None:
    stories.draw()


show(LISTENING, {SOURCES.key: sources, CATEGORIES.key: categories, EVIDENCE.key: evidence, STORY.key: story})
