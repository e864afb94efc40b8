"""The dials of the definition lab: each writes its own field of the ledger's record, and is there only where it means something."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import streamlit as st

from cxworkshop.analysis.lab import WINDOW, WINDOWS, dials
from cxworkshop.analysis.lab_words import excluded
from cxworkshop.domain.records import LedgerSource
from cxworkshop.domain.records.lab import VALUE_BASES
from cxworkshop.ledger import Ledger
from cxworkshop.ui import lab_lists, session, troubles
from cxworkshop.ui.fields import Widget, field

LONGEST = 1_100
"""Days at the right end of the slider; the field beside it takes more."""
MOST = 500
"""Values that are offered for leaving out; others can be typed."""


def draw(source: LedgerSource, ledger: Ledger, headers: Sequence[str]) -> None:
    """All dials of the present setting, the ones that the room argues about first."""
    found = dials(source)
    setting()
    if "window_days" in found:
        _window()
    if "grace_days" in found:
        _dial("grace_days")
    if "minimum" in found:
        _dial("minimum")
    with _group("Left out", excluded(source, source.segment_column) or "nobody", "out"):
        _exclusions(source, ledger, headers)
    worth = str(found["value_basis"])
    with _group("Worth", worth, "worth"):
        _worth(source, found, headers)
    unit = source.unit_column or "the customer column"
    once = f", {source.merge_list} merged" if source.merge_list else ""
    with _group("Counted by", f"{unit}{once}, a row of the bridge per {found['by']}", "unit"):
        column("unit_column", headers, "the customer column")
        lab_lists.draw(lab_lists.MERGED, source)
        _dial("by")
        since, until = st.columns(2)
        with since:
            _dial("from_day")
        with until:
            _dial("to_day")
        _dial("gross")
    troubles.say(LedgerSource, LedgerSource.kind)


def setting() -> None:
    """Whether purchases, contracts or both say who is a customer."""
    _dial("setting")


def _dial(name: str, widget: Widget | None = None, place: str = "") -> None:
    field(LedgerSource, LedgerSource.kind, name, widget=widget, place=place)


def _group(title: str, stands: str, key: str) -> Any:
    return st.expander(f"{title}: {session.escape(stands[:90])}", key=f"dials-{key}", on_change="rerun")


def _window() -> None:
    _dial("window_days", _slider, "slider")
    marks, exact = st.columns([2, 1], vertical_alignment="bottom")
    with marks:
        _dial("window_days", _marks, "marks")
    with exact:
        _dial("window_days", _exact, "exact")


def _slider(title: str, value: Any, common: dict[str, Any]) -> object:
    return st.slider(title, 1, LONGEST, min(value or WINDOW, LONGEST), **common)


def _marks(title: str, value: Any, common: dict[str, Any]) -> object:
    # Clicking the mark that is on would clear the window; a window cannot be none.
    return st.segmented_control(
        title,
        tuple(WINDOWS),
        default=value if value in WINDOWS else None,
        format_func=lambda days: WINDOWS[days].replace("months", "m"),
        label_visibility="collapsed",
        required=value in WINDOWS,
        **{**common, "help": None},
    )


def _exact(title: str, value: Any, common: dict[str, Any]) -> object:
    return st.text_input(
        "Exact window (days)",
        f"{value or WINDOW:,}",
        label_visibility="collapsed",
        **{**common, "help": None},
    )


def _exclusions(source: LedgerSource, ledger: Ledger, headers: Sequence[str]) -> None:
    column("exclude_column", headers, source.segment_column or "no column yet")
    values = (ledger.exclude_names or ledger.segments or ()) if source.exclude_column else ledger.segments
    if values:
        offered = tuple(dict.fromkeys([*source.excluded_values, *values[:MOST]]))
        _dial("excluded_values", several(offered))
    elif source.excluded_values:
        _dial("excluded_values", several(source.excluded_values))
    else:
        st.caption("Choose the column, and its values can be left out here.")
    _dial("internal", several(source.internal))
    _dial("excluded_ids")
    lab_lists.draw(lab_lists.LEFT_OUT, source)


def _worth(source: LedgerSource, found: dict[str, object], headers: Sequence[str]) -> None:
    _dial("value_basis", _basis(str(found["setting"]), str(found["value_basis"])))
    if found["value_basis"] != "revenue":
        column("value_column", headers, "the amount")
    if found["value_basis"] == "margin" and not source.value_column:
        _dial("margin_percent")


def _basis(setting: str, stands: str) -> Widget:
    barred = {"purchases": "annual contract value", "contracts": "revenue"}.get(setting)
    offered = tuple(basis for basis in VALUE_BASES if basis != barred)

    def draw(title: str, value: Any, common: dict[str, Any]) -> object:
        return st.segmented_control(title, offered, default=stands, required=True, **common)

    return draw


def several(offered: Sequence[str]) -> Widget:
    """Several names, offered or typed."""

    def draw(title: str, value: Any, common: dict[str, Any]) -> object:
        return st.multiselect(
            title, offered, default=value, accept_new_options=True, placeholder="None", **common
        )

    return draw


def column(name: str, headers: Sequence[str], blank: str, place: str = "") -> None:
    """A column picked from the file's headers, or none; `blank` says what none means."""

    def draw(title: str, value: Any, common: dict[str, Any]) -> object:
        index = headers.index(value) if value in headers else None
        return st.selectbox(title, headers, index=index, placeholder=blank, **common)

    # Another file has choices of its own: its fields begin anew.
    mark = sha256("\0".join(headers).encode()).hexdigest()[:8]
    field(
        LedgerSource, LedgerSource.kind, name, widget=draw, place=f"{place}{mark}", among=frozenset(headers)
    )
