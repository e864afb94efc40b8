"""The files of comments that were brought in: what they hold, what matches nothing yet, and the rules that sort them."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted, listed, sentence
from cxworkshop.analysis.listening import voices
from cxworkshop.domain.commands import Batch, Remove
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import CommentFile, Evidence, SortRule
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CATEGORY, STAGE
from cxworkshop.ui import session
from cxworkshop.ui.comments_hand_in import open_again
from cxworkshop.ui.comments_unmatched import left_to_write, sort_again, unmatched
from cxworkshop.ui.comments_work import day, work
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import figures
from cxworkshop.ui.session import Here


def files() -> None:
    """Every file, the latest first, and below them the rules that all of them share."""
    here = session.here()
    workshop = session.workshop()
    for said in reversed(workshop.all(CommentFile)):
        with st.container(border=True, key=f"comment-file-{said.id}"):
            st.markdown(f"**{session.escape(said.file or 'A file of comments')}**")
            counts(workshop, said)
            if not session.projecting():
                _tools(here, said)
    if workshop.all(CommentFile) and not session.projecting():
        with st.expander("The rules that sort comments, the first that fits wins", icon=":material/rule:"):
            table(SortRule)


def counts(workshop: Workshop, said: CommentFile) -> None:
    """How many comments came through which source, how many match nothing, in words and as a table."""
    rows = [row for row in workshop.all(Evidence) if row.batch == said.id]
    by: dict[str | None, list[int]] = {}
    for row in rows:
        told = by.setdefault(row.source, [0, 0, 0])
        told[0] += voices(row)
        told[1] += 0 if row.stage else voices(row)
        told[2] += 0 if row.category else voices(row)
    ranked = sorted(by.items(), key=lambda one: -one[1][0])
    names = {id: workshop.name_of("source", id) or "no source" for id in by}
    days = f", {day(said.first_day)} to {day(said.last_day)}" if said.first_day and said.last_day else ""
    st.text(
        f"{sentence(counted(said.rows or 0, 'comment'))}{days}: {listed([f'{names[id]} {one[0]:,}' for id, one in ranked])}."
    )
    without = [
        words
        for many, words in ((said.no_stage, "no stage"), (said.no_category, "no category"))
        if many
        for words in [f"{many:,} match {words} yet"]
    ]
    st.text(f"{listed(without)}." if without else "Every comment has its stage and its category.")
    with st.expander("By source, as a table"):
        figures(
            [
                {
                    "Source": names[id],
                    "Comments": one[0],
                    "Without a stage": one[1],
                    "Without a category": one[2],
                }
                for id, one in ranked
            ],
            "How many comments came through which source, and how many of them match no stage or no category",
        )


def _tools(here: Here, said: CommentFile) -> None:
    try:
        found = work(here.kept(), said)
        left = left_to_write(here, found) if found else ()
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        found, left = None, ()
    with st.container(horizontal=True, vertical_alignment="center"):
        if found:
            st.button(
                "Sort again",
                key=f"sort-{said.id}",
                type="primary" if left else "secondary",
                disabled=not left,
                icon=":material/sort:",
                help="Brings the comments to where today's rules put them. Quotes that somebody chose stay.",
                on_click=here.trying,
                args=(sort_again, here, said.id),
            )
            st.button(
                "Columns",
                key=f"columns-{said.id}",
                icon=":material/view_column:",
                on_click=here.trying,
                args=(open_again, here, said),
            )
        st.button(
            "Take this file out",
            key=f"out-{said.id}",
            icon=":material/close:",
            type="tertiary",
            on_click=here.trying,
            args=(_take_out, here, said.id),
        )
    if found is None:
        st.caption(
            "The file is not on this computer: hand it in again to read its comments or sort them anew."
        )
        return
    if left:
        st.caption("By the rules as they stand now some comments would be sorted otherwise.")
    for target, what in ((STAGE, "stage"), (CATEGORY, "category")):
        unmatched(here, found, target, what)


def _take_out(here: Here, file: str) -> None:
    workshop = here.kept()
    said = workshop.get(CommentFile, file)
    rows = [Remove("evidence", row.id) for row in workshop.all(Evidence) if row.batch == file]
    if said:
        here.write(Batch((*rows, Remove("comment_file", file)), f"Comments taken out: {said.file}"[:200]))
        here.renew()
        here.notice(
            f"{said.file} and its evidence are out. One Undo brings them back; its rules and sources stay."
        )
