"""A real file of comments, brought in by a person with a mouse: few clicks, nothing lost, nothing in it becomes markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxworkshop.domain.records import Category, CommentFile, Evidence, SortRule, Source, Stage
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.hands import settle
from tests.browser.test_editor import fine

COMPLAINTS = Path(__file__).resolve().parents[3] / "shared/data/feedback_cfpb_complaints.csv.gz"
MOST_CLICKS = 3
ODD = b'Day,Via,Comment\n2025-03-01,Web,"**Bold** <img src=x onerror=alert(1)> and [a link](https://evil.example)"\n'


@pytest.mark.skipif(not COMPLAINTS.exists(), reason="the shared data folder is not here")
def test_the_published_complaints_are_brought_in_with_two_clicks_and_read(
    server: Server, open_browser: Callable[..., Any], tmp_path: Path
) -> None:
    """2,067 complaints come in as guessed, with the published counts on screen; one rule, one mark, and one Undo each."""
    store = open_store(server.database)
    stages = (
        Stage(id="s", name="I find out what they say of me", order=1),
        Category(id="c", name="Not mine"),
    )
    code = store.create("Complaints", by="somebody", records=stages)
    page = open_browser(f"{server.url}/listening?w={code}&step=listening.evidence")
    clicks = 0

    def click(place: Any) -> None:
        nonlocal clicks
        place.first.click(delay=60)
        settle(page)
        clicks += 1

    page.get_by_text("Bring a file of comments").wait_for(timeout=30_000)
    settle(page)
    click(page.get_by_text("Bring a file of comments"))
    page.locator('input[type="file"]').first.set_input_files(COMPLAINTS)
    clicks += 1
    bring = page.get_by_role("button", name="Bring them in")
    bring.wait_for(timeout=30_000)
    settle(page)
    click(bring)
    page.get_by_text("Web 2,000, Phone 41, Referral 17 and Postal mail 9.").wait_for(timeout=30_000)
    assert clicks <= MOST_CLICKS
    page.get_by_text("2,067 match no stage yet and 2,067 match no category yet.").wait_for()
    workshop = store.load(code)
    assert {"Web": 2_000, "Phone": 41, "Referral": 17, "Postal mail": 9} == {
        workshop.name_of("source", row.source): row.count for row in workshop.all(Evidence)
    }

    # A value that matches nothing yet is brought to a stage where it stands.
    pills = page.locator('[data-testid="stButtonGroup"] button')
    click(pills.filter(has_text="Incorrect information on your report (714)"))
    page.get_by_label("Belong to").click(delay=60)
    page.get_by_role("option", name="I find out what they say of me").click(delay=60)
    page.get_by_text("1,353 match no stage yet").wait_for(timeout=30_000)
    settle(page)
    [file] = store.load(code).all(CommentFile)
    assert 2_067 - 714 == file.no_stage

    # Read by stage: only those, and one of them is marked.
    click(page.get_by_text("Read by stage"))
    page.get_by_text("All 2,067 comments.").wait_for(timeout=30_000)
    page.get_by_label("Stage", exact=True).click(delay=60)
    page.get_by_role("option", name="I find out what they say of me").click(delay=60)
    page.get_by_text("714 comments at “I find out what they say of me”.").wait_for(timeout=30_000)
    settle(page)
    words = page.get_by_label("Words that were said", exact=True)
    words.fill("identity theft | not mine")
    words.press("Enter")
    settle(page, 600)
    click(page.get_by_role("button", name="Mark to read aloud"))
    page.get_by_role("button", name="Marked to read aloud").first.wait_for(timeout=30_000)
    workshop = store.load(code)
    [aloud] = [row for row in workshop.all(Evidence) if row.aloud]
    assert "s" == aloud.stage
    assert 2_067 == sum(row.count or 0 for row in workshop.all(Evidence))

    # Undo by undo everything is as it was.
    for _ in range(3):
        page.get_by_role("button", name="Undo").first.click(delay=60)
        settle(page, 600)
    workshop = store.load(code)
    assert [(), (), (), ()] == [workshop.all(cls) for cls in (Evidence, CommentFile, SortRule, Source)]
    fine(page)

    # What somebody wrote is shown as written, and fetched from nowhere.
    odd = tmp_path / "odd.csv"
    odd.write_bytes(ODD)
    page.get_by_text("Bring a file of comments").first.click(delay=60)
    settle(page)
    page.locator('input[type="file"]').first.set_input_files(odd)
    bring.wait_for(timeout=30_000)
    settle(page)
    bring.first.click(delay=60)
    page.get_by_text("By source, as a table").first.wait_for(timeout=30_000)
    page.get_by_text("Read by stage").first.click(delay=60)
    settle(page)
    page.get_by_label("Stage", exact=True).click(delay=60)
    page.get_by_role("option", name="Any stage").click(delay=60)
    settle(page)
    page.get_by_label("Words that were said", exact=True).fill("")
    page.get_by_label("Words that were said", exact=True).press("Enter")
    page.get_by_text(
        "**Bold** <img src=x onerror=alert(1)> and [a link](https://evil.example)"
    ).first.wait_for(timeout=30_000)
    assert not [one for one in page.asked if "evil" in one]
    fine(page)
