"""Whether a stage's name is the company's word rather than the customer's, and the question that gets a better one."""

from __future__ import annotations

import re

from cxworkshop.analysis.findings import quoted
from cxworkshop.analysis.wording import given_up
from cxworkshop.domain.records import Company, FunctionCount, Leader, Stage
from cxworkshop.domain.workshop import Workshop

# What the word begins with -> the question whose answer is a name. Patterns match whole words.
FUNNEL: tuple[tuple[str, str], ...] = (
    (r"acquir\w*|acquisitions?", "What are they looking for when they find us?"),
    (r"awareness|consideration", "What are they turning over in their minds, and whom do they ask?"),
    # Where a road leads, or who leads a busy life, is a customer's own word.
    (
        r"prospect\w*|leads?(?! (?:me|us|to|an?|my|our)\b)|lead.?gen\w*|demand.?gen\w*",
        "What made them start looking?",
    ),
    (r"funnels?|pipelines?", "Where are they in their own life at this point?"),
    (
        r"convert\w*|conversions?|clos(?:e|ing) the (?:sale|deal)",
        "What makes them say yes, in their own words?",
    ),
    (
        r"(?:pre|post|after).?sales?|(?:(?:pre|post).?)?purchas\w*|^clos(?:e|ing)$",
        "What would they tell a friend that they did here?",
    ),
    (r"activation|engagement|loyalty|advoca\w*", "What have they got from us by now that they would miss?"),
    (r"on.?boarding", "What is their first day with us like, as they would tell it?"),
    (r"nurtur\w*", "What do they hope to hear from us here, if anything?"),
    (r"up.?sell\w*|cross.?sell\w*|moneti[sz]\w*", "What more do they want to get done?"),
    (r"fulfill?ment", "What are they waiting for?"),
    (r"retain\w*|retention|churn\w*", "Why would they stay, if leaving were easy?"),
    (r"renew\w*", "What do they weigh up when the end comes near?"),
    (r"win.?backs?|reactivat\w*", "What would they have to see to come back?"),
    (r"life.?cycles?", "Which part of their life is this?"),
)
SMALL_WORDS = set(
    [
        "and",
        "the",
        "our",
        "of",
        "a",
        "team",
        "department",
        "function",
        "stage",
        "phase",
        "process",
        "customer",
        "customers",
        "client",
        "clients",
    ]
)


def name_flag(name: str | None, workshop: Workshop) -> str | None:
    """Why a name is the company's word, and the question that gets a better one; None where nothing speaks against it.

    Four tests: a word of the sales funnel, a word that this room agreed to stop saying, a name that holds one of the
    company's products, a name made of nothing but this workshop's functions. Source: docs/method.md 1.3.
    """
    words = " ".join((name or "").split())
    if not words:
        return None
    for pattern, question in FUNNEL:
        found = re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)
        if found:
            return f"{quoted(found[0])} is a company word: it says what we do, not what they live. {question}"
    # A stage called “Tickets to the opera” is a customer's: the plural may be another word.
    for one in given_up(workshop, words, many=False):
        instead = f" and to say {quoted(one.new)}" if one.new else ""
        return f"You agreed to stop saying {quoted(one.old)}{instead}. What would a customer call this stage?"
    for product in workshop.one(Company).products:
        if product.strip() and re.search(
            rf"(?<!\w){re.escape(product.strip())}(?:e?s)?(?!\w)", words, re.IGNORECASE
        ):
            return (
                f"{quoted(product)} is the name of a product: it says what you sell, not what they want done. "
                "What would they be trying to do here if you did not sell it?"
            )
    if _only_functions(words, workshop):
        return (
            f"{quoted(words)} is the name of a function, not of a part of a customer's life. "
            "What is the customer trying to get done while you are busy with it?"
        )
    return None


def _only_functions(words: str, workshop: Workshop) -> bool:
    """Whether a name holds nothing but functions of this workshop and the small words between them."""
    named = (
        *(one.function for one in workshop.all(Leader)),
        *(one.function for one in workshop.all(FunctionCount)),
        *(function for stage in workshop.all(Stage) for function in stage.functions),
    )
    left = words.casefold()
    functions = sorted({name.casefold() for name in named if name}, key=len, reverse=True)
    for function in functions:
        left = re.sub(rf"(?<!\w){re.escape(function)}(?!\w)", "", left)
    return left != words.casefold() and set(re.findall(r"\w+", left)) <= SMALL_WORDS
