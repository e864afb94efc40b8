"""What the lists give: the one company version, its conflicts, what may be taken away, and the steps for the workshop."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from cxworkshop.analysis.findings import customers
from cxworkshop.domain.commands import Batch, Command, Put, Remove
from cxworkshop.domain.records import CountDifference, FunctionCount
from cxworkshop.ledger.lists import key_name, merged_csv
from cxworkshop.ui import session
from cxworkshop.ui.lists_work import Work
from cxworkshop.ui.session import Here

_MOST = 50


def total(found: Work) -> None:
    """The one number, beside the rows of each list and how far they are from it."""
    word = customers(session.workshop())
    places = st.columns(len(found.counted.lists) + 1)
    places[0].metric(session.escape(f"All {word}, each once"), f"{found.counted.one_version:,}")
    for place, own in zip(places[1:], found.counted.lists, strict=True):
        place.metric(
            session.escape(own.name),
            f"{own.rows:,}",
            f"{own.one_version - own.rows:+,}".replace("-", "−"),
            delta_color="off",
            delta_arrow="off",
        )


def conflicts(found: Work) -> None:
    """Values of a key that stand beside two customer numbers; names and addresses stay off the wall."""
    matched = found.matched
    if not matched.conflict_count:
        return
    st.subheader("Nothing was made one through these")
    st.text(
        f"{matched.conflict_count:,} shared addresses or numbers stand beside two customer numbers. Somebody must say"
        " whether one customer has two numbers, or two share an address."
    )
    if session.projecting():
        return
    st.dataframe(
        pd.DataFrame(
            [
                {
                    "What is shared": key_name(one.key),
                    "Value": one.value,
                    "Customer numbers": ", ".join(one.numbers),
                    "Where": ", ".join(_where(found, *place) for place in one.places),
                }
                for one in matched.conflicts[:_MOST]
            ]
        ),
        hide_index=True,
        height="content" if matched.conflict_count <= 8 else 320,
    )


def take_away(found: Work) -> None:
    """The merged list as a file, and the steps as rows of the workshop."""
    write, download, _ = st.columns([2, 2, 2])
    here = session.here()
    write.button(
        "Write the steps into the workshop",
        type="primary",
        key="write-lists",
        width="stretch",
        on_click=_write,
        args=(here, found),
    )
    download.download_button(
        "Download the merged list",
        data=lambda: merged_csv(found.matched, found.settled.entity, found.counted.active).encode(
            "utf-8-sig"
        ),
        file_name="one_list.csv",
        mime="text/csv",
        key="merged-list",
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


def notes(found: Work) -> None:
    """What was tidied, a sentence for each rule, with how many rows it touched."""
    near = found.near.notes if found.near else ()
    told = (*found.matched.notes, *near, *found.counted.notes)
    if told:
        with st.expander("What was tidied before comparing"):
            st.text("\n".join(dict.fromkeys(told)))


def _where(found: Work, at: int, position: int) -> str:
    _, row = found.row_number(found.matched.starts[at] + position)
    return f"{found.matched.lists[at].name} {row:,}"


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
    commands.append(
        Put("reconciliation", "reconciliation", {"one_version": found.counted.one_version, "notes": told})
    )
    here.trying(here.write, Batch(tuple(commands), "One list from several"))
