"""The definition lab in figures: which dials take effect, which of them moved, and what that did to count and value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cxworkshop.analysis.findings import sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records.lab import LabSettings, Variant

WINDOWS = {183: "6 months", 365: "12 months", 548: "18 months"}
"""The windows that are always set side by side, in days."""
WINDOW = 365
_PURCHASES = ("window_days", "minimum")
_CONTRACTS = ("grace_days",)
_ALWAYS = (
    *("unit_column", "value_basis", "value_column", "margin_percent", "exclude_column", "excluded_values"),
    *("excluded_ids", "excluded_list", "excluded_mark", "merge_list", "merge_mark", "internal"),
    *("by", "from_day", "to_day", "gross"),
)


@dataclass(frozen=True)
class Outcome:
    """What a definition gives in one period: whole customers, and their value in the currency."""

    period_start: date | None = None
    period_end: date | None = None
    opening: int | None = None
    new: int | None = None
    returned: int | None = None
    lapsed: int | None = None
    closing: int | None = None
    opening_value: float | None = None
    closing_value: float | None = None


def outcome(variant: Variant) -> Outcome:
    """What a variant gave when it was kept."""
    return Outcome(**{name: getattr(variant, name) for name in Outcome.__dataclass_fields__})


def dials(settings: LabSettings) -> dict[str, object]:
    """The dials that take effect, with what they stand at where nobody has touched them.

    A window means nothing to contracts, a grace nothing to purchases; a value column or a margin counts only where the
    basis asks for it (docs/method.md 2).
    """
    setting = settings.setting or "purchases"
    names = (
        *(_PURCHASES if setting != "contracts" else ()),
        *(_CONTRACTS if setting != "purchases" else ()),
        *_ALWAYS,
    )
    found: dict[str, object] = {"setting": setting, **{name: getattr(settings, name) for name in names}}
    plain = "annual contract value" if setting == "contracts" else "revenue"
    basis = settings.value_basis or plain
    if (basis, setting) in (("annual contract value", "purchases"), ("revenue", "contracts")):
        basis = plain
    found["value_basis"] = basis
    if basis == "revenue":
        found["value_column"] = None
    if basis != "margin" or found["value_column"]:
        found["margin_percent"] = None
    if not found["excluded_values"]:
        found["exclude_column"] = None
    defaults = {"window_days": WINDOW, "grace_days": 0, "minimum": 0.0, "by": "year", "gross": False}
    return found | {name: plain for name, plain in defaults.items() if name in found and found[name] is None}


def ids(words: str | None) -> tuple[str, ...]:
    """The customer ids on a list as it was pasted: one a line, or apart by commas, semicolons or tabs; each once."""
    parts = (words or "").replace(",", "\n").replace(";", "\n").replace("\t", "\n").split("\n")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def moved(before: LabSettings, after: LabSettings) -> tuple[str, ...]:
    """Each dial that takes effect and stands elsewhere than before, such as `window 365 → 183 days`."""
    then, now = dials(before), dials(after)
    names = [name for name in {**then, **now} if then.get(name) != now.get(name)]
    if "setting" in names:
        # The other dials that came or went with the setting moved because of it.
        names = [name for name in names if name in then and name in now]
    if "exclude_column" in names and not (then.get("excluded_values") and now.get("excluded_values")):
        names.remove("exclude_column")
    for what in ("excluded", "merge"):
        if f"{what}_list" in names and f"{what}_mark" in names:
            names.remove(f"{what}_mark")
    return tuple(_moved(name, then.get(name), now.get(name)) for name in names)


def effect(
    before: LabSettings, after: LabSettings, then: Outcome, now: Outcome, word: str = "customers"
) -> str | None:
    """What moving the dials did, in whole customers and in value, a sentence; None where no dial moved.

    `Window 365 → 183 days: 4,210 fewer customers, 812,300 less in value.`
    """
    changes = moved(before, after)
    if not changes or then.closing is None or now.closing is None:
        return None
    fewer, less = now.closing - then.closing, round((now.closing_value or 0) - (then.closing_value or 0))
    # One of a plural cannot be said of a noun that the company chose, so the noun is left out.
    who = "" if abs(fewer) == 1 else f" {word}"
    people = f"{abs(fewer):,} {'fewer' if fewer < 0 else 'more'}{who}" if fewer else f"as many {word}"
    value = f"{abs(less):,} {'less' if less < 0 else 'more'} in value" if less else "the same value"
    if not fewer and not less:
        people, value = "nothing changes", "neither the count nor the value"
    together = "together " if len(changes) > 1 else ""
    return sentence(f"{'; '.join(changes)}: {together}{people}, {value}.")


def _moved(name: str, then: object, now: object) -> str:
    if isinstance(then, tuple) or isinstance(now, tuple):
        return _listed(name, then, now)
    if name == "excluded_ids":
        was, are = len(ids(_text(then))), len(ids(_text(now)))
        return f"customers left out by name {was:,} → {are:,}"
    if name.endswith("_mark"):
        return f"{TITLES[name.replace('_mark', '_list')]} another file of the same name"
    unit = {"window_days": " days", "grace_days": " days", "margin_percent": " %"}.get(name, "")
    return f"{TITLES[name]} {dial_words(name, then)} → {dial_words(name, now)}{unit}"


def _listed(name: str, then: object, now: object) -> str:
    was, are = (tuple(one) if isinstance(one, tuple) else () for one in (then, now))
    what = {"excluded_values": "left out", "internal": "left out as internal"}[name]
    out, back = [one for one in are if one not in was], [one for one in was if one not in are]
    said = [f"{what}: {', '.join(out)}"] if out else []
    said += [f"no longer {what}: {', '.join(back)}"] if back else []
    return ", ".join(said) or f"{what} in another order"


TITLES: Mapping[str, str] = {
    "setting": "setting",
    "window_days": "window",
    "grace_days": "grace",
    "minimum": "smallest purchase",
    "unit_column": "counted by",
    "merge_list": "merged",
    "value_basis": "value as",
    "value_column": "value from the column",
    "margin_percent": "margin",
    "exclude_column": "left out by the column",
    "excluded_values": "left out",
    "excluded_ids": "customers left out",
    "excluded_list": "customers left out by a list",
    "internal": "internal accounts",
    "by": "periods by the",
    "from_day": "counted from",
    "to_day": "counted to",
    "gross": "gross view",
}
_BLANK = {
    "unit_column": "the customer",
    "from_day": "the ledger's first day",
    "to_day": "the ledger's last day",
    "value_column": "the amount",
}


def dial_words(name: str, value: object) -> str:
    """Where a dial stands, as people read it."""
    if value is None or value == ():
        return _BLANK.get(name, "none")
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, date):
        return day_label(value)
    if name == "excluded_ids":
        return f"{len(ids(_text(value))):,}"
    if isinstance(value, float) and name == "minimum":
        return f"{value:,.2f}"
    if isinstance(value, int | float):
        return f"{value:,g}"
    return str(value)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
