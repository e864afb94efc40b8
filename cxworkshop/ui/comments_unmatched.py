"""Comments that match no stage or no category yet, and the rule that is begun with two clicks and sorts at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import streamlit as st

from cxworkshop.analysis.privacy import masked
from cxworkshop.domain.commands import Batch, Command, Put, apply, new_id
from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.records import CommentFile
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import frequent_cells, frequent_words
from cxworkshop.ui import session
from cxworkshop.ui.comments_boxes import cover
from cxworkshop.ui.comments_work import Work, sorting_again, work
from cxworkshop.ui.session import Here

_SAID = ""
_LONGEST = 50
Mask = npt.NDArray[np.bool_]


def left_to_write(here: Here, found: Work) -> tuple[Command, ...]:
    """What sorting again would write, worked out once for each state of the workshop."""
    return here.once(f"sorting-{found.said.id}", lambda _: sorting_again(here.kept(), found))


def unmatched(here: Here, found: Work, target: int, what: str) -> None:
    """What is most frequent among comments without a stage or category; a click on one, and a place, make a rule."""
    said, rows = found.said, found.places.rows(target, None)
    many = int(rows.sum())
    if not many:
        return
    offers = here.once(f"unmatched-{said.id}-{what}", lambda _: _offers(found, rows))
    if not offers:
        return
    key = f"unmatched|{said.id}|{what}|{here.visit}|{many}"
    hide = cover()

    def call(offer: str) -> str:
        header, says, count = offers[offer]
        says = hide(says)
        short = says if len(says) <= _LONGEST else f"{says[:_LONGEST]}..."
        return session.escape(f"{short} ({count:,})" if header else f"“{short}”")

    chosen = st.pills(
        f"Most frequent where the {what} is open: click one to bring it to its {what}",
        list(offers),
        format_func=call,
        key=key,
    )
    if chosen is None:
        return
    header, says, _ = offers[chosen]
    workshop = here.workshop()
    if what == "stage":
        options = {**_of(workshop, "stage"), **_of(workshop, "touchpoint")}
    else:
        options = _of(workshop, "category")
    where = f"{key}|where|{chosen}"
    st.text(f"{header} is “{hide(says)}”" if header else f"Comments with the word “{says}”")
    st.selectbox(
        "Belong to",
        list(options),
        index=None,
        format_func=lambda option: options.get(option, ""),
        placeholder="Choose",
        key=where,
        on_change=_ruled,
        args=(here, said.id, header, says, where),
    )


def _offers(found: Work, rows: Mask) -> dict[str, tuple[str, str, int]]:
    """Cells and words by a key of their own: a column's header, or nothing for what was said, what it says, how often."""
    named = (found.said.code_column, found.said.product_column)
    headers = [one for one in named if one and found.comments.table.named(one)]
    cells = [one for one in frequent_cells(found.comments, rows, headers) if len(one[1]) <= SHORT]
    words = [(_SAID, word, count) for word, count in frequent_words(found.comments, rows)]
    return {f"{header}|{says}": (header, says, count) for header, says, count in [*cells, *words]}


def _of(workshop: Workshop, kind: str) -> dict[str, str]:
    return {f"{kind}:{id}": name for id, name in workshop.labels(kind).items()}


def _ruled(here: Here, file: str, header: str, says: str, key: str) -> None:
    chosen = session.peek(key)
    if chosen:
        kind, _, id = chosen.partition(":")
        here.trying(_add_rule, here, file, header, says, {kind: id})


def _add_rule(here: Here, file: str, header: str, says: str, to: dict[str, str]) -> None:
    match = "is" if header else "has the words"
    rule = Put("sort_rule", new_id(), {"column": header or None, "match": match, "says": says, **to})
    _write_sorted(here, file, rule, f"Comments that say “{masked(says)}” sorted"[:200])


def sort_again(here: Here, file: str) -> None:
    """Write the evidence of a file as today's rules sort it, as one change."""
    _write_sorted(here, file, None, "Comments sorted again")


def _write_sorted(here: Here, file: str, rule: Put | None, name: str) -> None:
    first: tuple[Command, ...] = (rule,) if rule else ()
    future = apply(here.kept(), Batch(first))
    said = future.get(CommentFile, file)
    found = work(future, said) if said else None
    commands = (*first, *(sorting_again(future, found) if found else ()))
    if commands:
        here.write(Batch(commands, name))
        here.renew()
