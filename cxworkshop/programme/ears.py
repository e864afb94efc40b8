"""How much of what is heard comes through surveys and how much unasked, in sentences."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, quoted
from cxworkshop.analysis.listening import ADDICTED, survey_share, unasked_share
from cxworkshop.analysis.stage_voices import unheard_reasons
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import some


def ears_words(workshop: Workshop) -> str | None:
    """How much surveys carry, and how much comes unasked; None while no voice has a kind of source."""
    found: list[str] = []
    surveys, unasked = survey_share(workshop), unasked_share(workshop)
    if surveys:
        said = f"Surveys carry {surveys * 100:.0f} % of the voices"
        if surveys > ADDICTED:
            said += ": score addiction. Most of what you know is an answer to a question that you put"
        found.append(f"{said}.")
    elif surveys is not None:
        found.append("No voice comes through a survey.")
    if unasked is not None:
        found.append(f"Unasked came {unasked * 100:.0f} %.")
    return " ".join(found) or None


def unheard_words(workshop: Workshop) -> str | None:
    """Which top reasons to leave nobody is heard to complain of where they lie; None where there is none."""
    silent = unheard_reasons(workshop)
    if not silent:
        return None
    named = some([quoted(one.reason, 72) for one in silent])
    one = len(silent) == 1
    return f"Nobody is heard to complain about {'a top reason' if one else counted(len(silent), 'top reason')} to leave: {named}. Open an ear there first."
