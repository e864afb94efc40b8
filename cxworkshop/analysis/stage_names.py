"""The two names of each stage, what is said inside and what the customer would say, and which of them is still ours."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.experience import name_flag, ordered_stages
from cxworkshop.analysis.findings import quoted
from cxworkshop.domain.records import Stage
from cxworkshop.domain.workshop import Workshop


@dataclass(frozen=True)
class TwoNames:
    """What a stage is called inside and what a customer would call it; both empty where nobody has said."""

    stage: Stage
    inside: str
    outside: str
    flag: str | None
    """Why the customer's name is still the company's; None where nothing speaks against it."""


def two_names(workshop: Workshop) -> tuple[TwoNames, ...]:
    """The two names of each stage, in the order of the customer's life.

    A name that is the same inside and outside is flagged as well: one of the two has been copied from the other.
    """
    found = []
    for stage in ordered_stages(workshop):
        inside, outside = (" ".join((words or "").split()) for words in (stage.inside_name, stage.name))
        flag = name_flag(outside, workshop)
        if outside and not flag and inside.casefold() == outside.casefold():
            flag = f"{quoted(outside)} is what you say inside as well. Which of your customers would say it?"
        found.append(TwoNames(stage, inside, outside, flag))
    return tuple(found)
