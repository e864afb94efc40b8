"""Whatever people do in whatever order: undo and redo lead back and forth exactly, and erase nobody's later work."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cxworkshop.domain.commands import Command
from cxworkshop.domain.errors import CannotUndo
from cxworkshop.domain.record import fields
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import open_store
from tests.strategies import commands, workshops

PEOPLE = st.sampled_from(("Ann", "Bo"))
Cell = tuple[str, str, str]


def cells(workshop: Workshop) -> dict[Cell, Any]:
    """Every cell that says something, each row's presence and its place included."""
    found: dict[Cell, Any] = {}
    for (kind, id), item in workshop.items.items():
        found[kind, id, "here"] = True
        found[kind, id, "place"] = item.position
        found.update({(kind, id, name): getattr(item.record, name) for name in fields(type(item.record))})
    return found


def differences(before: Workshop, after: Workshop) -> dict[Cell, tuple[Any, Any]]:
    """The cells that differ, with what they said before and after."""
    old, new = cells(before), cells(after)
    return {
        cell: (old.get(cell), new.get(cell))
        for cell in old | new
        if (cell in old, old.get(cell)) != (cell in new, new.get(cell))
    }


@settings(max_examples=60, deadline=None)
@given(st.data(), workshops(most=2))
def test_undoing_everything_gives_the_start_and_redoing_everything_the_end(
    data: st.DataObject, start: Workshop
) -> None:
    """One person, any commands: all undone equals the start, all done again equals the end, to the cell and place."""
    store = open_store("sqlite://")
    code = store.create(start.title, by="Ann", records=[item.record for item in start.items.values()])
    states = [store.load(code)]
    for _ in range(data.draw(st.integers(1, 5))):
        after = store.commit(code, data.draw(commands(states[-1])), "Ann")
        if after is not states[-1]:
            states.append(after)
    for state in states[-2::-1]:
        assert store.undo(code, "Ann").items == state.items
    assert store.can_undo(code, "Ann") is None
    for state in states[1:]:
        assert store.redo(code, "Ann").items == state.items
    assert store.can_redo(code, "Ann") is None
    store.close()


class TwoPeople(RuleBasedStateMachine):
    """Ann and Bo write, undo and redo in one workshop, each with a pile of their own changes."""

    @initialize(start=workshops(most=2))
    def begin(self, start: Workshop) -> None:
        self.store = open_store("sqlite://")
        self.code = self.store.create(
            "Both", by="Ann", records=[item.record for item in start.items.values()]
        )
        self.now = self.store.load(self.code)
        self.done: dict[str, list[dict[Cell, Any]]] = {"Ann": [], "Bo": []}
        self.undone: dict[str, list[dict[Cell, Any]]] = {"Ann": [], "Bo": []}

    @rule(who=PEOPLE, data=st.data())
    def write(self, who: str, data: st.DataObject) -> None:
        command: Command = data.draw(commands(self.now))
        after = self.store.commit(self.code, command, who)
        if after is not self.now:
            self.done[who].append(differences(self.now, after))
            self.undone[who].clear()
        self.now = after

    @rule(who=PEOPLE)
    def undo(self, who: str) -> None:
        self.reverse(self.store.undo, who, self.done[who], self.undone[who])

    @rule(who=PEOPLE)
    def redo(self, who: str) -> None:
        self.reverse(self.store.redo, who, self.undone[who], self.done[who])

    def reverse(self, act: Any, who: str, pile: list[Any], other: list[Any]) -> None:
        before = self.now
        try:
            self.now = act(self.code, who)
        except CannotUndo:
            assert self.store.load(self.code) is before
            return
        written = pile.pop()
        changed = differences(before, self.now)
        other.append(changed)
        for cell, (was, _) in changed.items():
            # Only what this person's own change left there is overwritten: anything else is someone's later work.
            assert cell in written
            assert was == written[cell][1]

    @invariant()
    def the_buttons_tell_the_truth(self) -> None:
        for who in ("Ann", "Bo"):
            assert bool(self.done[who]) == (self.store.can_undo(self.code, who) is not None)
            assert bool(self.undone[who]) == (self.store.can_redo(self.code, who) is not None)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()


TwoPeople.TestCase.settings = settings(max_examples=40, stateful_step_count=12, deadline=None)
TestTwoPeople = TwoPeople.TestCase
