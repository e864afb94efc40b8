"""The file of the one page: words stay words, nothing comes from elsewhere, and whoever cannot see it can read it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest

from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Decision,
    Definition,
    GrowthChoice,
    Leader,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.wire import workshop_in
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.drawing.lettering import cut, wide
from cxworkshop.drawing.one_page import one_page_html
from cxworkshop.drawing.palette import DARK, LIGHT
from cxworkshop.programme.one_page import one_page
from tests.conftest import ROOT
from tests.huge import huge

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "a & b &amp; c &lt;",
    "\"double\" and 'single'",
    "]]> <!-- x -->",
    "شركة الحدائق",
    "我们的客户",
    "=HYPERLINK(1)",
    "<svg onload=alert(1)>",
)
VOID = {"meta", "br", "img", "link", "input", "hr"}


class Read(HTMLParser):
    """What a reader finds: elements with their attributes, and the words outside style and title."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.inside: list[str] = []
        self.style = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Elements close in the order in which they opened."""
        assert tag == self.inside.pop()

    def handle_data(self, data: str) -> None:
        """Note words."""
        if self.inside[-1:] == ["style"]:
            self.style += data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        """All words as one text."""
        return " ".join(self.words)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [found for name, found in self.elements if name == tag]


@pytest.fixture(scope="module")
def sample() -> Read:
    """The sample's page, read."""
    found = json.loads((ROOT / "sample_data/finished_workshop.json").read_text(encoding="utf-8"))
    return Read(one_page_html(one_page(workshop_in(found))))


