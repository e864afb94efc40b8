"""Names of people, streets and towns, read from the words beside this module."""

import tomllib
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))

FIRST_NAMES: tuple[str, ...] = tuple(_WORDS["first"].split())
SURNAMES: tuple[str, ...] = tuple(_WORDS["last"].split())
STREETS = tuple(f"{lane} {kind}" for lane in _WORDS["lanes"].split() for kind in _WORDS["kinds"].split())
TOWNS: tuple[tuple[str, str], ...] = tuple(_WORDS["towns"].items())
