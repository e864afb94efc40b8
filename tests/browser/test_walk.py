"""A whole day, from a blank workshop to its workbook and back, typed as a facilitator would type it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from cxworkshop.domain.records import Candidate, Choosing, Leader, Reading
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS, STEPS
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.hands import choose, fill, paste_rows, press, settle
from tests.browser.tables import TICK, Table, enter_day, say

HEADLINE = "2025: 1,700 came, 2,100 left: 400 fewer passengers than we began with."
AGREED = "9,600"


def company(page: Any) -> None:
    fill(page, "We call our customers", "passengers")
    enter_day(page, "Counted from", date(2025, 1, 1))
    enter_day(page, "Counted to", date(2025, 12, 31))
    choose(page, "Currency", "EUR")
    choose(page, "Time we have", "one day")
    enter_day(page, "Held on", date(2026, 2, 3))
    fill(page, "Facilitator", "Ines Duarte")
    fill(page, "Why we are here", "We want to know who came, who left, and what it was like for them.")
    table = Table(page, "Segments")
    table.write(0, "Commuters", TICK, "They cross twice a day")
    table.write(1, "Day trippers", None, "They cross when the sun shines")


def leaders(page: Any) -> None:
    table = Table(page, "Leaders")
    for row, (name, function) in enumerate(
        (("Ana Ruiz", "CEO"), ("Tom Berg", "CFO"), ("Mia Sol", "CMO"), ("Raj Patel", "CTO"))
    ):
        table.write(row, name, function, TICK)


def inhibitors(page: Any) -> None:
    slips = ["4 2 3 5 4 3 2 reliable", "3 2 4 4 5 3 1 random", "5 1 4 3 4 2 2 reliable"]
    Table(page, "Inhibitor slips").paste(0, [slip.split() for slip in slips])
    page.get_by_text("When three slips are in").wait_for(state="hidden")
    Table(page, "Countermoves").write(
        0, "Scores stand in", "I open each board meeting with one crossing", "Ana", date(2026, 3, 2)
    )
    decide(page, "We open with passengers, then with scores.")


def legacy(page: Any) -> None:
    fill(page, "Our legacy of growth", "We grew because people were home in time.")
    fill(page, "The company we become", "The one that calls you before you have to wonder.")
    fill(page, "Whose life is better", "Mrs Okafor crosses to her daughter without asking for a lift.")
    choose(page, "What moves us most, honestly", "cost")
    fill(page, "How we know", "We cut the last boat on Sundays.")
    table = Table(page, "Legacy votes")
    table.write(0, None, "5", "Two crossings a month")
    table.paste(1, [["4", "My Friday afternoons"], ["3", "A campaign"], ["4", "A release"]], x=250)


def words(page: Any) -> None:
    table = Table(page, "Words")
    table.write(0, "load factor", "people on board")
    table.write(1, "complaint", "what went wrong for you")


def counts(page: Any) -> None:
    Table(page, "Counts by function").write(
        0, "Finance", "Paying card holders", "Ledger", "10000", "1500", "2100", "9400", "fact"
    )
    paste_rows(
        page,
        "Function\tWhat we count\tClosing\tHow sure\n"
        "Marketing\tNewsletter readers\t14,200\testimate\n"
        "IT\tAccounts\t11,050\tfact\n"
        "Sales\tSeason tickets sold\t8,900\tassumption",
    )


def definition(page: Any) -> None:
    fill(page, "A customer is ...", "A person who crossed with us at least once in the last 365 days.")
    choose(page, "We count", "person")
    fill(page, "What makes one", "A ticket that was scanned")
    say(page, "Setting", "purchases")
    fill(page, "Window (days)", "365")
    fill(page, "Smallest purchase that counts", "0")
    choose(page, "Value is", "revenue")
    fill(page, "Not counted", "Crew and their families")
    choose(page, "Data owner", "Tom Berg")
    fill(page, "The count we sign", "9,600")


def sign_off(page: Any) -> None:
    table = Table(page, "Sign-off")
    table.write(0, None, "agree")
    table.paste(
        1, [["agree", ""], ["can live with it", ""], ["object", "Season tickets are two people"]], x=250
    )
    assert AGREED == page.locator('[data-testid="stMetricValue"]').inner_text()


def bridge(page: Any) -> None:
    flows = ("10000", "1500", "200", "2100", None, None, "9600")
    values = ("5000000", "600000", "80000", "900000", "300000", "200000", None, None, "4880000", "fact")
    Table(page, "Bridge").write(
        0, date(2025, 1, 1), date(2025, 12, 31), None, *flows, None, None, None, None, *values
    )
    page.get_by_text(HEADLINE).wait_for()


def beside(page: Any) -> None:
    Table(page, "Beside the bridge").write(
        0, date(2025, 1, 1), date(2025, 12, 31), "4880000", "310000", "310000", "31"
    )


def why(page: Any) -> None:
    Table(page, "Reasons").write(
        0, "The boat left without me", "leave", "operational", "Early departures", "Nobody said a word", "800"
    )
    paste_rows(
        page,
        "Reason\tIt makes them\tCause\tCustomers\tValue\tHow sure\tIn our hands\tTop five\n"
        "My child got a seat\tstay\tbehavioural\t2,400\t960,000\testimate\tyes\t1\n"
        "I never got my refund\tleave\tcultural\t450\t190,000\tfact\tyes\t2\n"
        "Nobody knows\tleave\twe don't know\t300\t120,000\tassumption\tno\t3",
    )
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def stages(page: Any) -> None:
    table = Table(page, "Stages")
    for row, (name, leader, emotion) in enumerate(
        (
            ("I plan my trip", "Mia", "1"),
            ("I wait at the pier", "Tom", "-2"),
            ("I cross", "Ana", "2"),
            ("I want my money back", None, "-1"),
        )
    ):
        table.write(row, str(row + 1), name, leader, emotion)
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def touchpoints(page: Any) -> None:
    paste_rows(
        page,
        "Stage\tMoment\tWhat it is for\tDecides whether they\tPriority\tMoment of truth\n"
        "I plan my trip\tI look for a seat\tadd value\tbuy more\tno\tno\n"
        "I wait at the pier\tI hear that the boat is late\tat risk\tleave\tyes\tyes\n"
        "I wait at the pier\tI find the gate\trespond\tstay\tno\tno\n"
        "I cross\tMy hundredth crossing\tearn growth\trecommend\tyes\tno\n"
        "I want my money back\tI ask for a refund\tat risk\tleave\tyes\tyes",
    )
    on_the_map(page)


def stage_map(page: Any) -> None:
    on_the_map(page)
    page.get_by_text("The map as a table").click()
    page.locator("canvas td", has_text="I hear that the boat is late").wait_for(state="attached")


def on_the_map(page: Any) -> None:
    canvas = page.frame_locator('[data-testid="stCustomComponentV1"]').locator("canvas")
    canvas.wait_for(timeout=15_000)
    assert canvas.bounding_box()["width"] > 600


def sources(page: Any) -> None:
    Table(page, "Sources").write(0, "Deck crew notes", "front line", None, "Ana", "7", date(2026, 1, 30))
    paste_rows(
        page,
        "Source\tKind\tAsked for\tOwner\tEvery\n"
        "Refund letters\tvolunteered\tno\tTom Berg\t30\n"
        "Exit interviews\tlost customer\tyes\tMia Sol\t90",
    )


def categories(page: Any) -> None:
    table = Table(page, "Categories")
    table.write(0, "You left me standing", "Left early, full, or not at all")
    table.write(1, "You kept my money", "Refunds that never came")
    Table(page, "Code map").write(0, "Call centre", "C-17 MISC", "You kept")


def evidence(page: Any) -> None:
    Table(page, "Evidence").write(
        0, "I wait", "I hear", "Deck", "You left", "I watched it sail, with my bag on it.", "41", "-2"
    )
    paste_rows(
        page,
        "Stage\tSource\tCategory\tIn their words\tHow many said it\tFeeling\n"
        "I want my money back\tRefund letters\tYou kept my money\tFive forms and no answer\t63\t-2\n"
        "I cross\tExit interviews\t\tThe crew knew my name\t9\t2",
        nth=0,
    )


def story(page: Any) -> None:
    Table(page, "Stories").write(0, "I wait", "Mrs Okafor stood in the rain for an hour.", "Mia")
    page.get_by_text("Mrs Okafor stood in the rain").first.wait_for()


def measures(page: Any) -> None:
    Table(page, "Measures").write(0, "I hear", "Boats that left on time", "%", "higher", "95")


def signals(page: Any) -> None:
    months = (96.1, 95.8, 96.4, 95.2, 94.9, 95.5, 93.8, 92.7)
    block = "\n".join(f"2025-{month:02}-01\t{value}" for month, value in enumerate(months, 5))
    paste_rows(page, f"Date\tValue\n{block}")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()
    decide(page, "We call the pier as soon as a boat is five minutes late.")


def risk(page: Any) -> None:
    Table(page, "Value at risk").write(
        0, "I hear", "9600", "8", "25", "12", "8", "16", "508", "5", "estimate"
    )
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def reliable(page: Any) -> None:
    table = Table(page, "Reliability ratings")
    table.write(0, None, "4", "3", "4", "5")
    rows = [["2", "it depends", "1", "2"], ["5", "4", "5", "4"], ["it depends", "1", "2", "1"]]
    table.paste(1, rows, x=340)


def innovation(page: Any) -> None:
    Table(page, "Innovation").write(
        0, "A seat held for your hundredth crossing", "My hundredth", "define", "Mia"
    )


def choices(page: Any) -> None:
    Table(page, "Will and will not").write(
        0, "Wait for the last bus", "Sail early to save fuel", "Four hours a week", "customers"
    )
    settle(page)
    Table(page, "Choice votes").write(0, None, "5", "3", "4", "4")
    page.get_by_text("united").first.wait_for()


def permission(page: Any) -> None:
    Table(page, "Standards").write(
        0, "The pier knows before the boat leaves", "A phone", "Any deckhand", "Raj"
    )


def proof(page: Any) -> None:
    Table(page, "Proof").write(0, "proof by", "I cross every Monday at seven", "Ana", date(2026, 2, 9))


def rules(page: Any) -> None:
    Table(page, "Rules").write(0, "No refund without the paper ticket", "Everyone with a phone", "2600", "12")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def immersion(page: Any) -> None:
    Table(page, "Immersion").write(0, "Tom", "Ask for a refund without help", date(2026, 2, 20))


def candidates(page: Any) -> None:
    press(page, "Keep all")
    table = Table(page, "Candidates")
    for row, (value, sure, effort) in enumerate((("190000", "1", "6"), ("120000", "0.5", "4"))):
        table.write(row, None, None, None, None, None, value, sure, effort)


def dots(page: Any) -> None:
    table = Table(page, "Dots")
    table.paste(0, [["2", "1", "1"], ["1", "2", ""], ["", "", "2"]], x=340)


def verdicts(page: Any) -> None:
    table = Table(page, "Candidates")
    for row in range(5):
        table.write(row, None, "now", f"Reason number {row + 1}")
    page.get_by_text("5 chosen to start now.").wait_for()
    fill(page, "How ties at the cut were settled", "Aloud, by Ana.")


def own(page: Any) -> None:
    choose(page, "Accountable leader", "Tom Berg")
    choose(page, "Carries on if they leave", "Mia Sol")
    fill(page, "Team", "Lea (Finance), Jo (Service)")
    fill(page, "First action", "Pay every refund older than a month")
    enter_day(page, "First action by", date(2026, 2, 28))
    fill(page, "What improves in customers' lives", "Your money is back before you wonder.")
    fill(page, "Measured by", "Days until a refund")
    fill(page, "Today", "41")
    fill(page, "Target", "5")
    choose(page, "Customer number it moves", "lapsed")
    say(page, "Signed", "yes")


def keep(page: Any) -> None:
    fill(page, "Customer room, monthly", "The four of us, over the bridge of the month.")
    enter_day(page, "Next meeting opens with customer numbers on", date(2026, 3, 3))
    fill(page, "Customer leader", "Mia Sol")
    fill(page, "Mandate", "May hold a boat.")
    say(page, "Where we are", "commit")
    fill(page, "Capacity until the review (person-months)", "20")


DONE: dict[str, Callable[[Any], None] | None] = {
    "room.company": company,
    "room.leaders": leaders,
    "frame.inhibitors": inhibitors,
    "frame.path": None,
    "frame.legacy": legacy,
    "frame.words": words,
    "assets.counts": counts,
    "assets.definition": definition,
    "assets.signoff": sign_off,
    "assets.bridge": bridge,
    "assets.beside": beside,
    "assets.why": why,
    "experience.stages": stages,
    "experience.touchpoints": touchpoints,
    "experience.map": stage_map,
    "listening.sources": sources,
    "listening.categories": categories,
    "listening.evidence": evidence,
    "listening.story": story,
    "reliability.measures": measures,
    "reliability.signals": signals,
    "reliability.risk": risk,
    "reliability.reliable": reliable,
    "reliability.innovation": innovation,
    "leadership.choices": choices,
    "leadership.permission": permission,
    "leadership.proof": proof,
    "leadership.rules": rules,
    "leadership.immersion": immersion,
    "priorities.candidates": candidates,
    "priorities.dots": dots,
    "priorities.choose": verdicts,
    "commitments.own": own,
    "commitments.keep": keep,
    "results.summary": None,
}
"""What the room writes in each step, in the order of the day; None where a step only shows."""


def decide(page: Any, words: str) -> None:
    """Write down a step's decision."""
    fill(page, "We decide", words)


