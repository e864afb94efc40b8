"""Undo takes back one's own changes, newest first, and never what someone else wrote later."""

from __future__ import annotations

import pytest

from cxworkshop.domain.commands import Batch, Put, Remove
from cxworkshop.domain.errors import CannotUndo
from cxworkshop.domain.records import Stage
from cxworkshop.store import Store


def stage(id: str, **values: object) -> Put:
    """Writing some cells of a stage."""
    return Put("stage", id, values)


def names(store: Store, code: str) -> list[str | None]:
    """The names of all stages, in order."""
    return [row.name for row in store.load(code).all(Stage)]


def test_undo_takes_back_ones_own_newest_change_and_passes_over_others(store: Store, code: str) -> None:
    """Ann's undo leaves what Bo wrote in another row, or in another cell of the same row."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(code, stage("s", emotion=1), "Ann")
    store.commit(code, stage("t", name="Use"), "Bo")
    store.commit(code, stage("s", goal="Choose well"), "Bo")
    assert store.can_undo(code, "Ann") == "Stages: Pick (Emotion)"
    store.undo(code, "Ann")
    row = store.load(code).get(Stage, "s")
    assert row is not None
    assert (row.name, row.emotion, row.goal) == ("Pick", None, "Choose well")
    assert names(store, code) == ["Pick", "Use"]


def test_undo_refuses_to_erase_a_later_edit_and_says_which(store: Store, code: str) -> None:
    """Bo wrote in the same cell later: the row and the field are named, and nothing changes."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(code, stage("s", emotion=1), "Ann")
    store.commit(code, stage("s", emotion=2), "Bo")
    before = store.load(code)
    with pytest.raises(CannotUndo, match=r"Stages: Pick.*Stages, Emotion: someone else changed this"):
        store.undo(code, "Ann")
    assert store.load(code) is before
    store.undo(code, "Bo")
    assert store.undo(code, "Ann").get(Stage, "s") == Stage(id="s", name="Pick")


def test_undo_refuses_to_take_away_a_row_that_someone_else_went_on_with(store: Store, code: str) -> None:
    """Ann's row, in which Bo wrote a cell, stays."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(code, stage("s", goal="Choose well"), "Bo")
    with pytest.raises(CannotUndo, match="Stages"):
        store.undo(code, "Ann")
    assert names(store, code) == ["Pick"]


@pytest.mark.parametrize("values", [{"emotion": 2}, {"emotion": None}])
def test_undo_does_not_bring_back_a_row_that_someone_else_removed(
    store: Store, code: str, values: dict[str, object]
) -> None:
    """Ann wrote or cleared a cell, Bo removed the row: no ghost of it returns."""
    store.commit(code, stage("s", name="Pick", emotion=1), "Bo")
    store.commit(code, stage("s", **values), "Ann")
    store.commit(code, Remove("stage", "s"), "Bo")
    with pytest.raises(CannotUndo, match="removed this row"):
        store.undo(code, "Ann")
    assert names(store, code) == []


def test_undoing_ones_own_row_that_someone_else_removed_is_refused(store: Store, code: str) -> None:
    """There is nothing left to take back."""
    store.commit(code, stage("s"), "Ann")
    store.commit(code, Remove("stage", "s"), "Bo")
    with pytest.raises(CannotUndo, match="already removed"):
        store.undo(code, "Ann")


def test_undo_refuses_to_move_a_row_that_someone_else_moved(store: Store, code: str) -> None:
    """A place is a cell like any other."""
    store.commit(code, Batch((stage("a", name="A"), stage("b", name="B"))), "Cy")
    store.commit(code, Put("stage", "a", {}, position=3.0), "Ann")
    store.commit(code, Put("stage", "a", {}, position=0.5), "Bo")
    with pytest.raises(CannotUndo, match="moved this row"):
        store.undo(code, "Ann")


def test_undo_refuses_to_take_away_a_row_that_someone_else_moved(store: Store, code: str) -> None:
    """Ann's row, to which Bo gave a place of its own, stays there."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(code, Put("stage", "s", {}, position=3.0), "Bo")
    with pytest.raises(CannotUndo, match="moved this row"):
        store.undo(code, "Ann")
    assert names(store, code) == ["Pick"]


