"""Slips: eight silent answers typed behind a cover, one leader after the other, handed in with one press."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.silent import slips_changed, slips_in, slips_open
from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import face_of
from cxworkshop.domain.records import Slip
from cxworkshop.domain.records.frame import GROWTH_PATH, INHIBITORS
from cxworkshop.domain.values import parse
from cxworkshop.ui import session, silent
from cxworkshop.ui.session import Here

SLIPS = silent.Round(
    "slip",
    Slip.kind,
    "slips",
    f"{Slip.sheet} (new)",
    lambda workshop: len(slips_in(workshop)),
    slips_open,
    slips_changed,
)
RUNG = "growth_path"
ASKED = {**INHIBITORS, RUNG: "Where customers find us today"}
_RUNGS = " · ".join(f"{number} {place}" for number, place in enumerate(GROWTH_PATH, 1))


def draw() -> None:
    """How many slips are in, and the cover to type the next one behind."""
    silent.draw(SLIPS, _ask)


def _ask() -> None:
    here = session.here()
    keys = {name: f"slip:{name}|{silent.slot(SLIPS)}" for name in ASKED}
    st.caption(
        "Typed by each of you in turn, or from paper by whoever leads the day; nobody sees it, and nothing says whose "
        f"it is. Seven answers from 1, not us, to 5, exactly us; then where customers find us: {_RUNGS}. "
        "A blank is no answer."
    )
    # Enter in the middle would hand in half a slip.
    with st.form("slip", border=False, enter_to_submit=False):
        places = st.columns(2)
        for at, (name, words) in enumerate(ASKED.items()):
            # Down the left side, then the right, as the Tab key goes.
            with places[at * 2 // len(ASKED)]:
                silent.secret(f"{words} ({_span(name)})", keys[name])
        st.form_submit_button(
            "Hand in this slip", type="primary", icon=":material/check:", on_click=_take, args=(here, keys)
        )


def _span(name: str) -> str:
    return f"1 to {len(GROWTH_PATH) if name == RUNG else 5}"


def _take(here: Here, keys: dict[str, str]) -> None:
    """Keep one slip under a random id; what is wrong is named by its field and never repeated."""
    values: dict[str, object] = {}
    wrong = []
    for name, key in keys.items():
        try:
            values[name] = _value(name, session.peek(key) or "")
        except BadValue:
            wrong.append(f"{ASKED[name]}: type a whole number from {_span(name)}, or nothing.")
    if not wrong and not any(value is not None for value in values.values()):
        wrong.append("Nothing is on this slip yet: type at least one number.")
    if wrong:
        silent.refuse(here, SLIPS, wrong)
    else:
        silent.hand_in(here, SLIPS, Put(Slip.kind, new_id(), values))


def _value(name: str, typed: str) -> object:
    if name != RUNG:
        return parse(face_of(Slip, name), typed)
    typed = typed.strip()
    if not typed:
        return None
    if typed not in {str(number) for number in range(1, len(GROWTH_PATH) + 1)}:
        raise BadValue("no rung of the ladder")
    return GROWTH_PATH[int(typed) - 1]
