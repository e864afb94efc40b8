"""Who is here and which workshop is open: the only place that reads the address and writes the session's own state."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from cxworkshop.analysis.sheltered import as_kept, as_shown
from cxworkshop.domain.commands import Command
from cxworkshop.domain.errors import NotFound, WorkshopError
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import Store, open_store
from cxworkshop.store.place import database_url

T = TypeVar("T")
CODE, STEP, VIEW = "w", "step", "view"
PRIORITY, ROW = "priority", "row"
"""Whom somebody follows from a priority to its sources: the priority's id, and `kind:id` of a row."""
ADDRESS = re.compile(r"https?:(?=//)|www(?=\.)|@(?=[-\w])|:(?=material/|streamlit:)", re.IGNORECASE)
"""Where Markdown begins to see an address of a page or of a person, or a sign by its name, such as `:material/add:`."""
NONE_OPEN = "No workshop is open yet. Choose or begin one on the start page."


@dataclass
class Here:
    """What this session remembers between redraws: widget plumbing only, never what people wrote.

    It is one plain object on purpose. Any use of `st.session_state` may end a running callback so that a newer redraw
    can begin; a callback that is handed this object uses none, and so always finishes what it saves.
    """

    me: str
    code: str | None = None
    view: str = ""
    token: str = field(default_factory=lambda: uuid4().hex[:8])
    """Random, so that no widget of a new session is mistaken for one of an old one after a restart."""
    place: str = ""
    visit: int = 0
    """Counts arrivals at a step; widgets opened on an earlier visit never replay into this one."""
    serial: int = 0
    last_write: int = -1
    """The revision that this screen last wrote."""
    alive: bool = False
    found: bool = False
    """Whether the step on screen has stated a finding yet."""
    asking: tuple[int, str] = (-1, "")
    unfolded: bool = True
    steps: dict[str, str] = field(default_factory=dict)
    notices: list[tuple[str, str, bool]] = field(default_factory=list)
    """Where to say what, and whether it is bad news."""
    skipped: set[str] = field(default_factory=set)
    """Pairs of the lists that were put off."""
    pasted: dict[str, int] = field(default_factory=dict)
    """How often each paste box has been emptied."""
    troubles: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    editors: dict[str, Any] = field(default_factory=dict)
    bounds: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, tuple[str, int, Any]] = field(default_factory=dict)
    arrivals: dict[str, tuple[int, bool]] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    """Which picture was chosen where, for the projector view, which has no controls."""
    masked: tuple[Workshop, Workshop] | None = None
    """The workshop as it was last kept, and how it may be shown."""
    maps: dict[str, Any] = field(default_factory=dict)
    """What is open beside each stage map."""
    tried: dict[str, Any] = field(default_factory=dict)
    """The settings of the definition lab that are on screen, and those before the last dial moved."""
    handed: dict[str, Any] = field(default_factory=dict)
    """What was read from a file or a pasted block and is not taken over yet, by place."""
    draft: Any = None
    """A file of comments that was handed in and not yet brought in."""

    def once(self, name: str, work: Callable[[Workshop], T]) -> T:
        """What `work` says of the open workshop, worked out again only when the workshop has changed."""
        found = self.workshop()
        code, revision, answer = self.answers.get(name, ("", -1, None))
        if (code, revision) != (found.code, found.revision):
            answer = work(found)
            self.answers[name] = (found.code, found.revision, answer)
        return cast(T, answer)

    def at_arrival(self, name: str, now: bool) -> bool:
        """What `now` was when this step was opened, so that nothing folds away under somebody who is typing."""
        visit, answer = self.arrivals.get(name, (-1, now))
        if visit != self.visit:
            answer = now
            self.arrivals[name] = (self.visit, now)
        return answer

    def workshop(self) -> Workshop:
        """The open workshop as it may be shown now. Raises NotFound where none is open or its code is unknown."""
        return self._as_shown(self.kept())

    def kept(self) -> Workshop:
        """The open workshop with everything that is kept of it, whether or not it may be shown."""
        if not self.code:
            raise NotFound(NONE_OPEN)
        return store().load(self.code)

    def write(self, command: Command) -> Workshop:
        """Do a command on the open workshop, durably; how it may be shown after it. Raises any WorkshopError; then
        nothing changed. Where a mask stands in what was written, what it stands for is kept."""
        after = store().commit(self.code or "", as_kept(self.kept(), command), self.me)
        return self._as_shown(self.wrote(after))

    def _as_shown(self, found: Workshop) -> Workshop:
        # Masking is worked out once for each state, not at each look at it.
        if self.masked is None or self.masked[0] is not found:
            self.masked = (found, as_shown(found))
        return self.masked[1]

    def wrote(self, after: Workshop) -> Workshop:
        """Note that this screen made the last write."""
        self.last_write = after.revision
        return after

    def notice(self, words: str, *, bad: bool = False, place: str = "") -> None:
        """Say something in the next redraw, at the top or at a place that asks for it; callbacks cannot draw."""
        self.notices.append((place, words, bad))

    def trying(self, do: Callable[..., object], *args: Any) -> None:
        """Run a callback's work; what went wrong in ways a person can act on is said at the top of the page."""
        try:
            do(*args)
        except WorkshopError as wrong:
            self.notice("\n".join((str(wrong), *getattr(wrong, "problems", ()))), bad=True)

    def renew(self) -> None:
        """Open every table and field afresh from the store, as after an undo."""
        self.visit += 1


