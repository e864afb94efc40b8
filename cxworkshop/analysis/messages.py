"""What the organisation hears: the message of each priority and decision, who still waits for one, and how it is read out."""

from __future__ import annotations

from cxworkshop.analysis.periods import day_label
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.wording import wording_flags
from cxworkshop.domain.records import Candidate, Decision, Message
from cxworkshop.domain.workshop import Workshop

SPOKEN = ("what", "means", "achieved")


def priorities_untold(workshop: Workshop) -> tuple[Candidate, ...]:
    """The chosen priorities for which no message is begun."""
    told = {one.candidate for one in workshop.all(Message)}
    return tuple(one for one in chosen(workshop) if one.id not in told)


def decisions_untold(workshop: Workshop) -> tuple[Decision, ...]:
    """The written decisions for which no message is begun; not each of them needs one."""
    told = {one.decision for one in workshop.all(Message)}
    return tuple(one for one in workshop.all(Decision) if one.decided and one.id not in told)


def subject(workshop: Workshop, message: Message) -> str | None:
    """What a message is about: the name of its priority, or the sentence of its decision; None where both are gone."""
    priority = workshop.get(Candidate, message.candidate)
    decision = workshop.get(Decision, message.decision)
    return (priority and priority.name) or (decision and decision.decided) or None


def message_flags(workshop: Workshop, message: Message) -> tuple[str, ...]:
    """What a message says in old words or in scores, each once. Source: docs/method.md 4, row 114."""
    words = "\n".join(said for name in SPOKEN if (said := getattr(message, name)))
    return wording_flags(workshop, words)


def in_order(workshop: Workshop) -> tuple[Message, ...]:
    """Every message: those of the priorities first, as the priorities are ranked, then the others as written."""
    ranks = {one.id: rank for rank, one in enumerate(chosen(workshop))}
    return tuple(sorted(workshop.all(Message), key=lambda one: ranks.get(one.candidate or "", len(ranks))))


def read_out(workshop: Workshop, message: Message) -> str:
    """The message as plain text, as it is read out or sent: what, what it means, what came of it, and who says so."""
    parts = [
        message.what or "…",
        f"What it means for you\n{message.means or '…'}",
        f"What we have achieved\n{message.achieved}" if message.achieved else "",
        _signed(workshop, message),
    ]
    return "\n\n".join(part for part in parts if part)


def _signed(workshop: Workshop, message: Message) -> str:
    teller = workshop.name_of("leader", message.teller)
    when = day_label(message.on_day) if message.on_day else ""
    return ", ".join(part for part in (teller, when) if part)
