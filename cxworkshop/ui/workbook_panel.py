"""Saving to Excel at any time, and taking in a workbook that was changed in Excel: a preview first, then one change."""

from __future__ import annotations

import re

import streamlit as st

from cxworkshop.analysis.sheltered import whole
from cxworkshop.domain.errors import BadWorkbook
from cxworkshop.programme.progress import is_draft, missing
from cxworkshop.ui import session
from cxworkshop.ui.session import Here
from cxworkshop.workbook import Opened, read_workbook, write_workbook

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PROBLEMS_SHOWN = 30


def save() -> None:
    """The workbook with everything in it, made when it is asked for."""
    if session.projecting():
        return
    draft = is_draft(session.here().once("missing", missing))
    st.subheader("The workbook", anchor=False)
    st.write(
        "One Excel file with everything that was written, made for reading and printing. "
        + (
            "It is marked DRAFT until every step of the day is done."
            if draft
            else "Every step of the day is done; it is no longer a draft."
        )
    )
    save_button("Save as Excel workbook", "save-workbook", primary=True)


def save_button(label: str, key: str, *, primary: bool = False) -> None:
    """Saves the open workshop as it stands when the button is pressed."""
    workshop = session.workshop()
    code, store = workshop.code, session.store()
    words = re.sub(r"[^A-Za-z0-9]+", "-", workshop.title).strip("-") or "workshop"
    draft = is_draft(session.here().once("missing", missing))
    st.download_button(
        label,
        data=lambda: write_workbook(store.load(code)),
        file_name=f"{words}{'-DRAFT' if draft else ''}.xlsx",
        mime=EXCEL,
        type="primary" if primary else "secondary",
        icon=":material/download:",
        key=key,
        on_click="ignore",
        width="content" if primary else "stretch",
    )


def take_in() -> None:
    """A workbook of this workshop that was edited in Excel: what changed and what is wrong, before anything is changed."""
    if session.projecting():
        return
    st.subheader("Take in changes made in Excel", anchor=False)
    file = st.file_uploader("The changed workbook", type=["xlsx"], key="take-in")
    if file is None:
        return
    opened = preview(file.getvalue(), file.name)
    if opened is None or opened.problems:
        return
    here = session.workshop()
    if opened.workshop.same_as(here):
        st.info("The workbook says exactly what this workshop says.")
        return
    st.button(
        "Take these changes in",
        type="primary",
        key="take-in-now",
        on_click=session.here().trying,
        args=(_replace, session.here(), opened),
    )
    st.caption("Whatever this workshop holds is replaced by what the workbook says; Undo brings it back.")


def preview(content: bytes, name: str) -> Opened | None:
    """Say what a workbook holds and what is wrong with it; None where it cannot be opened at all."""
    try:
        opened = _read(content, name)
    except BadWorkbook as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        for problem in wrong.problems[:PROBLEMS_SHOWN]:
            st.text(problem)
        return None
    st.info(session.escape(f"{name}: {opened.says}"), icon=":material/preview:")
    for words in opened.notes:
        st.caption(session.escape(words))
    if opened.problems:
        st.error("Nothing was changed. Mend these cells in Excel, save, and open the file again.")
        for found in opened.problems[:PROBLEMS_SHOWN]:
            st.text(str(found))
        if len(opened.problems) > PROBLEMS_SHOWN:
            st.text(f"... and {len(opened.problems) - PROBLEMS_SHOWN:,} more")
    return opened


@st.cache_data(show_spinner="Reading the workbook ...", max_entries=4)
def _read(content: bytes, name: str) -> Opened:
    return read_workbook(content, name)


def _replace(here: Here, opened: Opened) -> None:
    here.wrote(session.store().replace(here.code or "", whole(here.kept(), opened.workshop), here.me))
    here.renew()
    here.notice("The workbook's changes are in. One Undo takes them all back.")
