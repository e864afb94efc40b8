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
        "More than 30 million people come each year, and a first journey map is meant to shape their visit on purpose. "
        "It set a good deal in motion, and what came first is the welcome in the rotunda where people walk in.",
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
        "Before a pole goes up in somebody's garden, the crew asks whether it would do that to a mother of its own. "
        "The people in the field answer for all that the customer lives through, not only for the pole.",
        BLISS,
    ),
)

STUDY = Told(
    "A survey of companies that work on their customers' experience",
    "Asked what drove them, 64 of 100 named their competitors and not what customers had told them. "
    "They put what came back at three dollars for each dollar spent.",
    "Commissioned by Sitecore and Avanade, who both sell in this field: take it as a question to yourselves, not as proof.",
)
