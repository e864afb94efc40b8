"""What comes out of the printer: the one page alone, on one sheet of either paper, from the app and from its file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cxworkshop.analysis.priorities import chosen
from cxworkshop.drawing.one_page import one_page_html
from cxworkshop.programme import PARTS
from cxworkshop.programme.one_page import one_page
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.hands import press
from tests.browser.swift import idle
from tests.huge import huge

AROUND = (
    "Undo",
    "Save as Excel",
    "Projector view",
    "Parking lot",
    "Decision log",
    "Ask aloud",
    "The page as HTML",
    "Ctrl+P",
    "What is still missing",
    "The workbook",
    "Take in changes",
    "We decide",
    "about 10 minutes",
)
"""Words of navigation, buttons, hints and of the rest of the step."""
BRIGHT = """() => [document.body, document.querySelector('[data-testid="stApp"]'),
  ...[...document.querySelectorAll('iframe')].map(frame => frame.contentDocument.body)
].filter(Boolean).map(one => getComputedStyle(one).backgroundColor)"""
CUT_OFF = """() => { const main = document.querySelector('main');
  const end = main.getBoundingClientRect().bottom;
  return [...main.children].filter(one => one.getBoundingClientRect().bottom > end + 1).length
    + [...main.querySelectorAll('.one')].filter(one => one.scrollWidth > one.clientWidth + 1).length
    + [...main.children].slice(1).filter((one, at) =>
        one.getBoundingClientRect().top < main.children[at].getBoundingClientRect().bottom - 1).length; }"""
"""How many parts of the page stand below the sheet, are wider than their place, or lie on the part above them."""
WHITE = "rgb(255, 255, 255)"
TURNED = "getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).filter"


def sheets(page: Any, paper: str) -> int:
    """How many sheets the page takes when it is printed."""
    page.emulate_media(media="null")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, prefer_css_page_size=False)))


def on_paper(page: Any) -> str:
    """The words that are printed, those in the frame among them."""
    page.emulate_media(media="print")
    shown = [frame.evaluate("document.body.innerText") for frame in page.frames]
    return re.sub(r"\s+", " ", " ".join(shown))


def test_the_one_page_is_printed_alone_on_one_sheet(
    server: Server, open_browser: Callable[..., Any], tmp_path: Path
) -> None:
    """From the dark screen and from the downloaded file, A4 and Letter, in light colours and nothing around it.

    A workshop that wrote far too much of everything still takes one sheet, and nothing on it lies on something else.
    """
    page = open_browser(server.url, dark=True)
    press(page, "Open the sample")
    page.get_by_role("heading", name=PARTS[2].question).wait_for(timeout=30_000)
    page.emulate_media(media="print")
    assert "invert" in page.evaluate(TURNED), "light words on dark paper"
    page.emulate_media(media="null")
    page.get_by_role("link", name="Results", exact=True).click(delay=60)
    page.frame_locator(".st-key-one-page iframe").get_by_text("came", exact=False).first.wait_for(
        timeout=30_000
    )
    idle(page)
    with page.expect_download() as waited:
        page.get_by_role("button", name="The page as HTML").click(delay=60)
    file = tmp_path / waited.value.suggested_filename
    waited.value.save_as(file)
    idle(page)
    workshop = open_store(server.database).load(page.url.split("w=")[1].split("&")[0])
    wanted = ["2,480", "9,421 came", "11,901 left", "21,599", *(one.name for one in chosen(workshop))]
    assert [1, 1] == [sheets(page, paper) for paper in ("A4", "Letter")]
    printed = on_paper(page)
    assert [] == [words for words in wanted if words not in printed]
    assert [] == [words for words in AROUND if words in printed]
    assert {WHITE} == set(page.evaluate(BRIGHT))
    assert "none" == page.evaluate(TURNED), "the page in its frame is light on paper by itself"

    page.asked.clear()
    page.goto(file.as_uri())
    assert [1, 1] == [sheets(page, paper) for paper in ("A4", "Letter")]
    printed = on_paper(page)
    assert [] == [words for words in wanted if words not in printed]
    assert {WHITE} == set(page.evaluate(BRIGHT))
    assert [] == [url for url in page.asked if not url.startswith(("file:", "data:"))]

    for broken in (True, False):
        file.write_text(one_page_html(one_page(huge(broken=broken))), encoding="utf-8")
        page.goto(file.as_uri())
        assert [1, 1] == [sheets(page, paper) for paper in ("A4", "Letter")]
        assert "more in the workbook" in on_paper(page)
        assert 0 == page.evaluate(CUT_OFF)
