"""The figures that follow from the latest bridge and what stands beside it, as rows for reading."""

from __future__ import annotations

from cxworkshop.analysis.measures import measures
from cxworkshop.domain.workshop import Workshop


def derived_figures(workshop: Workshop) -> list[dict[str, object]]:
    """Figure, value, what it says and how sure it is; what is unknown is left out."""
    return [
        {"Figure": one.name, "Value": one.words, "What it says": one.says, "How sure": one.sure}
        for one in measures(workshop)
        if one.figure is not None
    ]
