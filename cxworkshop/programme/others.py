"""What others did and what a study counted, in our words, each with where it is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """Something that others did or counted."""

    who: str
    did: str
    source: str


BLISS = "As Jeanne Bliss tells it in an interview on reasons why customer work stalls."

OTHERS = (
    Told(
        "Smithsonian",
        "Before the museums drew their first journey map, nobody had planned the whole visit of more than 30 million "
        "people a year. They began where every visitor begins: with the welcome under the dome of the entrance.",
        BLISS,
    ),
    Told(
        "Adobe",
        "Once a year each leader has to become a customer, with everything that a customer has to get done on the way. "
        "Whether they did it counts towards their pay.",
        BLISS,
    ),
    Told(
        "Enersource, a power company in Ontario, Canada",
        "Crews in the field ask one question about their own mothers before a pole goes up in somebody's garden. "
        "Whoever asks it looks after that customer to the end, not only after the pole.",
        BLISS,
    ),
)

STUDY = Told(
    "A survey of companies that work on their customers' experience",
    "Asked what drove them, 64 of 100 named their competitors and not what customers had told them. "
    "They put what came back at three dollars for each dollar spent.",
    "Commissioned by Sitecore and Avanade, who both sell in this field: take it as a question to yourselves, not as proof.",
)
