"""A record is a frozen row of what people wrote; its class is the one declaration that every face derives from."""

from __future__ import annotations

from typing import Any, ClassVar, Self, cast

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from cxworkshop.domain.errors import BadValue
from cxworkshop.domain.fields import Face
from cxworkshop.domain.values import parse


class Record(BaseModel):
    """The base of all records: `id` names it for life, every other field may be unfilled (drafts are legal)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClassVar[str]
    """The stable name in the store."""
    sheet: ClassVar[str]
    """The title on screen and of its sheet in the workbook, at most 31 characters."""
    about: ClassVar[str] = ""
    """One sentence that says what a row is."""
    named_by: ClassVar[tuple[str, ...]] = ("name",)
    """The fields that name a row where another record points to it."""
    single: ClassVar[bool] = False
    """True where a workshop has exactly one, whose id is its kind."""
    anonymous: ClassVar[bool] = False
    """True where a row carries no author and shows no breakdown that fewer than three people share."""

    id: str

    @field_validator("*", mode="before")
    @classmethod
    def _stored_as_parsed(cls, value: object, info: ValidationInfo) -> object:
        if info.field_name == "id" or info.field_name is None:
            return value
        try:
            return parse(face_of(cls, info.field_name), value)
        except BadValue as wrong:
            raise ValueError(str(wrong)) from wrong

    def with_values(self, values: dict[str, object]) -> Self:
        """The same record with some fields written anew. Raises BadValue that names the field."""
        return type(self)(**{**dict(self), **checked(type(self), values)})

    @property
    def label(self) -> str:
        """What names this row to a person; a dash where nothing does yet."""
        words = [str(value) for name in self.named_by if (value := getattr(self, name)) not in (None, "")]
        return " · ".join(words).replace("\n", " ")[:80] or "—"

    @property
    def filled(self) -> dict[str, object]:
        """The fields that hold something."""
        return {
            name: value for name in fields(type(self)) if (value := getattr(self, name)) not in (None, ())
        }


def fields(cls: type[Record]) -> tuple[str, ...]:
    """The names of a record class's fields, without its id, in the order declared."""
    return tuple(name for name in cls.model_fields if name != "id")


def face_of(cls: type[Record], name: str) -> Face:
    """The face of one field."""
    return cast(Face, cast(dict[str, Any], cls.model_fields[name].json_schema_extra)["face"])


def title_of(cls: type[Record], name: str) -> str:
    """The title of one field, as on screen and in the workbook's header."""
    return cls.model_fields[name].title or name


def help_of(cls: type[Record], name: str) -> str:
    """The help of one field."""
    return cls.model_fields[name].description or ""


def checked(cls: type[Record], values: dict[str, object]) -> dict[str, object]:
    """The values as they are stored. Raises BadValue with the sheet's and the field's title before what is wrong."""
    out: dict[str, object] = {}
    for name, raw in values.items():
        if name not in fields(cls):
            raise BadValue(f"{cls.sheet} has no field “{name}”")
        try:
            out[name] = parse(face_of(cls, name), raw)
        except BadValue as wrong:
            raise BadValue(f"{cls.sheet}, {title_of(cls, name)}: {wrong}") from wrong
    return out
