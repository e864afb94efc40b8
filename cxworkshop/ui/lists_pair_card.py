"""One pair of rows side by side, as its lists write it, with the buttons for what a person says of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cxworkshop.domain.commands import Put, new_id
from cxworkshop.ledger.lists import shown
from cxworkshop.ui import session
from cxworkshop.ui.lists_work import Work
from cxworkshop.ui.session import Here

_TITLES = {
    "name": "Name",
    "birth": "Born",
    "street": "Street",
    "town": "Place",
    "phone": "Telephone",
    "email": "E-mail",
}


def pair_card(found: Work, at: int) -> None:
    """Both sides of a pair, why it is proposed, and the buttons for what may be said of it."""
    near = found.near
    assert near is not None
    here = session.here()
    sides = [_side(found, int(row)) for row in (near.first[at], near.second[at])]
    ends = [found.row_number(int(row)) for row in (near.first[at], near.second[at])]
    heads = [f"{found.matched.lists[number].name}, row {row:,}" for number, row in ends]
    with st.container(border=True, key="card-pair"):
        with st.container(key="says-pair"):
            st.text(f"{near.score[at]:.0f}: {near.why(at)}")
        st.dataframe(
            pd.DataFrame(
                [
                    {"": title, heads[0]: sides[0][name], f"{heads[1]} ": sides[1][name]}
                    for name, title in _TITLES.items()
                    if sides[0][name] or sides[1][name]
                ]
            ),
            hide_index=True,
            height="content",
        )
        same, different, skip, _ = st.columns([1, 1, 1, 3])
        values = _verdict(found, at)
        same.button(
            "Same",
            key="pair-same",
            type="primary",
            width="stretch",
            on_click=_say,
            args=(here, values, "same"),
        )
        different.button(
            "Different",
            key="pair-different",
            width="stretch",
            on_click=_say,
            args=(here, values, "different"),
        )
        skip.button(
            "Skip",
            key="pair-skip",
            width="stretch",
            type="tertiary",
            on_click=_skip,
            args=(here, key_of(found, at)),
        )


def _side(found: Work, row: int) -> dict[str, str]:
    """What is known of an entity for reading aloud, its telephone as its list writes it."""
    near = found.near
    assert near is not None
    side = shown(near, row)
    if side["phone"]:
        rows = (found.matched.entity == row).nonzero()[0].tolist()
        written = (found.matched.written("phone", one) for one in rows)
        side["phone"] = next(filter(None, written), side["phone"])
    return side


def places_of(found: Work, at: int) -> tuple[str, int, str, int]:
    """A pair's lists and rows, as a verdict keeps them."""
    near = found.near
    assert near is not None
    (list_a, row_a), (list_b, row_b) = (
        found.row_number(int(row)) for row in (near.first[at], near.second[at])
    )
    return found.ids[list_a], row_a, found.ids[list_b], row_b


def key_of(found: Work, at: int) -> str:
    """What a pair is remembered by while it is skipped."""
    near = found.near
    assert near is not None
    marks = "|".join(file[0] for file in found.files)
    return f"{marks}|{near.first[at]}|{near.second[at]}"


def _verdict(found: Work, at: int) -> dict[str, object]:
    near = found.near
    assert near is not None
    list_a, row_a, list_b, row_b = places_of(found, at)
    return {
        "list_a": list_a,
        "row_a": row_a,
        "list_b": list_b,
        "row_b": row_b,
        "score": round(float(near.score[at]), 1),
        "why": near.why(at)[:300],
    }


def _say(here: Here, values: dict[str, object], verdict: str) -> None:
    here.trying(here.write, Put("pair_verdict", new_id(), {**values, "verdict": verdict}))


def _skip(here: Here, key: str) -> None:
    here.skipped.add(key)
