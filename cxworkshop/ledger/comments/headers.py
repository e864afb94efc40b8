"""What a header says that its column holds: the words by which people call a comment, its day, its channel and its rating."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAID = _set(
    "narrative comment comments verbatim verbatims feedback text texts message body transcript review remark remarks"
    " quote description note notes complaint said answer words why went improve better kommentar"
)
HEADLINES = _set("issue subject title summary headline topic reason")
NOT_SAID = _set(
    "response reply company agent url link id number no status public resolution action language date consent tags"
)
DAYS = _set("date day when time created received submitted posted timestamp on at heard")
FIRST_DAYS = _set("received created submitted posted heard")
CHANNELS = _set("channel via medium source origin platform touchpoint")
RATINGS = _set(
    "rating rate score stars star nps csat ces satisfaction recommend recommendation sentiment feeling"
)
PRODUCTS = _set("product products item article sku plan model")
CODES = ("code", "reason", "category", "topic", "theme", "issue", "subject", "type", "label", "tag", "class")
PARTS = _set("sub secondary detail other")
NOT_CODES = _set("zip post postal postcode state country language currency")


def words_of(header: str) -> frozenset[str]:
    """The words of a header in small letters, whether written apart, with signs between or run together."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    return frozenset(re.findall(r"[^\W_]+", apart.casefold()))
