"""What can be chosen about a file before it comes in: its columns, its channels' sources, and where values belong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.analysis.privacy import masked, shows_personal
from cxworkshop.domain.record import help_of, title_of
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import MOST_CHANNELS, CommentTable
from cxworkshop.ui import session
from cxworkshop.ui.comments_draft import (
    NEW,
    NONE,
    SHOWN,
    Draft,
    Value,
    category_guess,
    channels,
    columns_now,
    rest_guess,
    sortable,
    sorted_by,
    values_of,
)

_FIRST_ROWS, _LONGEST = 4, 160


def columns(draft: Draft, table: CommentTable) -> None:
    """Which column says what, over the first rows of the file."""
    said = draft.begin
    now = columns_now(draft, table, session.peek)
    few = [header for header in table.headers if table.distinct(header) <= MOST_CHANNELS]
    # An expander whose label changes folds up under whoever is choosing in it.
    st.text(_told(now))
    with st.expander("Which column says what", icon=":material/view_column:"):
        st.multiselect(
            title_of(CommentFile, "text_columns"),
            table.headers,
            default=list(said.text_columns),
            key=draft.key("text_columns"),
            help=help_of(CommentFile, "text_columns"),
        )
        places = st.columns(3)
        _column(places[0], draft, "date_column", table.headers)
        _column(places[1], draft, "channel_column", few)
        _column(places[2], draft, "code_column", table.headers)
        _column(places[0], draft, "product_column", table.headers)
        _column(places[1], draft, "rating_column", table.headers)
        if now.rating_column:
            with places[2]:
                worst, best = st.columns(2)
                _number(worst, draft, now, "rating_worst")
                _number(best, draft, now, "rating_best")
        cover = str if shows_personal(session.workshop()) else masked
        first = {
            header: [cover(cell[:_LONGEST]) for cell in cells]
            for header, cells in table.head(_FIRST_ROWS).items()
        }
        st.dataframe(pd.DataFrame(first), hide_index=True, alt="The first rows of the file")


def sources(draft: Draft, table: CommentTable, said: CommentFile, workshop: Workshop) -> None:
    """Each channel with the source that it is; or the one source of the whole file."""
    named = workshop.labels("source")
    options = [*named, *(f"{NEW}:{kind}" for kind in SOURCE_KINDS)]

    def call(option: str) -> str:
        if option == NONE:
            return "No source"
        return named.get(option) or f"New: {option.removeprefix(f'{NEW}:')}"

    heard = channels(draft, table, said, workshop)
    if heard:
        st.markdown("**Where each channel is heard**")
    for at, value in enumerate(heard[:SHOWN]):
        if at % 3 == 0:
            places = st.columns(3, vertical_alignment="bottom")
        _choice(places[at % 3], session.escape(_label(value)), options, value.guess, call, value.key)
    if len(heard) > SHOWN:
        st.caption(f"{len(heard) - SHOWN} more channels, heard less often, become sources as guessed.")
    if not said.channel_column:
        _choice(
            st, "Whose words are these?", [NONE, *options], rest_guess(draft, said), call, draft.key("rest")
        )


def values(draft: Draft, table: CommentTable, said: CommentFile, workshop: Workshop) -> None:
    """Where the values of one more column belong: to a stage or a moment, and to a category."""
    options = [NONE, *sortable(table, said)]
    guess = sorted_by(table, said, workshop)
    if guess != NONE and (session.peek(draft.key("by")) or guess) == guess:
        st.text(f"The values of “{guess}” are names of your stages and moments: its comments go there.")
    with st.expander("Sort them into stages and categories", icon=":material/sort:"):
        left, right = st.columns([2, 3], vertical_alignment="bottom")
        by = _choice(
            left,
            "By the values of",
            options,
            guess if guess in options else NONE,
            lambda one: "Not yet" if one == NONE else one,
            draft.key("by"),
        )
        if by == NONE:
            right.caption("Words that were said can be sorted by rules once the comments are in.")
            return
        shown = min(SHOWN, table.distinct(by))
        fresh = right.checkbox(
            f"Make a category of each of these {shown} values"
            if shown > 1
            else "Make a category of this value",
            key=draft.key("fresh", by),
        )
        stages, moments, known = (workshop.labels(kind) for kind in ("stage", "touchpoint", "category"))
        found = values_of(draft, table, workshop, by, fresh)
        for at, value in enumerate(found[:SHOWN]):
            says, place, category = st.columns([3, 3, 2], vertical_alignment="bottom")
            says.text(_label(value))
            _choice(
                place,
                "Stage or moment",
                [NONE, *stages, *moments],
                value.guess,
                lambda id: stages.get(id) or moments.get(id) or "No stage",
                value.key,
                hidden=at > 0,
            )
            _choice(
                category,
                "Category",
                [NONE, NEW, *known],
                category_guess(workshop, value.text, at, fresh),
                lambda id: {NONE: "No category", NEW: "New: this value"}.get(id) or known[id],
                f"{value.key}|category",
                hidden=at > 0,
            )
        if len(found) > SHOWN:
            st.caption(f"{len(found) - SHOWN} more values have the name of a stage or a moment and go there.")


def _column(place: Any, draft: Draft, name: str, headers: Sequence[str]) -> None:
    chosen = getattr(draft.begin, name)
    options = [NONE, *headers]
    place.selectbox(
        title_of(CommentFile, name),
        options,
        index=options.index(chosen) if chosen in options else 0,
        key=draft.key(name),
        help=help_of(CommentFile, name) or None,
    )


def _number(place: Any, draft: Draft, now: CommentFile, name: str) -> None:
    place.number_input(
        title_of(CommentFile, name),
        value=getattr(now, name),
        key=draft.key(name, now.rating_column),
        help=help_of(CommentFile, name),
    )


def _choice(
    place: Any, label: str, options: Sequence[str], guess: str, call: Any, key: str, hidden: bool = False
) -> str:
    found: str = place.selectbox(
        label,
        options,
        index=options.index(guess) if guess in options else 0,
        format_func=call,
        key=key,
        label_visibility="collapsed" if hidden else "visible",
    )
    return found


def _label(value: Value) -> str:
    return f"{value.text[:60]} ({value.count:,})"


def _told(said: CommentFile) -> str:
    """The chosen columns in one line."""
    told = (
        ("words", listed([f"“{one}”" for one in said.text_columns])),
        ("day", said.date_column),
        ("channel", said.channel_column),
        ("code", said.code_column),
        ("product", said.product_column),
        ("rating", said.rating_column),
    )
    known = [f"{what} from {header if what == 'words' else f'“{header}”'}" for what, header in told if header]
    return f"{sentence('; '.join(known))}." if known else "No column is known yet: choose below."
