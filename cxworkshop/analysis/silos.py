"""What each function's own report says customers talk about, against the one list of the whole company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.analysis.listening import heard
from cxworkshop.domain.records import Category, CodeMap, Leader, Source
from cxworkshop.domain.workshop import Workshop

TOP = 3
"""So far down the company's list is looked for what separate reports hide."""


@dataclass(frozen=True)
class Hidden:
    """A category that the company hears more of than any one report lets on."""

    category: Category
    voices: int
    place: int
    """Its place in the company's list, from 1."""
    best: int
    """Its best place in any report."""
    most: int
    """The most voices that any one report shows of it."""
    leads: int
    """In how many reports it stands first."""
    reports: int
    """How many reports there are."""
    names: int
    """Under how many names of their own the functions file it."""


def silo_of(workshop: Workshop, source: Source) -> str:
    """Whose report the voices of a source end in: as said, else its owner's function, else the source itself."""
    owner = workshop.get(Leader, source.owner)
    return source.silo or (owner.function if owner else None) or source.name or "—"


def reports(workshop: Workshop) -> dict[str, Counter[str]]:
    """Voices per category id in each function's own report, the function with most voices first.

    Functions are the same whatever their capitals; voices without a source or a category are in none.
    """
    found: dict[str, Counter[str]] = {}
    spelt: dict[str, str] = {}
    for one in heard(workshop):
        category = workshop.get(Category, one.row.category)
        if category and one.source:
            silo = silo_of(workshop, one.source)
            silo = spelt.setdefault(silo.casefold(), silo)
            found.setdefault(silo, Counter())[category.id] += one.voices
    return dict(sorted(found.items(), key=lambda report: -report[1].total()))


def unsorted(workshop: Workshop) -> Counter[str]:
    """Voices that belong to no category yet, by function; those without a source stand under an empty name."""
    found: Counter[str] = Counter()
    for one in heard(workshop):
        if workshop.get(Category, one.row.category) is None:
            found[silo_of(workshop, one.source) if one.source else ""] += one.voices
    return found


def place(report: Mapping[str, int], category: str) -> int:
    """The place of a category in a report, from 1; equals share the better one."""
    return 1 + sum(voices > report.get(category, 0) for voices in report.values())


def hidden(workshop: Workshop) -> Hidden | None:
    """Of what the company hears most, that which stands lowest in the reports; None with fewer than two reports.

    Looked for among the first three of the company's list: the one that climbs most from its best place in any report,
    or else the first. Source: docs/method.md 1.4 (separate silo categories hide volume).
    """
    found = reports(workshop)
    together: Counter[str] = sum(found.values(), Counter())
    if len(found) < 2:
        return None
    loudest = [
        _hidden(workshop, category, together, found)
        for category in workshop.all(Category)
        if together[category.id] and place(together, category.id) <= TOP
    ]
    return max(loudest, key=lambda one: (one.best - one.place, -one.place, -one.leads))


def _hidden(
    workshop: Workshop, category: Category, together: Counter[str], found: Mapping[str, Counter[str]]
) -> Hidden:
    places = [place(report, category.id) for report in found.values() if report[category.id]]
    names = {
        (code.silo or "", code.code.casefold())
        for code in workshop.all(CodeMap)
        if code.code and code.category == category.id
    }
    return Hidden(
        category=category,
        voices=together[category.id],
        place=place(together, category.id),
        best=min(places),
        most=max(report[category.id] for report in found.values()),
        leads=places.count(1),
        reports=len(found),
        names=len(names),
    )
