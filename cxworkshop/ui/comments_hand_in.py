"""A file of comments on its way in: handed in, its columns guessed, its channels given sources, and then one button."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import streamlit as st
from streamlit.typing import UploadedFile

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.domain.commands import Batch, Command, Put
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import CommentFile, Source
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CATEGORY, SOURCE, STAGE, evidence_commands
from cxworkshop.ui import comments_choices, comments_sorting, kept_files, session
from cxworkshop.ui.comments_boxes import cover
from cxworkshop.ui.comments_draft import Draft, begin
from cxworkshop.ui.comments_plan import after, plan
from cxworkshop.ui.comments_work import Work, table_of, work
from cxworkshop.ui.session import Here

_BOX = "comments"
NEEDED = (
    "A row per comment: what was said, when, through which channel; a rating, a product or a code may stand beside it."
    " Which column says what is guessed, and remembered for the next file."
)


def hand_in() -> None:
    """The place where a file comes in; once one is there, what it will become, and the button that brings it in."""
    here = session.here()
    if here.draft is None or here.draft.code != here.code:
        key = f"comments|{here.token}|{here.pasted.get(_BOX, 0)}"
        st.file_uploader(
            "A file of comments: CSV, CSV.gz, Parquet or Excel",
            type=["csv", "gz", "parquet", "xlsx"],
            key=key,
            on_change=_handed_in,
            args=(here, key),
            help="It is read on this computer, and a copy stays beside the workshops.",
        )
        if not session.workshop().all(CommentFile):
            st.caption(NEEDED)
        return
    try:
        _draft(here, here.draft)
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        for problem in getattr(wrong, "problems", ())[:20]:
            st.text(problem)
        st.button("Not this file", key="comments-drop", on_click=_drop, args=(here,))


def open_again(here: Here, said: CommentFile) -> None:
    """Open a file that is in the workshop as if it had just been handed in, to choose its columns anew."""
    table = table_of(said.fingerprint or "", said.file or "")
    here.draft = begin(here.kept(), table, said.fingerprint or "", uuid4().hex[:8])


def _handed_in(here: Here, key: str) -> None:
    file: UploadedFile | None = session.peek(key)
    if file is not None:
        here.trying(_take, here, file)


def _take(here: Here, file: UploadedFile) -> None:
    mark = kept_files.keep(file.getvalue(), file.name)
    here.pasted[_BOX] = here.pasted.get(_BOX, 0) + 1
    table, workshop = table_of(mark, file.name), here.kept()
    there = next((one for one in workshop.all(CommentFile) if one.fingerprint == mark), None)
    if there is not None:
        here.notice(f"{there.file} is in this workshop already; its comments can be read here now.")
        return
    here.draft = begin(workshop, table, mark, uuid4().hex[:8])


def _draft(here: Here, draft: Draft) -> None:
    table = table_of(draft.mark, draft.file)
    with st.container(border=True, key="comments-draft"):
        st.subheader(session.escape(draft.file), anchor=False)
        st.caption(
            f"{sentence(counted(table.rows, 'comment'))}. Look over what was guessed, then bring them in; one Undo takes them back."
        )
        comments_choices.columns(draft, table)
        workshop = here.kept()
        said, commands = plan(workshop, draft, table, session.peek)
        found = work(after(workshop, said, commands), said)
        assert found is not None
        comments_choices.sources(draft, table, said, workshop)
        comments_sorting.sorting(draft, table, said, workshop)
        st.text(_promise(found))
        for note in found.comments.notes:
            st.caption(session.escape(cover()(note)))
        yes, no = st.columns([1, 3])
        yes.button(
            "Bring them in",
            type="primary",
            key="comments-bring",
            width="stretch",
            on_click=here.trying,
            args=(_bring, here, draft),
        )
        no.button("Not this file", key="comments-drop", type="tertiary", on_click=_drop, args=(here,))


def _promise(found: Work) -> str:
    sources, total = found.places.at[SOURCE], found.comments.rows
    said = f"{sentence(counted(total, 'comment'))} from {counted(len(set(sources[sources >= 0].tolist())), 'source')}."
    staged, named = (total - int(found.places.rows(target, None).sum()) for target in (STAGE, CATEGORY))
    if not staged and not named:
        return f"{said} No rule brings any to a stage or a category yet; all of them come in, and rules can follow."
    if staged == named == total:
        return f"{said} Each of them has its stage and its category by the rules that there are."
    finds, have = (f"{many:,}" if many else "none" for many in (staged, named))
    return f"{said} With a stage: {finds}; with a category: {have}. The others come in too, and rules can follow."


def _bring(here: Here, draft: Draft) -> None:
    if here.draft != draft:
        # A second click on the same button: the first one has brought it in.
        return
    workshop, table = here.kept(), table_of(draft.mark, draft.file)
    # Read from the widgets again: a choice and this button may arrive together, before anything was drawn anew.
    said, commands = plan(workshop, draft, table, session.peek)
    future = after(workshop, said, commands)
    found = work(future, said)
    assert found is not None
    evidence = evidence_commands(future, said, found.comments, found.places)
    written: list[Command] = [Put("comment_file", said.id, dict(said.filled)), *commands, *evidence]
    written += _last_heard(future, found)
    here.write(Batch(tuple(written), f"Comments brought in: {draft.file}"[:200]))
    _drop(here)
    here.chosen["comments-file"] = said.id
    here.renew()
    here.notice(
        f"{sentence(counted(found.comments.rows, 'comment'))} brought in from {draft.file}. One Undo takes them back."
    )


def _last_heard(workshop: Workshop, found: Work) -> list[Command]:
    """A source was last heard on the day of its latest comment, unless it is known to have been heard later."""
    commands: list[Command] = []
    for at, id in enumerate(found.places.ids[SOURCE]):
        days = found.comments.day[found.places.at[SOURCE] == at]
        source = workshop.get(Source, id)
        if source and len(days) and days.max():
            last = date.fromordinal(int(days.max()))
            if source.last_day is None or source.last_day < last:
                commands.append(Put("source", id, {"last_day": last}))
    return commands


def _drop(here: Here) -> None:
    here.draft = None
    here.pasted[_BOX] = here.pasted.get(_BOX, 0) + 1
