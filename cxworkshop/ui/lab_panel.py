"""The definition lab on screen: a ledger is opened, a dial is moved, and count and bridge move with it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Preview, suggest
from cxworkshop.ui import (
    lab_columns,
    lab_compute,
    lab_dials,
    lab_files,
    lab_lists,
    lab_notes,
    lab_results,
    lab_variants,
    lab_write,
    session,
)
from cxworkshop.ui.lab_opened import Opened, opened


def draw() -> None:
    """The whole lab; on the projector what it gives, without a control."""
    source = session.workshop().one(LedgerSource)
    path = lab_files.path_for(source)
    session.say_notices("lab")
    if path is None:
        _without(source)
    elif (found := _open(path, source)) is not None:
        _lab(found)
    lab_variants.draw(path)


def _without(source: LedgerSource) -> None:
    if session.projecting():
        return
    with st.container(border=True):
        if source.file:
            st.warning(
                session.escape(
                    f"The ledger {source.file} is not on this computer, or it has changed since: open it here to go on."
                ),
                icon=":material/link_off:",
            )
        lab_files.draw()
        st.markdown(lab_files.NEEDED)
        st.caption("Without a ledger, write the definition and its count on the card in the next step.")


def _open(path: Path, source: LedgerSource) -> Opened | None:
    """The ledger under its dials; where it cannot be, why, and what can be done about it."""
    first: Preview | None = None
    try:
        first = lab_compute.first_rows(path, source)
        return opened(path, source)
    except WorkshopError as wrong:
        if session.projecting():
            st.caption("The ledger cannot be read as it is set.")
            return None
        lab_notes.refused(wrong, source)
    lab_files.draw()
    if first is not None:
        lab_dials.setting()
        lab_lists.missing(source)
        lab_columns.draw(source, first, suggest(first.headers))
    return None


def _lab(found: Opened) -> None:
    if session.projecting():
        lab_results.count(found)
        lab_results.windows(found)
        return
    first = lab_compute.first_rows(found.path, found.source)
    _source(found, first)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        lab_dials.draw(found.source, found.ledger, first.headers)
    with right, st.container(key="lab-gives"):
        lab_results.count(found)
    lab_results.warnings(found.bridge)
    lab_results.windows(found)
    lab_variants.keep(found)
    lab_notes.draw(found)
    with st.expander("The bridge, period by period", icon=":material/table_view:"):
        lab_results.periods(found.bridge)
        st.button(
            "Write this bridge into the workshop",
            key="write-bridge",
            on_click=lab_write.write_bridge,
            args=(session.here(), found.path, found.source),
        )
        st.caption(
            "Without choosing a definition: it takes the place of the bridge computed before; rows that were typed stay."
            " One Undo takes it back."
        )


def _source(found: Opened, first: Preview) -> None:
    ledger = found.ledger
    facts = f"{ledger.rows_read:,} rows, {len(ledger.customers):,} customers, {ledger.first_day} to {ledger.last_day}"
    with st.expander(
        session.escape(f"{found.source.file}: {facts}"), key="lab-source", icon=":material/table_view:"
    ):
        lab_columns.draw(found.source, first, dict(ledger.columns))
        lab_files.draw()
