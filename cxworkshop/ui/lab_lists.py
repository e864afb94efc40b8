"""Lists that the lab lays over a ledger: customers to leave out, and ids that are another customer's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from cxworkshop.analysis.findings import counted
from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import BadLedger
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import SUFFIXES, read_ids, read_merges
from cxworkshop.ui import session
from cxworkshop.ui.kept_files import keep, path_of
from cxworkshop.ui.session import Here


@dataclass(frozen=True)
class Kind:
    """A kind of list: the fields that hold it, what the screen calls it, and how its content is told in words."""

    field: str
    title: str
    help: str
    told: Callable[[bytes, str], str]
    types: tuple[str, ...]


def _left_out(content: bytes, name: str) -> str:
    found = len(read_ids(content, name))
    if not found:
        raise BadLedger(f"{name}: there is no id in this list; put one into each line.")
    return f"{counted(found, 'customer')} of {name}"


def _merged(content: bytes, name: str) -> str:
    found = len(read_merges(content, name).into)
    if not found:
        raise BadLedger(f"{name}: no id in this merge table is another customer's; put one into each row.")
    return f"{counted(found, 'id')} of {name}"


LEFT_OUT = Kind(
    "excluded",
    "Or a file with such ids, the first in each line",
    "For lists of any length. It is read on this computer, and a copy stays beside the workshops.",
    _left_out,
    ("csv", "txt", "gz", "xlsx", "parquet"),
)
MERGED = Kind(
    "merge",
    "Merge table: an id, and the customer that it is",
    "Two columns below a row of headers. Where one customer has several ids, they count as one. It is read on this"
    " computer, and a copy stays beside the workshops.",
    _merged,
    tuple(suffix.rpartition(".")[2] for suffix in SUFFIXES),
)


def draw(kind: Kind, source: LedgerSource) -> None:
    """The list that is laid over the ledger, with the way to take it away; and the place to hand in another."""
    here = session.here()
    stands = getattr(source, f"{kind.field}_list")
    if stands:
        said, away = st.columns([4, 1], vertical_alignment="center")
        said.text(stands)
        away.button(
            "",
            key=f"no-{kind.field}",
            icon=":material/close:",
            help="Take this list away",
            on_click=here.trying,
            args=(here.write, Put(LedgerSource.kind, LedgerSource.kind, _fields(kind))),
        )
    key = f"list-{kind.field}|{here.token}"
    st.file_uploader(
        kind.title,
        type=list(kind.types),
        key=key,
        help=kind.help,
        on_change=_handed_in,
        args=(here, kind, key),
    )


def missing(source: LedgerSource) -> None:
    """The same for lists that this computer does not have: without them the ledger cannot be counted as it is set."""
    for kind in (LEFT_OUT, MERGED):
        mark = getattr(source, f"{kind.field}_mark")
        if mark and path_of(mark) is None:
            draw(kind, source)


def lay(here: Here, kind: Kind, content: bytes, name: str) -> None:
    """Keep a list and lay it over the ledger. Raises BadLedger for a list that cannot be read."""
    name = name[-200:]
    words = kind.told(content, name)
    here.write(Put(LedgerSource.kind, LedgerSource.kind, _fields(kind, words, keep(content, name))))


def _handed_in(here: Here, kind: Kind, key: str) -> None:
    file = session.peek(key)
    if file is not None:
        here.trying(lay, here, kind, file.getvalue(), file.name)


def _fields(kind: Kind, words: str | None = None, mark: str | None = None) -> dict[str, str | None]:
    return {f"{kind.field}_list": words, f"{kind.field}_mark": mark}
