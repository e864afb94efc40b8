"""A whole day, from a blank workshop to its workbook and back, typed as a facilitator would type it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Choosing,
    Commitment,
    Countermove,
    Definition,
    Governance,
    Leader,
    Pledge,
    Rating,
    Reading,
    Risk,
    Slip,
)
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme import PARTS, STEPS
from cxworkshop.store import open_store
from tests.browser.conftest import Server
from tests.browser.hands import AFTER_TITLES, paste_rows, press
from tests.browser.swift import TICK, Table, enter, idle, say, select

HEADLINE = "2025: 1,700 came, 2,100 left: 400 fewer passengers than we began with."
FLOW = "1,700 came, 2,100 left."
AGREED = "9,600"
SECOND = 330
"""Where the second column of a table with a row per leader is clicked."""


def company(page: Any) -> None:
    """Whose customers, in which months, in which money; and their two kinds."""
    enter(page, {"We call our customers": "passengers", "Counted from": date(2025, 1, 1)})
    enter(page, {"Counted to": date(2025, 12, 31), "Held on": date(2026, 2, 3), "Facilitator": "Ines Duarte"})
    select(page, "Currency", "EUR")
    select(page, "Time we have", "one day")
    enter(page, {"Why we are here": "We want to know who came, who left, and what it was like for them."})
    table = Table(page, "Segments")
    table.write(0, "Commuters", TICK, "They cross twice a day")
    table.write(1, "Day trippers")


def leaders(page: Any) -> None:
    """Four at the table."""
    table = Table(page, "Leaders")
    table.write(0, "Ana Ruiz", "CEO", TICK)
    table.write(1, "Tom Berg", "CFO", TICK)
    table.paste(2, [["Mia Sol", "CMO", "true"], ["Raj Patel", "CTO", "true"]])


def inhibitors(page: Any) -> None:
    """Three slips, typed behind the cover and revealed together, and a move against one of them."""
    for count, slip in enumerate(("42355322", "32445311", "51435222"), 1):
        for field, answer in zip(page.locator("[class*=st-key-covered] input").all(), slip, strict=True):
            field.fill(answer)
        press(page, "Hand in this slip")
        page.get_by_text(f"{count} of 4 slips").wait_for()
    press(page, "Reveal together")
    page.get_by_text("Three slips, opened together.").wait_for()
    card = page.locator(".st-key-card-move-scores")
    move = card.get_by_role("textbox", name="Countermove")
    move.fill("I open with a crossing")
    move.press("Tab")
    select(page, "Leader", "Ana Ruiz")
    card.get_by_role("spinbutton", name="year, By").click()
    page.keyboard.type("20260302", delay=10)
    page.keyboard.press("Tab")
    decide(page, "We open with passengers, then with scores.")


def legacy(page: Any) -> None:
    """The sentence, and four hands on it."""
    sentence = "We grew because people were home in time."
    enter(
        page,
        {"Our legacy of growth": sentence, "Whose life is better": "Mrs Okafor's, who crosses alone now."},
    )
    select(page, "What moves us most, honestly", "cost")
    table = Table(page, "Legacy votes")
    table.write(0, None, "5", "Two crossings a month")
    table.paste(1, [["4", "My Friday afternoons"], ["3", "A campaign"], ["4", "A release"]], x=SECOND)


def words(page: Any) -> None:
    """A word that goes, and the one that takes its place."""
    Table(page, "Words").write(0, "load factor", "people on board")


def counts(page: Any) -> None:
    """Four functions, four numbers, typed behind the cover and revealed together."""
    brought = {"Finance": "9,870", "Marketing": "14,200", "IT": "11,050", "Sales": "8,900"}
    for function, number in brought.items():
        box = page.get_by_label("Who brings a number?")
        # While the page draws anew, the box of before may stand beside the next one.
        expect(box).to_have_count(1)
        box.fill(function)
        box.press("Enter")
        page.get_by_role("button", name="Take out").nth(list(brought).index(function)).wait_for()
        if function != "Finance":
            select(page, "Whose number is being written?", function)
        closing = page.get_by_label("Closing", exact=True)
        expect(closing).to_have_count(1)
        closing.fill(number)
        closing.press("Enter")
        page.get_by_role("button", name="Empty it").wait_for()
    page.get_by_role("button", name="Reveal together").click()
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def definition(page: Any) -> None:
    """One definition."""
    enter(
        page,
        {
            "A customer is ...": "A person who crossed with us at least once in the last 365 days.",
            "What makes one": "A ticket that was scanned",
            "Window (days)": "365",
            "Not counted": "Crew and their families",
            "The count we sign": "9,600",
        },
    )
    select(page, "We count", "person")
    say(page, "Setting", "purchases")
    select(page, "Value is", "revenue")
    select(page, "Data owner", "Tom Berg")


def sign_off(page: Any) -> None:
    """Three sign, one objects and says why."""
    said = (
        ("agree", ""),
        ("agree", ""),
        ("can live with it", ""),
        ("object", "A season ticket is often two people"),
    )
    for at, (stance, reason) in enumerate(said):
        row = page.locator('[class*="st-key-card-signs-"]').nth(at)
        row.get_by_role("radio", name=stance, exact=True).click()
        row.locator("textarea").fill(reason)
        row.get_by_role("button", name="Sign").click()
        row.get_by_text("on this card").wait_for()
    assert AGREED == page.locator('[data-testid="stMetricValue"]').inner_text()


def bridge(page: Any) -> None:
    """One period, in numbers that add up."""
    flows = ("10000", "1500", "200", "2100", None, None, "9600")
    Table(page, "Bridge").write(0, date(2025, 1, 1), date(2025, 12, 31), None, *flows)
    page.get_by_text(HEADLINE).wait_for()


def beside(page: Any) -> None:
    """What else happened in that period."""
    Table(page, "Beside the bridge").paste(0, [["2025-01-01", "2025-12-31", "4880000", "310000"]])


def why(page: Any) -> None:
    """Why people left, and what nobody knows."""
    Table(page, "Reasons").write(0, "The boat left without me", "leave", "operational")
    paste_rows(
        page,
        "Reason\tIt makes them\tCause\tCustomers\tValue\tHow sure\tIn our hands\tTop five\n"
        "My child got a seat\tstay\tbehavioural\t2,400\t960,000\testimate\tyes\t1\n"
        "I never got my refund\tleave\tcultural\t450\t190,000\tfact\tyes\t2\n"
        "Nobody knows\tleave\twe don't know\t300\t120,000\tassumption\tno\t3",
    )
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def stages(page: Any) -> None:
    """Four stages; nobody answers for the last."""
    table = Table(page, "Stages")
    table.write(0, "1", "I plan my trip", "Mia", "1")
    rest = [
        ["2", "I wait at the pier", "Tom Berg", "-2"],
        ["3", "I cross", "Ana Ruiz", "2"],
        ["4", "I want my money back", "", "-1"],
    ]
    table.paste(1, rest)
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def feelings(page: Any) -> None:
    """Four leaders on four stages, and what they settle on; they agree least about the pier."""
    table = Table(page, "Feelings")
    table.write(0, None, "1", "1", "2", "1")
    rows = [["-2", "2", "-1", "0"], ["2", "2", "1", "2"], ["-1", "-2", "-1", "-1"]]
    table.paste(1, rows, x=AFTER_TITLES)
    page.get_by_text("where you agree least").first.wait_for()


def touchpoints(page: Any) -> None:
    """Five moments, the map growing under them."""
    Table(page, "Touchpoints").paste(
        0,
        [
            ["I plan my trip", "I look for a seat", "win", "false", "false"],
            ["I wait at the pier", "I hear that the boat is late", "bond", "true", "true", "true"],
            ["I wait at the pier", "I find the gate", "bond", "false", "false"],
            ["I cross", "My hundredth crossing", "grow", "true", "false"],
            ["I want my money back", "I ask for a refund", "rescue", "true", "true", "false", "true"],
        ],
    )
    on_the_map(page)


def stage_map(page: Any) -> None:
    """The map, and the same as a table."""
    on_the_map(page)
    page.get_by_text("The map as a table").click()
    page.locator("canvas td", has_text="I hear that the boat is late").wait_for(state="attached")


def on_the_map(page: Any) -> None:
    """The map is drawn, as wide as the page."""
    frame = page.locator('[data-testid="stCustomComponentV1"]')
    # While the map grows, the frame that it leaves still stands for a moment.
    expect(frame).to_have_count(1, timeout=15_000)
    canvas = frame.content_frame.locator("canvas")
    canvas.wait_for(timeout=15_000)
    assert canvas.bounding_box()["width"] > 600


def sources(page: Any) -> None:
    """Three ways to hear."""
    table = Table(page, "Sources")
    table.write(0, "Deck crew notes", "front line")
    rest = [["Refund letters", "volunteered", "false"], ["Exit interviews", "lost customer", "true"]]
    table.paste(1, rest)


def categories(page: Any) -> None:
    """Two names for what is heard, and where an old code goes."""
    named = [["You left me standing", "Left early, or not at all"], ["You kept my money", "No refund came"]]
    Table(page, "Categories").paste(0, named)
    Table(page, "Code map").write(0, "Call centre", "C-17 MISC", "You kept")


def evidence(page: Any) -> None:
    """What was heard, and how often."""
    table = Table(page, "Evidence")
    table.write(0, "I wait", "I hear", "Deck", "You left", "I watched it sail with my bag")
    rest = [
        [
            "I want my money back",
            "I ask for a refund",
            "Refund letters",
            "You kept my money",
            "Five forms",
            "63",
        ],
        ["I cross", "", "Exit interviews", "", "The crew knew my name", "9"],
    ]
    table.paste(1, rest)


def story(page: Any) -> None:
    """One story, beside what was heard there."""
    page.get_by_role("radio", name="I wait").click(force=True)
    idle(page)
    enter(page, {"The story": "Mrs Okafor stood in the rain for an hour."})


def measures(page: Any) -> None:
    """A number that tells before passengers do."""
    Table(page, "Measures").write(0, "I hear", "Boats that left on time", "%", "higher", "95")


def signals(page: Any) -> None:
    """Its last eight months, copied in, and their chart."""
    months = (96.1, 95.8, 96.4, 95.2, 94.9, 95.5, 93.8, 92.7)
    block = "\n".join(f"2025-{month:02}-01\t{value}" for month, value in enumerate(months, 5))
    paste_rows(page, f"Date\tValue\n{block}")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()
    decide(page, "We call the pier as soon as a boat is five minutes late.")


def risk(page: Any) -> None:
    """What a late boat costs in a year: it is the first of the priorities, and so it is open."""
    enter(
        page,
        {"Meet it in a year (customers)": "9600", "It fails for (%)": "8", "Of those, rescued (%)": "25"},
    )
    enter(page, {"More leave after a failure (%)": "12", "At least (%)": "8", "At most (%)": "16"})
    enter(page, {"Value of a customer": "508"})
    page.get_by_text("69 passengers a year leave over “I hear that the boat is late”").wait_for()
    page.get_by_text("The judgement that moves the answer most").wait_for()


def reliable(page: Any) -> None:
    """Four leaders on four stages."""
    table = Table(page, "Reliability ratings")
    table.write(0, None, "4", "3", "4", "5")
    rows = [["2", "it depends", "1", "2"], ["5", "4", "5", "4"], ["it depends", "1", "2", "1"]]
    table.paste(1, rows, x=AFTER_TITLES)


def innovation(page: Any) -> None:
    """Something that nobody gives them yet."""
    Table(page, "Innovation").write(0, "A seat held for your hundredth crossing", "My hundredth", "define")


def choices(page: Any) -> None:
    """A pair with its price, and the hands on it."""
    Table(page, "Will and will not").write(0, "Wait for the last bus", "Sail early", "Four hours a week")
    idle(page)
    Table(page, "Choice votes").paste(0, [["5", "3", "4", "4"]], x=AFTER_TITLES)
    page.get_by_text("united").first.wait_for()


def permission(page: Any) -> None:
    """What must be true before a boat leaves."""
    Table(page, "Standards").write(0, "The pier knows before the boat leaves", "A phone", "Any deckhand")


def proof(page: Any) -> None:
    """Something with a day."""
    Table(page, "Proof").write(0, "proof by", "I cross every Monday at seven", "Ana", date(2026, 2, 9))


def rules(page: Any) -> None:
    """A rule, and the hours it costs."""
    Table(page, "Rules").write(0, "No refund without the paper ticket", "Everyone with a phone", "2600", "12")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def behaviours(page: Any) -> None:
    """A habit that shifts, and what people will see instead."""
    Table(page, "Behaviours").write(0, "I ask how full the boat was", "I ask who did not get home", "Ana")
    page.get_by_text("One habit shifts").wait_for()


def immersion(page: Any) -> None:
    """A leader does what passengers have to do."""
    Table(page, "Immersion").write(0, "Tom", "Ask for a refund without help")


def candidates(page: Any) -> None:
    """What the day brought up, kept."""
    press(page, "Keep all")


def weigh(page: Any) -> None:
    """One of them in money."""
    Table(page, "Candidates").write(0, None, "190000", "1", "6")
    page.locator('[data-testid="stVegaLiteChart"]').first.wait_for()


def dots(page: Any) -> None:
    """Three ballots."""
    for count, numbers in enumerate(("1 1 2", "1 2 2", "1 3 3"), 1):
        page.get_by_label("Numbers of the candidates").fill(numbers)
        press(page, "Hand in this ballot")
        page.get_by_text(f"{count} of 4 ballots").wait_for()
    press(page, "Reveal together")
    page.get_by_text("Three ballots, opened together.").wait_for()


def verdicts(page: Any) -> None:
    """Five start now."""
    table = Table(page, "Candidates")
    table.write(0, None, "now", "It is the one they leave for")
    table.paste(1, [["now", f"Reason number {number}"] for number in range(2, 6)], x=300)
    page.get_by_text("5 chosen", exact=True).wait_for()
    enter(page, {"How ties at the cut were settled": "Aloud, by Ana."})


def own(page: Any) -> None:
    """Who answers for the first of them, and by when."""
    select(page, "Accountable leader", "Tom Berg")
    enter(
        page,
        {
            "Team": "Lea (Finance), Jo (Service)",
            "First action": "Pay every refund older than a month",
            "First action by": date(2026, 2, 28),
            "What improves in customers' lives": "Your money is back before you wonder.",
            "Measured by": "Days until a refund",
            "Today": "41",
            "Target": "5",
        },
    )
    select(page, "Customer number it moves", "lapsed")
    say(page, "Signed", "yes")


def calendar(page: Any) -> None:
    """Whether it fits."""
    enter(page, {"Capacity until the review (person-months)": "20"})


def tell(page: Any) -> None:
    """What people hear of the first priority."""
    press(page, "Begin it")
    enter(page, {"What it means for you": "You may say yes to a refund at the counter."})
    page.get_by_text("None of them falls back").wait_for()


def keep(page: Any) -> None:
    """Who keeps it together, and when they meet."""
    enter(
        page,
        {
            "Customer room, monthly": "The four of us, over the bridge of the month.",
            "Next meeting opens with customer numbers on": date(2026, 3, 3),
            "Customer leader": "Mia Sol",
            "Mandate": "May hold a boat.",
        },
    )
    say(page, "Where we are", "commit")


def sign(page: Any) -> None:
    """One signs the plan, another objects and says why."""
    said = (("I sign", ""), ("I object", "Nobody asked the crews"))
    for at, (word, reason) in enumerate(said):
        row = page.locator('[class*="st-key-card-pledge-"]').nth(at)
        row.get_by_role("radio", name=word, exact=True).click()
        row.locator("textarea").fill(reason)
        row.get_by_role("button", name="Sign").click()
        row.get_by_text("Has not signed").wait_for(state="detached")


DONE: dict[str, Callable[[Any], None] | None] = {
    "room.company": company,
    "room.leaders": leaders,
    "frame.inhibitors": inhibitors,
    "frame.path": None,
    "frame.legacy": legacy,
    "frame.words": words,
    "assets.counts": counts,
    "assets.lists": None,
    "assets.lab": None,
    "assets.definition": definition,
    "assets.signoff": sign_off,
    "assets.bridge": bridge,
    "assets.beside": beside,
    "assets.why": why,
    "experience.stages": stages,
    "experience.feelings": feelings,
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
    "leadership.behaviours": behaviours,
    "leadership.immersion": immersion,
    "priorities.candidates": candidates,
    "priorities.weigh": weigh,
    "priorities.dots": dots,
    "priorities.choose": verdicts,
    "commitments.own": own,
    "commitments.calendar": calendar,
    "commitments.tell": tell,
    "commitments.keep": keep,
    "commitments.sign": sign,
    "results.summary": None,
    "results.review": None,
    "results.round": None,
}
"""What the room writes in each step, in the order of the day; None where a step only shows."""


def decide(page: Any, words: str) -> None:
    """Write down a step's decision."""
    enter(page, {"We decide": words})


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
        name = f"Next page: {part.title}" if first else f"Next: {STEPS[step].title}"
        page.get_by_role("button", name=name).click(delay=60)
    page.get_by_role("heading", name=STEPS[step].title, exact=True).wait_for(timeout=15_000)
    idle(page)


