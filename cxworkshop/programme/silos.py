"""What the functions' separate lists hide from the company, in a sentence."""

from __future__ import annotations

from cxworkshop.analysis.findings import all_of, counted, quoted, sentence
from cxworkshop.analysis.silos import hidden
from cxworkshop.domain.workshop import Workshop

PLACES = {1: "loudest", 2: "second loudest", 3: "third loudest"}
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def hidden_words(workshop: Workshop) -> str | None:
    """What separate lists hide; where they hide nothing, that they agree; None with fewer than two reports."""
    found = hidden(workshop)
    if found is None:
        return None
    name = quoted(workshop.name_of("category", found.category.id))
    under = f", under {counted(found.names, 'name')}" if found.names > 1 else ""
    size = f"with {counted(found.voices, 'voice')}{under}"
    ours = f"the company's {PLACES[found.place]}"
    if found.best > found.place:
        if found.place == 1:
            return f"{name} is loudest in no function's report, and {ours} once the lists are one: {size.removeprefix('with ')}."
        low = ORDINALS[found.best] if found.best < len(ORDINALS) else f"number {found.best}"
        return f"{name} comes {low} at best in any function's report; once the lists are one it is {ours}, {size}."
    if found.most == found.voices:
        return f"{name} is {ours}, {size}, and stands in one function's report only."
    if found.leads < found.reports:
        most = f"no report shows more than {found.most:,} of its {counted(found.voices, 'voice')}{under}"
        led = f"{counted(found.leads, 'of', 'of')} {counted(found.reports, 'report')}"
        return f"{name} leads {led}, and {most}: only one list shows how large it is."
    return f"{sentence(all_of(found.reports, 'report'))} put {name} first, and so does the company's one list, {size}."
