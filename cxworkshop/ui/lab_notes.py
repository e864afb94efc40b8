"""What the lab says of a ledger: the rows that are in no figure with their money, what was noticed, what is wrong."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.errors import WorkshopError
from cxworkshop.ui import session
from cxworkshop.ui.lab_opened import Opened
from cxworkshop.ui.pictures import figures


def refused(wrong: WorkshopError) -> None:
    """Why a file is refused, a line for every place in it."""
    st.error(session.escape(str(wrong)), icon=":material/error:")
    for problem in getattr(wrong, "problems", ()):
        st.text(problem)


def draw(opened: Opened) -> None:
    """Rows left out with their reason and money, and the ledger's notes in words."""
    ledger, bridge = opened.ledger, opened.bridge
    left_out = [
        {"Left out because": reason, "Rows": one.rows, "Money": one.cents / 100}
        for reason, one in (
            ("no customer is named", ledger.no_customer),
            ("the transaction stands in the ledger twice", ledger.duplicates),
        )
        if one.rows
    ]
    rows = sum(int(str(one["Rows"])) for one in left_out)
    with st.expander(f"Rows left out: {rows:,}, and what was noticed", icon=":material/rule:"):
        if left_out:
            figures(left_out, "Rows left out, by reason, with their money")
        for words in (*ledger.notes, *bridge.notes):
            st.text(words)