def fine(page: Any, place: str) -> None:
    """No traceback and no red box."""
    for box in ("stException", "stAlertContentError"):
        found = page.locator(f'[data-testid="{box}"]')
        assert not found.count(), f"{place}: {found.first.inner_text()}"


def onward(page: Any, step: str) -> None:
    """Go on to a step: to a page's next step by its button, to every second page by the sidebar."""
    part = next(part for part in PARTS if step in {one.key for one in part.steps})
    first = part.steps[0].key == step
    if first and PARTS.index(part) % 2:
        title = f"{part.competency} · {part.title}" if part.competency else part.title
        page.get_by_role("link", name=title, exact=True).click(delay=60)
    else:
        press(page, f"Next page: {part.title}" if first else f"Next: {STEPS[step].title}")
    page.get_by_role("heading", name=STEPS[step].title, exact=True).wait_for(timeout=15_000)
    settle(page)


def day_on_screen(page: Any) -> tuple[str, str, list[str]]:
    """What the results show: the headline, the agreed count, and the priorities with their leaders."""
    page.locator(".st-key-says-result-bridge").wait_for(timeout=15_000)
    settle(page)
    shown = page.locator('[data-testid="stDataFrame"] td').all_inner_texts()
    return (
        page.locator(".st-key-says-result-bridge").inner_text(),
        page.locator('[data-testid="stMetricValue"]').inner_text(),
        shown,
    )


