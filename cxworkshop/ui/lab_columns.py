"""Which column of the ledger says what: guessed from its headers, shown, and put right by choosing another."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from cxworkshop.analysis.lab import dials
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Preview, suggest
from cxworkshop.ui.fields import field
from cxworkshop.ui.lab_compute import COLUMNS
from cxworkshop.ui.lab_dials import column, several

_IDLE = {"purchases": ("start", "end"), "contracts": ("date",), "hybrid": ()}
_BLANK = {"id": "none", "currency": "only one"}
_CHOSEN = ("segment", "first_seen")
"""Roles that change what is counted: a guess is offered for them, and never taken."""


def draw(source: LedgerSource, first: Preview, guessed: Mapping[str, str]) -> None:
    """A choice per role of the setting; a blank one says what was guessed. The first rows stand below."""
    headers = first.headers
    st.caption(
        "Guessed from the headers; choose another where the guess is wrong. "
        "The next file with the same headers is read the same way."
    )
    roles = [role for role in COLUMNS if role not in _IDLE[str(dials(source)["setting"])]]
    perhaps = suggest(headers)
    for offset in range(0, len(roles), 4):
        for place, role in zip(st.columns(4), roles[offset : offset + 4], strict=False):
            with place:
                column(COLUMNS[role], headers, _blank(role, guessed, perhaps), place="map")
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


def _blank(role: str, guessed: Mapping[str, str], perhaps: Mapping[str, str]) -> str:
    """What stands in the field of a role for which nobody chose a column."""
    if role in _CHOSEN:
        return f"none, perhaps {perhaps[role]}" if role in perhaps else "none"
    return guessed.get(role) or _BLANK.get(role, "not found: choose one")
