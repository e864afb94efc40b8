"""Single fields that people write in: bound to the store, made anew only when someone else wrote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from cxworkshop.domain.commands import Put
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.fields import Face
from cxworkshop.domain.record import Record, face_of, fields, help_of, title_of
from cxworkshop.domain.values import FIRST_DAY, LAST_DAY, parse
from cxworkshop.ui import columns, session, troubles
from cxworkshop.ui.columns import titled
from cxworkshop.ui.deltas import Problem
from cxworkshop.ui.session import Here

WIDE = ("long",)
Widget = Callable[[str, Any, dict[str, Any]], object]
"""Draws a field another way than its declaration asks for: given its title, its value, and what the widget must take."""


@dataclass
class Bound:
    """One field on screen: the value it last read or wrote, and how often it was made anew."""

    visit: int
    known: Any
    generation: int = 0


def form(
    cls: type[Record],
    id: str | None = None,
    *,
    only: Sequence[str] | None = None,
    given: Mapping[str, Any] | None = None,
) -> None:
    """The fields of one record, saved one by one as they are left. `given` is written along with the first of them."""
    record_id = id or cls.kind
    names = tuple(only or fields(cls))
    if session.projecting():
        columns.read_one(session.workshop(), cls, record_id, names)
        return
    short = [name for name in names if face_of(cls, name).kind not in WIDE]
    if short:
        for offset in range(0, len(short), 3):
            for place, name in zip(st.columns(3), short[offset : offset + 3], strict=False):
                with place:
                    field(cls, record_id, name, given=given)
    for name in names:
        if name not in short:
            field(cls, record_id, name, given=given)
    troubles.say(cls, record_id)


def beside(
    cls: type[Record],
    id: str,
    names: Sequence[str],
    widths: Sequence[float] = (),
    *,
    given: Mapping[str, Any] | None = None,
    tall: int | None = None,
) -> None:
    """Fields of one record side by side; on the projector as words. Whoever draws several such rows says the troubles.

    `tall` writes words in areas of so many pixels.
    """
    area = _area(tall) if tall else None
    for place, name in zip(st.columns(widths or len(names)), names, strict=True):
        with place:
            if session.projecting():
                columns.read_one(session.workshop(), cls, id, (name,))
            else:
                words = face_of(cls, name).kind in ("text", "long")
                field(cls, id, name, given=given, widget=area if words else None)


def field(
    cls: type[Record],
    id: str,
    name: str,
    *,
    given: Mapping[str, Any] | None = None,
    widget: Widget | None = None,
    place: str = "",
    among: Collection[str] | None = None,
) -> None:
    """One field of one record, as the widget that its declaration asks for, or as another that gives the same values.

    `place` tells apart several widgets that write the same field; `among` are the only values that may be chosen.
    """
    record = session.workshop().get(cls, id)
    value = getattr(record, name) if record else (() if face_of(cls, name).kind == "tags" else None)
    slot = f"bound:{cls.kind}:{id}:{name}{place}"
    here = session.here()
    bound: Bound = here.bounds.setdefault(slot, Bound(here.visit, value))
    if bound.visit != here.visit:
        bound = here.bounds[slot] = Bound(here.visit, value, bound.generation + 1)
    elif bound.known != value:
        bound.generation += 1
        bound.known = value
    key = f"{slot}|{here.token}|{bound.generation}"
    base = dict(given or {}) if record is None else {}
    args = (here, cls, id, name, key, bound, bound.generation, base, among)
    if widget is None:
        _widget(cls, name, value, key, args)
    else:
        widget(titled(cls, name), value, _common(cls, name, key, args))


def _save(
    here: Here,
    cls: type[Record],
    id: str,
    name: str,
    key: str,
    bound: Bound,
    generation: int,
    base: dict[str, Any],
    among: Collection[str] | None,
) -> None:
    if generation != bound.generation:
        return
    face, raw = face_of(cls, name), session.peek(key)
    if face.kind == "ref":
        among = here.workshop().labels(face.refers)
    # Streamlit hands over the words that a browser still shows where the choices have changed since: nobody chose them.
    if among is not None and raw is not None and raw not in among:
        return
    if face.kind == "flag":
        raw = {"yes": True, "no": False}.get(raw, raw)
    try:
        value = parse(face, raw)
    except BadValue as wrong:
        troubles.note(here, (cls.kind, id, name), Problem(title_of(cls, name), str(raw), str(wrong)))
        return
    troubles.note(here, (cls.kind, id, name), None)
    if value == bound.known:
        return
    seen = {name: bound.known} if face.kind in ("text", "long") else {}
    if cls.kind in ("sign_off", "decision"):
        seen = {name: bound.known}
    if troubles.attempt(here, Put(cls.kind, id, {**base, name: value}, seen)):
        bound.known = value


def _widget(cls: type[Record], name: str, value: Any, key: str, args: tuple[Any, ...]) -> None:
    face, title, common = face_of(cls, name), titled(cls, name), _common(cls, name, key, args)
    workshop = session.workshop()
    match face.kind:
        case "long":
            st.text_area(title, value or "", height=104, **common)
        case "choice" if sum(map(len, face.choices)) <= 24:
            st.segmented_control(title, face.choices, default=value, **common)
        case "choice":
            st.selectbox(
                title, face.choices, index=_index(face.choices, value), placeholder="Choose", **common
            )
        case "flag":
            said = None if value is None else "yes" if value else "no"
            st.segmented_control(title, ("yes", "no"), default=said, **common)
        case "ref":
            named = workshop.labels(face.refers)
            st.selectbox(
                title,
                list(named),
                index=_index(tuple(named), value),
                format_func=lambda id: named.get(id, ""),
                placeholder="Choose",
                **common,
            )
        case "tags":
            offered = columns.known_functions(workshop) if name == "functions" else ()
            known = tuple(dict.fromkeys([*value, *offered]))
            st.multiselect(title, known, default=value, accept_new_options=True, **common)
        case "date":
            st.date_input(
                title, value, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", **common
            )
        case _:
            st.text_input(title, written(face, value), **common)


def _common(cls: type[Record], name: str, key: str, args: tuple[Any, ...]) -> dict[str, Any]:
    return {"key": key, "on_change": _save, "args": args, "help": help_of(cls, name) or None}


def _area(height: int) -> Widget:
    def write(title: str, value: Any, common: dict[str, Any]) -> object:
        return st.text_area(title, value or "", height=height, **common)

    return write


def written(face: Face, value: Any) -> str:
    """A value as text, as a person would type it."""
    if value is None:
        return ""
    if face.kind == "whole":
        return f"{value:,}"
    if face.kind == "money":
        return f"{value:,.2f}".removesuffix(".00")
    if face.kind in ("number", "percent"):
        return f"{value:.15g}"
    return str(value)


def _index(choices: Sequence[str], value: Any) -> int | None:
    return choices.index(value) if value in choices else None
