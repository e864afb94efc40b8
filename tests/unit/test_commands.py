"""Put, Remove and Batch: what each does, refuses and leaves alone."""

from __future__ import annotations

import pytest

from cxworkshop.domain.commands import Batch, Put, Remove, apply, inverse, new_id, touched
from cxworkshop.domain.difference import difference
from cxworkshop.domain.errors import BadValue, Conflict, NotFound
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Company, Decision, Slip, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble

PICK, USE = Stage(id="s", name="Pick", emotion=1), Stage(id="t", name="Use")


def room(*records: Record) -> Workshop:
    """A workshop of these records, or of two stages."""
    return assemble(records or (PICK, USE))


def test_put_writes_only_the_fields_it_names() -> None:
    """The other cells of the row stay as they were."""
    after = apply(room(), Put("stage", "s", {"goal": "Choose well"}))
    assert after.get(Stage, "s") == Stage(id="s", name="Pick", emotion=1, goal="Choose well")
    assert after.get(Stage, "t") == USE


def test_put_creates_a_row_that_is_not_there_at_the_end() -> None:
    """Rows of one batch stand in the order in which they were put."""
    after = apply(
        room(), Batch((Put("stage", "z", {"name": "Leave"}), Put("stage", "a", {"name": "Return"})))
    )
    assert [row.name for row in after.all(Stage)] == ["Pick", "Use", "Leave", "Return"]


def test_put_reads_values_as_people_type_them() -> None:
    """Numbers with separators, yes, names with semicolons between; a blank empties the cell."""
    values = {"emotion": "−2", "functions": "Sales; service ;Sales", "name": " "}
    after = apply(room(), Put("stage", "s", values)).get(Stage, "s")
    assert after == Stage(id="s", emotion=-2, functions=("Sales", "service"))


