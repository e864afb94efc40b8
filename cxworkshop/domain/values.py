"""What may be stored in a field, and how what a person typed or pasted becomes it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date, datetime

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.fields import MOST, Face

# XML, and with it every workbook, cannot hold these characters; neither may the store, or an export could fail.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
FIRST_DAY, LAST_DAY = date(1900, 3, 1), date(2199, 12, 31)
YES, NO = {"yes", "y", "true", "1", "x"}, {"no", "n", "false", "0"}
DAY_FORMS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
)


def parse(face: Face, raw: object) -> object:
    """What `raw` means in a field of this face, or None where it is blank.

    Accepts Python values and the texts people type: `12,500`, `8 %`, `2025-03-31`, `yes`. References are taken
    as ids. Raises BadValue with what is wrong and what to write instead.
    """
    if face.kind == "tags":
        return _tags(raw)
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return None
    if isinstance(raw, str):
        raw = _words(raw)
        if raw == "":
            return None
    match face.kind:
        case "text" | "long" | "ref":
            return _sized(face, _words(_as_text(raw)))
        case "choice":
            return _choice(face, raw)
        case "whole" | "number" | "money" | "percent":
            return _number(face, raw)
        case "date":
            return _day(raw)
        case "flag":
            return _flag(raw)


def _as_text(raw: object) -> str:
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def _words(raw: str) -> str:
    raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    found = UNSTORABLE.search(raw)
    if found:
        raise BadValue(
            f"the character U+{ord(found[0]):04X} cannot be stored: delete it and type the text again"
        )
    return raw.strip()


def _sized(face: Face, words: str) -> str | None:
    if face.high is not None and len(words) > face.high:
        raise BadValue(f"{len(words):,} characters are too many: keep it within {face.high:,.0f}")
    return words or None


def _choice(face: Face, raw: object) -> str:
    said = _as_text(raw).casefold()
    for one in face.choices:
        if one.casefold() == said:
            return one
    raise BadValue(f"“{_short(raw)}” is not one of: {', '.join(face.choices)}")


def _number(face: Face, raw: object) -> int | float:
    if isinstance(raw, bool):
        raise BadValue("yes/no is not a number: write a number")
    if isinstance(raw, str):
        # A minus sign may be typographic; thin and plain spaces and commas group thousands.
        plain = re.sub(r"[\s\u00a0\u202f,'’]", "", raw.replace("−", "-").removesuffix("%").strip())
        try:
            value: float = int(plain) if re.fullmatch(r"[+-]?\d{1,15}", plain) else float(plain)
        except ValueError:
            raise BadValue(
                f"“{_short(raw)}” is not a number: write it in digits, such as 12500 or 12.5"
            ) from None
    elif isinstance(raw, (int, float)):
        value = raw
    else:
        raise BadValue(f"“{_short(raw)}” is not a number: write it in digits, such as 12500 or 12.5")
    if not math.isfinite(value):
        raise BadValue(f"“{_short(raw)}” is not a number that can be kept: write it in digits")
    low = -MOST if face.low is None else face.low
    high = MOST if face.high is None else face.high
    if not low <= value <= high:
        raise BadValue(f"{value:,.15g} is outside {low:,.15g} to {high:,.15g}")
    if face.kind == "whole":
        if value != int(value):
            raise BadValue(f"{value:,.15g} is not a whole number: write it without decimals")
        return int(value)
    return float(value)


def _day(raw: object) -> date:
    found = raw.date() if isinstance(raw, datetime) else raw
    if isinstance(raw, str):
        for form in DAY_FORMS:
            try:
                found = datetime.strptime(raw.split(".000")[0], form).date()
                break
            except ValueError:
                continue
    if not isinstance(found, date):
        raise BadValue(f"“{_short(raw)}” is not a date: write it as 2025-12-31")
    if not FIRST_DAY <= found <= LAST_DAY:
        raise BadValue(f"{found} is outside {FIRST_DAY} to {LAST_DAY}")
    return found


def _flag(raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    said = _as_text(raw).casefold()
    if said in YES:
        return True
    if said in NO:
        return False
    raise BadValue(f"“{_short(raw)}” is neither yes nor no: write yes or no")


def _tags(raw: object) -> tuple[str, ...]:
    if raw is None or (isinstance(raw, float) and math.isnan(raw)):
        return ()
    parts: Iterable[object] = re.split(r"[;\n]", raw) if isinstance(raw, str) else raw  # type: ignore[assignment]
    kept: dict[str, str] = {}
    for part in parts:
        words = _words(_as_text(part)).replace(";", ",").replace("\n", " ")
        if len(words) > 100:
            raise BadValue(f"“{_short(words)}” is too long for a name: keep it within 100 characters")
        if words:
            kept.setdefault(words.casefold(), words)
    return tuple(kept.values())


def _short(raw: object) -> str:
    words = str(raw)
    return words if len(words) <= 40 else words[:39] + "…"
