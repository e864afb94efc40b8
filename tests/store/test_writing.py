"""What is written is there: for this process, for others, after a restart, and in its place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from cxworkshop.domain.commands import Batch, Put, Remove
from cxworkshop.domain.errors import BadValue, Conflict, NotFound
from cxworkshop.domain.records import Company, Slip, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.store import Store, open_store
from tests.strategies import workshops


def test_a_new_workshop_is_empty_and_has_a_code_that_can_be_read_aloud(store: Store) -> None:
    """Eight letters in two groups, none of which look alike or make words; the workshop has its title."""
    code = store.create("  Spring\noffsite ", by="Ann")
    left, right = code.split("-")
    assert len(left) == len(right) == 4
    assert not set("01OILAEU") & set(code)
    found = store.load(code)
    assert (found.title, found.sample, found.revision, found.items) == ("Spring offsite", False, 0, {})


def test_a_code_may_be_typed_in_small_letters(store: Store, code: str) -> None:
    """Reading, writing, undoing and putting away do not mind case or spaces around the code."""
    typed = f" {code.lower()} "
    store.commit(typed, Put("stage", "s", {"name": "S"}), "Ann")
    store.commit(typed, Put("slip", "x", {"absent": 1}), "Ann")
    assert store.load(typed) is store.load(code)
    assert store.can_undo(typed, "Ann") == store.can_undo(code, "Ann") == "Inhibitor slips (new)"
    store.undo(typed, "Ann")
    assert len(store.changes(typed)) == 4
    store.rename(typed, "Autumn")
    store.remove(typed)
    store.restore(typed)
    assert store.load(code).title == "Autumn"


@pytest.mark.parametrize("title", ["", "  \n", "x" * 301, "a\x00b"])
def test_a_title_that_cannot_be_kept_is_refused(store: Store, title: str) -> None:
    """Blank, over 300 characters, or with a character that no workbook holds; nothing is created."""
    with pytest.raises(BadValue, match="title"):
        store.create(title, by="Ann")
    assert store.list() == ()


def test_an_unknown_code_is_named(store: Store) -> None:
    """Loading and writing say which code there is no workshop for."""
    with pytest.raises(NotFound, match="ZZZZ-ZZZZ"):
        store.load("ZZZZ-ZZZZ")
    with pytest.raises(NotFound, match="ZZZZ-ZZZZ"):
        store.commit("ZZZZ-ZZZZ", Put("stage", "s", {}), "Ann")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(workshop=workshops())
def test_any_workshop_is_kept_exactly_as_it_is(store: Store, url: str, workshop: Workshop) -> None:
    """Every record of every class, hostile text included, comes back equal and in order in another process's store."""
    rows = [item.record for item in workshop.items.values()]
    code = store.create(workshop.title, by="Ann", sample=workshop.sample, records=rows)
    other = open_store(url)
    found = other.load(code)
    other.close()
    assert found.same_as(workshop)
    assert workshop.sample == found.sample


def test_a_change_is_there_after_the_store_was_closed(store: Store, code: str, url: str) -> None:
    """What commit returned is what another store finds in the file."""
    after = store.commit(code, Put("stage", "s", {"name": "I look around", "emotion": -1}), "Ann")
    store.close()
    again = open_store(url)
    assert after == again.load(code)
    assert again.load(code).revision == 1
    again.close()


def test_load_sees_what_another_process_wrote(store: Store, code: str, url: str) -> None:
    """New, changed and removed rows of a second store reach the first one's next load."""
    store.commit(code, Batch((Put("stage", "a", {"name": "A"}), Put("stage", "b", {"name": "B"}))), "Ann")
    other = open_store(url)
    other.commit(code, Remove("stage", "a"), "Bo")
    other.commit(code, Put("stage", "b", {"emotion": 2}), "Bo")
    other.commit(code, Put("company", "company", {"name": "Acme"}), "Bo")
    other.rename(code, "Autumn offsite")
    seen = store.load(code)
    assert other.load(code) == seen
    assert [(row.id, row.name, row.emotion) for row in seen.all(Stage)] == [("b", "B", 2)]
    assert seen.one(Company).name == "Acme"
    assert seen.title == "Autumn offsite"
    other.close()


def test_loading_what_nobody_changed_gives_the_very_same_snapshot(store: Store, code: str) -> None:
    """No row is read again while the revision stands."""
    assert store.load(code) is store.load(code)


def test_a_snapshot_does_not_change_under_its_reader(store: Store, code: str) -> None:
    """A workshop that was loaded earlier stays as it was."""
    before = store.load(code)
    store.commit(code, Put("stage", "s", {"name": "S"}), "Ann")
    assert before.all(Stage) == ()


