"""Readings from a file or a pasted block: each series matched to a measure, told before it is taken, taken in one go."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.findings import counted, listed, quoted, sentence
from cxworkshop.analysis.readings import Compared, Incoming, compared, likeliest
from cxworkshop.domain.commands import Batch, Command, Put, new_id
from cxworkshop.domain.errors import BadFile, BadValue, WorkshopError
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.series import FileSeries, SeriesFile, read_many
from cxworkshop.ui import session
from cxworkshop.ui.session import Here

PLACE = "series"
MOST_SERIES, MOST_POINTS = 40, 20_000
NEW, OUT = "+new", "-out"
SHAPES = (
    "A column of dates and one for each measure; or measure, date and value; or the measures down and the dates across."
    " Dates may be days, months (2025-03, Mar 2025), quarters (2025-Q1) or weeks (2025-W07)."
)


def draw(*, unfolded: bool = False) -> None:
    """The place to hand in a file or paste a block; once it is read, what it would change, and the button that takes it."""
    if session.projecting():
        return
    here = session.here()
    found: SeriesFile | None = here.handed.get(PLACE)
    with st.expander(
        "Readings from a file, or of many measures at once",
        expanded=here.at_arrival("series-file", unfolded)
        or found is not None
        or any(place == PLACE for place, _, _ in here.notices),
        icon=":material/upload_file:",
    ):
        session.say_notices(PLACE)
        if found is not None:
            _preview(here, found)
        else:
            _hand_in(here)


def _hand_in(here: Here) -> None:
    turn = here.pasted.get(PLACE, 0)
    st.caption(SHAPES)
    upload, block = st.columns(2)
    key = f"series-file|{here.token}|{turn}"
    upload.file_uploader(
        "A file: CSV, CSV.gz, Parquet or Excel",
        type=["csv", "gz", "parquet", "xlsx"],
        key=key,
        on_change=_uploaded,
        args=(here, key),
    )
    box = f"series-block|{here.token}|{turn}"
    with block.form(f"series-form-{turn}", border=False):
        st.text_area("Or a block from a spreadsheet, with its headers", key=box, height=120)
        st.form_submit_button("Read this block", on_click=_block, args=(here, box))


def _preview(here: Here, found: SeriesFile) -> None:
    workshop = session.workshop()
    named = workshop.labels("measure")
    st.text(f"{found.file}: {counted(len(found.series), 'series', 'series')}")
    for note in found.notes:
        st.caption(session.escape(note))
    choices = {NEW: "A new measure of this name", OUT: "Leave it out", **named}
    new = changed = 0
    for at, series in enumerate(found.series):
        guess = likeliest(workshop, series.name) or NEW
        name, measure, says = st.columns([4, 4, 3], vertical_alignment="center")
        name.text(series.name)
        chosen = measure.selectbox(
            f"Whose readings are {series.name}?",
            list(choices),
            index=list(choices).index(guess),
            format_func=lambda id: choices.get(id, ""),
            key=_key(here, at),
            label_visibility="collapsed",
        )
        if chosen == OUT:
            says.text("left out")
            continue
        told = compared(workshop, None if chosen == NEW else chosen, _points(series))
        new, changed = new + told.new, changed + told.changed
        says.text(_words(told))
    take, leave = st.columns([1, 3])
    if new + changed:
        take.button(
            f"Take {counted(new + changed, 'reading')}",
            type="primary",
            key="take-series",
            on_click=_take,
            args=(here, found),
        )
    else:
        st.text("Nothing to take: every reading is there already.")
    leave.button("Put it aside", key="leave-series", type="tertiary", on_click=_aside, args=(here,))


def _words(told: Compared) -> str:
    said = [("new", told.new), ("changed", told.changed), ("there already", told.same)]
    return ", ".join(f"{many:,} {what}" for what, many in said if many)


def _points(series: FileSeries) -> list[Incoming]:
    return [(point.first, point.last, point.value) for point in series.points]


def _key(here: Here, at: int) -> str:
    return f"series-of|{here.token}|{here.pasted.get(PLACE, 0)}|{at}"


def _uploaded(here: Here, key: str) -> None:
    file = session.peek(key)
    if file is not None:
        _read(here, file.getvalue(), file.name)


def _block(here: Here, box: str) -> None:
    words = session.peek(box) or ""
    if words.strip():
        _read(here, words.encode(), "pasted block.csv")


def _read(here: Here, content: bytes, file: str) -> None:
    try:
        found = read_many(content, file)
        points = sum(len(one.points) for one in found.series)
        if len(found.series) > MOST_SERIES or points > MOST_POINTS:
            raise BadFile(
                f"{file} holds {len(found.series):,} series with {points:,} values; hand in at most {MOST_SERIES} series and"
                f" {MOST_POINTS:,} values, summed up by week or month."
            )
    except BadFile as bad:
        here.notice("\n".join((str(bad), *bad.problems)), bad=True, place=PLACE)
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=PLACE)
    else:
        here.handed[PLACE] = found


def _take(here: Here, found: SeriesFile) -> None:
    workshop = here.workshop()
    try:
        commands, said = _commands(here, workshop, found)
        here.write(Batch(tuple(commands), f"Readings from {found.file}"))
    except WorkshopError as wrong:
        here.notice(str(wrong), bad=True, place=PLACE)
        return
    here.notice(said, place=PLACE)
    _aside(here)


def _commands(here: Here, workshop: Workshop, found: SeriesFile) -> tuple[list[Command], str]:
    commands: list[Command] = []
    taken: dict[str, str] = {}
    new = changed = 0
    for at, series in enumerate(found.series):
        chosen = session.peek(_key(here, at)) or likeliest(workshop, series.name) or NEW
        if chosen == OUT:
            continue
        if chosen in taken:
            raise BadValue(
                f"{quoted(taken[chosen])} and {quoted(series.name)} go to one measure: choose another for one of them."
            )
        measure = chosen
        if chosen == NEW:
            measure = new_id()
            commands.append(Put("measure", measure, {"name": series.name[:200]}))
        else:
            taken[chosen] = series.name
        told = compared(workshop, measure, _points(series))
        new, changed = new + told.new, changed + told.changed
        commands += told.writes
    said = [
        f"{counted(many, 'reading')} {what}" for many, what in ((new, "added"), (changed, "changed")) if many
    ]
    return commands, sentence(f"{listed(said)}. One Undo takes them back.")


def _aside(here: Here) -> None:
    here.handed.pop(PLACE, None)
    here.pasted[PLACE] = here.pasted.get(PLACE, 0) + 1
