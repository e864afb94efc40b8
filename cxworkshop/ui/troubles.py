"""Cells and fields that could not be saved as typed: what was typed is kept and shown until it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from cxworkshop.domain.commands import Command, Put
from cxworkshop.domain.errors import Conflict, WorkshopError
from cxworkshop.domain.record import Record, title_of
from cxworkshop.domain.records import BY_KIND
from cxworkshop.ui import session
from cxworkshop.ui.deltas import Problem
from cxworkshop.ui.session import Here

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Clash:
    """Two people wrote the same words: what was typed here, waiting to be chosen or dropped."""

    mine: Any


def note(here: Here, key: Key, problem: Problem | None) -> None:
    """Remember that a cell is in trouble, or no longer."""
    if problem is None:
        here.troubles.pop(key, None)
    else:
        here.troubles[key] = problem


def attempt(here: Here, command: Command) -> bool:
    """Do a command; a clash over words is kept for choosing, anything else that went wrong is said at the top."""
    try:
        here.write(command)
    except Conflict as clash:
        if not isinstance(command, Put) or not command.seen:
            here.notice(str(clash), bad=True)
            return False
        for name in command.seen:
            here.troubles[command.kind, command.id, name] = Clash(command.values.get(name))
        return False
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True)
        return False
    return True


def say(cls: type[Record], id: str | None = None) -> None:
    """Show the troubles of a class (of one record), each with its place and its remedy."""
    for key, trouble in list(session.here().troubles.items()):
        if key[0] != cls.kind or (id is not None and key[1] != id):
            continue
        if isinstance(trouble, Problem):
            _say_problem(key, trouble)
        else:
            _say_clash(key, trouble)


def _say_problem(key: Key, trouble: Problem) -> None:
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left, st.container(key=f"trouble:{':'.join(key)}"):
        words = f"Not saved. {trouble.place}: {trouble.message}."
        st.error(session.escape(words), icon=":material/error:")
    right.button("Drop it", key=f"drop:{':'.join(key)}", on_click=note, args=(session.here(), key, None))


def _say_clash(key: Key, clash: Clash) -> None:
    cls = BY_KIND[key[0]]
    record = session.workshop().get(cls, key[1])
    theirs = getattr(record, key[2]) if record else None
    with st.container(border=True):
        st.warning(
            f"{title_of(cls, key[2])}: someone else wrote here while you did. Both are kept; choose one."
        )
        mine_side, theirs_side = st.columns(2)
        mine_side.caption("You wrote")
        mine_side.text(str(clash.mine or "(blank)"))
        mine_side.button(
            "Keep mine", key=f"mine:{':'.join(key)}", on_click=_keep, args=(session.here(), key, clash.mine)
        )
        theirs_side.caption("They wrote")
        theirs_side.text(str(theirs or "(blank)"))
        theirs_side.button(
            "Keep theirs", key=f"theirs:{':'.join(key)}", on_click=_keep, args=(session.here(), key, theirs)
        )


def _keep(here: Here, key: Key, value: Any) -> None:
    record = here.workshop().get(BY_KIND[key[0]], key[1])
    note(here, key, None)
    if record is None or getattr(record, key[2]) != value:
        attempt(here, Put(key[0], key[1], {key[2]: value}))
    here.renew()
