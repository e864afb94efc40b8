"""Which ways of listening have gone quiet, how much comes through surveys, how much unasked: in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cxworkshop.analysis.findings import counted, quoted, sentence
from cxworkshop.analysis.listening import (
    ADDICTED,
    GONE_QUIET,
    NEVER,
    NO_RHYTHM,
    backing,
    standing,
    surveyed,
    unasked,
)
from cxworkshop.analysis.stage_voices import unheard_reasons
from cxworkshop.domain.records import Source
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import named, some, written


def standing_words(workshop: Workshop, today: date) -> str | None:
    """How many ways of listening have gone quiet; else how many were never heard, or have no rhythm; None without any."""
    found = written(workshop, Source)
    if not found:
        return None
    states = {one.id: standing(one, today) for one in found}
    quiet = [one for one in found if states[one.id] == GONE_QUIET]
    never = [one for one in found if states[one.id] == NEVER]
    vague = [one for one in found if states[one.id] == NO_RHYTHM]
    if quiet:
        return f"{_ways(quiet, found, 'has', 'have')} gone quiet: {some(named(workshop, quiet))}."
    if never:
        return f"{_ways(never, found, 'was', 'were')} never heard: {some(named(workshop, never))}."
    if vague:
        return f"{_ways(vague, found, 'has', 'have')} no rhythm to judge by: {some(named(workshop, vague))}."
    return f"{_ways(found, found, 'is', 'are')} fresh."


def _ways(part: Sequence[Source], found: Sequence[Source], one: str, many: str) -> str:
    """`Two of eight ways of listening have`, `The one way of listening has`, `All eight ways of listening have`."""
    total = counted(len(found), "way of listening", "ways of listening")
    if len(part) == len(found):
        whole = {1: f"The {total} {one}", 2: f"Both ways of listening {many}"}
        return whole.get(len(found), f"All {total} {many}")
    return sentence(f"{counted(len(part), 'of', 'of')} {total} {one if len(part) == 1 else many}")


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


def confirmed_words(workshop: Workshop) -> str | None:
    """The loudest of what is heard both asked and unasked, and how much more is; None while nothing can be compared."""
    found = backing(workshop)
    if not found:
        return None
    both = {place: sum(voices) for place, voices in found.items() if all(voices)}
    if not both:
        return "Nothing is confirmed yet: no category is heard in any stage both when you ask and when you do not."
    stage, category = max(both, key=lambda place: both[place])
    what = quoted(workshop.name_of("category", category))
    where = quoted(workshop.name_of("stage", stage), 60)
    voices = counted(both[stage, category], "voice")
    more = f"; {counted(len(both) - 1, 'more is', 'more are')} confirmed so" if len(both) > 1 else ""
    return sentence(f"{what} at {where} is what customers say both asked and unasked, in {voices}{more}.")


def unheard_words(workshop: Workshop) -> str | None:
    """Which top reasons to leave nobody is heard to complain of where they lie; None where there is none."""
    silent = unheard_reasons(workshop)
    if not silent:
        return None
    named = some([quoted(one.reason, 72) for one in silent])
    one = len(silent) == 1
    return f"Nobody is heard to complain about {'a top reason' if one else counted(len(silent), 'top reason')} to leave: {named}. Open an ear there first."