def here() -> Here:
    """This session."""
    if "cx" not in st.session_state:
        st.session_state["cx"] = Here(_me())
    found: Here = st.session_state["cx"]
    return found


def peek(key: str) -> Any:
    """A widget's value inside a callback, or None. The public way to read it may end the callback before it has saved
    (see Here); then Streamlit takes the edit for handled and never offers it again."""
    ctx = get_script_run_ctx(suppress_warning=True)
    state = ctx.session_state._state if ctx else None
    return state[key] if state is not None and key in state else None


def store() -> Store:
    """The store that all sessions of this process share."""
    return _store(str(database_url(None).render_as_string(hide_password=False)))


@functools.cache
def _store(url: str) -> Store:
    return open_store(url)


def workshop() -> Workshop:
    """The open workshop as it may be shown now. Raises NotFound where none is open or its code is unknown."""
    return here().workshop()


def projecting() -> bool:
    """Whether the projector view is on: controls, notes and names of anonymous steps are hidden."""
    return here().view == "projector"


def hold_address() -> None:
    """Navigation drops the query string; put the workshop's code and the view back, so that a refresh returns here."""
    found = here()
    for name, attribute in ((CODE, "code"), (VIEW, "view")):
        if name in st.query_params:
            setattr(found, attribute, st.query_params[name])
        elif getattr(found, attribute):
            st.query_params[name] = getattr(found, attribute)


def let_go() -> None:
    """Follow no priority any more: its id and the row that it led to leave the address."""
    for name in (PRIORITY, ROW):
        if name in st.query_params:
            del st.query_params[name]


def open_workshop(code: str | None) -> None:
    """Make a workshop the open one, or none; the address follows."""
    found = here()
    found.code = code
    found.steps.clear()
    found.troubles.clear()
    found.renew()
    if code:
        st.query_params[CODE] = code
    elif CODE in st.query_params:
        del st.query_params[CODE]


def arrive(place: str) -> None:
    """Note which step is on screen; arriving somewhere else opens everything afresh."""
    found = here()
    if found.place != place:
        found.place = place
        found.renew()


def say_notices(place: str = "") -> None:
    """Show once what callbacks had to say at a place; the top of the page is the one without a name."""
    found = here()
    for at, words, bad in found.notices:
        if at == place:
            (st.error if bad else st.success)(escape(words))
    found.notices = [one for one in found.notices if one[0] != place]


def escape(words: str) -> str:
    """A person's words, safe inside Markdown: nothing in them becomes markup, a link or an image."""
    # Addresses and named signs are found after escapes are read: a joiner that nobody sees keeps their parts from being one.
    apart = ADDRESS.sub("\\g<0>\u2060", words)
    out = "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>$~:&" else sign for sign in apart)
    return out.replace("\n", "  \n")


def _me() -> str:
    """A name for this laptop that survives refreshes, so that its changes can be undone from it and from no other."""
    agent = st.context.headers.get("User-Agent", "") if st.context.headers else ""
    return hashlib.sha256(f"{st.context.ip_address}|{agent}".encode()).hexdigest()[:12]
