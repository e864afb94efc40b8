"""The workshop's ledger as it is open in the lab: its file read with a bar that fills, and the bridge of its dials."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Bridge, Ledger
from cxworkshop.ui import lab_compute


@dataclass(frozen=True)
class Opened:
    """A ledger under the dials of its record."""

    path: Path
    source: LedgerSource
    ledger: Ledger
    bridge: Bridge


def opened(path: Path, source: LedgerSource) -> Opened:
    """Read the ledger and compute its bridge, from memory where both are known. Raises as reading and computing do."""
    place = st.empty()

    def tell(share: float, words: str) -> None:
        place.progress(min(max(share, 0.0), 1.0), text=words)

    try:
        ledger = lab_compute.ledger(path, source, tell)
        bridge = lab_compute.bridge(path, source)
    finally:
        place.empty()
    return Opened(path, source, ledger, bridge)
