"""Pictures of reliability: each measure's behaviour, the pipeline of people from meeting to leaving, and the tornado."""

from cxworkshop.ui.charts.behaviour import behaviour
from cxworkshop.ui.charts.pipeline import pipeline
from cxworkshop.ui.charts.tornado import tornado

__all__ = ["behaviour", "pipeline", "tornado"]
