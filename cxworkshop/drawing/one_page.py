"""The day on one sheet as one file of HTML: no script, nothing from elsewhere, and people's words as nothing but text."""

from __future__ import annotations

import base64
import hashlib
from xml.etree import ElementTree as Xml

from cxworkshop.analysis.findings import counted, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.drawing.lettering import cut, wide
from cxworkshop.drawing.page_bowls import bowls_svg
from cxworkshop.drawing.page_look import Theme, style
from cxworkshop.drawing.page_path import path_svg
from cxworkshop.drawing.page_room import Room, room
from cxworkshop.drawing.page_tables import choices, dissent, priorities
from cxworkshop.drawing.page_tree import element, said, written
from cxworkshop.programme.page_parts import Count, OnePage, OneVersion

_BROAD = 15.5
"""What fits beside the bowls in one line of the second largest letters, in letter heights."""
WORKSHOP = "Customer leadership workshop"


def one_page_html(page: OnePage, theme: Theme = "") -> str:
    """The file; `theme` fixes the paper on a screen, where it does not follow the reader's own setting."""
    look = style(theme)
    digest = base64.b64encode(hashlib.sha256(look.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        Xml.Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", name="viewport", content="width=900"),
        Xml.Element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("title", f"{cut(page.company, 40)}: {WORKSHOP.lower()}{', draft' if page.draft else ''}"),
        element("style", look),
    )
    return written(element("html", head, element("body", _sheet(page)), lang="en"))


def _sheet(page: OnePage) -> Xml.Element:
    fits = room(len(page.priorities), len(page.pairs), len(page.dissent))
    return element(
        "main",
        _head(page),
        _count(page.count),
        _version(page.version, page.count.noun),
        _journey(page),
        choices(page.pairs, page.open_pairs, fits.pairs),
        priorities(page.priorities, fits.priorities),
        element("p", page.commitments or "Nobody has committed to anything yet.", look="signed one"),
        dissent(page.dissent, fits.dissent),
        look="full" if _is_full(page, fits) else "calm",
    )


def _is_full(page: OnePage, fits: Room) -> bool:
    """Whether there is enough on the sheet to spread it from top to bottom."""
    return fits.priorities >= 5 and bool(page.stages and page.pairs)


def _head(page: OnePage) -> Xml.Element:
    when = f"{WORKSHOP} · {page.held}" if page.held else WORKSHOP
    marks = element("div", look="marks")
    if page.draft:
        marks.append(element("p", "DRAFT", look="draft"))
    if page.sample:
        marks.append(element("p", "Sample data: a made-up company"))
    name = said("h1", cut(page.company or "Your company", 28), "one")
    return element("header", element("div", name, element("p", when)), marks)


def _count(count: Count) -> Xml.Element:
    words = element("div")
    if count.change is None or count.came is None or count.left is None:
        words.append(said("p", cut(count.said, 3 * 13.5), "what"))
        return element("section", words, look="count", aria_label="Net customers")
    look = "loss" if count.change < 0 else "gain" if count.change > 0 else ""
    figure = f"{abs(count.change):,}"
    words.append(element("p", figure if count.change else "±0", look=f"net {look}".strip()))
    more = people(abs(count.change), count.noun, "fewer" if count.change < 0 else "more")
    kind = more.removeprefix(f"{figure} ") if count.change else f"as many {count.noun} as before"
    dated = f"{kind} {count.when}"
    whole = count.plain and wide(dated) <= _BROAD
    words.append(said("p", cut(dated if whole else kind, _BROAD), "what one"))
    sure = f"The count is {count.sure}." if count.sure else ""
    if whole:
        words.append(element("p", f"{count.came:,} came, {count.left:,} left.", look="flow one"))
        told = [f"{sentence(count.value)}." if count.value else "", sure]
    else:
        words.append(said("p", cut(count.said, 3 * 26), "three"))
        told = [" ".join(filter(None, (sure, f"{sentence(count.value)}." if count.value else "")))]
    words.extend(element("p", cut(line, 31), look="muted one") for line in told if line)
    bowls = bowls_svg(count.came, count.left, count.noun)
    return element("section", words, bowls, look="count", aria_label="Net customers")


def _version(version: OneVersion, noun: str) -> Xml.Element:
    text = said("p", cut(version.sentence, 2 * 27), "sentence two")
    if not version.sentence:
        text = element("p", "There is no agreed definition yet.", look="none")
    left = element("div", element("h2", "Whom we count"), text)
    right = element("div")
    if version.agreed:
        space = (15 - 1.06 * len(version.agreed)) / 0.84
        whole = f"{noun} at the end"
        on = said("span", whole if wide(whole) <= space else cut("at the end", space))
        right.append(element("p", version.agreed, on, look="number one"))
    right.append(element("p", sentence(version.signed) or "Nobody has signed it yet", look="one"))
    if version.objectors:
        who = f"{sentence(counted(len(version.objectors), 'objects', 'object'))}: {'; '.join(version.objectors)}"
        right.append(said("p", cut(who, 18), "objects one"))
    return element("section", left, right, look="version", aria_label="The definition")


def _journey(page: OnePage) -> Xml.Element:
    heading = element("h2", "The customer's path, and who answers for each stage")
    if not page.stages:
        none = element("p", "The stages of our customers' lives are not drawn yet.", look="none")
        return element("section", heading, none, look="journey")
    heading.append(
        element(
            "span",
            "It rises where it feels good, falls where it hurts. ★ comes first",
        )
    )
    return element("section", heading, path_svg(page.stages), look="journey")
