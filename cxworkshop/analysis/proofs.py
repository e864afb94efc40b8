"""Whether what leaders show has been done, is dated, or is overdue on the day of the workshop."""

from __future__ import annotations

from typing import Literal

from cxworkshop.domain.records import Company, Proof
from cxworkshop.domain.workshop import Workshop

ProofState = Literal["done", "dated", "overdue", "undated"]


def proof_state(workshop: Workshop, proof: Proof) -> ProofState:
    """Where a proof stands on the day on which the workshop was held.

    Its day has come, that day included: done where it says how people see it, overdue where it does not. A later day,
    or any day while nobody has said when the workshop is held, is dated.
    """
    held = workshop.one(Company).held_on
    if proof.on_day is None:
        return "undated"
    if held is None or proof.on_day > held:
        return "dated"
    return "done" if proof.evidence else "overdue"
