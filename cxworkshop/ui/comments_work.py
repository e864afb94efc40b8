"""A file of comments worked out once for each question: read, and sorted by the rules as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from cxworkshop.domain.commands import Command
from cxworkshop.domain.errors import NotFound
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import (
    Comments,
    CommentTable,
    Rules,
    Sorted,
    evidence_commands,
    open_comments,
    read_comments,
    rules_of,
    sort_comments,
)
from cxworkshop.ui import kept_files

COLUMNS = (
    "date_column",
    "text_columns",
    "channel_column",
    "rating_column",
    "rating_best",
    "rating_worst",
    "product_column",
    "code_column",
)
"""The fields of a CommentFile that say which column says what."""


@dataclass(frozen=True)
class Work:
    """A file of comments with everything that can be asked of it."""

    said: CommentFile
    comments: Comments
    places: Sorted


def work(workshop: Workshop, said: CommentFile) -> Work | None:
    """The comments of a file, sorted; None where the file is not on this computer.

    Raises BadLedger where its columns cannot be read as the workshop says.
    """
    path = kept_files.path_of(said.fingerprint)
    if path is None:
        return None
    file, columns = said.file or path.name, columns_of(said)
    rules = rules_of(workshop, said)
    return Work(said, _comments(str(path), file, columns), _places(str(path), file, columns, rules))


def file_now(workshop: Workshop, chosen: str) -> CommentFile | None:
    """The file whose comments are on screen: the chosen one, else the latest; None where there is none."""
    files = workshop.all(CommentFile)
    return workshop.get(CommentFile, chosen) or (files[-1] if files else None)


def table_of(mark: str, file: str) -> CommentTable:
    """The columns of a file that was handed in. Raises NotFound where it is not on this computer, BadLedger as reading does."""
    path = kept_files.path_of(mark)
    if path is None:
        raise NotFound(f"{file} is not on this computer: hand it in again.")
    return _table(str(path), file)


def sorting_again(workshop: Workshop, found: Work) -> tuple[Command, ...]:
    """What sorting the file by today's rules would write; nothing where all stands as the rules say."""
    return evidence_commands(workshop, found.said, found.comments, found.places)


def day(found: date) -> str:
    """A day as it is said: 8 September 2023."""
    return f"{found.day} {found:%B %Y}"


def columns_of(said: CommentFile) -> str:
    """The part of a file's record on which its reading depends."""
    return said.model_copy(update={"id": ""}).model_dump_json(include={"id", *COLUMNS})


@st.cache_resource(show_spinner="Reading the comments ...", max_entries=3)
def _table(path: str, file: str) -> CommentTable:
    return open_comments(Path(path), file)


@st.cache_resource(show_spinner=False, max_entries=3)
def _comments(path: str, file: str, columns: str) -> Comments:
    return read_comments(_table(path, file), CommentFile.model_validate_json(columns))


@st.cache_resource(show_spinner="Sorting the comments ...", max_entries=6)
def _places(path: str, file: str, columns: str, rules: Rules) -> Sorted:
    return sort_comments(_comments(path, file, columns), CommentFile.model_validate_json(columns), rules)
