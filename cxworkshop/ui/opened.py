"""An editor on screen: it keeps the rows it opened with, sends differences, and is opened afresh only when nobody is
at work in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from cxworkshop.domain.commands import Batch, Command
from cxworkshop.domain.errors import Conflict, NotFound, WorkshopError
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session, troubles
from cxworkshop.ui.deltas import Sheet
from cxworkshop.ui.session import Here

SHOWN = 12
"""Rows on screen before the table scrolls."""
# Text wraps from four lines' height on (72 px at the theme's font size).
ROW, TALL = 38, 78


@dataclass
class Opened:
    """An editor on screen. `known` is what the store held of its cells when it last read or wrote them."""

    key: str
    visit: int
    sheet: Sheet
    frame: pd.DataFrame
    config: dict[str, Any]
    choices: object
    known: object
    name: str
    row_height: int
    now: Callable[[Workshop], object]
    touched: bool = False
    wrote: int = -1
    """The revision that this editor last wrote."""
    behind: bool = False


def edit(
    *,
    place: str,
    name: str,
    now: Callable[[Workshop], object],
    choices: object,
    open_sheet: Callable[[], tuple[Sheet, pd.DataFrame, dict[str, Any]]],
    dynamic: bool,
    tall: Callable[[pd.DataFrame], bool],
    alt: str,
) -> None:
    """Draw the editor of a place on the page. `now` gives what the store holds of its cells, `open_sheet` a fresh
    sheet with its frame and column configuration, `choices` what its columns offer; a change of it opens afresh.
    `tall` says of that frame whether its rows need the height of a few lines."""
    workshop = session.workshop()
    here = session.here()
    opened: Opened | None = here.editors.get(place)
    changed = opened is not None and (opened.behind or opened.known != now(workshop))
    # Rows that others wrote are taken in only while nobody is at work in this table, or when this screen last wrote
    # somewhere else; opening afresh would close a cell that is being typed in.
    elsewhere = (
        here.last_write == workshop.revision and opened is not None and opened.wrote != here.last_write
    )
    takes_in = changed and opened is not None and (not opened.touched or elsewhere)
    if opened is None or opened.visit != here.visit or opened.choices != choices or takes_in:
        here.serial += 1
        sheet, frame, config = open_sheet()
        key = f"{place}|{here.token}|{here.serial}"
        height = TALL if tall(frame) else ROW
        opened = Opened(key, here.visit, sheet, frame, config, choices, now(workshop), name, height, now)
        here.editors[place] = opened
        changed = False
    lines = len(opened.frame)
    opened.now = now
    st.data_editor(
        opened.frame,
        key=opened.key,
        on_change=_save,
        args=(here, opened),
        column_config=opened.config,
        num_rows="dynamic" if dynamic else "fixed",
        hide_index=True,
        row_height=opened.row_height,
        height="content" if lines <= SHOWN else opened.row_height * SHOWN,
        placeholder="",
        alt=alt,
    )
    if changed:
        st.button(
            "Others wrote in this table. Show what they wrote",
            key=f"{opened.key}:show",
            icon=":material/sync:",
            on_click=here.editors.pop,
            args=(place, None),
        )


def _save(here: Here, opened: Opened) -> None:
    deltas = session.peek(opened.key)
    if deltas is None:
        return
    sheet = opened.sheet
    sent, kept, removed = dict(sheet.sent), dict(sheet.kept), set(sheet.removed)
    try:
        before = here.workshop()
        commands, cells = sheet.take(deltas, before)
        opened.behind = opened.behind or opened.known != opened.now(before)
        opened.touched = True
        for key, problem in cells.items():
            troubles.note(here, key, problem)
        if commands:
            after = _send(here, commands, opened)
            opened.known = opened.now(after)
            opened.wrote = here.last_write
    except WorkshopError as wrong:
        # The store itself failed (a full disk, say): nothing was taken, so the next gesture offers all of it again.
        sheet.sent, sheet.kept, sheet.removed = sent, kept, removed
        here.notice(f"Not saved. {wrong}", bad=True)


def _send(here: Here, commands: list[Command], opened: Opened) -> Workshop:
    """All of one gesture at once, so that one undo takes it back; if one cell is refused, the others still go."""
    try:
        return here.write(commands[0] if len(commands) == 1 else Batch(tuple(commands), opened.name))
    except (Conflict, NotFound):
        for command in commands:
            troubles.attempt(here, command)
        return here.workshop()
