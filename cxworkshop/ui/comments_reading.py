"""Comments read stage by stage, ten at a time, and the ones to read aloud marked."""

from __future__ import annotations

from datetime import date

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.privacy import masked, shows_personal
from cxworkshop.domain.commands import Batch
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.records import CommentFile, Evidence
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import (
    ANY,
    CATEGORY,
    FEELINGS,
    NONE,
    SOURCE,
    STAGE,
    Wanted,
    chosen,
    evidence_commands,
    felt,
    quote_of,
)
from cxworkshop.ui import session
from cxworkshop.ui.comments_work import Work, day, work
from cxworkshop.ui.pictures import finding
from cxworkshop.ui.session import Here

A_PAGE = 10
_LONGEST = 600
_PREFIX = "read-"


def read() -> None:
    """The filters, what they find, and a page of it; the projector shows the page without a way to change it."""
    here, workshop = session.here(), session.workshop()
    files = {one.id: one for one in workshop.all(CommentFile)}
    if not files:
        st.caption("Once a file of comments is brought in, its comments are read here, stage by stage.")
        return
    said = files.get(here.chosen.get("comments-file", "")) or list(files.values())[-1]
    if len(files) > 1 and not session.projecting():
        said = files[
            _pick(here, "File", {id: one.file or id for id, one in files.items()}, "comments-file", said.id)
        ]
    try:
        found = work(here.kept(), said)
    except WorkshopError as wrong:
        st.error(session.escape(str(wrong)), icon=":material/error:")
        return
    if found is None:
        st.caption("The file is not on this computer: hand it in again, and its comments are read here.")
        return
    wanted = _wanted(here, workshop)
    rows = chosen(found.comments, found.places, wanted)
    finding(_told(workshop, wanted, len(rows), found.comments.rows), "comments-read")
    pages = max(1, -(-len(rows) // A_PAGE))
    page = _page(here, wanted, pages)
    marked = {one.quote for one in here.kept().all(Evidence) if one.batch == said.id and one.aloud}
    for row in rows[(page - 1) * A_PAGE : page * A_PAGE]:
        _comment(here, workshop, found, int(row), quote_of(found.comments, int(row)) in marked)


def _wanted(here: Here, workshop: Workshop) -> Wanted:
    """What is asked for; kept for the projector, which shows what was chosen on the facilitator's screen."""
    names = ("stage", "source", "category", "feeling", "words")
    if not session.projecting():
        places = st.columns(4)
        for place, name in zip(places, ("stage", "source", "category"), strict=False):
            options = {ANY: f"Any {name}", **workshop.labels(name), NONE: f"No {name} yet"}
            with place:
                _pick(here, name.capitalize(), options, f"{_PREFIX}{name}", ANY)
        with places[3]:
            feelings = {
                ANY: "Any feeling",
                **{one: one.capitalize() for one in FEELINGS},
                NONE: "No feeling told",
            }
            _pick(here, "Feeling", feelings, f"{_PREFIX}feeling", ANY)
        key = f"{_PREFIX}words|{here.visit}"
        st.text_input(
            "Words that were said",
            here.chosen.get(f"{_PREFIX}words", ""),
            key=key,
            placeholder="late | never came",
            max_chars=SHORT,
            help="Whole words or phrases; several are parted by | signs.",
            on_change=_choose,
            args=(here, f"{_PREFIX}words", key),
        )
    return Wanted(**{name: here.chosen.get(f"{_PREFIX}{name}", "") for name in names})


def _pick(here: Here, label: str, options: dict[str, str], what: str, otherwise: str) -> str:
    now = here.chosen.get(what, otherwise)
    now = now if now in options else otherwise
    key = f"{what}|{here.visit}"
    st.selectbox(
        label,
        list(options),
        index=list(options).index(now),
        format_func=lambda id: options.get(id, ""),
        key=key,
        on_change=_choose,
        args=(here, what, key),
    )
    return now


def _choose(here: Here, what: str, key: str) -> None:
    here.chosen[what] = session.peek(key) or ""
    here.chosen.pop(f"{_PREFIX}page", None)


def _page(here: Here, wanted: Wanted, pages: int) -> int:
    now = min(int(here.chosen.get(f"{_PREFIX}page", "1")), pages)
    if session.projecting() or pages == 1:
        return now
    back, middle, on = st.columns([1, 2, 1], vertical_alignment="center")
    back.button(
        "Later ones",
        key="read-back",
        disabled=now == 1,
        width="stretch",
        on_click=_turn,
        args=(here, now - 1),
    )
    middle.caption(f"Page {now:,} of {pages:,}, the latest first")
    on.button(
        "Earlier ones",
        key="read-on",
        disabled=now == pages,
        width="stretch",
        on_click=_turn,
        args=(here, now + 1),
    )
    return now


def _turn(here: Here, page: int) -> None:
    here.chosen[f"{_PREFIX}page"] = str(page)


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
        workshop.name_of("category", found.places.id(CATEGORY, row)) or "no category yet",
        felt(found.comments, row),
        "" if own or not raw else "a headline, not their words",
    ]
    with st.container(border=True, key=f"comment-{row}"):
        text = raw if shows_personal(workshop) else masked(raw)
        _say(text)
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
