"""The one page on the page of results: drawn in a frame of its own, masked, and without controls on the projector."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Candidate, Company, Decision, Leader
from cxworkshop.domain.workshop import assemble
from cxworkshop.drawing.one_page import one_page_html
from cxworkshop.programme.one_page import one_page
from tests.huge import huge

PAGE, STEP = "pages/decide/results.py", "results.summary"
HOSTILE = "<script>document.title = 'taken'</script> ![x](https://example.com/x.png)"


def sheet(at: AppTest) -> str:
    """The document in the frame."""
    frames = at.get("iframe")
    assert 1 == len(frames)
    return str(frames[0].proto.srcdoc)


def test_the_frame_holds_the_page_of_the_open_workshop(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], sample_records: tuple[Record, ...]
) -> None:
    """The same document as the file has, on the paper of the screen; every dissent in full below it."""
    at = open_page(PAGE, code_of(*sample_records, title="Tillbrook"), STEP)
    assert not at.exception
    assert one_page_html(one_page(assemble(sample_records, title="Tillbrook")), "light") == sheet(at)
    dissent = [one.dissent for one in sample_records if isinstance(one, Decision) and one.dissent]
    shown = [one.value for one in at.text]
    assert [] == [words for words in dissent if words not in shown]
    assert any("Ctrl+P" in one.value for one in at.caption)
    assert ["The page as HTML"] == [
        one.label for one in at.get("download_button") if one.key == "one-page-html"
    ]


def test_the_projector_shows_the_page_and_no_buttons(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Neither files nor hints, nor what is still missing, part by part."""
    at = open_page(PAGE, code_of(Company(id="company", name="Lantern")), STEP)
    at.button(key="project").click().run()
    assert not at.exception
    assert "Lantern" in sheet(at)
    assert [] == [one.label for one in at.get("download_button") if one.key == "one-page-html"]
    assert ["Ask aloud"] == [one.label for one in at.expander]


@pytest.mark.parametrize("records", [(), tuple(item.record for item in huge().items.values())])
def test_the_page_draws_whatever_was_written(
    records: tuple[Record, ...], open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """Nothing at all, and far too much of everything."""
    at = open_page(PAGE, code_of(*records, title="Lantern"), STEP)
    assert not at.exception
    assert "DRAFT" in sheet(at)


def test_markup_in_words_is_text_in_the_frame_and_around_it(
    open_page: Callable[..., AppTest], code_of: Callable[..., str]
) -> None:
    """A name, a priority and a dissent full of markup arrive escaped."""
    at = open_page(
        PAGE,
        code_of(
            Company(id="company", name=HOSTILE),
            Leader(id="l", name=HOSTILE, present=True),
            Candidate(id="c", name=HOSTILE, verdict="now"),
            Decision(id="d", decided=HOSTILE, dissent=HOSTILE),
        ),
        STEP,
    )
    assert not at.exception
    assert "<script" not in sheet(at)
    assert "&lt;script&gt;" in sheet(at)
    assert HOSTILE in [one.value for one in at.text]
    assert not [one for one in at.markdown if "<script" in one.value]
