"""Where the comments of a file belong, chosen before it comes in: by the values of its columns, and by words in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import CommentTable
from cxworkshop.ui import session
from cxworkshop.ui.comments_boxes import choice, label
from cxworkshop.ui.comments_draft import (
    SHOWN,
    Draft,
    Value,
)
from cxworkshop.ui.comments_known import NEW, NONE
from cxworkshop.ui.comments_values import (
    MOST_WORDS,
    left_open,
    sortable,
    sorted_by,
    sorting_columns,
    values_of,
    words_of,
)

_PLACE, _CATEGORY = "Stage or moment", "Category"


def sorting(draft: Draft, table: CommentTable, said: CommentFile, workshop: Workshop) -> None:
    """The columns whose values say a stage, a moment or a category, a box for each value; below them, words."""
    options = sortable(table, said)
    guess = sorted_by(table, said, workshop)
    if guess != NONE and guess in sorting_columns(draft, table, said, workshop, session.peek):
        st.text(f"The values of “{guess}” are names of your stages and moments: its comments go there.")
    with st.expander("Sort them into stages and categories", icon=":material/sort:"):
        chosen = st.multiselect(
            "By the values of",
            options,
            default=[guess] if guess in options else [],
            key=draft.key("by"),
            placeholder="One column or several",
        )
        for header in chosen:
            _values(draft, table, workshop, header)
        _words(draft, workshop)


def _values(draft: Draft, table: CommentTable, workshop: Workshop, header: str) -> None:
    named, right = st.columns([2, 3], vertical_alignment="bottom")
    named.markdown(f"**{session.escape(header)}**")
    shown = min(SHOWN, table.distinct(header))
    fresh = right.checkbox(
        f"Make a category of each of these {shown} values" if shown > 1 else "Make a category of this value",
        key=draft.key("fresh", header),
    )
    found = values_of(draft, table, workshop, header, fresh)
    for at, value in enumerate(found[:SHOWN]):
        says, place, category = st.columns([3, 3, 2], vertical_alignment="bottom")
        says.text(label(value))
        _where(workshop, (place, category), value, at > 0, "this value")
    if len(found) > SHOWN:
        more = sentence(counted(len(found) - SHOWN, "more value"))
        goes = (
            "goes where its name or a rule says" if len(found) == SHOWN + 1 else "go where names or rules say"
        )
        st.caption(f"{more} {goes}.")
    many, comments = left_open(table, header, found)
    if many:
        st.caption(
            f"{sentence(counted(many, 'rarer value'))} in {counted(comments, 'comment')} can be sorted by rules once the"
            " comments are in."
        )


def _words(draft: Draft, workshop: Workshop) -> None:
    st.markdown("**By words that were said**")
    lines = words_of(draft, workshop, session.peek)
    # A blank line always follows the last filled one.
    for at in range(min(len(lines) + 1, MOST_WORDS)):
        says, place, category = st.columns([3, 3, 2], vertical_alignment="bottom")
        says.text_input(
            "Words or phrases",
            key=draft.key("words", at),
            max_chars=SHORT,
            placeholder="late | never came",
            help="Whole words or phrases; several are parted by | signs.",
            label_visibility="collapsed" if at else "visible",
        )
        blank = Value("", 0, draft.key("words", at, NONE), NONE)
        _where(
            workshop,
            (place, category),
            lines[at] if at < len(lines) else blank,
            at > 0,
            "these words",
        )


def _where(workshop: Workshop, places: tuple[Any, Any], value: Value, hidden: bool, new: str) -> None:
    """A box for the stage or moment and one for the category; `new` is what a new category is named after."""
    stages, moments, named = (workshop.labels(kind) for kind in ("stage", "touchpoint", "category"))
    first: Mapping[str, str] = {NONE: "No stage", **stages, **moments}
    second: Mapping[str, str] = {NONE: "No category", NEW: f"New: {new}", **named}
    choice(places[0], _PLACE, list(first), value.guess, lambda id: first.get(id, ""), value.key, hidden)
    choice(
        places[1],
        _CATEGORY,
        list(second),
        value.category,
        lambda id: second.get(id, ""),
        value.category_key,
        hidden,
    )
