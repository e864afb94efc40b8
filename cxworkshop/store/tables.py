"""The tables that workshops are kept in, as the newest migration leaves them."""

from sqlalchemy import JSON, Boolean, Column, Double, Integer, MetaData, Table, Text

tables = MetaData()

workshops = Table(
    "workshops",
    tables,
    Column("code", Text, primary_key=True),
    Column("title", Text),
    Column("sample", Boolean),
    Column("revision", Integer),
    Column("created_at", Text),
    Column("changed_at", Text),
    Column("removed_at", Text),
)

# A removed item stays as a row without a body, so that whoever catches up learns of its removal.
items = Table(
    "items",
    tables,
    Column("workshop", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("position", Double),
    Column("version", Integer),
    Column("body", JSON(none_as_null=True)),
)

# `action` is create, do, undo or redo; `reverses` is the revision that an undo or redo takes back.
# `by` is null where the author is not kept.
changes = Table(
    "changes",
    tables,
    Column("workshop", Text, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("at", Text),
    Column("by", Text, quote=True),
    Column("action", Text),
    Column("reverses", Integer),
    Column("words", Text),
    Column("command", JSON(none_as_null=True)),
    Column("undo", JSON(none_as_null=True)),
)

schema_version = Table("schema_version", tables, Column("version", Integer))
