"""Cells and fields that could not be saved as typed: what was typed is kept and shown until it is settled."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import streamlit as st

from cxworkshop.analysis.findings import sentence
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


def say(cls: type[Record], id: str | None = None, *, place: str = "") -> None:
    """Show the troubles of a class (of one record), each with its place and its remedy.

    `place` tells apart two places that may show the same trouble at once.
    """
    for key, trouble in list(session.here().troubles.items()):
        if key[0] != cls.kind or (id is not None and key[1] != id):
            continue
        if isinstance(trouble, Problem):
            _say_problem(key, trouble, place)
        else:
            _say_clash(key, trouble, place)


def say_others(cls: type[Record], shown: Collection[str], *, place: str = "") -> None:
    """Show the troubles of records that are not on screen, because somebody took them out or they are filtered away."""
    for id in dict.fromkeys(key[1] for key in session.here().troubles if key[0] == cls.kind):
        if id not in shown:
            say(cls, id, place=place)


def _say_problem(key: Key, trouble: Problem, place: str) -> None:
    named = f"{':'.join(key)}{place}"
    left, right = st.columns([5, 1], vertical_alignment="center")
    with left, st.container(key=f"trouble:{named}"):
        words = f"Not saved. {trouble.place}: {trouble.message}."
        st.error(session.escape(words), icon=":material/error:")
    right.button("Drop it", key=f"drop:{named}", on_click=note, args=(session.here(), key, None))


def _say_clash(key: Key, clash: Clash, place: str) -> None:
    here, named, cls = session.here(), f"{':'.join(key)}{place}", BY_KIND[key[0]]
    record = session.workshop().get(cls, key[1])
    theirs = getattr(record, key[2]) if record else None
    did = "someone else wrote here" if record else "someone else took this out"
    title = title_of(cls, key[2])
    said = f"{title} {sentence(did)}" if title.endswith("?") else f"{title}: {did}"
    with st.container(border=True):
        st.warning(f"{said} while you wrote. Both are kept; choose one.")
        mine_side, theirs_side = st.columns(2)
        mine_side.caption("You wrote")
        mine_side.text(_read(clash.mine))
        mine_side.button("Keep mine", key=f"mine:{named}", on_click=_keep, args=(here, key, clash.mine))
        theirs_side.caption("They wrote" if record else "They took it out")
        theirs_side.text(_read(theirs))
        theirs_side.button("Keep theirs", key=f"theirs:{named}", on_click=_keep, args=(here, key, theirs))


def _read(value: Any) -> str:
    """A value as it stands on screen; a no is an answer, and no blank."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value or "(blank)")


def _keep(here: Here, key: Key, value: Any) -> None:
    record = here.workshop().get(BY_KIND[key[0]], key[1])
    note(here, key, None)
    if (getattr(record, key[2]) if record else None) != value:
        attempt(here, Put(key[0], key[1], {key[2]: value}))
    here.renew()
