"""Boxes about a file that is not in yet: one choice, and a value of a column with how many comments have it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from cxworkshop.analysis.privacy import masked, shows_personal
from cxworkshop.ui import session
from cxworkshop.ui.comments_draft import Value

_LONGEST = 60


def choice(
    place: Any, label: str, options: Sequence[str], guess: str, call: Any, key: str, hidden: bool = False
) -> str:
    """A box with the guess chosen in it, and what is chosen there now; a hidden label is only read out."""
    found: str = place.selectbox(
        label,
        options,
        index=options.index(guess) if guess in options else 0,
        format_func=call,
        key=key,
        label_visibility="collapsed" if hidden else "visible",
    )
    return found


def cover() -> Callable[[str], str]:
    """What shows words of a file: with masks, unless the room allows personal data to be seen."""
    return str if shows_personal(session.workshop()) else masked


def label(value: Value) -> str:
    """A value of a column, and how many comments have it."""
    return f"{cover()(value.text)[:_LONGEST]} ({value.count:,})"
