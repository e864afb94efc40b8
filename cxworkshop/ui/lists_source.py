"""A department's list on screen: handed in, named, and which of its columns says what."""

from __future__ import annotations

import re

import streamlit as st
from streamlit.typing import UploadedFile

from cxworkshop.analysis.findings import counted, listed
from cxworkshop.domain.commands import Batch, Command, Put, Remove, new_id
from cxworkshop.domain.errors import BadFile, BadValue
from cxworkshop.domain.records import Company, Definition, FunctionCount, ListSource, Reconciliation
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger import read_headers
from cxworkshop.ledger.lists import IDENTIFYING, MOST_LISTS, ROLES, read_list, stem
from cxworkshop.ui import kept_files, session
from cxworkshop.ui.fields import field
from cxworkshop.ui.session import Here

FIELDS = {role: f"{role}_column" for role in ROLES}
NONE = "-"


def hand_in() -> None:
    """The place where lists come in, one by one or together."""
    here = session.here()
    key = f"lists|{here.token}"
    st.caption(
        "Two to six lists, a row per customer: CSV, CSV.gz, Parquet or Excel. They are read on this computer and stay there."
    )
    st.file_uploader(
        "Lists",
        type=["csv", "gz", "parquet", "xlsx"],
        accept_multiple_files=True,
        key=key,
        on_change=_handed_in,
        args=(here, key),
    )


def lists() -> None:
    """Each list with its name, its size, the columns that were recognised, and the way to put them right."""
    for source in session.workshop().all(ListSource):
        path = kept_files.path_of(source.fingerprint)
        with st.container(border=True, key=f"list-{source.id}"):
            name, facts, columns, out = st.columns([3, 5, 2, 1], vertical_alignment="bottom")
            with name:
                field(ListSource, source.id, "name")
            with facts:
                known = [ROLES[role].what for role, one in FIELDS.items() if getattr(source, one)]
                st.text(f"{source.file or '?'}: {counted(source.rows or 0, 'row')}\n{', '.join(known)}")
            if path is not None:
                with columns, st.popover("Columns", icon=":material/view_column:"):
                    _mapping(source, read_headers(path, source.file or path.name))
            with out:
                st.button(
                    "Remove",
                    key=f"drop-{source.id}",
                    icon=":material/close:",
                    help="Take this list out",
                    type="tertiary",
                    on_click=_drop,
                    args=(session.here(), source.id),
                )
            if path is None:
                st.warning("The file of this list is not on this computer: hand it in again.")


def _mapping(source: ListSource, headers: tuple[str, ...]) -> None:
    here = session.here()
    st.caption("Guessed from headers and cells. Put right what is wrong; what no column says stays at “-”.")
    unused = set(headers) - {getattr(source, name) for name in FIELDS.values()} - {""}
    if unused:
        st.text(f"Not used: {listed(sorted(unused))}.")
    places = st.columns(3)
    for number, (role, name) in enumerate(FIELDS.items()):
        chosen = getattr(source, name)
        options = [NONE, *dict.fromkeys(header for header in headers if header)]
        key = f"map|{source.id}|{name}|{here.token}|{here.visit}|{chosen}"
        places[number % 3].selectbox(
            f"{ROLES[role].what[:1].upper()}{ROLES[role].what[1:]}",
            options,
            index=options.index(chosen) if chosen in options else 0,
            key=key,
            on_change=_mapped,
            args=(here, source.id, name, key),
        )


def _mapped(here: Here, id: str, name: str, key: str) -> None:
    chosen = session.peek(key)
    here.trying(here.write, Put("list_source", id, {name: None if chosen in (NONE, None) else chosen}))


def _drop(here: Here, id: str) -> None:
    here.trying(here.write, Remove("list_source", id))


def _handed_in(here: Here, key: str) -> None:
    files = session.peek(key)
    if files:
        here.trying(_take, here, list(files))


def _take(here: Here, files: list[UploadedFile]) -> None:
    workshop = here.workshop()
    there = {source.fingerprint for source in workshop.all(ListSource)}
    taken = {source.name for source in workshop.all(ListSource) if source.name}
    commands: list[Command] = []
    for file in files:
        content = file.getvalue()
        mark = kept_files.keep(content, file.name)
        if mark in there:
            continue
        there.add(mark)
        if len(there) > MOST_LISTS:
            raise BadValue(f"At most {MOST_LISTS} lists are laid over each other; remove one first.")
        read = _read(mark, file.name)
        name = _whose(stem(file.name), workshop, taken)
        taken.add(name)
        commands.append(Put("list_source", new_id(), {**read, "name": name, "fingerprint": mark}))
    if not commands:
        return
    if not workshop.all(ListSource):
        commands.append(Put("reconciliation", "reconciliation", _beginning(workshop)))
    here.write(Batch(tuple(commands), "Lists handed in"))


def _read(mark: str, file: str) -> dict[str, object]:
    path = kept_files.path_of(mark)
    if path is None:
        raise BadFile(f"{file} could not be kept; hand it in again.")
    read = read_list(path, file=file)
    columns = {FIELDS[role]: header for role, header in read.columns.items() if role in FIELDS}
    return {"file": file[-200:], "rows": read.rows, **columns}


def _whose(stem: str, workshop: Workshop, taken: set[str]) -> str:
    """The function whose name stands in the file's name as words of their own, else the file's name made readable."""
    parts = [part.casefold() for part in re.split(r"[\W_\d]+", stem) if part]
    runs = {"".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)}
    functions = sorted(
        {row.function for row in workshop.all(FunctionCount) if row.function}, key=len, reverse=True
    )
    found = next((one for one in functions if re.sub(r"[\W_]", "", one).casefold() in runs), None)
    if found and found not in taken:
        return found[:60]
    words = re.sub(r"(?i)\b(list|customers?|export)\b", " ", re.sub(r"[_\W]+", " ", stem)).strip() or stem
    return f"{words[:1].upper()}{words[1:]}"[:60]


def _beginning(workshop: Workshop) -> dict[str, object]:
    old = workshop.one(Reconciliation)
    return {
        "exact_keys": old.exact_keys or IDENTIFYING,
        "near": True if old.near is None else old.near,
        "as_of": old.as_of or workshop.one(Company).period_end,
        "window_days": old.window_days or workshop.one(Definition).window_days,
    }