def test_put_can_place_a_row_between_two_others() -> None:
    """Places need not be whole."""
    after = apply(room(), Put("stage", "u", {"name": "Try"}, position=1.5))
    assert [row.name for row in after.all(Stage)] == ["Pick", "Try", "Use"]


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (Put("stage", "s", {"emotion": 3}), "Stages, Emotion"),
        (Put("stage", "s", {"emotion": "glad"}), "Stages, Emotion"),
        (Put("stage", "s", {"name": "x" * 301}), "Stages, Stage, in the customer's words"),
        (Put("stage", "s", {"name": "a\x00"}), "Stages, Stage, in the customer's words"),
        (Put("stage", "s", {"colour": "red"}), "Stages has no field “colour”"),
        (Put("stage", "s", {"id": "t"}), "Stages has no field “id”"),
        (Put("stage", "", {}), "Stages"),
        (Put("company", "another", {}), "The room"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_place(command: Put, place: str) -> None:
    """Table and field are named by their titles."""
    with pytest.raises(BadValue, match=place):
        apply(room(), command)


def test_an_unknown_table_or_row_is_not_found() -> None:
    """There is nothing to write to or to remove."""
    with pytest.raises(NotFound, match="nonsense"):
        apply(room(), Put("nonsense", "s", {}))
    with pytest.raises(NotFound, match="Stages: this row was already removed"):
        apply(room(), Remove("stage", "gone", {"name": "Gone"}))


def test_a_batch_happens_as_a_whole_or_not_at_all() -> None:
    """The workshop that was handed in never changes."""
    before = room()
    with pytest.raises(NotFound):
        apply(before, Batch((Remove("stage", "s"), Remove("stage", "s"))))
    assert before.all(Stage) == (PICK, USE)


def test_words_that_someone_else_changed_are_not_written_over() -> None:
    """The conflict carries what the writer saw and what stands there now."""
    with pytest.raises(Conflict, match="Stages, Stage, in the customer's words") as clash:
        apply(room(), Put("stage", "s", {"name": "Choose"}, seen={"name": "Browse"}))
    assert (clash.value.mine, clash.value.theirs) == ("Browse", "Pick")


def test_a_first_answer_may_say_that_it_saw_none() -> None:
    """A decision that nobody has written yet reads as blank; a second writer who saw it blank is refused."""
    first = Put("decision", "room.company", {"decided": "We start"}, seen={"decided": None})
    after = apply(room(), first)
    assert after.get(Decision, "room.company") == Decision(id="room.company", decided="We start")
    with pytest.raises(Conflict):
        apply(after, Put("decision", "room.company", {"decided": "We wait"}, seen={"decided": ""}))


def test_a_row_that_is_there_is_not_created_again() -> None:
    """`fresh` guards what must be new."""
    with pytest.raises(Conflict, match="there again already"):
        apply(room(), Put("stage", "s", {}, fresh=True))


def test_a_row_is_not_removed_over_what_its_remover_did_not_see() -> None:
    """Someone wrote in it meanwhile: it stays."""
    with pytest.raises(Conflict):
        apply(room(), Remove("stage", "s", seen={"emotion": 0}))


def test_a_row_that_must_be_there_is_not_created_and_a_moved_one_not_moved_back() -> None:
    """`stood` guards a row's presence, and its place where it is to be moved."""
    with pytest.raises(Conflict, match="removed this row"):
        apply(room(), Put("stage", "gone", {"emotion": 1}, stood=1.0))
    with pytest.raises(Conflict, match="moved this row"):
        apply(room(), Put("stage", "s", {}, position=0.0, stood=7.0))
    assert apply(room(), Put("stage", "s", {"emotion": 2}, stood=7.0)).get(Stage, "s") != PICK


def test_anonymous_rows_keep_no_order_of_arrival() -> None:
    """They stand in the order of their ids, which are random."""
    after = room()
    for id in ("m", "z", "a"):
        after = apply(after, Put("slip", id, {"absent": 1}))
    assert [row.id for row in after.all(Slip)] == ["a", "m", "z"]


def test_ids_are_random() -> None:
    """Two ids differ, and are letters and digits only."""
    first, second = new_id(), new_id()
    assert first != second
    assert first.isalnum()


def test_touched_names_each_row_once() -> None:
    """Also where a batch holds batches."""
    command = Batch((Put("stage", "s", {}), Batch((Remove("stage", "t"), Put("stage", "s", {})))))
    assert touched(command) == (("stage", "s"), ("stage", "t"))


def test_the_inverse_of_a_removal_brings_the_row_back_whole_and_in_its_place() -> None:
    """All cells and the place are in it."""
    before = room()
    assert inverse(before, Remove("stage", "s")) == Put(
        "stage", "s", {"name": "Pick", "emotion": 1}, position=1.0, fresh=True
    )


def test_the_inverse_of_a_change_names_only_the_cells_that_changed() -> None:
    """What others write in the other cells of the row is not touched by undoing."""
    undo = inverse(room(), Put("stage", "s", {"name": "Pick", "emotion": 2}))
    assert undo == Put("stage", "s", {"emotion": 1}, seen={"emotion": 2}, stood=1.0)


def test_what_changes_nothing_has_nothing_to_undo() -> None:
    """A batch keeps the inverses of those of its commands that did something."""
    idle = Put("stage", "s", {"name": "Pick"})
    assert inverse(room(), idle) == Batch(())
    nothing = dict.fromkeys(Stage(id="n").model_dump(exclude={"id"})) | {"functions": ()}
    after = apply(room(), Batch((idle, Put("stage", "n", {}))))
    assert inverse(room(), Batch((idle, Put("stage", "n", {})))) == Remove(
        "stage", "n", seen=nothing, stood=after.items["stage", "n"].position
    )


def test_the_difference_of_two_workshops_writes_no_more_than_what_differs() -> None:
    """One cell, one new row, one row gone; rows that agree are left alone."""
    company = Company(id="company", name="Acme")
    old = room(PICK, USE, company, Touchpoint(id="p", stage="s"))
    new = room(PICK.with_values({"emotion": None}), USE, Stage(id="u", name="Leave"), company)
    assert difference(old, new, "Workbook") == Batch(
        (
            Put("stage", "s", {"emotion": None}),
            Put("stage", "u", {"name": "Leave"}, position=3.0, fresh=True),
            Remove("touchpoint", "p"),
        ),
        "Workbook",
    )
    assert difference(old, old) == Batch(())


def test_an_answer_without_a_name_stands_by_its_id_whatever_a_command_says() -> None:
    """A place that was asked for would tell that it came in later than the others."""
    old = room(Slip(id="b", absent=1), Slip(id="c", absent=2))
    new = apply(old, Put("slip", "a", {"absent": 3}, position=9.0))
    assert [slip.id for slip in new.all(Slip)] == ["a", "b", "c"]
    assert apply(old, difference(old, new)).same_as(new)
