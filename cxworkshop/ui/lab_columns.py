"""Which column of the ledger says what: guessed from its headers, shown, and put right by choosing another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cxworkshop.analysis.lab import dials
from cxworkshop.domain.records import LedgerSource
from cxworkshop.ui.fields import field
from cxworkshop.ui.lab_compute import COLUMNS
from cxworkshop.ui.lab_dials import chooser

_IDLE = {"purchases": ("start", "end"), "contracts": ("date",), "hybrid": ()}
_BLANK = {"segment": "no segments", "id": "none: every row counts"}


def draw(source: LedgerSource, headers: Sequence[str], guessed: Mapping[str, str]) -> None:
    """A choice per role of the setting; a blank one says what was guessed."""
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
