"""The will / will-not wall: each pair side by side, its price under it, and every leader's hand on it."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import listed
from cxworkshop.analysis.hands import MOST, Hands, doubts, hands
from cxworkshop.analysis.leadership import CAN_LIVE_WITH
from cxworkshop.domain.records import GrowthChoice
from cxworkshop.domain.workshop import Workshop
from cxworkshop.drawing.palette import Palette
from cxworkshop.drawing.wall_svg import STATES, grounds, wall_svg
from cxworkshop.programme.rules.leadership import choices_says
from cxworkshop.ui import picture_files, placards, session, votes
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import colours, figures, finding

MOODS: dict[bool | None, placards.Mood] = {True: "good", False: "bad", None: "quiet"}


def draw() -> None:
    """The pairs as they are written and voted on, and the wall that they make; the projector shows the wall alone."""
    if not session.projecting():
        table(GrowthChoice)
        votes.choices()
    workshop = session.workshop()
    pairs = [pair for pair in workshop.all(GrowthChoice) if pair.will or pair.will_not]
    finding(choices_says(workshop), "wall")
    placards.style()
    st.html(_css(colours()))
    for pair in pairs:
        _card(workshop, pair)
    if pairs and not session.projecting():
        picture_files.downloads("The wall", "wall", _as_picture)
        with st.expander("The same wall as a table"):
            figures([_row(workshop, pair) for pair in pairs], "The will / will-not wall with its hands")


def _as_picture(workshop: Workshop) -> str | None:
    return wall_svg(workshop, choices_says(workshop))


def _css(palette: Palette) -> str:
    """Two grounds side by side, large words on them, and the hands under them in their own colours."""
    will, wont = grounds(palette)
    large, dots = (1.65, 1.25) if session.projecting() else (1.45, 0.86)
    said = []
    for side, ground in (("will", will), ("wont", wont)):
        within, on = f"[class*=st-key-wall-{side}-]", palette.on(ground)
        said.append(
            f"{within} {{ background: {ground}; border-radius: 0.4rem; padding: 1rem 1.2rem 1.2rem; gap: 0.35rem; }}"
            f"{within} p, {within} [data-testid=stText] * {{ color: {on}; }} {within} p {{ font-weight: 600; }}"
            f"{within} [data-testid=stText] {{ font-size: {large}rem; font-weight: 650; line-height: 1.28; }}"
        )
    price, hand = "[class*=st-key-wall-price-]", "[class*=st-key-wall-hands-]"
    return (
        f"<style>{''.join(said)}"
        f"[class*=st-key-card-wall-] {{ gap: 0.7rem; }} {price} {{ gap: 0.15rem; }}"
        f"{price} [data-testid=stText] {{ font-size: 1.12rem; font-weight: 600; line-height: 1.35; }}"
        f"{hand} [data-testid=stText] {{ font-size: {dots}rem; line-height: 1.4; }}"
        f"{hand} [data-testid=stText] * {{ color: {palette.gain}; }}"
        f"{hand} [data-testid=stColumn]:nth-child(-n+{CAN_LIVE_WITH}) [data-testid=stText] * "
        f"{{ color: {palette.loss}; font-weight: 650; }}"
        f"{hand} [data-testid=stText]::first-line, {hand} [data-testid=stText] *::first-line "
        f"{{ color: {palette.muted}; font-weight: 650; }}"
        "</style>"
    )


def _card(workshop: Workshop, pair: GrowthChoice) -> None:
    found = hands(workshop, pair.id)
    with st.container(border=True, key=f"card-wall-pair-{pair.id}"):
        will, will_not = st.columns(2, gap="small")
        with will, st.container(key=f"wall-will-{pair.id}", height="stretch"):
            st.markdown(f":material/check: We will{f', toward {pair.toward}' if pair.toward else ''}")
            st.text(pair.will or "—")
        with will_not, st.container(key=f"wall-wont-{pair.id}", height="stretch"):
            st.markdown(":material/close: We will not")
            st.text(pair.will_not or "—")
        price, shown = st.columns([2, 3], gap="medium")
        with price, st.container(key=f"wall-price-{pair.id}"):
            st.caption("What it costs us")
            st.text(pair.cost or "Not said yet.")
            placards.state(STATES[found.united], MOODS[found.united], f"wall-{pair.id}")
        with shown:
            _hands(pair.id, found)
        placards.flags(doubts(workshop, pair))


def _hands(id: str, found: Hands) -> None:
    """Six places, from a block to a lead: a dot for each hand, a triangle below three, with its name on the laptop."""
    if not found.raised:
        st.caption("No hands yet. 0 I block it · 3 I can live with it · 5 I will lead it")
        return
    with st.container(key=f"wall-hands-{id}"):
        for fingers, place in enumerate(st.columns(MOST + 1, gap="xsmall")):
            names = [who for who, vote in found.raised if vote == fingers]
            place.text("\n".join([str(fingers), *_dots(names, "▼" if fingers < CAN_LIVE_WITH else "●")]))
    if found.silent:
        st.caption(session.escape(f"No hand yet: {listed(found.silent)}."))
    if found.absent:
        st.caption(session.escape(f"Not in the room, and to be told: {listed(found.absent)}."))


def _dots(names: list[str], sign: str) -> list[str]:
    """A line for each hand; on the projector, which people photograph, the dots stand alone."""
    return [" ".join([sign] * len(names))] if session.projecting() else [f"{sign} {who}" for who in names]


def _row(workshop: Workshop, pair: GrowthChoice) -> dict[str, object]:
    found = hands(workshop, pair.id)
    return {
        "We will": pair.will or "",
        "We will not": pair.will_not or "",
        "What it costs us": pair.cost or "",
        "Toward": pair.toward or "",
        "Hands": ", ".join(f"{who} {vote}" for who, vote in found.raised),
        "Stands": STATES[found.united],
    }
