"""Which column of the ledger says what: guessed from its headers, shown, and put right by choosing another."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from cxworkshop.analysis.lab import dials
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Preview
from cxworkshop.ui.fields import field
from cxworkshop.ui.lab_compute import COLUMNS
from cxworkshop.ui.lab_dials import chooser, several

_IDLE = {"purchases": ("start", "end"), "contracts": ("date",), "hybrid": ()}
_BLANK = {
    "segment": "no segments",
    "id": "none: every row counts",
    "currency": "one currency",
    "first_seen": "none: the ledger begins it",
}


def draw(source: LedgerSource, first: Preview, guessed: Mapping[str, str]) -> None:
    """A choice per role of the setting; a blank one says what was guessed. The first rows stand below."""
    headers = first.headers
    st.caption(
        "Guessed from the headers; choose another where the guess is wrong. "
        "The next file with the same headers is read the same way."
    )
    roles = [role for role in COLUMNS if role not in _IDLE[str(dials(source)["setting"])]]
    for offset in range(0, len(roles), 4):
        for place, role in zip(st.columns(4), roles[offset : offset + 4], strict=False):
            blank = guessed.get(role) or _BLANK.get(role, "not found: choose one")
            with place:
                field(
                    LedgerSource,
                    LedgerSource.kind,
                    COLUMNS[role],
                    widget=chooser(headers, blank),
                    place="map",
                )
    if source.currency_column or "currency" in guessed:
        rates, into = st.columns([3, 1])
        with rates:
            field(LedgerSource, LedgerSource.kind, "rates", widget=several(source.rates))
        with into:
            field(LedgerSource, LedgerSource.kind, "currency_into")
    st.caption("The first rows of the file")
    rows = [{str(at): cell for at, cell in enumerate(row)} for row in first.rows]
    titles = {str(at): st.column_config.TextColumn(header or "(blank)") for at, header in enumerate(headers)}
    st.dataframe(pd.DataFrame(rows), column_config=titles, hide_index=True, height="content")
