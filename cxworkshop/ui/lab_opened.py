"""The workshop's ledger as it is open in the lab: its file read with a bar that fills, and the bridge of its dials."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from cxworkshop.domain.records import LedgerSource
from cxworkshop.ledger import Bridge, Ledger
from cxworkshop.ui import lab_compute
from cxworkshop.ui.pictures import colours

# Whoever opens a file may have scrolled far down to do it: the bar is there wherever they look.
_ALOFT = """<style>.st-key-lab-progress:has([data-testid=stProgress]) {{ position: fixed; top: 0.8rem; right: 2rem;
width: min(36rem, 60vw); z-index: 1000; padding: 0.7rem 1.1rem; border: 1px solid {line}; border-radius: 0.4rem;
background: {paper}; }}</style>"""


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
    with place.container(key="lab-progress"):
        st.html(_ALOFT.format(paper=colours().paper, line=colours().grid))
        bar = st.empty()

    def tell(share: float, words: str) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=words)

    try:
        ledger = lab_compute.ledger(path, source, tell)
        bridge = lab_compute.bridge(path, source)
    finally:
        place.empty()
    return Opened(path, source, ledger, bridge)
