"""What the lists give: the one company version, the conflicts, and what was tidied on the way."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from cxworkshop.analysis.findings import counted, customers, sentence
from cxworkshop.ledger.lists import KeyConflict, key_name
from cxworkshop.programme.rules.lists import beside_signed
from cxworkshop.ui import session
from cxworkshop.ui.lists_work import Work

_MOST = 50


def total(found: Work) -> None:
    """The one number, beside the rows of each list and how far they are from it."""
    word = customers(session.workshop())
    places = st.columns(len(found.counted.lists) + 1)
    places[0].metric(session.escape(f"All {word}, each once"), f"{found.counted.one_version:,}")
    for place, own in zip(places[1:], found.counted.lists, strict=True):
        place.metric(
            session.escape(own.name),
            f"{own.rows:,}",
            f"{own.one_version - own.rows:+,}".replace("-", "−"),
            delta_color="off",
            delta_arrow="off",
        )
    if words := beside_signed(session.workshop(), found.counted.one_version):
        st.text(words)


def conflicts(found: Work) -> None:
    """Shared values that joined nobody, and ids whose rows contradict; names and addresses stay off the wall."""
    matched = found.matched
    if matched.conflict_count:
        st.subheader("Nothing was made one through these")
        many = matched.conflict_count
        st.text(
            f"{sentence(counted(many, 'shared value'))} {'stands' if many == 1 else 'stand'} beside customers who are told"
            " apart by something else. Somebody must say whether one customer has two numbers, or two share an address."
        )
        _table(found, matched.conflicts)
    if matched.doubts:
        st.subheader("One customer each, and perhaps two")
        st.text(
            "These rows have one customer id, and contradict each other in all else. Look whether two lists number their"
            " customers each in its own way."
        )
        _table(found, matched.doubts)


def _table(found: Work, rows: Sequence[KeyConflict]) -> None:
    if session.projecting():
        return
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "What is shared": key_name(one.key),
                    "Value": one.value,
                    "Stands beside": f"{key_name(one.against)}: {', '.join(one.others)}",
                    "Where": ", ".join(_where(found, *place) for place in one.places),
                }
                for one in rows[:_MOST]
            ]
        ),
        hide_index=True,
        height="content" if len(rows) <= 8 else 320,
    )


def notes(found: Work) -> None:
    """What was tidied, a sentence for each rule, with how many rows it touched."""
    near = found.near.notes if found.near else ()
    told = (*found.matched.notes, *near, *found.counted.notes)
    if told:
        with st.expander("What was tidied before comparing"):
            st.text("\n".join(dict.fromkeys(told)))


def _where(found: Work, at: int, position: int) -> str:
    _, row = found.row_number(found.matched.starts[at] + position)
    return f"{found.matched.lists[at].name} {row:,}"
