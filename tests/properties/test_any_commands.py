"""What holds for every workshop and every command, whatever people type."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from cxworkshop.domain.commands import apply, inverse, touched
from cxworkshop.domain.difference import difference
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import RECORDS
from cxworkshop.domain.wire import (
    command_in,
    command_out,
    record_in,
    record_out,
    workshop_in,
    workshop_out,
)
from cxworkshop.domain.workshop import Workshop
from tests.strategies import commands, records, workshops

SOME = settings(max_examples=60, deadline=None)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(RECORDS).flatmap(records))
def test_any_record_survives_json(record: Record) -> None:
    """Out to JSON and in again it is equal."""
    body = json.loads(json.dumps(record_out(record)))
    assert record_in(record.kind, record.id, body) == record


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(RECORDS).flatmap(records))
def test_what_is_stored_means_itself(record: Record) -> None:
    """Writing a record's own values into it again changes nothing: parsing what was parsed gives the same."""
    assert record.with_values(dict(record.filled)) == record


@SOME
@given(workshops())
def test_any_workshop_survives_json(workshop: Workshop) -> None:
    """All records in their order, title and mark."""
    again = workshop_in(json.loads(json.dumps(workshop_out(workshop))))
    assert again.same_as(workshop)
    assert (again.title, again.sample) == (workshop.title, workshop.sample)


@SOME
@given(st.data(), workshops(most=2))
def test_any_command_is_undone_exactly_by_its_inverse(data: st.DataObject, before: Workshop) -> None:
    """Every cell, row and place is as before; only the rows that the command names were changed at all."""
    command = data.draw(commands(before))
    after = apply(before, command)
    changed = {key for key in {*before.items, *after.items} if before.items.get(key) != after.items.get(key)}
    assert changed <= set(touched(command))
    assert apply(after, inverse(before, command)).items == before.items


@SOME
@given(st.data(), workshops(most=2))
def test_any_command_and_its_inverse_survive_json(data: st.DataObject, before: Workshop) -> None:
    """Read from the log they do the same."""
    command = data.draw(commands(before))
    logged = json.loads(json.dumps([command_out(command), command_out(inverse(before, command))]))
    do, undo = map(command_in, logged)
    after = apply(before, command)
    assert apply(before, do).items == after.items
    assert apply(after, undo).items == before.items


@SOME
@given(workshops(most=3), workshops(most=3))
def test_the_difference_turns_any_workshop_into_any_other(old: Workshop, new: Workshop) -> None:
    """Afterwards both hold the same records in the same order, and there is no difference left."""
    command = difference(old, new)
    after = apply(old, command)
    assert after.same_as(new)
    assert difference(after, new).commands == ()
    assert apply(after, inverse(old, command)).items == old.items


@SOME
@given(st.data(), workshops(most=3))
def test_the_difference_follows_rows_that_were_added_removed_and_moved(
    data: st.DataObject, old: Workshop
) -> None:
    """Two workshops that share most of their rows, as a workbook and what it was made from do."""
    new = old
    for _ in range(data.draw(st.integers(1, 4))):
        new = apply(new, data.draw(commands(new)))
    assert apply(old, difference(old, new)).same_as(new)
