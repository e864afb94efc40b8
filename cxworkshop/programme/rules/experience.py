"""When the map holds: stages in the customer's words, each owned, ten to twenty moments, a few marked."""

from __future__ import annotations

from cxworkshop.analysis.accountability import gaps, gaps_say
from cxworkshop.analysis.experience import coverage, ordered_stages, touchpoints_of
from cxworkshop.analysis.feelings import HIGH, felt, in_words, least_agreed
from cxworkshop.analysis.findings import all_of, counted, sentence
from cxworkshop.analysis.findings import in_words as in_numbers
from cxworkshop.analysis.stage_names import two_names
from cxworkshop.domain.records import Leader, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import lacking, named, quote, share, some, told, written

_STAGES, _MOMENTS, _MARKS = (4, 8), (10, 20), 2


def stages_missing(workshop: Workshop) -> str | None:
    """Four to eight stages, none named in the company's words, each with one accountable leader."""
    stages = [stage for stage in ordered_stages(workshop) if stage.filled]
    flags = [(one.stage, one.flag) for one in two_names(workshop) if one.flag]
    return told(
        _out_of(len(stages), _STAGES, "stage"),
        lacking(
            _numbers(stages, [stage for stage in stages if not stage.name]),
            "stage has no name",
            "stages have no name",
        ),
        lacking(
            named(workshop, [stage for stage, _ in flags]),
            "name is yours and not the customer's",
            "names are yours and not the customer's",
        ),
        flags[0][1] if flags else None,
        lacking(
            named(workshop, [stage for stage in stages if not workshop.get(Leader, stage.executive)]),
            "stage has no accountable leader",
            "stages have no accountable leader",
        ),
    )


def stages_says(workshop: Workshop) -> str:
    """The stages in order, and where the customer feels worst."""
    stages = [stage for stage in ordered_stages(workshop) if stage.name]
    if not stages:
        return "The stages appear here from left to right, in the customer's words, with yours beside them."
    first, last = quote(stages[0].name), quote(stages[-1].name)
    said = f"{counted(len(stages), 'stage')}, from {first} to {last}."
    ours = [quote(one.outside) for one in two_names(workshop) if one.flag]
    if ours:
        said += f" {sentence(counted(len(ours), 'name is', 'names are'))} still yours: {some(ours)}."
    return sentence(said)


def feelings_missing(workshop: Workshop) -> str | None:
    """Every stage has an emotion that the room settled on, after more than one leader has marked it."""
    stages = felt(workshop)
    if not stages:
        return "There are no stages yet to feel anything about."
    alone = [one.stage for one in stages if len(one.opinion.values) < min(_MARKS, len(workshop.all(Leader)))]
    return told(
        lacking(
            named(workshop, alone),
            "stage has marks of fewer than two leaders",
            "stages have marks of fewer than two leaders",
        ),
        lacking(
            named(workshop, [one.stage for one in stages if not one.settled]),
            "stage has no emotion that you settled on",
            "stages have no emotion that you settled on",
        ),
    )


def feelings_says(workshop: Workshop) -> str:
    """Where the customer feels worst, and where the leaders agree least."""
    known = [one for one in felt(workshop) if one.emotion is not None]
    if not known:
        return "The curve appears here: how each stage feels, and how far apart your marks for it lie."
    worst = min(one.emotion or 0.0 for one in known)
    lowest = [quote(one.stage.name or "—") for one in known if one.emotion == worst]
    if worst == HIGH:
        said = f"{sentence(share(len(known), len(known), 'stage', 'is', 'are'))} a delight: ask a customer whether that is so."
    elif len(lowest) == len(known) > 1:
        said = f"{sentence(all_of(len(known), 'stage'))} feel the same: {in_words(worst)}."
    else:
        said = f"It feels worst in {some(lowest)}: {in_words(worst)}."
    first = least_agreed(workshop)
    return f"{said} Talk first about {quote(first.stage.name)}, where you agree least." if first else said


