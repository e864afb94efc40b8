"""How one field of a record is declared: its title, help, bounds and choices, read by screen, workbook and store alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field

FieldKind = Literal[
    "text", "long", "whole", "number", "money", "percent", "date", "flag", "choice", "ref", "tags"
]

SHORT, LONG = 300, 5_000
MOST = 1e12


@dataclass(frozen=True)
class Face:
    """What every face of a field needs to know; `refers` is the kind of record that a `ref` field points to."""

    kind: FieldKind
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    unit: str = ""
    refers: str = ""
    personal: bool = False
    """Whether addresses, telephone and card numbers in it are masked on screen and in exports, unless allowed."""
    mark: bool = False
    """Whether the app alone writes and reads it, so that a sheet keeps it out of sight."""


def _field(title: str, help: str, face: Face, default: object = None) -> Any:
    return Field(default=default, title=title, description=help, json_schema_extra={"face": face})  # type: ignore[dict-item]


def text(title: str, help: str = "", *, personal: bool = False, mark: bool = False) -> Any:
    """A line of a person's words, at most 300 characters; `personal` where customers may speak, `mark` where the app does."""
    return _field(title, help, Face("text", high=SHORT, personal=personal, mark=mark))


def long(title: str, help: str = "", *, personal: bool = False) -> Any:
    """A paragraph of a person's words, at most 5,000 characters; `personal` where customers speak in it."""
    return _field(title, help, Face("long", high=LONG, personal=personal))


def whole(title: str, help: str = "", *, low: int | None = 0, high: int | None = None, unit: str = "") -> Any:
    """A whole number within bounds."""
    return _field(title, help, Face("whole", low=low, high=high, unit=unit))


def number(
    title: str, help: str = "", *, low: float | None = None, high: float | None = None, unit: str = ""
) -> Any:
    """A finite number within bounds."""
    return _field(title, help, Face("number", low=low, high=high, unit=unit))


def money(title: str, help: str = "", *, low: float | None = 0) -> Any:
    """An amount in the company's currency."""
    return _field(title, help, Face("money", low=low))


def percent(title: str, help: str = "") -> Any:
    """A share typed as people say it: 8 means 8 %."""
    return _field(title, help, Face("percent", low=0, high=100, unit="%"))


def day(title: str, help: str = "") -> Any:
    """A calendar day between 1900-03-01 and 2199-12-31, the days that spreadsheets agree on."""
    return _field(title, help, Face("date"))


def flag(title: str, help: str = "") -> Any:
    """Yes, no or not yet said."""
    return _field(title, help, Face("flag"))


def choice(title: str, choices: tuple[str, ...], help: str = "") -> Any:
    """One of a few words, which are the same on screen and in the workbook."""
    return _field(title, help, Face("choice", choices=choices))


def ref(title: str, refers: str, help: str = "") -> Any:
    """The id of a record of the kind `refers`; an id that no longer exists reads as unfilled."""
    return _field(title, help, Face("ref", refers=refers))


def tags(title: str, help: str = "") -> Any:
    """Several short names, kept in the order given, each once."""
    return _field(title, help, Face("tags"), default=())
