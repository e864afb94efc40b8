"""When everyone hears it: each priority has a message with what, what it means, for whom, by whom and on which day."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.analysis.messages import message_flags, priorities_untold, subject
from cxworkshop.analysis.priorities import chosen
from cxworkshop.domain.records import Message
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import lacking, lacks, quote, told, written

WHOLE = ("what", "means", "audience", "teller", "on_day")


def tell_missing(workshop: Workshop) -> str | None:
    """A whole message for each priority, and no message half written; what was achieved comes later."""
    if not chosen(workshop):
        return "There are no priorities yet that anyone could hear about."
    halves = [
        gaps
        for row in written(workshop, Message)
        if (gaps := lacks(workshop, row, WHOLE, quote(subject(workshop, row) or row.what or "A message")))
    ]
    return told(
        lacking(
            [quote(one.name) for one in priorities_untold(workshop)],
            "priority has no message",
            "priorities have no message",
        ),
        lacking(halves, "message is not whole", "messages are not whole"),
    )


def tell_says(workshop: Workshop) -> str:
    """How many priorities people hear of, how many decisions, and where a message falls back into old words."""
    rows = [row for row in workshop.all(Message) if row.what or row.means]
    if not rows:
        return "What people will hear stands here as it is read out, one card for each message."
    now = chosen(workshop)
    told_of = {row.candidate for row in rows}
    said = []
    if now:
        heard = sum(one.id in told_of for one in now)
        of = f"{in_words(heard) if heard else 'none'} of {counted(len(now), 'priority', 'priorities')}"
        some = f"{of} {'has' if heard < 2 else 'have'}" if heard < len(now) else "every priority has"
        said.append(sentence(f"{some} a message."))
    others = sum(row.candidate not in {one.id for one in now} for row in rows)
    if others:
        said.append(sentence(f"{counted(others, 'message tells', 'messages tell')} of other decisions."))
    achieved = sum(bool(row.achieved) for row in rows)
    if achieved:
        said.append(sentence(f"{counted(achieved, 'message says', 'messages say')} what was achieved."))
    back = sum(bool(message_flags(workshop, row)) for row in rows)
    said.append(
        sentence(f"{counted(back, 'message falls', 'messages fall')} back into old words or scores.")
        if back
        else "None of them falls back into the words that you gave up."
    )
    return " ".join(said)
