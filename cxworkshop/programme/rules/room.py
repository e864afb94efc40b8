"""When the room is ready: a company, a period, a currency, and the four chairs that a count needs."""

from __future__ import annotations

import re

from cxworkshop.analysis.findings import counted, customers, listed, sentence
from cxworkshop.analysis.periods import period_name
from cxworkshop.domain.records import Company, Leader, Segment
from cxworkshop.domain.records.room import EXPECTED_FUNCTIONS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, called, lacking, named, present, share, told, written

_NEEDED = ("name", "customer_word", "period_start", "period_end", "currency")


def company_missing(workshop: Workshop) -> str | None:
    """Name, the word for customers, both ends of the period and the currency."""
    company = workshop.one(Company)
    backwards = company.period_start and company.period_end and company.period_end < company.period_start
    return told(
        lacking(blanks(workshop, company, _NEEDED), "thing is still blank", "things are still blank"),
        "The period ends before it begins: correct one of its two days." if backwards else None,
    )


def company_says(workshop: Workshop) -> str:
    """Whose customers are counted, over which period and in which groups."""
    company = workshop.one(Company)
    if not company.name or not company.period_start or not company.period_end:
        return "Here will stand whose customers you count, over which days, and in which groups."
    period = period_name(company.period_start, company.period_end)
    segments = [segment for segment in written(workshop, Segment) if segment.name]
    dearest = named(workshop, [segment for segment in segments if segment.priority])
    said = f"{company.name} counts its {customers(workshop)} for {period}"
    if company.currency:
        said += f" in {company.currency}"
    if segments:
        said += f", in {counted(len(segments), 'segment')}"
    if dearest:
        said += f"; what matters most is {listed(dearest)}"
    return f"{said}."


def leaders_missing(workshop: Workshop) -> str | None:
    """Somebody marked present, a function for each, and nobody missing of the four whom a count needs."""
    leaders = written(workshop, Leader)
    if not leaders:
        return "No leader is listed yet: write down who is in the room, with their functions."
    nobody = not any(leader.present for leader in leaders)
    empty = _empty_chairs(workshop)
    return told(
        "Nobody is marked as present yet." if nobody else None,
        lacking(
            [called(workshop, leader) for leader in leaders if not leader.function],
            "leader has no function",
            "leaders have no function",
        ),
        lacking(empty, "chair is empty", "chairs are empty"),
        "Where somebody stands in, write it into their function." if empty else None,
    )


def leaders_says(workshop: Workshop) -> str:
    """Who is in the room, and which chair is empty."""
    leaders = written(workshop, Leader)
    if not leaders:
        return "The leaders will appear here by function, with the chairs that are still empty."
    here = len(present(workshop))
    said = share(here, len(leaders), "listed leader", "is in the room", "are in the room")
    empty = _empty_chairs(workshop)
    if empty:
        return sentence(f"{said}; nobody speaks yet for the {listed(empty)}.")
    return sentence(f"{said}; {listed(EXPECTED_FUNCTIONS)} sit at one table.")


def _empty_chairs(workshop: Workshop) -> list[str]:
    functions = [leader.function or "" for leader in present(workshop)]
    return [
        chair for chair in EXPECTED_FUNCTIONS if not any(_sits(chair, function) for function in functions)
    ]


def _sits(chair: str, function: str) -> bool:
    """Whether a function names the chair, alone (`CFO`), among others (`CFO and COO`) or spelled out."""
    words = re.findall(r"\w+", function.casefold())
    return chair.casefold() in words or chair.casefold() in "".join(word[0] for word in words)
