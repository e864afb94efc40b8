"""The app as a person meets it: started as the README says, seen through a real browser."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser these tests skip and say so, except in CI, where that is a failure."""
    for item in items:
        if "browser" in Path(str(item.fspath)).parts:
            item.add_marker(pytest.mark.browser)
            if CHROMIUM is None and not os.environ.get("CI"):
                item.add_marker(
                    pytest.mark.skip(reason="no Chromium on this machine: install it to run browser tests")
                )


@dataclass
class Server:
    """A running app on a database of its own."""

    url: str
    database: str
    process: subprocess.Popen[bytes]
    log: Path


def start(folder: Path, port: int | None = None, script: str = "app.py") -> Server:
    """Begin to start the app (or another script) as the README does, on a free port, without waiting for it."""
    if port is None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
    database = f"sqlite:///{folder / 'workshops.db'}"
    log = folder / "server.log"
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)],
        cwd=ROOT,
        env={**os.environ, "CXWORKSHOP_DATABASE_URL": database, "PYTHONPATH": str(ROOT)},
        stdout=log.open("ab"),
        stderr=subprocess.STDOUT,
    )
    return Server(f"http://localhost:{port}", database, process, log)


def ready(server: Server) -> Server:
    """The same server once it answers."""
    for _ in range(START_SECONDS * 10):
        try:
            urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=1)
            return server
        except OSError:
            time.sleep(0.1)
    server.process.kill()
    raise AssertionError(f"the app did not start: {server.log.read_text()}")


def serve(folder: Path, port: int | None = None, script: str = "app.py") -> Server:
    """Start the app, or another script, and wait until it answers."""
    return ready(start(folder, port, script))


@pytest.fixture(scope="session")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Server]]:
    """Hands out the app, each time a fresh one that started while the test before it ran: starting takes seconds."""

    def another() -> Server:
        return start(tmp_path_factory.mktemp("server"))

    waiting = [another()]

    def take() -> Server:
        taken = ready(waiting.pop())
        waiting.append(another())
        return taken

    yield take
    waiting[0].process.kill()
    waiting[0].process.wait()


@pytest.fixture
def server(spare: Callable[[], Server]) -> Iterator[Server]:
    """The app, for one test."""
    running = spare()
    yield running
    running.process.kill()
    running.process.wait()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The system's Chromium, headless."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "CI needs Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium: object) -> Iterator[Callable[..., object]]:
    """Opens pages in windows of their own; whatever they asked of the network is kept in `page.asked`."""
    contexts: list[object] = []

    def open_it(url: str, *, width: int = 1280, height: int = 720, dark: bool = False) -> object:
        context = chromium.new_context(  # type: ignore[attr-defined]
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(url)
        return page

    yield open_it
    for context in contexts:
        context.close()  # type: ignore[attr-defined]
