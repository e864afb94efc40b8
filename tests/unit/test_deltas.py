"""What a table editor's edits mean: each is sent once, rows keep their identity, trouble stays with its cell."""

from __future__ import annotations

from typing import Any

from cxworkshop.domain.commands import Put, Remove, apply
from cxworkshop.domain.records import Stage
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.ui.deltas import Cell, Sheet


def opened(workshop: Workshop) -> Sheet:
    """An editor of the stages as they stand."""
    rows = workshop.all(Stage)
    return Sheet(
        rows,
        cell=lambda at, name: Cell(Stage, rows[at].id, name, rows[at].filled, getattr(rows[at], name)),
        new=lambda id, name: Cell(Stage, id, name, {}),
        ids={"executive": {"Ana": "l1"}},
    )


def deltas(edited: Any = None, added: Any = (), deleted: Any = ()) -> dict[str, Any]:
    """The editor's accumulated state, as the browser sends it."""
    return {"edited_rows": edited or {}, "added_rows": list(added), "deleted_rows": list(deleted)}


def two_stages() -> Workshop:
    """A workshop of two named stages."""
    return assemble([Stage(id="s1", name="I look"), Stage(id="s2", name="I choose")])


def do(sheet: Sheet, workshop: Workshop, state: dict[str, Any]) -> Workshop:
    """The workshop after the commands that a state asks for."""
    for command in sheet.take(state, workshop)[0]:
        workshop = apply(workshop, command)
    return workshop


def test_an_edit_is_sent_once_however_often_it_is_replayed() -> None:
    """The browser sends all edits since opening every time; only the new one becomes a command."""
    workshop = two_stages()
    sheet = opened(workshop)
    first, _ = sheet.take(deltas({0: {"goal": "Find out"}}), workshop)
    again, _ = sheet.take(deltas({0: {"goal": "Find out"}}), workshop)
    more, _ = sheet.take(deltas({0: {"goal": "Find out", "emotion": 1}}), workshop)
    assert [Put("stage", "s1", {"goal": "Find out"}, {"goal": None})] == first
    assert [] == again
    assert [Put("stage", "s1", {"emotion": 1})] == more


def test_added_rows_keep_their_ids_when_one_before_them_is_deleted() -> None:
    """Deleting an added row shifts the others; they are still themselves."""
    workshop = Workshop()
    sheet = opened(workshop)
    three = [{"name": "a"}, {"name": "b"}, {"name": "c"}]
    workshop = do(sheet, workshop, deltas(added=three))
    ids = {stage.name: stage.id for stage in workshop.all(Stage)}
    workshop = do(sheet, workshop, deltas(added=[three[0], three[2]]))
    workshop = do(sheet, workshop, deltas(added=[three[0], {"name": "c2"}]))
    assert [("a", ids["a"]), ("c2", ids["c"])] == [(stage.name, stage.id) for stage in workshop.all(Stage)]


def test_a_blank_added_row_writes_nothing() -> None:
    """Pressing the plus sign is not yet a row."""
    assert ([], {}) == opened(Workshop()).take(deltas(added=[{}]), Workshop())


def test_a_deleted_row_is_removed_once() -> None:
    """Replaying a deletion does not remove anything else, nor fail."""
    workshop = two_stages()
    sheet = opened(workshop)
    first, _ = sheet.take(deltas(deleted=[1]), workshop)
    assert [Remove("stage", "s2")] == first
    assert ([], {}) == sheet.take(deltas(deleted=[1]), apply(workshop, first[0]))


def test_an_edit_in_a_row_that_someone_removed_brings_the_whole_row_back() -> None:
    """What one person writes is not lost because another deleted the row meanwhile."""
    workshop = two_stages()
    sheet = opened(workshop)
    gone = apply(workshop, Remove("stage", "s1"))
    after = do(sheet, gone, deltas({0: {"goal": "Find out"}}))
    assert Stage(id="s1", name="I look", goal="Find out") == after.get(Stage, "s1")


def test_an_added_row_that_someone_removed_comes_back_whole_when_edited_again() -> None:
    """Also a row that was added on this very screen is more than the cell that was edited last."""
    sheet = opened(Workshop())
    workshop = do(sheet, Workshop(), deltas(added=[{"name": "I look", "emotion": 1}]))
    gone = apply(workshop, Remove("stage", workshop.all(Stage)[0].id))
    after = do(sheet, gone, deltas(added=[{"name": "I look around", "emotion": 1}]))
    assert [("I look around", 1)] == [(stage.name, stage.emotion) for stage in after.all(Stage)]


def test_a_row_that_someone_removed_stays_removed_while_only_other_rows_are_edited() -> None:
    """Typing in one row does not bring back another that was written on this screen and deleted elsewhere."""
    sheet = opened(two_stages())
    state = deltas({0: {"goal": "Find out"}}, added=[{"name": "I leave"}])
    workshop = do(sheet, two_stages(), state)
    for stage in workshop.all(Stage)[::2]:
        workshop = apply(workshop, Remove("stage", stage.id))
    state["edited_rows"][1] = {"goal": "Be sure"}
    assert [Stage(id="s2", name="I choose", goal="Be sure")] == list(do(sheet, workshop, state).all(Stage))


def test_a_row_comes_back_with_all_that_was_typed_in_it() -> None:
    """Not only as it stood when the editor opened: the cells edited since are in it too."""
    sheet = opened(two_stages())
    workshop = do(sheet, two_stages(), deltas({0: {"goal": "Find out"}}))
    gone = apply(workshop, Remove("stage", "s1"))
    after = do(sheet, gone, deltas({0: {"goal": "Find out", "emotion": 1}}))
    assert Stage(id="s1", name="I look", goal="Find out", emotion=1) == after.get(Stage, "s1")


def test_an_invalid_cell_is_kept_as_trouble_and_the_rest_is_saved() -> None:
    """Out of bounds: the cell names its place and remedy, the neighbour is written."""
    workshop = two_stages()
    sheet = opened(workshop)
    commands, troubles = sheet.take(deltas({0: {"emotion": 9, "need": "Time"}}), workshop)
    assert [Put("stage", "s1", {"need": "Time"}, {"need": None})] == commands
    problem = troubles["stage", "s1", "emotion"]
    assert problem is not None
    assert ("Row 1, Emotion", "9 is outside -2 to 2") == (problem.place, problem.message)
    mended, troubles = sheet.take(deltas({0: {"emotion": 2, "need": "Time"}}), workshop)
    assert [Put("stage", "s1", {"emotion": 2})] == mended
    assert {("stage", "s1", "emotion"): None} == troubles


def test_a_reference_is_chosen_by_name_and_kept_by_id() -> None:
    """The cell shows Ana; the record keeps who Ana is."""
    workshop = two_stages()
    commands, _ = opened(workshop).take(deltas({1: {"executive": "Ana"}}), workshop)
    assert [Put("stage", "s2", {"executive": "l1"})] == commands
