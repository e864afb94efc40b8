"""How many priority moments there are of the few there may be, the rest parked, and one brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from cxworkshop.analysis.priority_cap import MOST, brought_back, cap, cap_says, over, rest_parked
from cxworkshop.domain.commands import Batch
from cxworkshop.ui import session
from cxworkshop.ui.session import Here


def draw() -> None:
    """The count against the cap, what is over it, and the buttons that park and bring back."""
    workshop, here = session.workshop(), session.here()
    found = cap(workshop)
    if not (found.chosen or found.open or found.parked):
        return
    st.progress(min(1.0, len(found.chosen) / MOST), text=session.escape(cap_says(workshop)))
    for words in over(workshop):
        st.warning(session.escape(words), icon=":material/filter_alt:")
    if session.projecting():
        return
    session.say_notices("cap")
    left, right = st.columns(2, vertical_alignment="bottom")
    left.button(
        f"Park the rest ({len(found.open)})",
        key="park-rest",
        icon=":material/local_parking:",
        disabled=not found.open or not found.chosen,
        help="Every moment that is no priority is kept, drawn faintly, and left as it is for now.",
        on_click=here.trying,
        args=(_do, here, rest_parked),
    )
    if found.parked:
        names = {one.id: workshop.name_of("touchpoint", one.id) for one in found.parked}
        with right, st.popover("Bring one back", icon=":material/undo:"):
            for id, name in names.items():
                st.button(
                    session.escape(name),
                    key=f"back:{id}",
                    on_click=here.trying,
                    args=(_do, here, brought_back, id),
                    width="stretch",
                )


def _do(here: Here, change: Callable[..., Batch], *args: Any) -> None:
    made = change(here.workshop(), *args)
    if made.commands:
        here.write(made)
        here.renew()
        here.notice(f"{made.name}. Undo takes it back as one change.", place="cap")
