"""The stage map, and beside it what a click opened: a stage or a moment, for writing, while the map stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.stage_names import two_names
from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_layout import Outline, outline
from cxworkshop.drawing.map_svg import map_svg
from cxworkshop.programme.rules.experience import map_says
from cxworkshop.programme.say import some
from cxworkshop.ui import fields, session, troubles
from cxworkshop.ui.pictures import colours, figures, finding
from cxworkshop.ui.session import Here
from cxworkshop.ui.stage_map import map_table, stage_map

STAGE_FIELDS = (
    "name",
    "executive",
    "emotion",
    "functions",
    "inside_name",
    "goal",
    "need",
    "actor",
    "scenario",
)
MOMENT_FIELDS = (
    "name",
    "stage",
    "role",
    "priority",
    "truth",
    "pressure",
    "rescue",
    "parked",
    "decides",
    "category",
    "seen",
    "metric",
    "actions",
    "thoughts",
    "opportunity",
)
STAGE_COLUMNS, MOMENT_COLUMNS = ("order", *STAGE_FIELDS), ("stage", "name", *MOMENT_FIELDS[2:])
"""The same fields in tables, where the place comes first."""

# What is open takes the place of the navigation, so that the map keeps its own; undo stays in reach. Only the browser
# knows whether the bar is folded away: then the button that unfolds it says what is in it.
BESIDE = """<style>
[data-testid="stSidebarNav"], [data-testid="stSidebarNavSeparator"] { display: none; }
[data-testid="stSidebarUserContent"] { padding-top: 0.5rem; }
[data-testid="stSidebarUserContent"] [data-testid="stVerticalBlock"]:has(> * .st-key-opened) > *:not(:has(.st-key-opened), :has(.st-key-undo)) { display: none; }
[data-testid="stExpandSidebarButton"] { width: auto; padding: 0 0.75rem 0 0.25rem; border: 2px solid currentColor; white-space: nowrap; }
[data-testid="stExpandSidebarButton"]::after { content: "Show what you opened"; font-size: 1rem; }
</style>"""


@dataclass
class Beside:
    """What is open beside a map, by the last click that was heeded, and how often each record was closed."""

    clicked: str | None = None
    opens: str | None = None
    again: dict[str, int] = field(default_factory=dict)


def as_picture(workshop: Workshop) -> str | None:
    """The map as SVG, its finding above it; None without stages."""
    return map_svg(workshop, map_says(workshop))


def draw(key: str, says: Callable[[Workshop], str]) -> None:
    """The map under its finding, beside it what a click opened, and the same map as a table."""
    workshop = session.workshop()
    if not ordered_stages(workshop):
        st.caption("Name the first stage; the map then grows here from left to right.")
        return
    beside: Beside = session.here().maps.setdefault(key, Beside())
    finding(session.here().once(f"says-{key}", says), key)
    st.html(_room(outline(workshop)))
    with st.container(key=f"card-{key}"):
        clicked = stage_map(workshop, colours(), key=f"stage-map-{key}", again=beside.again)
    _heed(beside, clicked)
    _homeless(workshop)
    if not session.projecting():
        _opened(workshop, beside)
    with st.expander("The map as a table", expanded=False):
        figures(
            map_table(workshop), "The stage map: stages in order, who answers for each, and their moments"
        )


def _room(frame: Outline) -> str:
    """The room that the map takes, also before it is drawn: it has a margin of its own, which may lie outside the text's."""
    look = (
        "width: calc(100% + 4rem) !important; max-width: none; margin-left: -2rem; height: auto !important;"
    )
    shape = f"aspect-ratio: {frame.width:.0f} / {frame.height:.0f};"
    return f"<style>[class*='st-key-card-'] iframe {{ {look} {shape} }}</style>"


def _heed(beside: Beside, clicked: str | None) -> None:
    """The map says its last click again in every redraw, and forgets it when it is drawn afresh."""
    if clicked and clicked != beside.clicked:
        opens = clicked.partition(":")[2]
        beside.clicked, beside.opens = clicked, opens or beside.opens


def _opened(workshop: Workshop, beside: Beside) -> None:
    stage, moment = workshop.get(Stage, beside.opens), workshop.get(Touchpoint, beside.opens)
    found = stage or moment
    if found is None:
        _close(beside)
        st.caption("Click a stage or a moment to open it beside the map.")
        return
    here, kind = session.here(), "Stage" if stage else "Moment"
    name = session.escape(found.label)
    st.caption(
        f"Open in the bar on the left: the {kind.lower()} “{name}”. The map follows what you write there."
    )
    st.html(BESIDE)
    with st.sidebar, st.container(key="opened"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(kind)
            st.space("stretch")
            st.button("Close", key="close-opened", icon=":material/close:", on_click=_close, args=(beside,))
        st.subheader(name, anchor=False)
        for each in STAGE_FIELDS if stage else MOMENT_FIELDS:
            fields.field(type(found), found.id, each)
        troubles.say(type(found), found.id)
        if stage:
            st.button(
                "Add a moment to this stage",
                key="add-moment",
                icon=":material/add:",
                on_click=here.trying,
                args=(_add, here, beside, stage.id),
                width="stretch",
            )


def _close(beside: Beside) -> None:
    if beside.opens:
        _afresh(beside, beside.opens)
    beside.opens = None


def _afresh(beside: Beside, id: str) -> None:
    # Under a new name a box can be clicked again; under the old one, the map would not tell of it.
    beside.again[id] = beside.again.get(id, 0) + 1


def _add(here: Here, beside: Beside, stage: str) -> None:
    id = new_id()
    here.write(Put("touchpoint", id, {"stage": stage, "name": "A new moment"}))
    _afresh(beside, stage)
    beside.opens = id


def _homeless(workshop: Workshop) -> None:
    """Moments that the map cannot show, in words."""
    lost = [workshop.name_of("touchpoint", one.id) for one in touchpoints_of(workshop, None)]
    if lost:
        names = some([f"“{name}”" for name in lost])
        said = sentence(counted(len(lost), "moment stands", "moments stand"))
        words = f"{said} on no stage and so not on the map: {names}. Give each a stage on the step before."
        st.warning(session.escape(words), icon=":material/location_off:")


def name_flags() -> None:
    """Why a stage's name is the company's and not the customer's, and a question that gets a better one."""
    for one in two_names(session.workshop()):
        if one.flag:
            st.warning(session.escape(f"“{one.outside}”: {one.flag}"), icon=":material/translate:")
