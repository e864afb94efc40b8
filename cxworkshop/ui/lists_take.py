"""What may be taken away from the lists: the merged list, the steps for the workshop, a merge table for the ledger."""

from __future__ import annotations

import csv
from io import StringIO

import streamlit as st

from cxworkshop.analysis.list_marks import list_mark
from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.records import CountDifference, Definition, FunctionCount, LedgerSource
from cxworkshop.ledger.lists import merged_csv, merged_header, merged_rows
from cxworkshop.ui import session
from cxworkshop.ui.kept_files import mark_of
from cxworkshop.ui.lab_lists import MERGED, lay
from cxworkshop.ui.lists_work import Work
from cxworkshop.ui.session import Here
from cxworkshop.workbook.one_table import one_table


def take_away(found: Work) -> None:
    """The merged list as a file, and the steps as rows of the workshop."""
    write, as_csv, as_excel = st.columns(3)
    here = session.here()
    write.button(
        "Write the steps into the workshop",
        type="primary",
        key="write-lists",
        width="stretch",
        on_click=_write,
        args=(here, found),
    )
    merged = (found.matched, found.settled.entity, found.counted.active)
    as_csv.download_button(
        "Download the merged list (CSV)",
        data=lambda: merged_csv(*merged).encode("utf-8-sig"),
        file_name="one_list.csv",
        mime="text/csv",
        key="merged-list",
        width="stretch",
        on_click="ignore",
    )
    as_excel.download_button(
        "Download the merged list (Excel)",
        data=lambda: one_table("One list", merged_header(found.matched), merged_rows(*merged)),
        file_name="one_list.xlsx",
        key="merged-list-excel",
        width="stretch",
        on_click="ignore",
    )
    unmatched = [own.name for own in found.counted.lists if _count_of(found, own.name) is None]
    words = "The steps take the place of those written from lists before. One Undo takes them back."
    if unmatched:
        words += (
            f" No function's count is called {', '.join(unmatched)}: name the list as the function is named, and its"
            " steps are written too."
        )
    st.caption(session.escape(words))


def merge_ledger(found: Work) -> None:
    """Ids of the ledger that the lists made one: laid over it as a merge table, so that both count the same people."""
    content = _merge_table(found.merges)
    if not found.merges or session.workshop().one(LedgerSource).merge_mark == mark_of(content):
        return
    many = len(found.merges)
    ids = "one id of the ledger belongs" if many == 1 else f"{many:,} ids of the ledger belong"
    whom = "a customer who has" if many == 1 else "customers who have"
    agreed = session.workshop().one(Definition).agreed
    with st.container(border=True):
        st.text(f"By what was settled here, {ids} to {whom} another id in it. The ledger counts both.")
        if agreed is not None and agreed != found.counted.one_version:
            st.text("Counted as one in the lab, they bring the two numbers together.")
        here = session.here()
        st.button(
            "Count them as one in the lab",
            key="merge-ledger",
            on_click=here.trying,
            args=(lay, here, MERGED, content, "the lists.csv"),
            help="Lays a merge table over the ledger. Look at the count in the lab, then keep the definition there."
            " One Undo takes it back.",
        )


def _merge_table(merges: tuple[tuple[str, str], ...]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows((("id", "customer"), *merges))
    return text.getvalue().encode()


def _count_of(found: Work, name: str) -> FunctionCount | None:
    return _named(session.workshop().all(FunctionCount), name)


def _named(counts: tuple[FunctionCount, ...], name: str) -> FunctionCount | None:
    wanted = name.strip().casefold()
    return next((one for one in counts if (one.function or "").strip().casefold() == wanted), None)


def _write(here: Here, found: Work) -> None:
    workshop = here.workshop()
    commands: list[Command] = [
        Remove("count_difference", row.id) for row in workshop.all(CountDifference) if row.from_lists
    ]
    for number, own in enumerate(found.counted.lists, 1):
        count = _named(workshop.all(FunctionCount), own.name)
        if count is None:
            continue
        commands += [
            Put(
                "count_difference",
                f"lists-{number}-{place}",
                {
                    "count": count.id,
                    "cause": step.cause,
                    "customers": step.customers,
                    "note": step.says[:300],
                    "evidence": "fact",
                    "from_lists": True,
                },
            )
            for place, step in enumerate(own.walk, 1)
        ]
    told = "\n".join((*found.matched.notes, *found.settled.refused))[:5000] or None
    written = {"one_version": found.counted.one_version, "notes": told, "counted_from": list_mark(workshop)}
    commands.append(Put("reconciliation", "reconciliation", written))
    here.trying(here.write, Batch(tuple(commands), "One list from several"))
