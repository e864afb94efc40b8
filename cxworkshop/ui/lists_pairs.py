"""Pairs that look like one customer, read aloud one by one; what is said of them is kept, who they are is not."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cxworkshop.domain.records import PairVerdict, Reconciliation
from cxworkshop.ledger.lists import THRESHOLD, shown
from cxworkshop.ui import session
from cxworkshop.ui.fields import field
from cxworkshop.ui.lists_pair_card import key_of, pair_card, places_of
from cxworkshop.ui.lists_work import Work
from cxworkshop.ui.session import Here

MOST = 20


def pairs(found: Work) -> None:
    """How many pairs are open, the next of them side by side, and what may be said of it."""
    near = found.near
    if near is None:
        return
    workshop = session.workshop()
    said = workshop.one(Reconciliation)
    st.subheader("Same, or not?")
    still = open_pairs(found)
    proposed = sum(1 for at in still if near.score[at] >= THRESHOLD)
    verdicts = workshop.all(PairVerdict)
    taken = near.count(said.accept_from) if said.accept_from is not None else 0
    st.text(
        f"{proposed:,} {'pair' if proposed == 1 else 'pairs'} with a score of {THRESHOLD:.0f} or more {'is' if proposed == 1 else 'are'} open."
        f" {len(verdicts):,} {'was' if len(verdicts) == 1 else 'were'} answered one by one"
        + (
            f", {taken:,} from {said.accept_from:g} on {'is' if taken == 1 else 'are'} taken as the same."
            if said.accept_from is not None
            else "."
        )
    )
    for words in found.settled.refused:
        st.warning(session.escape(words), icon=":material/rule:")
    if session.projecting():
        return
    left, _ = st.columns([1, 2])
    with left:
        field(Reconciliation, "reconciliation", "accept_from")
    here = session.here()
    waiting = [at for at in still if key_of(found, at) not in here.skipped]
    if waiting:
        pair_card(found, waiting[0])
        page = waiting[:MOST]
        with st.expander(f"The next {len(page)} as a table" if len(page) > 1 else "The next one as a table"):
            st.dataframe(
                pd.DataFrame(
                    [
                        {
                            "Score": round(float(near.score[at])),
                            "One": shown(near, int(near.first[at]))["name"],
                            "Other": shown(near, int(near.second[at]))["name"],
                            "Why": near.why(at),
                        }
                        for at in page
                    ]
                ),
                hide_index=True,
                height="content",
            )
    elif still:
        st.caption("Every open pair was skipped.")
    if len(waiting) < len(still):
        st.button("Show the skipped ones again", key="pairs-again", on_click=_again, args=(here,))


def open_pairs(found: Work) -> list[int]:
    """The pairs of which nothing is said yet, the best score first; those that a chain has made one are closed."""
    near = found.near
    if near is None:
        return []
    entity = found.settled.entity
    apart = entity[near.first] != entity[near.second]
    workshop = session.workshop()
    answered = {
        (one.list_a, one.row_a, one.list_b, one.row_b) for one in workshop.all(PairVerdict) if one.verdict
    }
    candidates = [int(at) for at in apart.nonzero()[0]]
    if not answered:
        return candidates
    return [at for at in candidates if places_of(found, at) not in answered]


def _again(here: Here) -> None:
    here.skipped.clear()
