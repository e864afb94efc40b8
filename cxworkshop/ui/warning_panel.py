"""Early warnings: which moments have one, one measure at a time to fill in, and all of them as a table."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.early_warning import Warned, warned
from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import Leader, Measure
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.early_warning import lacking_words
from cxworkshop.programme.say import called, named, quote
from cxworkshop.ui import session
from cxworkshop.ui.charts.warnings import NO, YES, warnings
from cxworkshop.ui.editor import table
from cxworkshop.ui.fields import field
from cxworkshop.ui.pictures import picture

CHOSEN = "measure-begun"
TABLE = ("touchpoint", "name", "unit", "better", "standard", "owner")
FORM = (
    (("name", 2), ("touchpoint", 1)),
    (("unit", 1), ("better", 1), ("standard", 1)),
    (("floor", 1), ("ceiling", 1), ("cadence_days", 1)),
    (("owner", 1), ("reader", 2)),
    (("trigger", 1),),
    (("response", 1),),
    (("rescue", 1),),
)
"""The fields of a measure in lines, with their shares of the width: what is measured, then whom it wakes to do what."""


def draw() -> None:
    """The grid, a line for each measure, the form of one, and the table of all."""
    found = warned(session.workshop())
    # Places of their own, so that the table stays what it is while what stands above it appears.
    seen, told, filled = st.container(), st.container(), st.container()
    with seen:
        picture(
            warnings,
            until="Mark the few moments that decide as priorities on the map; each of them then needs a warning here.",
            wide=True,
        )
    told.text("\n".join(_line(session.workshop(), one) for one in found))
    if not session.projecting():
        with filled:
            _one(found)
    # Under the table stands what could not be saved, of the form too.
    troubled = any(kind == Measure.kind for kind, *_ in session.here().troubles)
    bare = session.here().at_arrival("measures-table", not any(one.measure for one in found))
    with st.expander("All measures as a table", expanded=bare or troubled, icon=":material/table:"):
        table(Measure, only=TABLE)


def _line(workshop: Workshop, one: Warned) -> str:
    """A measure by sign and word: whom it wakes, or what keeps it from being a warning."""
    if one.measure is None:
        where = named(workshop, [one.moment])[0] if one.moment else ""
        return f"{NO} Not yet a warning: nothing measures {where}."
    name = quote(one.measure.name) if one.measure.name else "a measure"
    if not one.warns:
        return f"{NO} Not yet a warning: {name} lacks {lacking_words(one)}."
    owner = workshop.get(Leader, one.measure.owner)
    whom = called(workshop, owner) if owner else ""
    rest = f"; it lacks {lacking_words(one)}" if one.lacks else ""
    return f"{YES} A warning: {name} wakes {whom}{rest}."


def _one(found: tuple[Warned, ...]) -> None:
    here, workshop = session.here(), session.workshop()
    bare = [one.moment for one in found if one.moment and one.measure is None]
    with st.container(horizontal=True):
        for moment in bare[:4]:
            st.button(
                f"A measure for {session.escape(quote(moment.name))}",
                icon=":material/add:",
                key=f"measure-for-{moment.id}",
                on_click=_add,
                args=(here, moment.id),
            )
        st.button("Another measure", icon=":material/add:", key="measure-new", on_click=_begin, args=(here,))
    names = workshop.labels("measure")
    # One that was begun is written with its first field.
    begun = here.chosen.get(CHOSEN, "")
    ids = list(
        dict.fromkeys([*(one.measure.id for one in found if one.measure), *([begun] if begun else [])])
    )
    if not ids:
        return
    chosen = st.selectbox(
        "One measure",
        ids,
        index=ids.index(begun) if begun else 0,
        format_func=lambda id: names.get(id, "A new one"),
        key=f"measure-filled|{here.token}|{begun}",
    )
    with st.container(border=True, key="one-measure"):
        for line in FORM:
            for place, (name, _) in zip(st.columns([share for _, share in line]), line, strict=True):
                with place:
                    field(Measure, chosen, name)


def _begin(here: session.Here) -> None:
    here.chosen[CHOSEN] = new_id()


def _add(here: session.Here, moment: str) -> None:
    # Named after its moment, so that two people who begin it at once begin the same one.
    here.chosen[CHOSEN] = f"{moment}.measure"
    here.trying(here.write, Put("measure", here.chosen[CHOSEN], {"touchpoint": moment}))
