"""What was heard, on screen: typed or pasted, brought in as a file, or read comment by comment."""

from __future__ import annotations

from cxworkshop.domain.records import Evidence
from cxworkshop.ui import comments_files, comments_hand_in, comments_reading, session
from cxworkshop.ui.editor import table
from cxworkshop.ui.one_of import one_of

TYPE, BRING, READ = "Type or paste", "Bring a file of comments", "Read by stage"
TYPED = ("stage", "touchpoint", "source", "category", "quote", "count", "sentiment", "heard_on", "aloud")
"""The fields of evidence in the order in which people type them; the file is written by bringing one in."""


def draw() -> None:
    """One of three ways at a time; the projector shows the one that was chosen."""
    way = one_of("How evidence comes here", "evidence-way", (TYPE, BRING, READ))
    if way == TYPE:
        table(Evidence, only=TYPED)
    elif way == READ:
        comments_reading.read()
    else:
        if not session.projecting():
            comments_hand_in.hand_in()
        comments_files.files()
