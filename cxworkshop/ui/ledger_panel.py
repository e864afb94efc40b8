"""A ledger file opened in front of the room, and its bridge computed at once; one press writes it into the workshop."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.typing import UploadedFile

from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.errors import WorkshopError
from cxworkshop.domain.records import BridgeRow, LedgerSource
from cxworkshop.ledger import Bridge, BridgeDefinition, Ledger, compute_bridge, open_ledger
from cxworkshop.store import data_folder
from cxworkshop.ui import session
from cxworkshop.ui.fields import form
from cxworkshop.ui.pictures import figures, finding
from cxworkshop.ui.session import Here

COLUMNS = {
    "customer": "customer_column",
    "date": "date_column",
    "amount": "amount_column",
    "segment": "segment_column",
    "start": "start_column",
    "end": "end_column",
    "id": "id_column",
}
SUFFIXES = (".csv.gz", ".csv", ".parquet", ".xlsx")
DEFAULT_WINDOW = 365


def draw() -> None:
    """The file, how it is read, and the bridge that it gives."""
    if session.projecting():
        return
    workshop = session.workshop()
    key = f"ledger|{session.here().token}"
    with st.expander(
        "Compute the bridge from a ledger", expanded=not workshop.all(BridgeRow), icon=":material/table_view:"
    ):
        st.caption(
            "A row per purchase or contract: CSV, CSV.gz, Parquet or Excel. It is read on this computer and stays there."
        )
        st.file_uploader(
            "Ledger",
            type=["csv", "gz", "parquet", "xlsx"],
            key=key,
            on_change=_handed_in,
            args=(session.here(), key),
        )
        source = workshop.one(LedgerSource)
        path = _kept(source)
        if path is None:
            return
        form(LedgerSource, only=("setting", "by", "window_days", "grace_days", "minimum", "segment_column"))
        with st.popover("Columns", icon=":material/view_column:"):
            form(LedgerSource, only=tuple(name for name in COLUMNS.values() if name != "segment_column"))
        try:
            ledger, bridge = _computed(str(path), source.file or path.name, _question(source))
        except WorkshopError as wrong:
            st.error(session.escape(str(wrong)), icon=":material/error:")
            for problem in getattr(wrong, "problems", ())[:20]:
                st.text(problem)
            return
        _show(source, ledger, bridge)


def _show(source: LedgerSource, ledger: Ledger, bridge: Bridge) -> None:
    st.caption("  \n".join(session.escape(words) for words in (*ledger.notes, *bridge.notes)))
    lines = [line for line in bridge.rows if line.segment == "All"]
    last = lines[-1]
    finding(
        f"{last.new + last.returned:,} came, {last.lapsed:,} left: {last.opening:,} customers became {last.closing:,}.",
        "ledger",
    )
    figures(
        [
            {
                "From": line.period_start,
                "To": line.period_end,
                "Opening": line.opening,
                "New": line.new,
                "Returned": line.returned,
                "Lapsed": line.lapsed,
                "Closing": line.closing,
                "Closing value": line.closing_value / 100,
            }
            for line in lines
        ],
        "The bridge computed from the ledger, a row per period",
    )
    st.button(
        "Write this bridge into the workshop",
        type="primary",
        key="write-bridge",
        on_click=_write,
        args=(session.here(), source, ledger, bridge),
    )
    st.caption(
        "It takes the place of the bridge computed before; rows that were typed stay. One Undo takes it back."
    )


def _handed_in(here: Here, key: str) -> None:
    file = session.peek(key)
    if file is not None:
        here.trying(_take, here, file)


def _take(here: Here, file: UploadedFile) -> None:
    content = file.getvalue()
    mark = hashlib.sha256(content).hexdigest()
    suffix = next((one for one in SUFFIXES if file.name.casefold().endswith(one)), ".csv")
    folder = data_folder() / "ledgers"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mark}{suffix}"
    if not path.exists():
        # Renamed into place whole, so that a crash never leaves half a ledger under its fingerprint.
        part = path.with_name(path.name + ".part")
        part.write_bytes(content)
        part.replace(path)
    old = here.workshop().one(LedgerSource)
    blank = {name: None for name in COLUMNS.values()}
    chosen = {
        "setting": old.setting or "purchases",
        "by": old.by or "year",
        "window_days": old.window_days or DEFAULT_WINDOW,
    }
    here.write(
        Put(
            "ledger_source",
            "ledger_source",
            {**blank, **chosen, "file": file.name[-200:], "fingerprint": mark},
        )
    )


def _kept(source: LedgerSource) -> Path | None:
    mark = source.fingerprint or ""
    if len(mark) != 64 or set(mark) - set("0123456789abcdef"):
        return None
    folder = data_folder() / "ledgers"
    return next((path for suffix in SUFFIXES if (path := folder / f"{mark}{suffix}").exists()), None)


def _question(source: LedgerSource) -> LedgerSource:
    """The source without what the answer fills in, so that the same question is answered from memory."""
    return source.with_values(
        {"rows": None, "customers": None, "first_day": None, "last_day": None, "notes": None}
    )


@st.cache_resource(show_spinner="Reading the ledger ...", max_entries=3)
def _read(path: str, name: str, setting: str, columns: tuple[tuple[str, str], ...]) -> Ledger:
    return open_ledger(Path(path), name, setting=setting, columns=dict(columns))


@st.cache_resource(
    show_spinner="Computing the bridge ...",
    max_entries=12,
    hash_funcs={LedgerSource: lambda one: one.model_dump_json()},
)
def _computed(path: str, name: str, source: LedgerSource) -> tuple[Ledger, Bridge]:
    columns: Mapping[str, str | None] = {role: getattr(source, field) for role, field in COLUMNS.items()}
    named = tuple((role, header) for role, header in columns.items() if header)
    ledger = _read(path, name, source.setting or "purchases", named)
    definition = BridgeDefinition(
        window=source.window_days or DEFAULT_WINDOW,
        grace=source.grace_days or 0,
        minimum_cents=round((source.minimum or 0) * 100),
        by=source.by or "year",
    )
    return ledger, compute_bridge(ledger, definition)


def _write(here: Here, source: LedgerSource, ledger: Ledger, bridge: Bridge) -> None:
    workshop = here.workshop()
    commands: list[Command] = [
        Remove("bridge_row", row.id) for row in workshop.all(BridgeRow) if row.from_ledger
    ]
    commands += [
        Put("bridge_row", f"ledger-{number:04d}", row_values(line), position=float(number))
        for number, line in enumerate(bridge.rows, 1)
    ]
    read = {
        "rows": ledger.rows_read,
        "customers": len(ledger.customers),
        "first_day": ledger.first_day,
        "last_day": ledger.last_day,
        "notes": "\n".join((*ledger.notes, *bridge.notes))[:5000] or None,
        **{COLUMNS[role]: header for role, header in ledger.columns},
    }
    commands.append(Put("ledger_source", "ledger_source", read))
    here.trying(here.write, Batch(tuple(commands), "Bridge from the ledger"))


def row_values(line: object) -> dict[str, object]:
    """A computed line as the values of a bridge row; money turns from cents into the currency."""
    values: dict[str, object] = {"evidence": "fact", "from_ledger": True}
    for name in BridgeRow.model_fields:
        if name.endswith("_value"):
            values[name] = getattr(line, name) / 100
        elif hasattr(line, name) and name not in ("id", "evidence", "kind", "segment"):
            values[name] = getattr(line, name)
    segment = line.segment  # type: ignore[attr-defined]
    values["segment"] = None if segment == "All" else segment
    return values
