"""Personal data in what customers said: addresses, telephone, card and account numbers, masked by plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from cxworkshop.domain.records import Listening
from cxworkshop.domain.workshop import Workshop

EMAIL, ACCOUNT, CARD, PHONE = "[e-mail]", "[account]", "[card]", "[phone]"

Span = tuple[int, int]
Piece = tuple[str, str]
"""What is shown, and the words that it stands for; both are the same where nothing is masked."""

_TOKEN = re.compile("|".join(map(re.escape, (EMAIL, ACCOUNT, CARD, PHONE))))
_WORD = re.compile(rf"{_TOKEN.pattern}|\s+|[^\s\[]+|\[")
_PERHAPS = re.compile(r"@|[0-9](?:[^0-9]{0,3}[0-9]){6}")
_EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_ACCOUNT = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_CARD = re.compile(r"(?<![\w.,-])[2-6](?:[ -]?[0-9]){12,18}(?![\w]|[.,-][0-9])")
_NUMBER = re.compile(
    r"(?<![\w.,/:%$€£¥#-])(?:\+|\(\+?)?[0-9](?:[ /.-]?\(?[0-9]\)?|\) ?[0-9]){6,16}(?![\w%$€£¥]|[.,:/-][0-9]| ?[%$€£¥])"
)
_DATE = re.compile(
    r"(?:[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-./])[0-9]{1,2}\2[0-9]{2,4})(?![0-9]|[./-][0-9])"
)
_YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}\W?)+$")
_GROUPS = re.compile(r"\(?[0-9]{3}\)?[ .-] ?[0-9]{3}[ .-][0-9]{4}$")
_ORDER = re.compile(
    r"(?:\b(?:orders?|invoices?|tickets?|bookings?|cases?|claims?|ref|reference|tracking|parcels?|items?|models?|serial"
    r"|articles?|policy|contract|vouchers?|barcode|isbn|customer)\b\W*(?:\b(?:no|number|numbers|nr|id|code|is|was)\b\W*)*"
    r"|#\s*|№\s*)$",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:tel|phone|telephone|mobile|cell|call|called|ring|rang|reach|dial|whatsapp|fax|text me|contact|my number)\b[^0-9]{0,30}$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"(?:[$€£¥]|\b(?:EUR|USD|GBP|CHF))\s*$")


@lru_cache(maxsize=16_384)
def masked(text: str) -> str:
    """The text with e-mail addresses, telephone, payment card and account numbers replaced by words such as [e-mail].

    Order numbers, dates, prices, years, percentages and postcodes stay. Masking twice changes nothing more.
    """
    return "".join(shown for shown, _ in _pieces(text)) if _PERHAPS.search(text) else text


def restored(typed: str, raw: str) -> str:
    """What was typed over the masked form of `raw`, with the words behind each mask that still stands put back.

    A mask is found by the words around it, else in order; one that `raw` knows nothing of stays as it was typed.
    """
    if not _TOKEN.search(typed):
        return typed
    kept = _words(raw)
    if "".join(shown for shown, _ in kept) == typed:
        return raw
    new = _WORD.findall(typed)
    found: dict[int, str] = {}
    used: set[int] = set()
    matcher = SequenceMatcher(None, [shown for shown, _ in kept], new, autojunk=False)
    for block in matcher.get_matching_blocks():
        for at in range(block.size):
            if _TOKEN.fullmatch(new[block.b + at]):
                found[block.b + at] = kept[block.a + at][1]
                used.add(block.a + at)
    for at, word in enumerate(new):
        if at not in found and _TOKEN.fullmatch(word):
            left = [one for one, (shown, _) in enumerate(kept) if shown == word and one not in used]
            if left:
                found[at] = kept[left[0]][1]
                used.add(left[0])
    return "".join(found.get(at, word) for at, word in enumerate(new))


def shows_personal(workshop: Workshop) -> bool:
    """Whether this workshop allows personal data to be seen; it does not until somebody says so."""
    return workshop.one(Listening).personal is True


def _words(raw: str) -> list[Piece]:
    """Words, blanks and masks of the masked text, each mask with what it stands for."""
    return [
        piece
        for shown, behind in _pieces(raw)
        for piece in (
            [(shown, behind)] if _TOKEN.fullmatch(shown) else [(word, word) for word in _WORD.findall(shown)]
        )
    ]


def _pieces(text: str) -> list[Piece]:
    pieces: list[Piece] = [(text, text)]
    # What stands around a number decides what it is; so it is looked for until nothing more is found.
    while _look(pieces):
        pass
    return pieces


def _look(pieces: list[Piece]) -> bool:
    for find, token in _FINDERS:
        shown = "".join(one for one, _ in pieces)
        span = next(find(shown), None)
        if span is not None:
            pieces[:] = _cut(pieces, span, token)
            return True
    return False


def _cut(pieces: list[Piece], span: Span, token: str) -> list[Piece]:
    """The pieces with a mask in place of a span of what they show; no span reaches over a mask."""
    out: list[Piece] = []
    start, end = span
    for shown, raw in pieces:
        if 0 <= start < len(shown):
            parts = ((shown[:start],) * 2, (token, shown[start:end]), (shown[end:],) * 2)
            out += [part for part in parts if part[0]]
        else:
            out.append((shown, raw))
        start, end = start - len(shown), end - len(shown)
    return out


def _emails(text: str) -> Iterator[Span]:
    return (found.span() for found in _EMAIL.finditer(text)) if "@" in text else iter(())


def _accounts(text: str) -> Iterator[Span]:
    for found in _ACCOUNT.finditer(text):
        number = found.group()
        # A word in capitals after the number looks like a part of it.
        while number and not _iban(number):
            number = number.rpartition(" ")[0]
        if number:
            yield found.start(), found.start() + len(number)


def _cards(text: str) -> Iterator[Span]:
    return (found.span() for found in _CARD.finditer(text) if _luhn(_digits(found.group())))


def _phones(text: str) -> Iterator[Span]:
    for found in _NUMBER.finditer(text):
        number, start = found.group(), found.start()
        if number.startswith("(") and ")" not in number:
            number, start = number[1:], start + 1
        if _telephone(number, text[max(0, start - 60) : start]):
            yield start, found.end()


_FINDERS: tuple[tuple[Callable[[str], Iterator[Span]], str], ...] = (
    (_emails, EMAIL),
    (_accounts, ACCOUNT),
    (_cards, CARD),
    (_phones, PHONE),
)


def _telephone(number: str, before: str) -> bool:
    """Whether digits are a telephone number: by their form, or because the words before them say so."""
    digits, before = _digits(number), before.removesuffix("(")
    if _ORDER.search(before) or _MONEY.search(before) or _DATE.match(number) or _YEARS.match(number):
        return False
    if number.lstrip("(").startswith("+"):
        return 8 <= len(digits) <= 15
    if digits.startswith("00"):
        return 11 <= len(digits) <= 17
    if digits.startswith("0"):
        return 9 <= len(digits) <= 12 and not number.startswith("0.")
    if _GROUPS.match(number.removeprefix("1").lstrip(" -.")):
        return True
    return bool(_CUE.search(before)) and len(digits) <= 15


def _digits(words: str) -> str:
    return "".join(sign for sign in words if sign in "0123456789")


def _luhn(digits: str) -> bool:
    """The check that payment card numbers carry. Source: ISO/IEC 7812-1, annex B."""
    doubled = (int(one) * (2 if at % 2 else 1) for at, one in enumerate(reversed(digits)))
    return sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def _iban(words: str) -> bool:
    """The check that international account numbers carry: remainder 1 by 97. Source: ISO 13616."""
    plain = words.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1
