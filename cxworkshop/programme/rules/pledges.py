"""When the plan is signed: by every leader in the room, as it stands; an objection is settled, or said as dissent."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.domain.records import Decision
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.pledges import LIVES, SIGNS, Word, away, plan_mark, words_given
from cxworkshop.programme.say import called, ended, lacking, several, told

SIGNED = "commitments.sign"


def sign_missing(workshop: Workshop) -> str | None:
    """Every word of the leaders in the room on this very plan; an objection that stands has to be said as dissent."""
    if not plan_mark(workshop):
        return "There are no priorities to sign yet."
    given = words_given(workshop)
    waiting = [word for word in given if word.awaited]
    earlier = [word for word in waiting if word.state == "earlier"]
    decision = workshop.get(Decision, SIGNED)
    against = lacking(
        [_objection(word) for word in given if word.objects], "objection stands", "objections stand"
    )
    return told(
        None if waiting else "No leader is listed yet, so nobody can sign.",
        lacking(_who(waiting, "silent"), "leader has not signed", "leaders have not signed"),
        lacking(
            _who(waiting, "unconfirmed"),
            "word came without the plan it was given on: sign to confirm it",
            "words came without the plan they were given on: sign to confirm them",
        ),
        lacking(
            _who(waiting, "earlier"),
            "leader signed an earlier version and must sign again",
            "leaders signed an earlier version and must sign again",
        ),
        ended(f"Since then: {several(list(dict.fromkeys(_all_changes(earlier))))}") if earlier else None,
        f"{against} Settle it, or write it down below as dissent."
        if against and not (decision and decision.dissent)
        else None,
        lacking(
            list(dict.fromkeys(word.who for word in given if not word.theirs)),
            "word is nobody's own: take it off",
            "words are nobody's own: take them off",
        ),
    )


def sign_says(workshop: Workshop) -> str:
    """How many sign, can live with it or object, on the plan as it stands; and who is not in the room."""
    given = [word for word in words_given(workshop) if word.theirs]
    words = [word.row.word for word in given if word.state == "signed" and not word.objects]
    objections = sum(word.objects for word in given)
    if not words and not objections:
        return "Every leader's word on the whole plan appears here; an objection stands beside it."
    said = [
        counted(count, *verbs)
        for word, verbs in {SIGNS: ("signs", "sign"), LIVES: ("can live with it",) * 2}.items()
        if (count := words.count(word))
    ]
    against = counted(objections, "objects", "object") if objections else "nobody objects"
    missing = sum(word.awaited and word.state != "signed" and not word.objects for word in given)
    wait = f", and {counted(missing, 'has', 'have')} yet to sign this plan" if missing else ""
    absent = listed([called(workshop, leader) for leader in away(workshop)])
    return told(
        sentence(f"{listed([*said, against])}{wait}."),
        f"Not in the room, and not waited for: {absent}." if absent else None,
    ) or ""  # fmt: skip


def _who(words: list[Word], state: str) -> list[str]:
    return [word.who for word in words if word.state == state]


def _all_changes(words: list[Word]) -> list[str]:
    return [change for word in words for change in word.changes]


def _objection(word: Word) -> str:
    earlier = ", to an earlier version" if word.state == "earlier" else ""
    reason = quoted(word.row.reason) if word.row.reason else "without a reason yet"
    return f"{word.who}, {reason}{earlier}"
