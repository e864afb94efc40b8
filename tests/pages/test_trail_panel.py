"""On screen, a priority's trail leads by links to the rows that it rests on, and from there back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from cxworkshop.analysis.trail import Trail, trails
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Reason, Stage, Touchpoint
from cxworkshop.domain.workshop import assemble
from cxworkshop.programme import STEPS
from cxworkshop.ui.places import PAGE_FILES
from cxworkshop.ui.trail_panel import ASKED

Open = Callable[..., AppTest]


def arrive(at: AppTest, step: str, **query: str) -> AppTest:
    """Go to a step by an address, as a link does."""
    for name in ("priority", "row"):
        if name in at.query_params:
            del at.query_params[name]
    for name, value in {"step": step, **query}.items():
        at.query_params[name] = value
    return at.switch_page(PAGE_FILES[step.split(".")[0]]).run()


def links(at: AppTest) -> list[dict[str, str]]:
    """The query of every link on the page that leads to a step."""
    found: list[Any] = at.get("page_link")
    return [{name: one[0] for name, one in parse_qs(link.proto.query_string).items()} for link in found]


def shown(at: AppTest) -> str:
    """Every text and caption on the page."""
    return "\n".join(one.value for one in (*at.text, *at.caption))


def fine(at: AppTest) -> bool:
    """No traceback and no error on the page."""
    assert not at.exception, at.exception
    assert not [one.value for one in at.error]
    return True


def of(records: tuple[Record, ...], number: int) -> Trail:
    """The trail of a priority by its number."""
    return next(one for one in trails(assemble(records)) if one.number == number)


def test_a_priority_is_followed_to_each_of_its_rows_and_back(
    open_page: Open, code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """Every clue stands on the page with a link to its row; the row opens on its step, with a link back to the trail."""
    second = of(sample_records, 2)
    code = code_of(*sample_records)
    at = arrive(open_page(PAGE_FILES["priorities"], code), "priorities.choose", priority=second.candidate.id)
    assert fine(at)
    assert at.selectbox(
        key=next(one.key for one in at.selectbox if one.label == "Follow a priority")
    ).value == (second.candidate.id)
    offered = links(at)
    for clue in (*second.rests_on, *second.came_of):
        assert clue.says.removesuffix(".") in shown(at) or clue.sure
        row = {"row": ":".join(clue.row)} if clue.row else {}
        assert {"w": code, "step": clue.step, "priority": second.candidate.id, **row} in offered

    clue = second.of("customers")[0]
    assert clue.row
    at = arrive(at, clue.step, priority=second.candidate.id, row=":".join(clue.row))
    assert fine(at)
    assert "Followed from priority 2" in shown(at).replace("\\", "")
    assert clue.says in shown(at)
    assert {"w": code, "step": "priorities.choose", "priority": second.candidate.id} in links(at)
    # The quiet line at the end names it, too, among whatever else rests on this step.
    assert "What came of it" in [one.value for one in at.caption]

    at.button(key="followed-close").click().run()
    assert "Followed from" not in shown(at)
    assert "priority" not in at.query_params


def test_an_address_that_names_something_else_is_ignored_in_silence(
    open_page: Open, code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """An unknown priority, a row that is not of its trail, a ballot, and what another workshop holds: no card, no error."""
    first = of(sample_records, 1)
    code = code_of(*sample_records)
    ballot = next(one for one in sample_records if one.kind == "dot")
    at = open_page(PAGE_FILES["assets"], code, "assets.why")
    for step, priority, row in (
        ("assets.why", "no-such-priority", "reason:reason-advice"),
        ("assets.why", first.candidate.id, "reason:no-such-row"),
        ("assets.why", first.candidate.id, "nonsense"),
        ("priorities.dots", first.candidate.id, f"dot:{ballot.id}"),
    ):
        at = arrive(at, step, priority=priority, row=row)
        assert fine(at)
        assert "Followed from" not in shown(at)
    elsewhere = arrive(
        open_page(PAGE_FILES["assets"], code_of()), "assets.why", priority=first.candidate.id, row="reason:x"
    )
    assert fine(elsewhere)
    assert "Followed from" not in shown(elsewhere)
    assert "What came of it" not in shown(elsewhere)


def test_the_card_goes_when_one_moves_on_and_the_projector_shows_it_without_controls(
    open_page: Open, code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """Another step of the same page lets go of the priority; the projector keeps the way back and hides the rest."""
    first = of(sample_records, 1)
    clue = first.of("words")[0]
    assert clue.row
    query = {"priority": first.candidate.id, "row": ":".join(clue.row)}
    at = arrive(open_page(PAGE_FILES["assets"], code_of(*sample_records)), clue.step, **query)
    other = next(one for one in STEPS if one.split(".")[0] == clue.step.split(".")[0] and one != clue.step)
    at.button(key=f"go:{other}").click().run()
    assert "Followed from" not in shown(at)
    assert [name for name in ("priority", "row") if name in at.query_params] == []

    at.query_params["view"] = "projector"
    at = arrive(at, clue.step, **query)
    assert fine(at)
    assert "Followed from" in shown(at)
    assert "What came of it" not in [one.value for one in at.caption]
    assert not [one for one in at.button if one.key == "followed-close"]


def test_words_in_a_trail_stay_words(open_page: Open, code_of: Callable[..., str]) -> None:
    """A name that looks like an image or a tag, and one word without an end, are drawn as the words they are."""
    nasty = "![x](https://evil.example/x.png) <b>bold</b>"
    records = (
        Stage(id="s", name=nasty),
        Touchpoint(id="m", stage="s", name=nasty),
        Reason(id="r", reason=nasty, direction="leave", customers=3, touchpoint="m", how="w" * 3_000),
        Candidate(id="c", name=nasty, touchpoint="m", verdict="now", because=nasty),
        Candidate(id="d", name="w" * 300, touchpoint="m", verdict="not now"),
    )
    at = open_page(PAGE_FILES["assets"], code_of(*records))
    at = arrive(at, "assets.why", priority="c", row="reason:r")
    assert fine(at)
    assert "3 customers left" in shown(at)
    drawn = [
        *(one.value for one in (*at.markdown, *at.caption)),
        *(link.proto.label for link in at.get("page_link")),
    ]
    assert [words for words in drawn if "What came of it" in words]
    assert not [words for words in drawn if "![x](" in words or "<b>" in words]
    assert fine(arrive(at, "priorities.choose", priority="d"))


def test_beside_something_else_the_trail_is_folded_until_somebody_follows_it(
    open_page: Open, code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """The page of results stays calm; whoever comes along a trail, or picks another priority, finds it open."""
    at = open_page(PAGE_FILES["results"], code_of(*sample_records), "results.summary")
    (trail,) = [one for one in at.expander if one.label == ASKED]
    assert not trail.proto.expanded
    third = of(sample_records, 3).candidate
    at.selectbox(key=next(one.key for one in at.selectbox if one.label == "Follow a priority")).select(
        third.id
    ).run()
    assert fine(at)
    assert third.id in at.query_params["priority"]
    (trail,) = [one for one in at.expander if one.label == ASKED]
    assert trail.proto.expanded
    assert third.because in [one.value for one in trail.text]
