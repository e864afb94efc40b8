"""When the count holds: rival numbers out and walked to one, a definition without blanks, a word from all in the room."""

from __future__ import annotations

from cxworkshop.analysis.card import card_text
from cxworkshop.analysis.counts import closing_counts, covered, has_number, own_closing, revealed, spread
from cxworkshop.analysis.findings import counted, customers, figure, listed, quoted, sentence
from cxworkshop.analysis.walks import TOLERANCE, unexplained_words, walks
from cxworkshop.domain.records import CountDifference, Definition
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, ended, lacking, quote, told
from cxworkshop.programme.signing import Word, last_day, missing_for_one_version, one_version, words_given

_FUNCTIONS, _WORST = 2, 3
_CARD = ("sentence", "unit", "event", "setting", "value_basis", "data_owner", "agreed")


def counts_missing(workshop: Workshop) -> str | None:
    """At least two revealed counts, each with what it counts, each difference explained but for a hundredth."""
    seen = [row for row in revealed(workshop) if own_closing(row) is not None]
    short = _FUNCTIONS - len(seen)
    waiting = [quote(row.function) for row in covered(workshop) if has_number(row)]
    untold = [quote(row.function or "no function") for row in seen if not row.definition]
    return told(
        _to_bring(short - len(waiting)) if short > len(waiting) else None,
        lacking(
            waiting, "number is in and covered: reveal it", "numbers are in and covered: reveal them together"
        ),
        lacking(untold, "count does not say what it counts", "counts do not say what they count"),
        None if short > 0 else _unexplained(workshop),
    )


def _to_bring(short: int) -> str:
    return sentence(
        f"{counted(short, 'function still has', 'functions still have')} to bring a closing count."
    )


def _unexplained(workshop: Workshop) -> str | None:
    """Every difference to the agreed count by its causes; before there is one, at least a cause by each name."""
    walked = walks(workshop)
    if walked:
        left = [unexplained_words(walk) for walk in walked if not walk.explained]
        more = [f"{len(left) - _WORST} more have a rest too."] if len(left) > _WORST else []
        allowed = (
            [f"Up to {figure(TOLERANCE * 100)} % of the agreed count may stay unexplained."] if left else []
        )
        return told(*left[:_WORST], *more, *allowed)
    named = {one.count for one in workshop.all(CountDifference) if one.cause}
    apart = spread(count for _, count in closing_counts(workshop))
    if apart is None or not apart.spread:
        return None
    rows = [row for row in revealed(workshop) if own_closing(row) is not None and row.id not in named]
    return lacking(
        [quote(row.function or "no function") for row in rows],
        "count has no cause named for its difference",
        "counts have no cause named for their difference",
    )


def counts_says(workshop: Workshop) -> str:
    """How far apart the functions' numbers lie, of those revealed."""
    found = spread(count for _, count in closing_counts(workshop))
    if found is None or found.count < _FUNCTIONS:
        return "Each function's number becomes a dot here once it is revealed, against the number that you agree on."
    brought = counted(found.count, "function brings", "functions bring")
    if not found.spread:
        return sentence(f"{brought} the same number: {found.low:,}. Ask whether they count the same people.")
    ratio = f", or {figure(found.ratio * 100)} % of the middle one" if found.ratio else ""
    people = f" {customers(workshop)}" if found.spread > 1 else ""
    return sentence(
        f"{brought} numbers from {found.low:,} to {found.high:,}: "
        f"they are {found.spread:,}{people} apart{ratio}."
    )


def definition_missing(workshop: Workshop) -> str | None:
    """The card without blanks: the window where purchases count, the grace where contracts do."""
    card = workshop.one(Definition)
    needed = [*_CARD]
    if card.setting in ("purchases", "hybrid"):
        needed.append("window_days")
    if card.setting in ("contracts", "hybrid"):
        needed.append("grace_days")
    return lacking(blanks(workshop, card, needed), "line of the card is blank", "lines of the card are blank")


def definition_says(workshop: Workshop) -> str:
    """The definition, and the number that it gives."""
    card = workshop.one(Definition)
    if not card.sentence:
        return "The card appears here: who counts, from which event, until when, and who owns the number."
    number = f" By it, you have {card.agreed:,}." if card.agreed is not None else ""
    return ended(f"A customer is: {quoted(card.sentence, 300)}") + number


def signoff_missing(workshop: Workshop) -> str | None:
    """This very card signed by every leader in the room; no objection standing, none without its reason."""
    given = words_given(workshop)
    awaited = [word for word in given if word.awaited]
    silent = [word.who for word in awaited if word.state == "silent"]
    unconfirmed = [word.who for word in awaited if word.state == "unconfirmed"]
    reopened = [word for word in awaited if word.state == "reopened"]
    against = [_objection(word) for word in given if word.objects]
    return told(
        None if workshop.one(Definition).sentence else "There is no definition to sign yet.",
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
        _changes(reopened),
        lacking(against, "objection stands", "objections stand"),
    )


def _changes(reopened: list[Word]) -> str | None:
    """What changed, told once where all of them signed the same card."""
    changes = dict.fromkeys(word.changes for word in reopened)
    if not changes:
        return None
    since = "Since then" if len(changes) == 1 else "Since the last of them signed"
    return ended(f"{since}: {'; '.join(list(changes)[-1])}")


def signoff_says(workshop: Workshop) -> str:
    """Who agrees, who can live with it, who objects, on the card as it stands; and whether it is one company version."""
    given = [word for word in words_given(workshop) if word.state == "signed"]
    stances = [word.row.stance for word in given]
    objections = [word for word in words_given(workshop) if word.objects]
    if not stances and not objections:
        again = sum(word.state in ("reopened", "unconfirmed") for word in words_given(workshop))
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
    if not one_version(workshop):
        left = len(missing_for_one_version(workshop))
        return sentence(
            f"{listed(said)}; nobody objects, and {counted(left, 'leader has', 'leaders have')} yet to sign this card."
        )
    agreed, on = workshop.one(Definition).agreed, last_day(workshop)
    number = f": {agreed:,} {customers(workshop)}" if agreed is not None else ""
    day = f", signed on {on.day} {on:%B %Y}" if on else ""
    return sentence(f"{listed(said)}; nobody objects, so this is the one company version{number}{day}.")


def _objection(word: Word) -> str:
    earlier = ", to an earlier card" if word.state == "reopened" else ""
    if word.row.reason:
        return f"{word.who}, {quoted(word.row.reason)}{earlier}"
    return f"{word.who}, without a reason yet{earlier}"
