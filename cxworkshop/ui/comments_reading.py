"""Comments read stage by stage, ten at a time, and the ones to read aloud marked."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.privacy import masked, shows_personal
from cxworkshop.domain.commands import Batch
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import CommentFile, Evidence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import (
    ANY,
    CATEGORY,
    NONE,
    SOURCE,
    STAGE,
    TOUCHPOINT,
    Wanted,
    chosen,
    evidence_commands,
    felt,
    product_of,
    products,
    quote_of,
)
from cxworkshop.ui import session
from cxworkshop.ui.comments_boxes import cover
from cxworkshop.ui.comments_wanted import page, pick, wanted
from cxworkshop.ui.comments_work import Work, day, file_now, work
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

A_PAGE = 10
_LONGEST = 600


def read() -> None:
    """The filters, what they find, and a page of it; the projector shows the page without a way to change it."""
    here, workshop = session.here(), session.workshop()
    files = {one.id: one for one in workshop.all(CommentFile)}
    said = file_now(workshop, here.chosen.get("comments-file", ""))
    if said is None:
        st.caption("Once a file of comments is brought in, its comments are read here, stage by stage.")
        return
    if len(files) > 1 and not session.projecting():
        said = files[
            pick(here, "File", {id: one.file or id for id, one in files.items()}, "comments-file", said.id)
        ]
    try:
        found = work(here.kept(), said)
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        return
    if found is None:
        st.caption("The file is not on this computer: hand it in again, and its comments are read here.")
        return
    asked = wanted(here, workshop, products(found.comments))
    rows = chosen(found.comments, found.places, asked, None if shows_personal(workshop) else masked)
    finding(_told(workshop, asked, len(rows), found.comments.rows), "comments-read")
    pages = max(1, -(-len(rows) // A_PAGE))
    at = page(here, pages)
    marked = {one.quote for one in here.kept().all(Evidence) if one.batch == said.id and one.aloud}
    for row in rows[(at - 1) * A_PAGE : at * A_PAGE]:
        _comment(here, workshop, found, int(row), quote_of(found.comments, int(row)) in marked)


def _told(workshop: Workshop, wanted: Wanted, many: int, total: int) -> str:
    if not many:
        return "No comment is like that."
    stage = {ANY: "", NONE: " with no stage yet"}.get(wanted.stage)
    where = f" at “{workshop.name_of('stage', wanted.stage)}”" if stage is None else stage
    return (
        f"{sentence(counted(many, 'comment'))}{where}."
        if many < total or where
        else f"All {counted(many, 'comment')}."
    )


def _comment(here: Here, workshop: Workshop, found: Work, row: int, aloud: bool) -> None:
    raw = str(found.comments.text[row])
    on, own = int(found.comments.day[row]), bool(found.comments.own[row])
    told = [
        day(date.fromordinal(on)) if on else "no day",
        workshop.name_of("source", found.places.id(SOURCE, row)) or "no source",
        workshop.name_of("stage", found.places.id(STAGE, row)) or "no stage yet",
        workshop.name_of("touchpoint", found.places.id(TOUCHPOINT, row)),
        workshop.name_of("category", found.places.id(CATEGORY, row)) or "no category yet",
        felt(found.comments, row),
        cover()(product_of(found.comments, row)),
        "" if own or not raw else "a headline, not their words",
    ]
    with st.container(border=True, key=f"comment-{row}"):
        _say(cover()(raw))
        about, mark = st.columns([3, 1], vertical_alignment="center")
        about.caption(session.escape(" · ".join(one for one in told if one)))
        if session.projecting() or not own:
            return
        mark.button(
            "Marked to read aloud" if aloud else "Mark to read aloud",
            key=f"aloud-{row}",
            icon=":material/check:" if aloud else ":material/record_voice_over:",
            type="tertiary",
            help="Keeps these words as evidence of their stage. They are counted once, however many are marked.",
            on_click=here.trying,
            args=(_mark, here, found.said.id, row, aloud),
        )


def _say(text: str) -> None:
    """A comment as text; the end of a long one is folded away."""
    if len(text) <= _LONGEST:
        st.text(text or "Nothing was said in words.")
        return
    first, _, _ = text[:_LONGEST].rpartition(" ")
    st.text(f"{first or text[:_LONGEST]} ...")
    with st.expander("All of it"):
        st.text(text)


def _mark(here: Here, file: str, row: int, aloud: bool) -> None:
    workshop = here.kept()
    said = workshop.get(CommentFile, file)
    found = work(workshop, said) if said else None
    if said is None or found is None:
        return
    quote = quote_of(found.comments, row)
    if aloud:
        commands = evidence_commands(workshop, said, found.comments, found.places, unmark=quote)
    else:
        commands = evidence_commands(workshop, said, found.comments, found.places, mark=row)
    here.write(Batch(commands, f"A quote {'no longer ' if aloud else ''}marked to read aloud"))
