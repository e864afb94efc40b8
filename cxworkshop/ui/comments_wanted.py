"""Which comments are to be read: by stage, source, category, feeling, product and words; and which page of them."""

from __future__ import annotations

import streamlit as st

from cxworkshop.domain.fields import SHORT
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import ANY, FEELINGS, NONE, Wanted
from cxworkshop.ui import session
from cxworkshop.ui.comments_boxes import cover
from cxworkshop.ui.session import Here

_PREFIX = "read-"


def wanted(here: Here, workshop: Workshop, sold: list[str]) -> Wanted:
    """What is asked for; kept for the projector, which shows what was chosen on the facilitator's screen.

    `sold` are the products that the file speaks of.
    """
    lists = {
        name: {ANY: f"Any {name}", **workshop.labels(name), NONE: f"No {name} yet"}
        for name in ("stage", "source", "category")
    }
    lists["feeling"] = {
        ANY: "Any feeling",
        **{one: one.capitalize() for one in FEELINGS},
        NONE: "No feeling told",
    }
    if sold:
        lists["product"] = {
            ANY: "Any product",
            **{one: cover()(one) for one in sold},
            NONE: "No product told",
        }
    if not session.projecting():
        for place, (name, options) in zip(st.columns(len(lists)), lists.items(), strict=True):
            with place:
                pick(here, name.capitalize(), options, f"{_PREFIX}{name}", ANY)
        key = f"{_PREFIX}words|{here.visit}"
        st.text_input(
            "Words that were said",
            here.chosen.get(f"{_PREFIX}words", ""),
            key=key,
            placeholder="late | never came",
            max_chars=SHORT,
            help="Whole words or phrases; several are parted by | signs.",
            on_change=_choose,
            args=(here, f"{_PREFIX}words", key),
        )
    # What was chosen may be gone since, or stand in another file only: then nothing is asked for.
    asked = {
        name: now if (now := here.chosen.get(f"{_PREFIX}{name}", ANY)) in options else ANY
        for name, options in lists.items()
    }
    return Wanted(**asked, words=here.chosen.get(f"{_PREFIX}words", ""))


def pick(here: Here, label: str, options: dict[str, str], what: str, otherwise: str) -> str:
    """A box whose choice is kept for the projector; what is chosen in it now."""
    now = here.chosen.get(what, otherwise)
    now = now if now in options else otherwise
    key = f"{what}|{here.visit}"
    st.selectbox(
        label,
        list(options),
        index=list(options).index(now),
        format_func=lambda id: options.get(id, ""),
        key=key,
        on_change=_choose,
        args=(here, what, key),
    )
    return now


def _choose(here: Here, what: str, key: str) -> None:
    here.chosen[what] = session.peek(key) or ""
    here.chosen.pop(f"{_PREFIX}page", None)


def page(here: Here, pages: int) -> int:
    """The number of the page to show, from 1, and the buttons that turn it."""
    now = min(int(here.chosen.get(f"{_PREFIX}page", "1")), pages)
    if session.projecting() or pages == 1:
        return now
    back, middle, on = st.columns([1, 2, 1], vertical_alignment="center")
    back.button(
        "Later ones",
        key="read-back",
        disabled=now == 1,
        width="stretch",
        on_click=_turn,
        args=(here, now - 1),
    )
    middle.caption(f"Page {now:,} of {pages:,}, the latest first")
    on.button(
        "Earlier ones",
        key="read-on",
        disabled=now == pages,
        width="stretch",
        on_click=_turn,
        args=(here, now + 1),
    )
    return now


def _turn(here: Here, page: int) -> None:
    here.chosen[f"{_PREFIX}page"] = str(page)
