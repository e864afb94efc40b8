"""What was written down in words, read from the files beside this module, with the story's figures filled in."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Decision
from cxworkshop.domain.wire import record_in

WORDS = Path(__file__).with_name("written")


def written(figures: Mapping[str, float], folder: Path = WORDS) -> list[Record]:
    """Every record that people wrote, in the order of the folder's files; `{came:,}` in a text becomes that figure."""
    records: list[Record] = []
    for path in sorted(folder.glob("*.toml"), key=lambda path: int(path.stem.split("_")[0])):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind, rows in tables.items():
            if kind == "decisions":
                records += (_decision(step, body, figures) for step, body in rows.items())
            else:
                records += (record_in(kind, row.pop("id"), _filled(row, figures)) for row in rows)
    return records


def _decision(step: str, body: dict[str, Any], figures: Mapping[str, float]) -> Record:
    return Decision(id=step, step=step, on_day="2026-01-13", **_filled(body, figures))


def _filled(row: dict[str, Any], figures: Mapping[str, float]) -> dict[str, Any]:
    return {
        name: value.format_map(figures) if isinstance(value, str) and "{" in value else value
        for name, value in row.items()
    }
