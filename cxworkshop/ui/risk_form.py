"""One moment's figures in the order in which a room says them, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from cxworkshop.analysis.bridge_rows import by_segment
from cxworkshop.analysis.customer_values import bridge_value, population, worth_of
from cxworkshop.analysis.findings import listed, money
from cxworkshop.analysis.risk import AtRisk, at_risk, missing, moments, pipeline
from cxworkshop.analysis.risk_words import captive, rescue, span, told
from cxworkshop.domain.records import Risk, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.map_signs import written_signs
from cxworkshop.ui import session, troubles
from cxworkshop.ui.fields import field

SAID = {"failure": "It fails for", "rescued": "Of those, rescued", "leaving": "Of the rest, more leave"}
"""The three judgements in the order in which a room says them; each has a low and a high end."""
ENDS = {"": "% judged", "_low": "at least", "_high": "at most"}
_SENTENCE = (3, 1.4, 1.4, 1.4)


def row_id(moment: Touchpoint) -> str:
    """The id of the row that is begun for a moment, the same for everybody who begins it."""
    return f"{moment.id}.risk"


def draw(workshop: Workshop) -> None:
    """A moment to choose, its figures on the left, what they come to on the right."""
    rows = _rows(workshop)
    if not rows:
        st.caption("Put the moments on the stage map first; each can then be given its figures here.")
        return
    ready = {one.row.id: one for one in pipeline(workshop)}
    chosen = st.selectbox(
        "Which moment?",
        list(rows),
        index=_first(workshop, rows, ready),
        format_func=lambda id: _title(workshop, rows.get(id), ready),
        key=f"risk-moment|{session.here().token}",
    )
    row = rows.get(chosen) or next(iter(rows.values()))
    with st.container(border=True, key="risk-form"):
        write, see = st.columns([5, 3], gap="medium")
        with write:
            _fields(workshop, row)
        with see:
            _result(workshop, row)


def _rows(workshop: Workshop) -> dict[str, Risk]:
    """Every row by its id in the order of the customer's life, and one not yet written for each moment that has none."""
    held: dict[str | None, list[Risk]] = {}
    for risk in workshop.all(Risk):
        held.setdefault(risk.touchpoint, []).append(risk)
    found = [
        risk
        for moment in moments(workshop)
        for risk in held.pop(moment.id, [Risk(id=row_id(moment), touchpoint=moment.id)])
    ]
    return {risk.id: risk for risk in [*found, *(risk for rest in held.values() for risk in rest)]}


def _first(workshop: Workshop, rows: Mapping[str, Risk], ready: Mapping[str, AtRisk]) -> int:
    """The first priority moment whose sum is not there yet, or else the moment over which most leave."""
    priority = {one.id for one in moments(workshop) if one.priority}
    open_ = [
        at for at, (id, row) in enumerate(rows.items()) if id not in ready and row.touchpoint in priority
    ]
    order = [ready[id].defectors if id in ready else -1.0 for id in rows]
    return open_[0] if open_ else order.index(max(order))


def _title(workshop: Workshop, row: Risk | None, ready: Mapping[str, AtRisk]) -> str:
    """A moment with its signs, its customers, and whether its sum is there."""
    if row is None:
        return ""
    marks = written_signs(workshop.get(Touchpoint, row.touchpoint))
    name = workshop.name_of("touchpoint", row.touchpoint) or "A moment without a name"
    done = "" if row.id in ready else " (to be filled in)"
    group = f" · {row.population}" if row.population else ""
    return f"{marks} {name}{group}{done}".strip()


def _fields(workshop: Workshop, row: Risk) -> None:
    given = {"touchpoint": row.touchpoint}
    _line(row, ("customers", "population"), (1, 1), given, workshop)
    for place, words in zip(st.columns(_SENTENCE), ("", *ENDS.values()), strict=True):
        place.caption(words)
    for name, words in SAID.items():
        said, *places = st.columns(_SENTENCE, vertical_alignment="center")
        said.markdown(words)
        for place, end in zip(places, ENDS, strict=True):
            with place:
                field(Risk, row.id, f"{name}{end}", given=given, widget=_share)
    _line(row, ("value", "captive"), (1, 1), given, workshop)
    field(Risk, row.id, "evidence", given=given)
    worth = worth_of(workshop, row)
    st.caption(
        session.escape(
            f"Value used: {worth.says}."
            if worth
            else "The customer asset bridge has no opening value yet: type what a customer is worth a year, or count the bridge first."
        )
    )
    troubles.say(Risk, row.id)


def _line(
    row: Risk, names: Sequence[str], widths: Sequence[int], given: Mapping[str, Any], workshop: Workshop
) -> None:
    for place, name in zip(st.columns(widths, vertical_alignment="bottom"), names, strict=True):
        with place:
            if name == "population":
                field(Risk, row.id, name, given=given, widget=_segments(workshop, row))
            else:
                field(Risk, row.id, name, given=given)


def _share(title: str, value: Any, common: dict[str, Any]) -> object:
    """A share whose title is said by the sentence before it and the word above it."""
    shown = {**common, "help": None}
    return st.text_input(
        title, "" if value is None else f"{value:.15g}", label_visibility="collapsed", **shown
    )


def _segments(workshop: Workshop, row: Risk) -> Any:
    """The segments of the bridge to choose from; another group may be typed."""
    known = [one.segment for one, _ in by_segment(workshop) if one.segment]
    names = tuple(dict.fromkeys([*known, *filter(None, [row.population])]))

    def choose(title: str, value: Any, common: dict[str, Any]) -> object:
        return st.selectbox(
            title,
            names,
            index=names.index(value) if value in names else None,
            placeholder="All of them",
            accept_new_options=True,
            **common,
        )

    return choose


def _result(workshop: Workshop, row: Risk) -> None:
    found = at_risk(workshop, row)
    if found is None:
        gaps = missing(workshop, row)
        st.caption("What it comes to")
        st.text(f"Nothing yet: nobody has said {listed(gaps)}.")
        return
    st.metric("Leave in a year", f"{round(found.defectors):,}")
    for words in (
        told(workshop, found),
        span(workshop, found),
        rescue(workshop, found),
        captive(workshop, found),
    ):
        if words:
            st.text(words)
    if row.value is not None and (by_bridge := bridge_value(workshop, population(row))):
        st.caption(
            session.escape(
                f"With the bridge's value: {money(workshop, found.defectors * by_bridge.each)} a year."
            )
        )
    if row.evidence is None:
        st.caption("Nobody has said how sure this is: fact, estimate or assumption.")