def hostile(words: str) -> Workshop:
    """A workshop in which every word that reaches the page is the same."""
    return assemble(
        [
            Company(id="company", name=words, customer_word=words, currency="EUR"),
            Leader(id="l", name=words, function=words, present=True),
            Definition(id="definition", sentence=words, agreed=3),
            BridgeRow(id="b", opening=9, new=2, lapsed=1),
            Stage(id="s", name=words, executive="l", emotion=1),
            Touchpoint(id="t", stage="s", name=words, priority=True),
            GrowthChoice(id="g", will=words, will_not=words, cost=words),
            Candidate(id="c", name=words, verdict="now"),
            Commitment(id="m", candidate="c", executive="l", first_action=words, metric=words),
            Decision(id="d", decided=words, dissent=words),
        ],
        title=words,
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_a_persons_words_are_text_and_nothing_else(words: str) -> None:
    """They are read back as they were written, and the elements are those of harmless words."""
    bad, good = (Read(one_page_html(one_page(hostile(one)))) for one in (words, "Good"))
    assert [tag for tag, _ in good.elements if tag != "text"] == [
        tag for tag, _ in bad.elements if tag != "text"
    ]
    assert good.style == bad.style
    assert {name for _, found in good.elements for name in found} == {
        name for _, found in bad.elements for name in found
    }
    assert bad.text.count(words) >= 7
    assert not {"script", "img", "iframe", "object", "link", "a", "form"} & {tag for tag, _ in bad.elements}
    assert not [name for _, found in bad.elements for name in found if name.startswith("on")]


def test_nothing_comes_from_elsewhere_and_no_script_may_run(sample: Read) -> None:
    """No address but that of SVG's own names; a policy that allows this very style, letters inside the file, no more."""
    page = one_page_html(one_page(assemble([], title="x")))
    assert {"http://www.w3.org/2000/svg"} >= set(re.findall(r"https?://[^\s\"'<>)]+", page))
    assert {"http://www.w3.org/2000/svg"} == {found["xmlns"] for found in sample.all("svg")}
    assert set(re.findall(r"url\((.{5})", sample.style)) == {"data:"}
    assert "@import" not in sample.style
    policy = next(one["content"] for one in sample.all("meta") if "http-equiv" in one) or ""
    digest = base64.b64encode(hashlib.sha256(sample.style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:;" in policy


def test_it_can_be_read_without_seeing_it(sample: Read) -> None:
    """A language, a title, one first heading, a name for each picture, and headers for each row and column."""
    assert [{"lang": "en"}] == sample.all("html")
    assert 1 == len(sample.all("title")) - len(sample.all("svg"))
    assert 1 == len(sample.all("h1"))
    assert 5 == len(sample.all("h2"))
    assert ["img", "img"] == [found["role"] for found in sample.all("svg")]
    assert "Two bowls of marbles: 9,421 came, 11,901 left. Each marble is 239 gardeners." in sample.text
    assert (
        "It arrives and finds its place, Adaeze Okonjo, dread, first: The delivery day itself" in sample.text
    )
    assert {"col", "row"} == {found["scope"] for found in sample.all("th")}
    assert 7 == [found["scope"] for found in sample.all("th")].count("row")


def test_it_holds_what_the_page_tells(sample: Read) -> None:
    """The count in large and in words, the definition, the signatures, the commitments and the rest of the dissent."""
    for words in (
        "2,480",
        "fewer gardeners in 2025",
        "9,421 came, 11,901 left.",
        "21,599",
        "Signed by all eight",
    ):
        assert words in sample.text
    assert "Seven of seven commitments signed" in sample.text
    assert re.search(r"And \w+ more in the workbook\.", sample.text)


def test_a_draft_says_so_and_a_finished_day_does_not() -> None:
    """Also in the title, which a browser shows on its tab."""
    page = one_page(assemble([], title="Lantern"))
    assert "Lantern: customer leadership workshop, draft" in one_page_html(page)
    assert "DRAFT" in Read(one_page_html(page)).words


def test_paper_is_light_whatever_the_screen_is() -> None:
    """Dark colours are for screens only: by the reader's own setting in the file, by the theme within the app."""
    page = one_page(assemble([], title="Lantern"))
    styles = {theme: Read(one_page_html(page, theme)).style for theme in ("", "light", "dark")}
    for theme, before in (
        ("", "@media screen and (prefers-color-scheme: dark) {"),
        ("dark", "@media screen {"),
    ):
        at = styles[theme].index(DARK.paper)
        assert styles[theme][:at].rstrip().endswith(f"{before} :root {{ --paper:")
    assert DARK.paper not in styles["light"]
    assert all(LIGHT.paper in one for one in styles.values())
    assert all("@page { margin:" in one for one in styles.values())


@pytest.mark.parametrize("broken", [True, False])
def test_far_too_many_words_are_cut(broken: bool) -> None:
    """Whatever is written, the words of the page are few enough for a sheet; how many are left out is said."""
    read = Read(one_page_html(one_page(huge(broken=broken))))
    visible = [words for words in read.words if not words.startswith("The path of")]
    assert sum(map(len, visible)) < 5_500
    assert {"And 37 more in the workbook.", "Eight more in the workbook"} <= set(read.words)
    assert 10 == [found["scope"] for found in read.all("th")].count("row")


def test_priorities_without_a_leader_are_not_said_to_have_one() -> None:
    """The heading counts them."""
    records = [
        Leader(id="l", name="Ana"),
        *(Candidate(id=f"c{at}", name="x", verdict="now") for at in range(3)),
    ]
    page = Read(
        one_page_html(one_page(assemble([*records, Commitment(id="m", candidate="c1", executive="l")])))
    )
    assert "Three priorities, two without a leader yet" in page.words


def test_words_are_cut_after_a_word() -> None:
    """With an ellipsis; what fits is left alone, and only one endless word is cut inside."""
    assert "We take  people's word".replace("  ", " ") == cut("We take\n people's word", 20)
    assert "We take…" == cut("We take, people's word", 8)
    assert "We take people's…" == cut("We take people's word", 9.3)
    assert cut("Donaudampfschiff" * 400, 10).startswith("Donaudampf")
    assert wide(cut("Donaudampfschiff" * 400, 10)) <= 10
    assert "" == cut("", 5)


@pytest.mark.parametrize(
    ("came", "left", "large", "words"),
    [(2, 1, "1", "more guest"), (1, 2, "1", "fewer guest"), (3, 3, "±0", "as many guests as before")],
)
def test_one_customer_is_one_and_none_is_said(came: int, left: int, large: str, words: str) -> None:
    """The large figure and the words beneath it make one phrase: `1 more guest`, `±0 as many guests as before`."""
    records = [
        Company(id="company", customer_word="guests"),
        BridgeRow(id="b", opening=9, new=came, lapsed=left),
    ]
    told = re.sub(r"\s+", " ", Read(one_page_html(one_page(assemble(records)))).text)
    assert re.search(rf"{large} {words}\b", told)
