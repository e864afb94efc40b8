"""Which priorities wait for a message, and which decisions may have one: each is begun with one press."""

from __future__ import annotations

from typing import Any

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.messages import decisions_untold, priorities_untold
from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import Candidate, Commitment, Message
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.decisions import in_order
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

CHOSEN = "message-shown"
BEGUN = "messages-begun"


def draw(workshop: Workshop) -> None:
    """The priorities without a message by name, and the decisions to choose from; not each of these needs one."""
    here = session.here()
    waiting = priorities_untold(workshop)
    if waiting:
        with st.container(border=True, key="card-untold"):
            said = counted(len(waiting), "priority has", "priorities have")
            st.markdown(f"**{sentence(said)} no message yet.**")
            for one in waiting:
                words, button = st.columns([5, 1.3], vertical_alignment="center")
                words.text(one.name or "—")
                button.button(
                    "Begin it", key=f"tell:{one.id}", on_click=_begin, args=(here, _about(workshop, one))
                )
    untold = {one.id for one in decisions_untold(workshop)}
    offered = {one.id: one.decided or "—" for one in in_order(workshop) if one.id in untold}
    if offered:
        key = f"tell-decision|{here.token}|{here.pasted.get(BEGUN, 0)}"
        st.selectbox(
            "Which other decision should people hear of?",
            list(offered),
            index=None,
            format_func=lambda id: offered.get(id, ""),
            placeholder="Not each decision needs a message; choose those that change somebody's Monday",
            key=key,
            on_change=_chosen,
            args=(here, key),
        )


def _about(workshop: Workshop, priority: Candidate) -> dict[str, Any]:
    """A message begins with what its commitment says already, and with the leader who answers for it."""
    own = next((one for one in workshop.all(Commitment) if one.candidate == priority.id), None)
    known = {"what": own.message, "teller": own.executive} if own else {}
    return {"candidate": priority.id} | {name: value for name, value in known.items() if value}


def _chosen(here: Here, key: str) -> None:
    id = session.peek(key)
    if id:
        _begin(here, {"decision": id})


def _begin(here: Here, values: dict[str, Any]) -> None:
    here.trying(_write, here, values)


def _write(here: Here, values: dict[str, Any]) -> None:
    about = {name: values[name] for name in ("candidate", "decision") if name in values}
    begun = next((one for one in here.workshop().all(Message) if about.items() <= one.filled.items()), None)
    # A second press, or somebody else's, opens the message that the first one began.
    id = begun.id if begun else new_id()
    if begun is None:
        here.write(Put("message", id, values))
    here.pasted[BEGUN] = here.pasted.get(BEGUN, 0) + 1
    here.chosen[CHOSEN] = id
