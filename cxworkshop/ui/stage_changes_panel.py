"""Changing the path itself: a stage moved, added, merged, split or taken out, with what hangs on it said beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from cxworkshop.analysis.experience import ordered_stages, touchpoints_of
from cxworkshop.analysis.findings import quoted, sentence
from cxworkshop.analysis.stage_changes import added, merged, moved, split, taken_out
from cxworkshop.analysis.stage_hanging import left_alone, moves
from cxworkshop.domain.commands import Batch, new_id
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

Change = Callable[..., Batch]


def draw() -> None:
    """One way of changing the path at a time; each is one change, and one undo."""
    workshop = session.workshop()
    names = {stage.id: workshop.name_of("stage", stage.id) for stage in ordered_stages(workshop)}
    if not names or session.projecting():
        return
    session.say_notices("stages")
    with st.expander("Move, add, merge, split or take out a stage", icon=":material/alt_route:"):
        ways = {
            "Move": _move,
            "Add": _add,
            "Merge": _merge,
            "Split": _split,
            "Take out": _take_out,
        }
        way = st.segmented_control(
            "What do you want to do?", list(ways), default="Move", key=_key("way"), required=True
        )
        ways[way or "Move"](names)


def _key(name: str) -> str:
    return f"stages:{name}|{session.here().visit}"


def _choose(title: str, names: Mapping[str, str], key: str, index: int = 0) -> str:
    chosen = st.selectbox(
        title,
        list(names),
        index=min(index, len(names) - 1),
        format_func=lambda id: names.get(id, ""),
        key=f"{_key(key)}|{'|'.join(names)}",
    )
    return chosen if chosen in names else next(iter(names))


def _button(words: str, key: str, change: Change, *args: Any, off: bool = False) -> None:
    here = session.here()
    st.button(
        words,
        key=_key(f"do-{key}"),
        type="primary",
        disabled=off,
        on_click=here.trying,
        args=(_do, here, change, *args),
    )


def _naming_button(words: str, field: str, change: Callable[[Workshop, str], Batch]) -> None:
    """A button whose change needs a name: the name counts as it is typed when the button is pressed."""
    here = session.here()
    st.button(
        words,
        key=_key(f"do-{field}"),
        type="primary",
        on_click=here.trying,
        args=(_do_named, here, _key(field), change),
    )


def _do_named(here: Here, key: str, change: Callable[[Workshop, str], Batch]) -> None:
    name = str(session.peek(key) or "").strip()
    if name:
        _do(here, change, name)
    else:
        here.notice("Write the new stage's name first.", bad=True, place="stages")


def _do(here: Here, change: Change, *args: Any) -> None:
    # Joined texts are written as they are kept: a mask cannot be told apart once two texts are one.
    made = change(here.kept(), *args)
    if made.commands:
        here.write(made)
        here.renew()
        here.notice(f"{made.name}. Undo takes it back as one change.", place="stages")


def _move(names: Mapping[str, str]) -> None:
    stage = _choose("Stage", names, "move")
    place = list(names).index(stage)
    with st.container(horizontal=True):
        _button("Earlier", "earlier", moved, stage, -1, off=place == 0)
        _button("Later", "later", moved, stage, 1, off=place + 1 == len(names))


def _add(names: Mapping[str, str]) -> None:
    st.text_input("The new stage, in the customer's words", key=_key("new-name"))
    after = {"": "At the very beginning", **{id: f"After “{title}”" for id, title in names.items()}}
    place = _choose("Where", after, "add", len(after) - 1)
    id, at = new_id(), list(after).index(place) + 1
    _naming_button("Add this stage", "new-name", lambda workshop, name: added(workshop, id, name, at))


def _merge(names: Mapping[str, str]) -> None:
    left, right = st.columns(2)
    with left:
        gone = _choose("Merge this stage", names, "merge")
    others = {id: name for id, name in names.items() if id != gone}
    if not others:
        st.caption("There is no other stage yet to merge it into.")
        return
    with right:
        into = _choose("into this one, which keeps its name", others, "merge-into")
    workshop = session.workshop()
    try:
        merged(workshop, gone, into)
    except WorkshopError as wrong:
        st.warning(session.escape(str(wrong)), icon=":material/short_text:")
        return
    st.markdown("\n".join(f"- {session.escape(line)}" for line in moves(workshop, gone, into)))
    _button("Merge the two", "merge", merged, gone, into)


def _split(names: Mapping[str, str]) -> None:
    stage = _choose("Stage", names, "split")
    workshop = session.workshop()
    moments = {one.id: workshop.name_of("touchpoint", one.id) for one in touchpoints_of(workshop, stage)}
    st.text_input("The stage that comes after it", key=_key("split-name"))
    going = st.multiselect(
        "Moments that go with it",
        list(moments),
        format_func=lambda id: moments.get(id, ""),
        key=f"{_key('split-moments')}|{stage}",
        placeholder="Choose",
    )
    st.caption(
        "What was heard and proposed about these moments goes along. "
        "The new stage begins with the same leader and functions."
    )
    id, chosen = new_id(), tuple(moment for moment in going if moment in moments)
    _naming_button(
        "Split the stage", "split-name", lambda workshop, name: split(workshop, stage, id, name, chosen)
    )


def _take_out(names: Mapping[str, str]) -> None:
    stage = _choose("Stage", names, "out")
    alone = left_alone(session.workshop(), stage)
    if alone:
        st.warning(session.escape(alone), icon=":material/link_off:")
    else:
        st.caption(sentence(f"nothing hangs on {session.escape(quoted(names[stage]))}."))
    _button("Take it out all the same" if alone else "Take it out", "out", taken_out, stage)
