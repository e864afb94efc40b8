"""The lists of the one page: what leaders will and will not do, the priorities, and who sees it otherwise."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

from cxworkshop.analysis.findings import counted, in_words, sentence
from cxworkshop.drawing.lettering import cut, wide
from cxworkshop.drawing.page_tree import Inside, element, said
from cxworkshop.programme.dissent import Dissent
from cxworkshop.programme.page_parts import Pair, PriorityLine

IN_THE_WORKBOOK = "more in the workbook"
_LETTER = 0.755
"""Height of the letters in units of the sheet."""
_SHY = 0.93
"""Lines that break between words are not full."""
_SLIM, _BOLD = 0.93, 0.96
"""How wide the page's own letters run against the common face that `wide` measures."""


def choices(pairs: tuple[Pair, ...], others: int, most: int) -> Xml.Element:
    """The pairs that all leaders stand behind, each with its cost; how many others there are is said, not shown."""
    heading = element("h2", "We will, we will not, and what it costs us")
    aside = []
    if len(pairs) > most:
        aside.append(f"{in_words(len(pairs) - most)} {IN_THE_WORKBOOK}")
    if others:
        aside.append(f"not all of us stand behind {counted(others, 'other pair')}")
    if aside:
        heading.append(element("span", sentence("; ".join(aside))))
    if not pairs:
        none = element("p", "No pair has all of us behind it yet.", look="none")
        return element("section", heading, none, look="choices")
    rows = [
        element(
            "li",
            _line(one.will, 22.6, "will"),
            _line(one.will_not, 22.6),
            _line(f"Cost: {one.cost}" if one.cost else "", 22.6, "cost"),
        )
        for one in pairs[:most]
    ]
    return element("section", heading, element("ul", *rows, look="pairs"), look="choices")


def priorities(rows: tuple[PriorityLine, ...], most: int) -> Xml.Element:
    """The priorities with who answers, the first action, the measure and the value at risk."""
    alone = sum(not row.leader for row in rows)
    owned = f"{in_words(alone)} without a leader yet" if alone else "each with one leader"
    named = sentence(f"{counted(len(rows), 'priority', 'priorities')}, {owned}")
    heading = element("h2", named if len(rows) > 1 else "What we start now")
    if len(rows) > most:
        heading.append(element("span", sentence(f"{in_words(len(rows) - most)} {IN_THE_WORKBOOK}")))
    if not rows:
        none = element("p", "No priorities are chosen yet.", look="none")
        return element("section", heading, none, look="plan")
    titles = (
        ("", "place"),
        ("What changes for customers", "name"),
        ("Who answers for it, and the first action", "answers"),
        ("Measure", "measure"),
        ("From → to", "moves"),
        ("At risk a year", "money"),
    )
    head = element("tr", *(element("th", words, look=look, scope="col") for words, look in titles))
    body = [_priority(number, one) for number, one in enumerate(rows[:most], 1)]
    table = element(
        "table", element("thead", head), element("tbody", *body), look="tight" if most > 7 else ""
    )
    return element("section", heading, table, look="plan")


def dissent(found: tuple[Dissent, ...], most: int) -> Xml.Element:
    """Who sees it otherwise, the weightiest first; what does not fit is told as a number."""
    heading = element("h2", "Who sees it otherwise")
    if not found:
        none = element("p", "Nobody has said so.", look="none")
        return element("section", heading, none, look="otherwise")
    shown = len(found) if len(found) <= most else most - 1
    rows = [_otherwise(one) for one in found[:shown]]
    if shown < len(found):
        rows.append(
            element("li", sentence(f"and {in_words(len(found) - shown)} {IN_THE_WORKBOOK}."), look="muted")
        )
    return element("section", heading, element("ul", *rows), look="otherwise")


def _priority(number: int, one: PriorityLine) -> Xml.Element:
    who = [said("b", cut(one.leader or "nobody yet", 7.3 / _LETTER / _BOLD), "" if one.leader else "objects")]
    if one.by:
        who.append(element("span", f" by {one.by}"))
    return element(
        "tr",
        element("td", str(number), look="place"),
        element(
            "th", _lines(one.name or "a priority without a name", 12.9, 2, _BOLD), look="name", scope="row"
        ),
        element(
            "td",
            element("span", *who, look="one"),
            _line(one.action or "no first action yet", 13.2),
            look="answers",
        ),
        element("td", _lines(one.measure or "no measure yet", 8.2, 2, _SLIM), look="measure"),
        element("td", element("span", one.moves, look="two"), look="moves"),
        element("td", one.value, look="money"),
    )


def _otherwise(one: Dissent) -> Xml.Element:
    where = cut(one.where, 20)
    words = cut(one.words, 47.5 / _LETTER / _SLIM - wide(where) - 2)
    inside: tuple[Inside, ...] = (element("b", f"{where}: "), said("span", words))
    return element("li", *inside, look="one")


def _line(words: str, room: float, look: str = "") -> Xml.Element:
    slim = _BOLD if look == "will" else _SLIM
    return said("span", cut(words, room / _LETTER / slim), f"{look} one".strip())


def _lines(words: str, room: float, most: int, slim: float) -> Xml.Element:
    return said("span", cut(words, most * _SHY * room / _LETTER / slim), "two")
