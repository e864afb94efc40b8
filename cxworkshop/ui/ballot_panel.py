"""Ballots: dots placed unseen by typing the numbers of candidates behind a cover, opened together."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence

import streamlit as st

from cxworkshop.analysis.dots import ON_ONE, ballots, dots_changed, dots_each, dots_open
from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.analysis.priorities import candidates, waiting
from cxworkshop.domain.commands import Batch, Put, new_id
from cxworkshop.domain.records import Candidate, Dot
from cxworkshop.ui import session, silent
from cxworkshop.ui.session import Here

_LOGGED = "A ballot"
BALLOTS = silent.Round(
    "ballot",
    Dot.kind,
    "dots",
    _LOGGED,
    lambda workshop: len(ballots(workshop)),
    dots_open,
    dots_changed,
)
_NUMBERS, _DIGITS = range(1, 100), 6


def draw() -> None:
    """The wall with its numbers, how many ballots are in, and the cover to type the next one behind."""
    workshop = session.workshop()
    wall = candidates(workshop)
    if not wall:
        st.caption("Gather the candidates first; every ballot then has its dots to give.")
        return
    if not dots_open(workshop):
        budget = dots_each(len(wall))
        st.markdown(f"**{budget} dots on each ballot, at most two on one candidate.**")
        _numbered(wall)
        loose = len(waiting(workshop))
        if loose:
            st.caption(
                f"{sentence(counted(loose, 'of these is', 'of these are'))} not taken up yet. Keep or set aside before the "
                "first ballot: numbers move when you do, and a gap that is closed leaves the wall with its dots."
            )
    silent.draw(BALLOTS, lambda: _ask(tuple(one.id for one in wall)))


def _numbered(wall: Sequence[Candidate]) -> None:
    deep = -(-len(wall) // 3)
    for at, place in enumerate(st.columns(3)):
        for number, one in list(enumerate(wall, 1))[at * deep : (at + 1) * deep]:
            place.text(f"{number}  {one.name or '—'}")


def _ask(wall: tuple[str, ...]) -> None:
    here = session.here()
    key = f"ballot|{silent.slot(BALLOTS)}"
    with st.form("ballot", border=False):
        silent.secret("Numbers of the candidates, one for each dot, with blanks between them", key)
        st.caption(
            "3 3 7 12 gives two dots to number 3 and one each to 7 and 12. "
            f"You need not give all {in_words(dots_each(len(wall)))}. Nobody sees a ballot, and nothing says whose it is."
        )
        st.form_submit_button(
            "Hand in this ballot",
            type="primary",
            icon=":material/how_to_vote:",
            on_click=_take,
            args=(here, wall, key),
        )


def _take(here: Here, wall: tuple[str, ...], key: str) -> None:
    """Keep one ballot under a random number; `wall` holds the ids of the candidates by the numbers on screen."""
    said = str(session.peek(key) or "").replace(",", " ").replace(";", " ").split()
    broken = wrong(said, len(wall))
    free = set(_NUMBERS) - {dot.ballot for dot in here.workshop().all(Dot)}
    if not broken and not free:
        broken = ["All ninety-nine ballots are in: begin again before another is typed."]
    if broken:
        silent.refuse(here, BALLOTS, broken)
        return
    # A random number, so that nobody can tell from it who voted first.
    ballot = secrets.choice(sorted(free))
    dots = tuple(
        Put(Dot.kind, new_id(), {"candidate": wall[int(number) - 1], "ballot": ballot, "dots": count})
        for number, count in Counter(map(int, said)).items()
    )
    silent.hand_in(here, BALLOTS, Batch(dots, _LOGGED))


def wrong(said: Sequence[str], wall: int) -> list[str]:
    """Which rules a ballot breaks, as typed for a wall of so many candidates, without repeating what was typed."""
    if not said:
        return ["Nothing is on this ballot yet: type the number of at least one candidate."]
    if not all(one.isascii() and one.isdecimal() and len(one) <= _DIGITS for one in said):
        return [
            "Something on this ballot is not a number: type the numbers of candidates with blanks between them."
        ]
    budget, numbers = dots_each(wall), Counter(int(one) for one in said)
    rules = (
        (
            any(not 1 <= number <= wall for number in numbers),
            f"A number on this ballot is not on the wall: they run from 1 to {wall}.",
        ),
        (
            max(numbers.values()) > ON_ONE,
            f"More than {in_words(ON_ONE)} dots stand on one candidate: {in_words(ON_ONE)} are the most.",
        ),
        (numbers.total() > budget, f"These are too many dots: a ballot has {counted(budget, 'dot')}."),
    )
    return [words for broken, words in rules if broken]