def converted(workbook: Path) -> None:
    """Another program reads the workbook without complaint; in CI it has to be there."""
    office = shutil.which("soffice")
    if office is None:
        assert not os.environ.get("CI"), "CI needs LibreOffice"
        return
    profile = workbook.parent / "office"
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "pdf",
            workbook.name,
        ],
        cwd=workbook.parent,
        check=True,
        timeout=120,
        capture_output=True,
    )
    assert workbook.with_suffix(".pdf").stat().st_size > 10_000


def as_typed(kept: Workshop) -> None:
    """What the store holds is what was typed."""
    assert ["Ana Ruiz", "Tom Berg", "Mia Sol", "Raj Patel"] == [one.name for one in kept.all(Leader)]
    assert 8 == len(kept.all(Reading))
    assert 5 == sum(one.verdict == "now" for one in kept.all(Candidate))
    assert "Aloud, by Ana." == kept.one(Choosing).ties


def test_a_blank_workshop_is_taken_through_the_day_into_excel_and_back(
    server: Server, open_browser: Callable[..., Any], tmp_path: Path
) -> None:
    """Every step takes what a room says; the workbook that is saved opens again as the same workshop."""
    page = open_browser(server.url)
    page.get_by_role("heading", name="Begin").wait_for(timeout=30_000)
    fill(page, "Company", "Lantern Ferries")
    press(page, "Begin a workshop")
    page.get_by_role("heading", name=STEPS["room.company"].title, exact=True).wait_for()
    assert list(STEPS) == list(DONE)
    for step, write in DONE.items():
        if step != "room.company":
            onward(page, step)
        if write:
            write(page)
            settle(page)
        fine(page, step)

    code = page.url.split("w=")[1].split("&")[0]
    before = day_on_screen(page)
    assert (HEADLINE, AGREED) == before[:2]
    with page.expect_download() as waited:
        page.get_by_role("button", name="Save as Excel workbook").click(delay=60)
    workbook = tmp_path / waited.value.suggested_filename
    waited.value.save_as(workbook)
    converted(workbook)

    page.get_by_role("link", name="Start", exact=True).click(delay=60)
    page.get_by_role("heading", name="Open from Excel").wait_for()
    page.locator('input[type="file"]').set_input_files(workbook)
    page.get_by_role("button", name="Open it as a new workshop").click(delay=60, timeout=30_000)
    page.wait_for_url(lambda url: "results" in url and code not in url)
    assert before == day_on_screen(page)
    fine(page, "the copy")

    store = open_store(server.database)
    copy = page.url.split("w=")[1].split("&")[0]
    as_typed(store.load(code))
    assert store.load(copy).same_as(store.load(code))
