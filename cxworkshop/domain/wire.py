"""Records, commands and workshops as plain JSON values and back, for the store, the workbook and the sample file."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import ValidationError

from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.record import Record
from cxworkshop.domain.records import BY_KIND, RECORDS
from cxworkshop.domain.workshop import Workshop, assemble


def record_out(record: Record) -> dict[str, Any]:
    """The filled fields of a record, JSON values only."""
    return values_out(record.filled)


def record_in(kind: str, id: str, body: dict[str, Any]) -> Record:
    """A record from its JSON body. Raises BadValue where it is of no known kind or holds what cannot be stored."""
    cls = BY_KIND.get(kind)
    if cls is None:
        raise BadValue(f"There is no table “{kind}” in a workshop.")
    try:
        return cls(id=id, **body)
    except (ValidationError, TypeError) as wrong:
        raise BadValue(f"{cls.sheet}, row {id}: {wrong}") from wrong


def values_out(values: dict[str, Any]) -> dict[str, Any]:
    """Field values as JSON values: days in ISO form, tags as lists."""
    return {
        name: value.isoformat()
        if isinstance(value, date)
        else list(value)
        if isinstance(value, tuple)
        else value
        for name, value in values.items()
    }


def command_out(command: Command) -> dict[str, Any]:
    """A command as JSON values."""
    if isinstance(command, Batch):
        return {
            "do": "batch",
            "name": command.name,
            "commands": [command_out(one) for one in command.commands],
        }
    out: dict[str, Any] = {"kind": command.kind, "id": command.id, "seen": values_out(dict(command.seen))}
    if isinstance(command, Remove):
        return {"do": "remove", **out, "stood": command.stood}
    out["values"] = values_out(dict(command.values))
    return {"do": "put", **out, "position": command.position, "fresh": command.fresh, "stood": command.stood}


def command_in(body: dict[str, Any]) -> Command:
    """A command from its JSON values; its field values are parsed when it is applied."""
    match body["do"]:
        case "batch":
            return Batch(tuple(command_in(one) for one in body["commands"]), body["name"])
        case "remove":
            # Logs of older versions do not tell where a row stood.
            return Remove(body["kind"], body["id"], body["seen"], body.get("stood"))
        case _:
            return Put(
                body["kind"],
                body["id"],
                body["values"],
                body["seen"],
                body["position"],
                body["fresh"],
                body["stood"],
            )


def workshop_out(workshop: Workshop) -> dict[str, Any]:
    """A whole workshop as JSON values: its records by kind, in order."""
    return {
        "title": workshop.title,
        "sample": workshop.sample,
        "records": {
            cls.kind: [{"id": record.id, **record_out(record)} for record in workshop.all(cls)]
            for cls in RECORDS
            if workshop.all(cls)
        },
    }


def workshop_in(body: dict[str, Any]) -> Workshop:
    """A workshop from its JSON values. Raises BadValue for unknown kinds, fields and values."""
    records = [
        record_in(kind, row["id"], {name: value for name, value in row.items() if name != "id"})
        for kind, rows in body["records"].items()
        for row in rows
    ]
    return assemble(records, title=body["title"], sample=body["sample"])
