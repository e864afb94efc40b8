"""What can be chosen about a file before it comes in: which column says what, and which source each channel is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from cxworkshop.analysis.findings import listed, sentence
from cxworkshop.domain.record import help_of, title_of
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.records.listening import SOURCE_KINDS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import MOST_CHANNELS, CommentTable
from cxworkshop.ui import session
from cxworkshop.ui.comments_boxes import choice, cover, label
from cxworkshop.ui.comments_draft import SHOWN, Draft, channels, columns_now, rest_guess
from cxworkshop.ui.comments_known import NEW, NONE

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
        hide = cover()
        # Half an address would be no address: what is cut off is cut off after masking.
        first = {
            header: [hide(cell)[:_LONGEST] for cell in cells]
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
        choice(places[at % 3], session.escape(label(value)), options, value.guess, call, value.key)
    if len(heard) > SHOWN:
        st.caption(f"{len(heard) - SHOWN} more channels, heard less often, become sources as guessed.")
    if not said.channel_column:
        choice(
            st, "Whose words are these?", [NONE, *options], rest_guess(draft, said), call, draft.key("rest")
        )


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
