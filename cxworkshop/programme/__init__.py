"""The programme: what the room does, part by part and step by step, and how far it has come."""

from cxworkshop.programme.assets import ASSETS
from cxworkshop.programme.commitments import COMMITMENTS
from cxworkshop.programme.experience import EXPERIENCE
from cxworkshop.programme.frame import FRAME
from cxworkshop.programme.leadership import LEADERSHIP
from cxworkshop.programme.listening import LISTENING
from cxworkshop.programme.priorities import PRIORITIES
from cxworkshop.programme.reliability import RELIABILITY
from cxworkshop.programme.results import RESULTS
from cxworkshop.programme.room import ROOM
from cxworkshop.programme.step import Part, Step

PARTS: tuple[Part, ...] = (
    ROOM,
    FRAME,
    ASSETS,
    EXPERIENCE,
    LISTENING,
    RELIABILITY,
    LEADERSHIP,
    PRIORITIES,
    COMMITMENTS,
    RESULTS,
)
STEPS: dict[str, Step] = {step.key: step for part in PARTS for step in part.steps}

__all__ = ["PARTS", "STEPS", "Part", "Step"]
