"""The stage map: the customer's path from left to right, the moments below each stage, and who answers for it."""

from __future__ import annotations

import json
from typing import Any

from streamlit_agraph import Config, _agraph

from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_layout import Outline, Spot, outline, positions
from cxworkshop.drawing.map_table import map_table
from cxworkshop.drawing.palette import Palette
from cxworkshop.ui.charts.map_nodes import NEVER, Again, edges, nodes

__all__ = ["Spot", "map_table", "positions", "stage_map"]


def stage_map(workshop: Workshop, palette: Palette, *, key: str, again: Again = NEVER) -> str | None:
    """Draw the map and return the name of the box or sign clicked last; None before that.

    What follows the colon in a name is the id of a stage or a moment. The frame in the page stays as it is while there
    is room for every stage and moment, so that nothing flickers and the click is remembered.
    """
    spots, frame = positions(workshop), outline(workshop)
    clicked = _agraph(
        data=json.dumps(
            {"nodes": nodes(spots, frame, palette, again), "edges": edges(spots, palette, again)}
        ),
        config=json.dumps(_config(frame)),
        key=f"{key}-{frame.columns}x{frame.rows}",
        default=None,
    )
    return str(clicked) if clicked else None


def _config(frame: Outline) -> dict[str, Any]:
    config = Config(directed=True, physics=False, hierarchical=False, groups={})
    config.width = "100%"
    # The component takes any height that mentions px. Within its frame, vw is the frame's own width: so the map
    # keeps its proportions at every width, and fitting it never leaves a margin that shrinks its letters.
    config.height = f"calc({100 * frame.height / frame.width:.2f}vw + 0px)"
    config.autoResize = True
    config.interaction = {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "hover": False,
        "multiselect": False,
        "selectConnectedEdges": False,
    }
    return dict(config.__dict__)