def touchpoints_missing(workshop: Workshop) -> str | None:
    """Ten to twenty moments, each in a stage, with a few marked as priorities."""
    moments = [moment for moment in written(workshop, Touchpoint) if moment.name]
    # Parked moments are no longer in the way, but they have been seen.
    busy = [moment for moment in moments if moment.priority or not moment.parked]
    marked = sum(bool(moment.priority) for moment in moments)
    # A stage may always keep one priority, however few moments there are.
    most = max(len(moments) // 2, len(ordered_stages(workshop)))
    return told(
        _out_of(
            len(moments) if len(moments) < _MOMENTS[0] else max(len(busy), _MOMENTS[0]), _MOMENTS, "moment"
        ),
        lacking(
            named(workshop, [moment for moment in moments if not workshop.get(Stage, moment.stage)]),
            "moment belongs to no stage",
            "moments belong to no stage",
        ),
        "No moment is marked as a priority yet." if not marked else None,
        f"{marked} of {len(moments)} moments are priorities: where more than half are, none of them is one."
        if marked > most
        else None,
    )


def touchpoints_says(workshop: Workshop) -> str:
    """How many moments, how many of them priorities, moments of truth, and hidden ones."""
    moments = [moment for moment in workshop.all(Touchpoint) if moment.name]
    if not moments:
        return "The moments appear here below their stages; the few that decide stand out."
    marked = named(workshop, [moment for moment in moments if moment.priority])
    hidden = sum(moment.seen == "hidden" for moment in moments)
    said = sentence(f"{counted(len(moments), 'moment')}, {counted(len(marked), 'priority', 'priorities')}")
    said += f" ({some(marked)})" if marked else ""
    truths = sum(bool(moment.truth) for moment in moments)
    said += f", {counted(truths, 'moment', 'moments')} of truth" if truths else ""
    parked = sum(bool(moment.parked) and not moment.priority for moment in moments)
    said += f", {in_numbers(parked)} parked" if parked else ""
    return f"{said}; {counted(hidden, 'passes', 'pass')} unnoticed today." if hidden else f"{said}."


def map_missing(workshop: Workshop) -> str | None:
    """Every stage with a leader, a priority moment, and at least two functions."""
    stages = ordered_stages(workshop)
    if not stages:
        return "There are no stages yet to draw a map of."
    without = [
        stage for stage in stages if not any(one.priority for one in touchpoints_of(workshop, stage.id))
    ]
    found = gaps(workshop)
    return told(
        lacking(
            named(workshop, found.unowned),
            "stage has no accountable leader",
            "stages have no accountable leader",
        ),
        lacking(named(workshop, without), "stage has no priority moment", "stages have no priority moment"),
        lacking(
            named(workshop, found.alone),
            "stage takes fewer than two functions",
            "stages take fewer than two functions",
        ),
    )


def map_says(workshop: Workshop) -> str:
    """How many stages are covered, and which leader carries too many."""
    found = coverage(workshop)
    if not found.staged:
        return "The map appears here: stages as a path, moments below them, one leader on each."
    covered = share(found.covered, found.staged, "stage", "has", "have")
    alone = found.staged == 1 and not found.covered
    has = "The one stage lacks a leader or" if alone else f"{sentence(covered)} a leader and"
    return " ".join([f"{has} a priority moment.", *gaps_say(workshop)[:2]])


def _out_of(have: int, bounds: tuple[int, int], one: str) -> str | None:
    """What is missing to a range, or too much for it."""
    low, high = bounds
    if have < low:
        missing = counted(low - have, f"more {one} is", f"more {one}s are")
        so_far = "none so far" if not have else f"{counted(have, one)} so far"
        return sentence(f"{missing} needed: {low} to {high} tell the story, {so_far}.")
    if have > high:
        return sentence(
            f"{counted(have - high, f'{one} is', f'{one}s are')} too many: {low} to {high} tell the story."
        )
    return None


def _numbers(stages: list[Stage], some: list[Stage]) -> list[str]:
    """Rows that have no name yet, by their place."""
    return [f"number {stages.index(stage) + 1}" for stage in some]
