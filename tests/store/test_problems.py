"""A database that cannot be used says which it is, what is wrong and what to do, and loses nothing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.store import Store, StoreProblem, data_folder, open_store


def test_workshops_lie_where_the_environment_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CXWORKSHOP_DATABASE_URL names the file; its folders are made, and others' files go beside it."""
    folder = tmp_path / "deep" / "down"
    monkeypatch.setenv("CXWORKSHOP_DATABASE_URL", f"sqlite:///{folder / 'x.db'}")
    store = open_store()
    store.create("Spring", by="Ann")
    assert (folder / "x.db").exists()
    assert store.data_folder() == folder == data_folder()
    store.close()


def test_workshops_lie_in_the_users_data_folder_by_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a word from the environment the file is workshops.db in the folder that the system gives to the app."""
    monkeypatch.delenv("CXWORKSHOP_DATABASE_URL", raising=False)
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data" / "cxworkshop"))
    store = open_store()
    assert (tmp_path / "data" / "cxworkshop" / "workshops.db").exists()
    assert store.data_folder() == tmp_path / "data" / "cxworkshop"
    store.close()


def test_a_store_in_memory_is_one_for_all_threads_and_keeps_files_in_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has no folder of its own."""
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "data"))
    store = open_store("sqlite://")
    assert store.data_folder() == tmp_path / "data"
    assert (tmp_path / "data").is_dir()
    store.close()


def test_what_is_no_address_of_a_database_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """So is a kind of database for which nothing is installed."""
    for wrong in ("workshops.db", "nonsense://somewhere/x"):
        monkeypatch.setenv("CXWORKSHOP_DATABASE_URL", wrong)
        with pytest.raises(StoreProblem, match="CXWORKSHOP_DATABASE_URL"):
            open_store()


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that cannot be used is named without its password."""
    with pytest.raises(StoreProblem) as problem:
        open_store("nonsense://ann:secret@server/workshops")
    assert "secret" not in str(problem.value)
    assert "server" in str(problem.value)


@pytest.mark.parametrize("content", [b"This is a letter, not a database. " * 40, os.urandom(8192)])
def test_a_file_that_is_no_database_is_named_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """It is not overwritten; the message says to move it away."""
    file = tmp_path / "workshops.db"
    file.write_bytes(content)
    with pytest.raises(StoreProblem, match=rf"{file}.*not a database of workshops.*move it away"):
        open_store(f"sqlite:///{file}")
    assert file.read_bytes() == content


def test_a_damaged_database_is_named(store: Store, code: str, tmp_path: Path) -> None:
    """Pages overwritten with rubbish raise a StoreProblem that points to a backup or the last workbook."""
    for row in range(300):
        store.commit(code, Put("stage", f"s{row}", {"goal": "x" * 300}), "Ann")
    store.close()
    file = tmp_path / "workshops.db"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(StoreProblem, match=rf"{file}.*damaged.*backup"):
        open_store(f"sqlite:///{file}").load(code)


def test_a_database_that_another_programme_holds_is_named_after_waiting(
    store: Store, code: str, url: str, tmp_path: Path
) -> None:
    """The writer waits, then says that nothing was changed; reading goes on meanwhile; afterwards writing works."""
    hasty = open_store(f"{url}?timeout=0.1")
    holder = sqlite3.connect(tmp_path / "workshops.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreProblem, match=r"another programme is holding it.*Nothing was changed"):
        hasty.commit(code, Put("stage", "s", {"name": "S"}), "Ann")
    assert hasty.load(code).revision == 0
    holder.execute("ROLLBACK")
    holder.close()
    assert hasty.commit(code, Put("stage", "s", {"name": "S"}), "Ann").revision == 1
    hasty.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """Here a file stands where a folder should be."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreProblem, match=rf"{tmp_path / 'file' / 'sub'}.*CXWORKSHOP_DATABASE_URL"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'sub' / 'workshops.db'}")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    """Here a folder stands where the file should be."""
    with pytest.raises(StoreProblem, match=rf"{tmp_path}.*cannot be opened"):
        open_store(f"sqlite:///{tmp_path}")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever is root may write anywhere"
)
def test_a_file_that_may_only_be_read_is_named(store: Store, code: str, url: str, tmp_path: Path) -> None:
    """The message says that file and folder must be writable."""
    store.close()
    (tmp_path / "workshops.db").chmod(0o444)
    with pytest.raises(StoreProblem, match=r"only be read|cannot be opened"):
        open_store(url).commit(code, Put("stage", "s", {}), "Ann")


def test_a_full_disk_is_said_and_the_workshop_is_as_before(store: Store, code: str) -> None:
    """A commit that finds no room raises StoreProblem; what was acknowledged before stays, and the next one works."""
    store.commit(code, Put("stage", "s", {"name": "S"}), "Ann")
    with store._database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    before = store.load(code)
    much = Batch(tuple(Put("stage", f"t{row}", {"goal": "x" * 4000}) for row in range(50)))
    with pytest.raises(StoreProblem, match="disk is full"):
        store.commit(code, much, "Ann")
    assert store.load(code) == before
    with store._database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert store.commit(code, much, "Ann").revision == before.revision + 1


def test_a_bug_is_not_dressed_up_as_a_problem_with_the_file(store: Store, code: str) -> None:
    """A broken constraint shows as what it is."""
    with pytest.raises(IntegrityError), store._database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO workshops (code) VALUES (NULL)")


def test_every_problem_of_the_store_is_a_workshop_error() -> None:
    """Screen and command line show it in words without knowing the store's own kinds."""
    assert issubclass(StoreProblem, WorkshopError)