def day_on_screen(page: Any) -> tuple[str, str, list[str]]:
    """What the results show: who came and left, the agreed count, and the priorities with their leaders."""
    sheet = page.frame_locator(".st-key-one-page iframe")
    sheet.locator(".flow").wait_for(timeout=15_000)
    idle(page)
    return (
        sheet.locator(".flow").inner_text(),
        sheet.locator(".number").evaluate("one => one.firstChild.textContent"),
        sheet.locator("tbody").inner_text().split("\n"),
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
    """What the store holds is what was typed, chosen, ticked and pasted."""
    assert [("Ana Ruiz", True), ("Tom Berg", True), ("Mia Sol", True), ("Raj Patel", True)] == [
        (one.name, one.present) for one in kept.all(Leader)
    ]
    assert {3, 4, 5} == {one.absent for one in kept.all(Slip)}
    move = kept.all(Countermove)[0]
    assert ("Scores stand in for customers", date(2026, 3, 2)) == (move.inhibitor, move.by_day)
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    flows = {"opening": 10_000, "new": 1_500, "returned": 200, "lapsed": 2_100, "closing": 9_600}
    assert [year | flows] == [one.filled for one in kept.all(BridgeRow)]
    assert 9_600 == kept.one(Definition).agreed
    assert [8.0, 25.0, 12.0, 8.0, 16.0, 508.0] == [
        kept.all(Risk)[0].filled[name]
        for name in ("failure", "rescued", "leaving", "leaving_low", "leaving_high", "value")
    ]
    assert 8 == len(kept.all(Reading))
    assert 16 == len(kept.all(Rating))
    assert 5 == sum(one.verdict == "now" for one in kept.all(Candidate))
    assert "Aloud, by Ana." == kept.one(Choosing).ties
    assert [True] == [one.signed for one in kept.all(Commitment)]
    assert 20 == kept.one(Governance).capacity
    assert ["I sign", "I object"] == [one.word for one in kept.all(Pledge)]


def test_a_blank_workshop_is_taken_through_the_day_into_excel_and_back(
    server: Server, open_browser: Callable[..., Any], tmp_path: Path
) -> None:
    """Every step takes what a room says; the workbook that is saved opens again as the same workshop."""
    page = open_browser(server.url)
    page.get_by_role("heading", name="Begin").wait_for(timeout=30_000)
    enter(page, {"Company": "Lantern Ferries"})
    press(page, "Begin a workshop")
    page.get_by_role("heading", name=STEPS["room.company"].title, exact=True).wait_for()
    assert list(STEPS) == list(DONE)
    for step, write in DONE.items():
        if step != "room.company":
            onward(page, step)
        if write:
            write(page)
            idle(page)
        fine(page, step)

    code = page.url.split("w=")[1].split("&")[0]
    press(page, STEPS["results.summary"].title)
    before = day_on_screen(page)
    assert (FLOW, AGREED) == before[:2]
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
