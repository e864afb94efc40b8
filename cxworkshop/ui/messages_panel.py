"""What everyone hears: who waits for a message, one message at a time beside the card that is read out, and all as text."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.messages import in_order, message_flags, read_out, subject
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.commands import Remove
from cxworkshop.domain.records import Message
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.messages import tell_says
from cxworkshop.programme.say import quote
from cxworkshop.ui import messages_begun, placards, session, troubles
from cxworkshop.ui.fields import field, form
from cxworkshop.ui.messages_begun import CHOSEN
from cxworkshop.ui.one_of import row_of
from cxworkshop.ui.pictures import figures, finding

WORDS = ("what", "means", "achieved")
BETWEEN = "\n\n" + "· " * 20 + "\n\n"


def draw() -> None:
    """The finding, what still waits, and the message that is open; the projector shows its card alone."""
    workshop = session.workshop()
    finding(tell_says(workshop), "tell")
    placards.style(None)
    if not session.projecting():
        messages_begun.draw(workshop)
    rows = in_order(workshop)
    row = _pick(workshop, rows) if rows else None
    if session.projecting():
        if row:
            _card(workshop, row)
        return
    troubles.say_others(Message, {row.id} if row else ())
    if row is None:
        return
    write, hear = st.columns([6, 7], gap="large")
    with write:
        field(Message, row.id, "audience")
        who, when = st.columns(2)
        with who:
            field(Message, row.id, "teller")
        with when:
            field(Message, row.id, "on_day")
        form(Message, row.id, only=WORDS)
        _out(row)
    with hear:
        _card(workshop, row)
        with st.expander("As plain text, to copy"):
            st.code(read_out(workshop, row), language=None, wrap_lines=True)
    _all(workshop, rows)


def _pick(workshop: Workshop, rows: tuple[Message, ...]) -> Message:
    named = {
        row.id: f"{number}. {subject(workshop, row) or row.what or 'What it was about is gone'}"
        for number, row in enumerate(rows, start=1)
    }
    shown = row_of("Message", CHOSEN, named)
    return next(row for row in rows if row.id == shown)


def _card(workshop: Workshop, row: Message) -> None:
    with st.container(border=True, key=f"card-placard-message-{row.id}"):
        st.caption(session.escape(f"For: {row.audience}") if row.audience else "For whom: not said yet")
        placards.words("What we decided", row.what, f"what-{row.id}", large=True)
        placards.words("What it means for you", row.means, f"means-{row.id}", large=True)
        placards.words(
            "What we have achieved",
            row.achieved,
            f"achieved-{row.id}",
            blank="nothing yet: come back with it, in customers' lives",
        )
        teller = workshop.name_of("leader", row.teller) or "nobody tells it yet"
        when = day_label(row.on_day) if row.on_day else "no day yet"
        st.caption(session.escape(f"{teller}, {when}"))
        if not session.projecting():
            placards.flags(message_flags(workshop, row))


def _out(row: Message) -> None:
    here = session.here()
    st.button(
        "Take this message out",
        key=f"out-message:{row.id}",
        type="tertiary",
        icon=":material/delete:",
        on_click=here.trying,
        args=(here.write, Remove("message", row.id, row.filled)),
    )


def _all(workshop: Workshop, rows: tuple[Message, ...]) -> None:
    figures(
        [
            {
                "Told on": row.on_day.isoformat() if row.on_day else "",
                "Who tells it": workshop.name_of("leader", row.teller),
                "Who hears it": row.audience or "",
                "What we decided": row.what or "",
                "Wording": "⚑ look again" if message_flags(workshop, row) else "",
            }
            for row in rows
        ],
        "Every message, with who hears it, who tells it and when",
    )
    st.download_button(
        "All messages as a text file",
        data="\n".join(_heading(workshop, row) for row in rows),
        file_name="messages.txt",
        mime="text/plain",
        icon=":material/download:",
        key="messages-text",
        on_click="ignore",
    )


def _heading(workshop: Workshop, row: Message) -> str:
    about = f"About {quote(subject(workshop, row))}\n" if subject(workshop, row) else ""
    return f"For: {row.audience or '…'}\n{about}\n{read_out(workshop, row)}{BETWEEN}"
