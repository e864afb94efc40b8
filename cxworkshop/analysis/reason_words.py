"""Reasons in sentences: what one of them does, who of the leavers has one, what is in our hands, what nobody knows."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.bridge_rows import latest
from cxworkshop.analysis.bridges import passed
from cxworkshop.analysis.findings import counted, customers, in_words, listed, money, quoted, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.reasons import UNKNOWN, captive, is_captive, leavers, unknown
from cxworkshop.domain.records import Reason
from cxworkshop.domain.records.reasons import DIRECTIONS
from cxworkshop.domain.workshop import Workshop

_MORE = ", and more whom nobody has counted"


def says(workshop: Workshop, one: Reason) -> str:
    """What a counted reason does, a sentence: `120 guests leave because of “Nobody rang”.`"""
    who, many = people(one.customers or 0, customers(workshop)), one.customers or 0
    if is_captive(one):
        return f"{who} {does('stay', many)} only because leaving is hard: {quoted(one.reason)}."
    if not one.direction:
        return f"{quoted(one.reason)}: {who}; what it makes them do is not said yet."
    if one.cause == UNKNOWN:
        return f"{who} {does(one.direction, many)}, and we do not know why: {quoted(one.reason)}."
    return f"{who} {does(one.direction, many)} because of {quoted(one.reason)}."


def does(direction: str, how_many: float) -> str:
    """What one or many do: `leaves`, `leave`; `buys less`, `buy less`."""
    verb, _, rest = direction.partition(" ")
    return f"{verb}{'s' if how_many == 1 else ''} {rest}".rstrip()


def leavers_words(workshop: Workshop) -> str | None:
    """`Of the 15 who left, 10 have a reason, 4 are marked “we don't know” and 1 has no reason yet.`; None without reasons."""
    found, bridge = leavers(workshop), latest(workshop)
    if not found.explained:
        return None
    known, left = found.explained - found.unknown, found.left
    net = passed(workshop, bridge[0]) if bridge else ""
    marked = f"{found.unknown:,} {_are(found.unknown)} marked “we don't know”" if found.unknown else ""
    parts = [f"{known:,} {_have(known)} a reason" if known else "", marked]
    if left is None:
        return f"How many left is not known; of those who are written here, {listed([*filter(None, parts)])}."
    if found.over:
        also = f" Of these, {marked}." if marked else ""
        return (
            f"The reasons to leave add up to {found.explained:,}, and {left:,} left{net}: that is {found.over:,}"
            f" more than left; some stand under several reasons, or a reason is counted too high.{also}"
        )
    rest = left - found.explained
    parts.append(f"{rest:,} {_have(rest)} no reason yet" if rest else "")
    return f"Of the {left:,} who left{net}, {listed([*filter(None, parts)])}."


def hands_words(ranked: Sequence[Reason]) -> str:
    """How many of the ranked reasons, of which there is one at least, are in our hands, are not, and of how many nobody has said."""
    whole = len(ranked)
    yes, no = (sum(one.controllable is answer for one in ranked) for answer in (True, False))
    unsaid = whole - yes - no
    which = "the one ranked reason" if whole == 1 else f"the {counted(whole, 'ranked reason')}"
    if unsaid == whole:
        return f"Nobody has said whether {which} {_are(whole)} in your hands."
    if whole == 1:
        return f"{sentence(which)} is {'' if yes else 'not '}in your hands."
    if yes == whole:
        return f"{'Both' if whole == 2 else f'All {in_words(whole)}'} ranked reasons are in your hands."
    if no == whole:
        return f"None of {which} is in your hands."
    parts = [
        f"{in_words(yes)} {_are(yes)} in your hands" if yes else "",
        f"{in_words(no)} {_are(no)} not{'' if yes else ' in your hands'}" if no else "",
        f"for {in_words(unsaid)} nobody has said" if unsaid else "",
    ]
    return f"Of {which}, {listed([*filter(None, parts)])}."


def unknown_words(workshop: Workshop) -> tuple[str, ...]:
    """Whom we do not know the reason of, a sentence for each thing that people do; nobody is added up across them."""
    noun, found = customers(workshop), []
    for direction in (*DIRECTIONS, None):
        group = [one for one in unknown(workshop) if one.direction == direction]
        if not group:
            continue
        many = sum(one.customers or 0 for one in group)
        who = people(many, noun) if many else f"some {noun}"
        act = f"why {who} {does(direction, many)}" if direction else f"what moves {who}, or to do what"
        found.append(f"We do not know {act}{_uncounted(group, many)}.")
    return tuple(found)


def captive_words(workshop: Workshop) -> str | None:
    """`Captive: 212 gardeners, worth GBP 618,000 a year`; None without them."""
    group = captive(workshop)
    if not group:
        return None
    many, worth = sum(one.customers or 0 for one in group), sum(one.value or 0 for one in group)
    value = f", worth {money(workshop, worth)} a year" if worth else ""
    if not many:
        return f"Captive: not counted yet{value}"
    return f"Captive: {people(many, customers(workshop))}{value}{_uncounted(group, many)}"


def _uncounted(group: Sequence[Reason], many: int) -> str:
    if all(one.customers is not None for one in group):
        return ""
    return _MORE if many else "; nobody has counted them yet"


def _have(how_many: int) -> str:
    return "has" if how_many == 1 else "have"


def _are(how_many: int) -> str:
    return "is" if how_many == 1 else "are"
