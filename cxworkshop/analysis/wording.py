"""Words that this room gave up, and words about scores in place of customers, with what to say instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxworkshop.analysis.findings import customers, quoted
from cxworkshop.domain.records import WordSwap
from cxworkshop.domain.workshop import Workshop

SCORES = re.compile(
    r"\b(?:e?NPS|net.promoter(?:.scores?)?|CSAT|(?-i:CES)|scores?|scoring|(?:customer.)?satisfaction"
    r"(?:.(?:index|rate|survey)s?)?|(?:top|bottom).box)\b",
    re.IGNORECASE,
)
"""What a company calls a figure about itself. Source: docs/method.md 4, row 114."""


@dataclass(frozen=True)
class GivenUp:
    """A word that this room agreed to stop saying, as it stands in a text."""

    said: str
    old: str
    new: str | None


def given_up(workshop: Workshop, words: str | None, *, many: bool = True) -> tuple[GivenUp, ...]:
    """The old words in a text, in the order in which they were given up, each swap once; where `many`, plurals too."""
    ending = "(?:e?s)?" if many else ""
    found = []
    for swap in workshop.all(WordSwap):
        for old in filter(None, re.split(r"\s*[,;/]\s*", (swap.old or "").strip())):
            worn = re.compile(rf"(?<!\w){re.escape(old)}{ending}(?!\w)", re.IGNORECASE)
            left = words or ""
            if swap.new and worn.search(swap.new):
                # What was agreed on holds the old word itself: “account holder” in place of “account”.
                left = re.sub(rf"(?<!\w){re.escape(swap.new)}", "·", left, flags=re.IGNORECASE)
            if hit := worn.search(left):
                found.append(GivenUp(hit[0], old, swap.new))
                break
    return tuple(found)


def wording_flags(workshop: Workshop, words: str | None) -> tuple[str, ...]:
    """What a text says in the company's old words or in scores, each with what to say instead; empty where nothing."""
    flags = []
    for one in given_up(workshop, words):
        instead = f" You agreed to say {quoted(one.new)}." if one.new else " Say it as a customer lives it."
        flags.append(f"{quoted(one.said)} is a word that you gave up.{instead}")
    said = dict.fromkeys(hit[0].casefold() for hit in SCORES.finditer(words or ""))
    flags += [
        f"{quoted(word)} is a figure about us. Say how many {customers(workshop)} it is about, and what is different "
        "for them."
        for word in said
    ]
    return tuple(flags)
