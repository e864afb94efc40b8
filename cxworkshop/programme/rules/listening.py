"""When listening holds: sources with owners, one list of categories, no deaf stage, a story for each."""

from __future__ import annotations

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.analysis.listening import deaf, kinds_of, squares, volumes
from cxworkshop.domain.records import Category, CodeMap, Company, Evidence, Leader, Source, Stage, Story
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.ears import confirmed_words, ears_words, standing_words
from cxworkshop.programme.say import blanks, ended, lacking, named, share, some, told, written
from cxworkshop.programme.silos import hidden_words

_KINDS, _CATEGORIES = 2, 3


def sources_missing(workshop: Workshop) -> str | None:
    """Sources of at least two kinds, each with owner and cadence; one unasked; somebody calls the lost."""
    rows = written(workshop, Source)
    if not rows:
        return "No source is listed yet: begin with what reaches you unasked."
    unowned = [row for row in rows if blanks(workshop, row, ("source_kind", "owner", "cadence_days"))]
    lost = [row for row in rows if row.source_kind == "lost customer"]
    return told(
        lacking(
            named(workshop, unowned),
            "source lacks its kind, owner or rhythm",
            "sources lack their kind, owner or rhythm",
        ),
        "All sources are of one kind: add another."
        if len({row.source_kind for row in rows}) < _KINDS
        else None,
        None if any(row.aided is False for row in rows) else "No source is marked as unasked yet.",
        None
        if any(workshop.get(Leader, row.owner) for row in lost)
        else "Nobody is named to call the customers who left.",
    )


def sources_says(workshop: Workshop) -> str:
    """How much of what is heard comes through surveys, and which source has gone quiet."""
    rows = written(workshop, Source)
    if not rows:
        return "Your ways of listening appear here by kind, with the share that surveys have in them."
    held = workshop.one(Company).held_on
    unasked = sum(row.aided is False for row in rows)
    said = sentence(f"{share(unasked, len(rows), 'source', 'comes', 'come')} unasked.")
    standing = standing_words(workshop, held) if held else None
    return " ".join(filter(None, (standing, said, ears_words(workshop))))


def categories_missing(workshop: Workshop) -> str | None:
    """At least three categories, each with what it covers, and every silo's code mapped to one of them."""
    rows = written(workshop, Category)
    short = _CATEGORIES - len(rows)
    unmapped = [row for row in written(workshop, CodeMap) if not workshop.get(Category, row.category)]
    return told(
        sentence(f"{counted(short, 'more category is', 'more categories are')} needed.")
        if short > 0
        else None,
        lacking(
            named(workshop, [row for row in rows if not row.meaning]),
            "category does not say what it covers",
            "categories do not say what they cover",
        ),
        lacking(
            named(workshop, unmapped), "code belongs to no category yet", "codes belong to no category yet"
        ),
    )


def categories_says(workshop: Workshop) -> str:
    """Which category is loudest, and how many codes it unites."""
    rows = written(workshop, Category)
    if not rows:
        return "The categories appear here by how many people spoke of them, across all functions."
    codes = [row for row in workshop.all(CodeMap) if workshop.get(Category, row.category)]
    said = sentence(counted(len(rows), "category", "categories"))
    if codes:
        silos = {row.silo.casefold() for row in codes if row.silo}
        said += f" for {counted(len(codes), 'code')} of {counted(len(silos), 'function')}"
    heard = volumes(workshop)
    loudest, voices = heard[0] if heard else (None, 0)
    hidden = hidden_words(workshop)
    if loudest and voices and not hidden:
        said += f"; loudest is {named(workshop, [loudest])[0]} with {counted(voices, 'voice')}"
    return " ".join(filter(None, (f"{said}.", hidden)))


def evidence_missing(workshop: Workshop) -> str | None:
    """At least two kinds of source heard in every stage."""
    if not ordered_stages(workshop):
        return "There are no stages yet: draw the map first, then place what you hear on it."
    if not written(workshop, Evidence):
        return "Nothing is written down yet of what you heard."
    return lacking(
        named(workshop, deaf(workshop)),
        "stage hears fewer than two kinds of source",
        "stages hear fewer than two kinds of source",
    )


def evidence_says(workshop: Workshop) -> str:
    """Where nobody is heard, and what is heard both asked and unasked."""
    if not written(workshop, Evidence) or not ordered_stages(workshop):
        return "Stages stand in rows and kinds of voice in columns here; blank cells are where you are deaf."
    deaf_stages = named(workshop, deaf(workshop))
    said = "Every stage is heard through at least two kinds of source."
    if deaf_stages:
        said = sentence(
            f"{counted(len(deaf_stages), 'stage is', 'stages are')} nearly deaf: {some(deaf_stages)}."
        )
    nowhere = sum(voices for (stage_id, _), voices in squares(workshop).items() if stage_id is None)
    if nowhere:
        said += " " + sentence(f"{counted(nowhere, 'voice has', 'voices have')} no stage yet.")
    return " ".join(filter(None, (said, confirmed_words(workshop))))


def story_missing(workshop: Workshop) -> str | None:
    """A story for every stage, with at least two kinds of source behind it."""
    stages = ordered_stages(workshop)
    if not stages:
        return "There are no stages yet to tell a story of."
    told_of = {row.stage for row in workshop.all(Story) if row.story}
    without = [stage for stage in stages if stage.id not in told_of]
    thin = [stage for stage in deaf(workshop) if stage.id in told_of]
    return told(
        lacking(named(workshop, without), "stage has no story", "stages have no story"),
        lacking(
            named(workshop, thin),
            "story rests on fewer than two kinds of source",
            "stories rest on fewer than two kinds of source",
        ),
    )


def story_says(workshop: Workshop) -> str:
    """How many stages have a story, and the first of them."""
    stories = {row.stage: row for row in workshop.all(Story) if row.story and workshop.get(Stage, row.stage)}
    stages = ordered_stages(workshop)
    first = next((stage for stage in stages if stage.id in stories), None)
    if first is None:
        return "One card for each stage appears here, with the voices that stand behind it."
    kinds = listed(kinds_of(workshop, first.id))
    said = sentence(f"{share(len(stories), len(stages), 'stage', 'has', 'have')} a story.")
    story = ended(f"{named(workshop, [first])[0]}: {quoted(stories[first.id].story, 160)}")
    return f"{said} {story} Heard through: {kinds}." if kinds else f"{said} {story}"
