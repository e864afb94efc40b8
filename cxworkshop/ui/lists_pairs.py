"""Pairs that look like one customer, read aloud one by one; what is said of them is kept, who they are is not."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cxworkshop.domain.commands import Put, new_id
from cxworkshop.domain.records import PairVerdict, Reconciliation
from cxworkshop.ledger.lists import THRESHOLD, shown
from cxworkshop.ui import session
from cxworkshop.ui.fields import field
from cxworkshop.ui.lists_work import Work
from cxworkshop.ui.session import Here

MOST = 20
_TITLES = {
    "name": "Name",
    "birth": "Born",
    "street": "Street",
    "town": "Place",
    "phone": "Telephone",
    "email": "E-mail",
}


def pairs(found: Work) -> None:
    """How many pairs are open, the next of them side by side, and what may be said of it."""
    near = found.near
    if near is None:
        return
    workshop = session.workshop()
    said = workshop.one(Reconciliation)
    st.subheader("Same, or not?")
    still = open_pairs(found)
    proposed = sum(1 for at in still if near.score[at] >= THRESHOLD)
    verdicts = workshop.all(PairVerdict)
    taken = near.count(said.accept_from) if said.accept_from is not None else 0
    st.text(
        f"{proposed:,} {'pair' if proposed == 1 else 'pairs'} with a score of {THRESHOLD:.0f} or more {'is' if proposed == 1 else 'are'} open."
        f" {len(verdicts):,} {'was' if len(verdicts) == 1 else 'were'} answered one by one"
        + (
            f", {taken:,} from {said.accept_from:g} on {'is' if taken == 1 else 'are'} taken as the same."
            if said.accept_from is not None
            else "."
        )
    )
    for words in found.settled.refused:
        st.warning(session.escape(words), icon=":material/rule:")
    if session.projecting():
        return
    left, _ = st.columns([1, 2])
    with left:
        field(Reconciliation, "reconciliation", "accept_from")
    here = session.here()
    waiting = [at for at in still if _key(found, at) not in here.skipped]
    if waiting:
        _one(found, waiting[0])
        page = waiting[:MOST]
        with st.expander(f"The next {len(page)} as a table" if len(page) > 1 else "The next one as a table"):
            st.dataframe(
                pd.DataFrame(
                    [
                        {
                            "Score": round(float(near.score[at])),
                            "One": shown(near, int(near.first[at]))["name"],
                            "Other": shown(near, int(near.second[at]))["name"],
                            "Why": near.why(at),
                        }
                        for at in page
                    ]
                ),
                hide_index=True,
                height="content",
            )
    elif still:
        st.caption("Every open pair was skipped.")
    if len(waiting) < len(still):
        st.button("Show the skipped ones again", key="pairs-again", on_click=_again, args=(here,))


def open_pairs(found: Work) -> list[int]:
    """The pairs of which nothing is said yet, the best score first; those that a chain has made one are closed."""
    near = found.near
    if near is None:
        return []
    entity = found.settled.entity
    apart = entity[near.first] != entity[near.second]
    workshop = session.workshop()
    answered = {
        (one.list_a, one.row_a, one.list_b, one.row_b) for one in workshop.all(PairVerdict) if one.verdict
    }
    candidates = [int(at) for at in apart.nonzero()[0]]
    if not answered:
        return candidates
    return [at for at in candidates if _places(found, at) not in answered]


def _one(found: Work, at: int) -> None:
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
            args=(here, _key(found, at)),
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


def _places(found: Work, at: int) -> tuple[str, int, str, int]:
    near = found.near
    assert near is not None
    (list_a, row_a), (list_b, row_b) = (
        found.row_number(int(row)) for row in (near.first[at], near.second[at])
    )
    return found.ids[list_a], row_a, found.ids[list_b], row_b


def _key(found: Work, at: int) -> str:
    near = found.near
    assert near is not None
    marks = "|".join(file[0] for file in found.files)
    return f"{marks}|{near.first[at]}|{near.second[at]}"


def _verdict(found: Work, at: int) -> dict[str, object]:
    near = found.near
    assert near is not None
    list_a, row_a, list_b, row_b = _places(found, at)
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


def _again(here: Here) -> None:
    here.skipped.clear()
