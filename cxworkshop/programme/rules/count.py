"""When the count holds: rival numbers out, one definition without blanks, a word from all in the room."""

from __future__ import annotations

from cxworkshop.analysis.counts import closing_counts, spread
from cxworkshop.analysis.findings import counted, customers, figure, listed, quoted, sentence
from cxworkshop.domain.records import Definition, FunctionCount, SignOff
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, called, ended, lacking, present, quote, told, written

_FUNCTIONS = 2
_CARD = ("sentence", "unit", "event", "setting", "value_basis", "data_owner", "agreed")


def counts_missing(workshop: Workshop) -> str | None:
    """At least two functions with a closing count, and every count with what it counts."""
    rows = written(workshop, FunctionCount)
    brought = len(closing_counts(workshop))
    untold = [quote(row.function or "no function") for row in rows if not row.definition]
    short = _FUNCTIONS - brought
    return told(
        sentence(f"{counted(short, 'function still has', 'functions still have')} to bring a closing count.")
        if short > 0
        else None,
        lacking(untold, "count does not say what it counts", "counts do not say what they count"),
    )


def counts_says(workshop: Workshop) -> str:
    """How far apart the functions' numbers lie."""
    found = spread(count for _, count in closing_counts(workshop))
    if found is None or found.count < _FUNCTIONS:
        return "Each function's number becomes a dot here, against the number that you agree on later."
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
    """A definition, a word from every leader in the room, and no objection left standing."""
    room, stances = present(workshop), _stances(workshop)
    silent = [called(workshop, leader) for leader in room if leader.id not in stances]
    against = [_objection(workshop, row) for row in stances.values() if row.stance == "object"]
    return told(
        None if workshop.one(Definition).sentence else "There is no definition to sign yet.",
        None if room else "No leader is listed yet, so nobody can sign.",
        lacking(silent, "leader has not signed", "leaders have not signed"),
        lacking(against, "objection stands", "objections stand"),
    )


def signoff_says(workshop: Workshop) -> str:
    """Who agrees, who can live with it, who objects; and whether this is the one company version."""
    stances = [row.stance for row in _stances(workshop).values()]
    if not stances:
        return (
            "Every leader's word appears here; only without a standing objection is it one company version."
        )
    words = {
        "agree": ("agrees", "agree"),
        "can live with it": ("can live with it",) * 2,
        "object": ("objects", "object"),
    }
    said = [counted(count, *words[stance]) for stance in words if (count := stances.count(stance))]
    if "object" in stances:
        return sentence(f"{listed(said)}: this is not one company version yet.")
    if signoff_missing(workshop):
        return sentence(f"{listed(said)}; nobody objects, and not everybody has spoken.")
    return sentence(f"{listed(said)}; nobody objects, so this is the one company version.")


def _stances(workshop: Workshop) -> dict[str, SignOff]:
    """A leader's last word, by leader."""
    return {row.leader: row for row in workshop.all(SignOff) if row.leader and row.stance}


def _objection(workshop: Workshop, row: SignOff) -> str:
    who = workshop.name_of("leader", row.leader) or "a leader who is no longer listed"
    return f"{who}, {quoted(row.reason)}" if row.reason else f"{who}, without a reason yet"
