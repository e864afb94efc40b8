"""How a candidate is made from the row that it comes from."""

from __future__ import annotations

from cxworkshop.domain.fields import MOST
from cxworkshop.domain.records import Candidate, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop


def candidate(
    workshop: Workshop,
    source: tuple[str, str],
    step: str,
    name: str,
    because: str,
    *,
    row: str = "",
    stage: Stage | None = None,
    touchpoint: Touchpoint | None = None,
    value: float | None = None,
) -> Candidate:
    """A candidate with id `gathered-<what>-<source id>` and origin `<step>/<row>`; the row is the source where not given.

    `value` is a year's money; it takes the functions of its stage.
    """
    what, id = source
    return Candidate(
        id=f"gathered-{what}-{id}",
        name=name,
        because=because,
        origin=f"{step}/{row or id}",
        stage=stage.id if stage else None,
        touchpoint=touchpoint.id if touchpoint else None,
        functions=stage.functions if stage else (),
        value=None if value is None else min(value, MOST),
    )
