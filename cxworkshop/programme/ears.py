"""How much of what is heard comes through surveys and how much unasked, in sentences."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, quoted
from cxworkshop.analysis.listening import ADDICTED, surveyed, unasked
from cxworkshop.analysis.stage_voices import unheard_reasons
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import some


def ears_words(workshop: Workshop) -> str | None:
    """How much surveys carry, and how much comes unasked; None while no voice has a kind of source."""
    (surveys, known), (free, judged) = surveyed(workshop), unasked(workshop)
    said: list[str] = []
    if known:
        addicted = surveys > ADDICTED * known
        means = (
            ": score addiction, for most of what you know answers a question that you put" if addicted else ""
        )
        said.append(f"{_of(surveys, known)} came through surveys{means}.")
    if judged:
        said.append(f"{_of(free, judged)} came unasked.")
    return " ".join(said) or None


def _of(part: int, whole: int) -> str:
    return f"{part:,} of {whole:,} voices ({part / whole * 100:.0f} %)"


def unheard_words(workshop: Workshop) -> str | None:
    """Which top reasons to leave nobody is heard to complain of where they lie; None where there is none."""
    silent = unheard_reasons(workshop)
    if not silent:
        return None
    named = some([quoted(one.reason, 72) for one in silent])
    one = len(silent) == 1
    return f"Nobody is heard to complain about {'a top reason' if one else counted(len(silent), 'top reason')} to leave: {named}. Open an ear there first."