def test_a_refused_command_changes_nothing(store: Store, code: str) -> None:
    """If one command of a batch is refused, none of it is kept, and no revision is made."""
    store.commit(code, Put("stage", "s", {"name": "S"}), "Ann")
    before = store.load(code)
    for refused in (Put("stage", "s", {"emotion": 9}), Put("nonsense", "s", {}), Remove("stage", "gone")):
        with pytest.raises((BadValue, NotFound)):
            store.commit(code, Batch((Put("stage", "t", {"name": "T"}), refused)), "Ann")
    assert store.load(code) is before


def test_a_change_of_words_that_someone_else_changed_is_refused_with_both_texts(
    store: Store, code: str
) -> None:
    """`seen` that is no longer true raises Conflict with mine and theirs."""
    store.commit(code, Put("decision", "room.company", {"decided": "We start"}), "Ann")
    store.commit(code, Put("decision", "room.company", {"decided": "We wait"}, {"decided": "We start"}), "Bo")
    with pytest.raises(Conflict) as clash:
        store.commit(
            code, Put("decision", "room.company", {"decided": "We stop"}, {"decided": "We start"}), "Ann"
        )
    assert (clash.value.mine, clash.value.theirs) == ("We start", "We wait")


def test_a_command_that_changes_nothing_makes_no_revision(store: Store, code: str) -> None:
    """Writing what is there already leaves no line in the log and nothing to undo."""
    store.commit(code, Put("stage", "s", {"name": "S"}), "Ann")
    before = store.load(code)
    assert store.commit(code, Put("stage", "s", {"name": "S"}), "Bo") is before
    assert store.commit(code, Batch(()), "Bo") is before
    assert store.can_undo(code, "Bo") is None


def test_the_log_says_in_words_who_changed_what(store: Store, code: str) -> None:
    """Newest first: table, row and field by their titles, never by their ids."""
    store.commit(code, Put("stage", "s", {"name": "Pick"}), "Ann")
    store.commit(code, Put("stage", "s", {"emotion": 1, "goal": "Choose well"}), "Bo")
    store.commit(code, Put("company", "company", {"name": "Acme"}), "Ann")
    store.commit(
        code, Batch((Put("touchpoint", "t", {"stage": "s"}), Put("stage", "u", {"name": "Use"}))), "Bo"
    )
    store.commit(code, Remove("stage", "s"), "Ann")
    assert [(change.revision, change.by, change.words) for change in store.changes(code)] == [
        (5, "Ann", "Stages: Pick (removed)"),
        (4, "Bo", "2 new in 2 tables"),
        (3, "Ann", "The room (new)"),
        (2, "Bo", "Stages: Pick (I want to ..., Emotion)"),
        (1, "Ann", "Stages: Pick (new)"),
        (0, "Ann", "Begun"),
    ]
    assert [change.revision for change in store.changes(code, since=2, limit=2)] == [5, 4]
    assert {"2026-03-01T09:30:00.000+00:00"} == {change.at for change in store.changes(code)}


def test_the_log_gives_nobody_away_in_an_anonymous_table(store: Store, code: str, url: str) -> None:
    """A slip's line has no author, no hour and no answer, and nothing in the database names who wrote it."""
    store.commit(code, Put("slip", "x1", {"absent": 5, "growth_path": "random"}), "Ann")
    newest = store.changes(code)[0]
    assert (newest.by, newest.at, newest.words) == ("", "2026-03-01", "Inhibitor slips (new)")
    stranger = open_store(url)
    assert stranger.can_undo(code, "Ann") is None
    stranger.close()


def test_anonymous_rows_stand_in_the_order_of_their_ids(store: Store, code: str) -> None:
    """The order of arrival, which a room could remember, is not kept."""
    for id in ("m", "a", "z", "b"):
        store.commit(code, Put("slip", id, {"absent": 1}), "Ann")
    assert [row.id for row in store.load(code).all(Slip)] == ["a", "b", "m", "z"]


def test_a_changed_workbook_comes_in_as_one_change(store: Store, code: str) -> None:
    """Replacing makes the stored workshop equal to the other one; one undo gives the old one back."""
    for id in "abcd":
        store.commit(code, Put("stage", id, {"name": id.upper(), "emotion": 1}), "Ann")
    store.commit(code, Put("slip", "x", {"absent": 2}), "Ann")
    old = store.load(code)
    wanted = store.create("Other", by="Ann", records=_rearranged(old))
    after = store.replace(code, store.load(wanted), "Bo")
    assert after.same_as(store.load(wanted))
    assert old.revision + 1 == after.revision
    assert store.can_undo(code, "Bo") == "Workbook: 3 new, 3 changed, 2 removed in 3 tables"
    assert store.undo(code, "Bo").same_as(old)
    assert store.redo(code, "Bo").same_as(after)


def _rearranged(old: Workshop) -> list[Stage | Touchpoint | Slip]:
    a, b, _, d = old.all(Stage)
    return [
        d,
        Stage(id="new", name="New"),
        b.with_values({"emotion": None}),
        a,
        Touchpoint(id="t", stage="new"),
        Slip(id="y", absent=4),
    ]