def test_a_removed_row_comes_back_in_its_place(store: Store, code: str) -> None:
    """Undoing a removal restores every cell, between the same neighbours."""
    for name in ("A", "B", "C"):
        store.commit(code, stage(name.lower(), name=name, emotion=1), "Ann")
    before = store.load(code)
    store.commit(code, Remove("stage", "b"), "Ann")
    assert names(store, code) == ["A", "C"]
    assert store.undo(code, "Ann").items == before.items
    assert names(store, code) == ["A", "B", "C"]


def test_a_batch_is_one_undo(store: Store, code: str) -> None:
    """All of its commands are taken back together."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(
        code, Batch((stage("s", name="Choose"), stage("t", name="Use"), Remove("stage", "s")), "Paste"), "Ann"
    )
    assert store.can_undo(code, "Ann") == "Paste: Stages: 1 new, 1 removed"
    store.undo(code, "Ann")
    assert names(store, code) == ["Pick"]


def test_redo_does_again_what_undo_took_back(store: Store, code: str) -> None:
    """Two undone, two done again, in the reverse order; then there is nothing left to redo."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.commit(code, stage("t", name="Use"), "Ann")
    end = store.load(code)
    store.undo(code, "Ann")
    assert store.can_redo(code, "Ann") == "Stages: Use (new)"
    store.undo(code, "Ann")
    assert store.can_redo(code, "Ann") == "Stages: Pick (new)"
    store.redo(code, "Ann")
    assert store.redo(code, "Ann").items == end.items
    assert store.can_redo(code, "Ann") is None
    with pytest.raises(CannotUndo, match="nothing"):
        store.redo(code, "Ann")
    store.undo(code, "Ann")
    assert names(store, code) == ["Pick"]


def test_a_new_change_of_ones_own_ends_redo_and_someone_elses_does_not(store: Store, code: str) -> None:
    """What Bo does leaves Ann's redo; what Ann does takes its place."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.undo(code, "Ann")
    store.commit(code, stage("t", name="Use"), "Bo")
    assert store.can_redo(code, "Ann") == "Stages: Pick (new)"
    store.commit(code, stage("u", name="Leave"), "Ann")
    assert store.can_redo(code, "Ann") is None
    store.undo(code, "Ann")
    assert store.can_redo(code, "Ann") == "Stages: Leave (new)"


def test_redo_refuses_to_erase_a_later_edit(store: Store, code: str) -> None:
    """After Ann's undo Bo wrote in that cell."""
    store.commit(code, stage("s", name="Pick"), "Bo")
    store.commit(code, stage("s", emotion=1), "Ann")
    store.undo(code, "Ann")
    store.commit(code, stage("s", emotion=2), "Bo")
    with pytest.raises(CannotUndo, match="done again"):
        store.redo(code, "Ann")


def test_nothing_to_undo_is_said(store: Store, code: str) -> None:
    """The beginning of a workshop is no change, and others' changes are not one's own."""
    store.commit(code, stage("s", name="Pick"), "Bo")
    assert store.can_undo(code, "Ann") is None
    with pytest.raises(CannotUndo, match="nothing of yours"):
        store.undo(code, "Ann")


def test_undo_and_redo_are_in_the_log(store: Store, code: str) -> None:
    """Nothing that was in the log disappears from it."""
    store.commit(code, stage("s", name="Pick"), "Ann")
    store.undo(code, "Ann")
    store.redo(code, "Ann")
    assert [change.words for change in store.changes(code)] == [
        "Done again: Stages: Pick (new)",
        "Undone: Stages: Pick (new)",
        "Stages: Pick (new)",
        "Begun",
    ]


def test_an_anonymous_answer_can_be_undone_by_its_author_only(store: Store, code: str) -> None:
    """The running app remembers whose it was; undone and done again it is still nobody's in the log."""
    store.commit(code, Put("slip", "x", {"absent": 5}), "Ann")
    assert store.can_undo(code, "Bo") is None
    store.undo(code, "Ann")
    store.redo(code, "Ann")
    store.undo(code, "Ann")
    assert store.load(code).items == {}
    assert {""} == {change.by for change in store.changes(code, since=0)}
