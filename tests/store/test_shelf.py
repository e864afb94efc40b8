"""The shelf: the list, titles, removal and its thirty days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.errors import BadValue, NotFound
from cxworkshop.domain.records import Company, Stage
from cxworkshop.store import Store, Summary, open_store
from tests.store.conftest import Clock


def test_the_list_shows_each_workshop_with_its_company_the_last_changed_first(
    store: Store, clock: Clock
) -> None:
    """Title, company, sample, time of the last change and revision are what the start page shows."""
    first = store.create("First", by="Ann")
    clock.time += timedelta(hours=1)
    second = store.create("Second", by="Ann", sample=True, records=[Company(id="company", name="Acme")])
    clock.time += timedelta(hours=1)
    store.commit(first, Put("stage", "s", {"name": "S"}), "Ann")
    assert (
        Summary(first, "First", "", False, "2026-03-01T11:30:00.000+00:00", 1),
        Summary(second, "Second", "Acme", True, "2026-03-01T10:30:00.000+00:00", 0),
    ) == store.list()


def test_the_list_counts_the_reviews_of_each_workshop(store: Store, code: str) -> None:
    """Those that stand; one that was removed counts no more, and other workshops have their own."""
    for id in ("r1", "r2", "r3"):
        store.commit(code, Put("review", id, {"occasion": "30 days"}), "Ann")
    store.commit(code, Remove("review", "r1"), "Ann")
    other = store.create("Other", by="Ann")
    assert {code: 2, other: 0} == {one.code: one.reviews for one in store.list()}


def test_a_workshop_can_be_renamed(store: Store, code: str) -> None:
    """Its new title is in the list and in the workshop; an unusable one is refused."""
    store.rename(code, "Autumn offsite")
    assert "Autumn offsite" == store.load(code).title == store.list()[0].title
    with pytest.raises(BadValue, match="title"):
        store.rename(code, " ")
    with pytest.raises(NotFound, match="ZZZZ"):
        store.rename("ZZZZ-ZZZZ", "X")


def test_a_removed_workshop_is_off_the_shelf_but_says_how_to_get_it_back(store: Store, code: str) -> None:
    """It is listed among the removed; loading, writing and removing it again name it."""
    store.remove(code)
    assert store.list() == ()
    assert [(code, "Spring offsite", "2026-03-01T09:30:00.000+00:00")] == [
        (one.code, one.title, one.removed_at) for one in store.removed()
    ]
    with pytest.raises(NotFound, match=r"Spring offsite.*2026-03-01.*restore"):
        store.load(code)
    with pytest.raises(NotFound, match="restore"):
        store.commit(code, Put("stage", "s", {}), "Ann")
    with pytest.raises(NotFound, match=code):
        store.remove(code)


def test_a_removed_workshop_can_be_restored_for_thirty_days(
    store: Store, code: str, url: str, clock: Clock
) -> None:
    """On the thirtieth day it comes back whole, with what can be undone."""
    store.commit(code, Put("stage", "s", {"name": "Pick"}), "Ann")
    store.remove(code)
    clock.time += timedelta(days=30)
    again = open_store(url, now=clock)
    again.restore(code)
    assert [row.name for row in again.load(code).all(Stage)] == ["Pick"]
    assert again.undo(code, "Ann").items == {}
    assert again.removed() == ()
    with pytest.raises(NotFound, match=code):
        again.restore(code)
    again.close()


def test_a_removed_workshop_is_gone_for_good_after_thirty_days(
    store: Store, code: str, url: str, clock: Clock
) -> None:
    """The next start deletes it with all its rows and its log; another workshop is untouched."""
    kept = store.create("Kept", by="Ann", records=[Stage(id="s", name="S")])
    store.commit(code, Put("stage", "s", {"name": "Pick"}), "Ann")
    store.remove(code)
    clock.time += timedelta(days=30, seconds=1)
    again = open_store(url, now=clock)
    assert again.removed() == ()
    assert again.changes(code) == ()
    with pytest.raises(NotFound, match="no workshop"):
        again.load(code)
    assert len(again.load(kept).all(Stage)) == 1
    again.close()
