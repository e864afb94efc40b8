"""Elements of a page whose words can never become markup: text is only ever put into a tree, which escapes it when written."""

from __future__ import annotations

from xml.etree import ElementTree as Xml

Inside = Xml.Element | str


def element(tag: str, *inside: Inside, look: str = "", **attributes: str) -> Xml.Element:
    """An element with what is in it; `look` is its class, and `text_anchor` stands for `text-anchor`."""
    named = {name.replace("_", "-"): value for name, value in attributes.items()}
    made = Xml.Element(tag, ({"class": look} if look else {}) | named)
    for one in inside:
        if isinstance(one, Xml.Element):
            made.append(one)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + one
        else:
            made.text = (made.text or "") + one
    return made


def said(tag: str, words: str, look: str = "", **attributes: str) -> Xml.Element:
    """A person's words, which run from right to left where their writing does."""
    return element(tag, words, look=look, dir="auto", **attributes)


def written(document: Xml.Element) -> str:
    """A whole document as the text of an HTML file."""
    return "<!doctype html>\n" + Xml.tostring(document, encoding="unicode", method="html") + "\n"
