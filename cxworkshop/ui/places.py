"""Where every page lies, and the addresses that lead straight to a step, or to one row of it on behalf of a priority."""

from __future__ import annotations

from cxworkshop.domain.workshop import Key
from cxworkshop.programme.step import Step
from cxworkshop.ui import session

PAGE_FILES: dict[str, str] = {
    "start": "pages/prepare/start.py",
    "room": "pages/prepare/room.py",
    "frame": "pages/competencies/frame.py",
    "assets": "pages/competencies/assets.py",
    "experience": "pages/competencies/experience.py",
    "listening": "pages/competencies/listening.py",
    "reliability": "pages/competencies/reliability.py",
    "leadership": "pages/competencies/leadership.py",
    "priorities": "pages/decide/priorities.py",
    "commitments": "pages/decide/commitments.py",
    "results": "pages/decide/results.py",
}
"""The one list that navigation, links and tests walk; `pages/` is nested for the reason in docs/architecture.md."""


def part_page(step: Step) -> tuple[str, dict[str, str]]:
    """The file and the query of the page that a step is on, for links that lead straight to it."""
    query = {session.CODE: session.here().code or "", session.STEP: step.key}
    return PAGE_FILES[step.key.split(".")[0]], query


def followed(step: Step, priority: str, row: Key | None = None) -> tuple[str, dict[str, str]]:
    """The same for somebody who follows a priority: the address says which, and which row it leads to."""
    file, query = part_page(step)
    more = {session.ROW: ":".join(row)} if row else {}
    return file, {**query, session.PRIORITY: priority, **more}
