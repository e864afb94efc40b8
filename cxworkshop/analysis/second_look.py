"""What deserves a second look before it goes on the wall: one silo's project, a system in search of a purpose, no reason."""

from __future__ import annotations

import re

from cxworkshop.analysis.candidates import one_silo
from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.together import functions_of
from cxworkshop.domain.records import Candidate
from cxworkshop.domain.workshop import Workshop

_SYSTEMS = re.compile(
    r"\b(apps?|CRM|ERP|CDP|chat ?bots?|bots?|platforms?|portals?|AI|artificial intelligence|machine learning|"
    r"systems?|software|dashboards?|data ?(?:base|lake|warehouse)s?|blockchain|automation|cloud migration|"
    r"the chat|website relaunch|APIs?)\b",
    re.IGNORECASE,
)


def system_in(name: str | None) -> str | None:
    """The technology or system that a name speaks of; None where it speaks of none."""
    found = _SYSTEMS.search(name or "")
    return found.group(0) if found else None


def second_look(workshop: Workshop, candidate: Candidate) -> tuple[str, ...]:
    """What to ask of a candidate, a sentence each; none for one that crosses functions for a customer's sake."""
    found = []
    if one_silo(workshop, candidate):
        named = functions_of(workshop, candidate)
        who = f"only {named[0]} is named" if named else "no function is named"
        found.append(
            f"One silo: {who}. Say which other function the customer meets on the way, or hand it back to one."
        )
    system = system_in(candidate.name)
    if system:
        found.append(f"A system before a purpose: {quoted(system)}. Say what it changes for a customer.")
    if not candidate.because:
        found.append("No reason: say which gap, moment or number it answers.")
    return tuple(found)
