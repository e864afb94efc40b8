"""When the sign-off holds: this very card signed by all in the room, no objection, and nothing that contradicts it."""

from __future__ import annotations

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.card_checks import count_against_bridge
from cxworkshop.analysis.findings import counted, customers, listed, quoted, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.domain.records import Definition, Signature
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.definition import definition_missing
from cxworkshop.programme.say import ended, lacking, several, told
from cxworkshop.programme.signing import Word, last_day, missing_for_one_version, one_version, words_given


def signoff_missing(workshop: Workshop) -> str | None:
    """A whole card that fits its bridge, signed by every leader in the room; no objection, no second word of one leader."""
    given = words_given(workshop)
    awaited = [word for word in given if word.awaited]
    silent = [word.who for word in awaited if word.state == "silent"]
    unconfirmed = [word.who for word in awaited if word.state == "unconfirmed"]
    reopened = [word for word in awaited if word.state == "reopened"]
    against = [_objection(word) for word in given if word.objects]
    return told(
        definition_missing(workshop)
        if workshop.one(Definition).sentence
        else "There is no definition to sign yet.",
        count_against_bridge(workshop),
        None if awaited else "No leader is listed yet, so nobody can sign.",
        lacking(silent, "leader has not signed", "leaders have not signed"),
        lacking(
            unconfirmed,
            "word came without the card it was given on: sign to confirm it",
            "words came without the card they were given on: sign to confirm them",
        ),
        lacking(
            [word.who for word in reopened],
            "leader signed another card and must sign again",
            "leaders signed another card and must sign again",
        ),
        _changes(workshop, reopened),
        lacking(against, "objection stands", "objections stand"),
        lacking(
            list(dict.fromkeys(word.who for word in given if word.again)),
            "leader has more than one word here: take off what does not hold",
            "leaders have more than one word here: take off what does not hold",
        ),
    )


def signoff_says(workshop: Workshop) -> str:
    """Who agrees, who can live with it, who objects, on the card as it stands; and whether it is one company version."""
    given = words_given(workshop)
    stances = [word.row.stance for word in given if word.state == "signed" and word.listed and not word.again]
    objections = [word for word in given if word.objects]
    if not objections and not any(stances):
        again = sum(word.state in ("reopened", "unconfirmed") for word in given)
        if again and card_text(workshop):
            return sentence(
                f"{counted(again, 'word has', 'words have')} to be given again, on the card as it stands."
            )
        return (
            "Every leader's word appears here; only without a standing objection is it one company version."
        )
    words = {"agree": ("agrees", "agree"), "can live with it": ("can live with it",) * 2}
    said = [counted(count, *words[stance]) for stance in words if (count := stances.count(stance))]
    if objections:
        said.append(counted(len(objections), "objects", "object"))
        return sentence(f"{listed(said)}: this is not one company version yet.")
    left = missing_for_one_version(workshop)
    if left:
        return sentence(
            f"{listed(said)}; nobody objects, and {counted(len(left), 'leader has', 'leaders have')} yet to sign this card."
        )
    if not one_version(workshop):
        return sentence(
            f"{listed(said)}; nobody objects, but the card cannot be the one company version as it stands."
        )
    return sentence(f"{listed(said)}; nobody objects, so this is the {version(workshop)}.")


def version(workshop: Workshop) -> str:
    """What has been signed: `one company version: 21,599 gardeners, signed on 14 January 2026`."""
    agreed, on = workshop.one(Definition).agreed, last_day(workshop)
    number = f": {people(agreed, customers(workshop))}" if agreed is not None else ""
    day = f", signed on {on.day} {on:%B %Y}" if on else ""
    return f"one company version{number}{day}"


def in_the_way(workshop: Workshop) -> str | None:
    """Why this is not the one company version yet: who objects, who is waited for, whether the card is at fault."""
    if not workshop.one(Definition).sentence:
        return None
    left = missing_for_one_version(workshop)
    against = list(dict.fromkeys(word.who for word in left if word.objects))
    waiting = [word.who for word in left if word.awaited and not word.objects]
    twice = list(dict.fromkeys(word.who for word in left if word.again))
    flawed = definition_missing(workshop) or count_against_bridge(workshop)
    why = told(
        *(f"{who}, objects." if "," in who else f"{sentence(who)} objects." for who in against),
        f"Waiting for: {several(waiting)}." if waiting else None,
        f"More than one word of: {several(twice)}." if twice else None,
        "The card has to be put right first." if flawed else None,
    )
    return f"Not one company version yet. {why}" if why else None


def _changes(workshop: Workshop, reopened: list[Word]) -> str | None:
    """What changed, told once where all of them signed the same card; else since the last that the log has."""
    if not reopened:
        return None
    signed = [(one.leader, one.signed) for one in workshop.all(Signature)]
    at = {pair: place for place, pair in enumerate(signed)}
    last = max(reopened, key=lambda word: at.get((word.row.leader, word.row.signed), -1))
    since = "Since then" if len({word.changes for word in reopened}) == 1 else "Since the last of them signed"
    return ended(f"{since}: {'; '.join(last.changes)}")


def _objection(word: Word) -> str:
    earlier = ", to an earlier card" if word.state == "reopened" else ""
    if word.row.reason:
        return f"{word.who}, {quoted(word.row.reason)}{earlier}"
    return f"{word.who}, without a reason yet{earlier}"
