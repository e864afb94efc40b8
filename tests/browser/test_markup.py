"""A name full of markup on the map: drawn, hovered, clicked and double-clicked, it stays a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.conftest import serve

HOSTILE = "<img src=x onerror=\"parent.document.title='taken'\"> a.b[c]: 'd' \\ **e**"

SCRIPT = """
import streamlit as st
from cxworkshop.domain.records import Stage, Touchpoint
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.palette import LIGHT
from cxworkshop.ui.stage_map import stage_map

more = [Touchpoint(id="t2", stage="g", name="New")] if st.toggle("more") else []
bad = {bad!r}
found = assemble([Stage(id="g", name=bad), Touchpoint(id="t", stage="g", name=bad, priority=True), *more])
st.text(f"opened {{stage_map(found, LIGHT, key='map')}}")
"""


def test_markup_on_the_map_is_shown_and_not_run(tmp_path: Path, open_browser: Callable[..., Any]) -> None:
    """It runs nothing and opens nothing, it is selected like any other, and more moments do not reload the map."""
    (tmp_path / "page.py").write_text(SCRIPT.format(bad=HOSTILE), encoding="utf-8")
    server = serve(tmp_path, script=str(tmp_path / "page.py"))
    try:
        page = open_browser(server.url)
        popups: list[object] = []
        page.on("popup", lambda one: popups.append(one))
        frame_of_map = page.locator("iframe")
        frame_of_map.wait_for(timeout=30_000)
        page.wait_for_timeout(2_000)
        inside = frame_of_map.element_handle().content_frame()
        inside.evaluate("window.kept = true")
        box = frame_of_map.bounding_box()
        middle = box["x"] + 0.125 * box["width"]
        stage, moment = box["y"] + 0.103 * box["height"], box["y"] + 0.277 * box["height"]
        page.mouse.dblclick(middle, stage)
        page.get_by_text("opened stage:g").wait_for()
        page.mouse.move(middle, moment)
        page.mouse.click(middle, moment)
        page.get_by_text("opened moment:t").wait_for()
        page.get_by_text("more", exact=True).click()
        page.wait_for_timeout(1_500)
        assert inside.evaluate("window.kept") is True
        assert page.get_by_text("opened moment:t").count() == 1
        assert page.title() != "taken"
        assert inside.evaluate("document.querySelectorAll('img').length") == 0
        assert popups == []
    finally:
        server.process.kill()
        server.process.wait()
