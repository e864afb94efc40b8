"""What the lab says of a ledger: the rows that are in no figure with their money, what was noticed, what is wrong."""

from __future__ import annotations

import re

import streamlit as st

from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Excluded, LeftOut, left_out_csv
from cxworkshop.ui import session
from cxworkshop.ui.lab_opened import Opened
from cxworkshop.ui.pictures import figures


def refused(wrong: WorkshopError, source: LedgerSource) -> None:
    """Why a file is refused, a line for every place in it; rows that cannot be read may be left out and told."""
    st.error(session.escape(str(wrong)), icon=":material/error:")
    for problem in getattr(wrong, "problems", ()):
        st.text(problem)
    # Only cells can be left out with their rows; a missing column is another matter.
    in_cells = re.search(r"row \d[\d,]*, column", " ".join((str(wrong), *getattr(wrong, "problems", ()))))
    if in_cells and not source.leave_out_bad:
        here = session.here()
        st.button(
            "Leave out the rows that cannot be read, and go on",
            key="leave-out-bad",
            on_click=here.trying,
            args=(here.write, Put("ledger_source", "ledger_source", {"leave_out_bad": True})),
            help="They are counted with their money and their reason, and can be downloaded.",
        )


def draw(opened: Opened) -> None:
    """Rows left out with their reason and money, and the ledger's notes in words."""
    ledger, bridge = opened.ledger, opened.bridge
    told: list[LeftOut | Excluded] = [*ledger.left_out, *bridge.left_out]
    left_out: list[dict[str, object]] = [
        {"Left out because": one.reason, "Rows": one.rows, "Money": one.cents / 100} for one in told
    ]
    rows = sum(one.rows for one in told)
    with st.expander(f"Rows left out: {rows:,}, and what was noticed", icon=":material/rule:"):
        if left_out:
            figures(left_out, "Rows left out, by reason, with their money")
        if any(one.rows for one in ledger.left_out):
            st.download_button(
                "Download the rows that the file itself left out",
                data=lambda: left_out_csv(ledger),
                file_name="rows left out.csv",
                mime="text/csv",
                key="left-out",
                on_click="ignore",
            )
        for words in (*ledger.notes, *bridge.notes):
            st.text(words)
