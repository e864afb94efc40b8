"""The four departments' lists made one, as the app makes them one, with the doubtful pairs that the room read aloud."""

import hashlib
from datetime import date
from pathlib import Path

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import ListSource, PairVerdict, Reconciliation
from cxworkshop.ledger import BridgeDefinition, active_customers, open_ledger
from cxworkshop.ledger.lists import (
    DepartmentList,
    Matched,
    NearPairs,
    Verdict,
    count,
    ids_as_here,
    match_exactly,
    near_pairs,
    read_list,
    settle,
)
from sample_data.story.company import Company

ACCEPT_FROM = 70.0
_READ_ALOUD = 8
_AS_OF, _WINDOW = date(2025, 12, 31), 365


def reconciled(company: Company, folder: Path) -> list[Record]:
    """The lists handed in, what was said of pairs that are not sure, and the one count that came of it."""
    lists = [read_list(folder / one.file, one.function) for one in company.lists]
    matched = match_exactly(lists)
    near = near_pairs(matched)
    people = [person for one in company.lists for person, _ in one.lines]
    asked = _doubtful(near)
    said = [
        Verdict(first, second, people[first] == people[second])
        for at in asked
        for first, second in [(int(near.first[at]), int(near.second[at]))]
    ]
    settled = settle(matched, near, said, ACCEPT_FROM)
    ledger = open_ledger(folder / "ledger.csv.gz")
    active = active_customers(ledger, BridgeDefinition(window=_WINDOW), _AS_OF)
    counted = count(matched, settled.entity, active_ids=ids_as_here(matched, active))
    return [
        *(_source(one, folder) for one in lists),
        Reconciliation(
            id="reconciliation",
            exact_keys=tuple(matched.keys),
            near=True,
            accept_from=ACCEPT_FROM,
            as_of=_AS_OF,
            window_days=_WINDOW,
            with_ledger=True,
            one_version=counted.one_version,
        ),
        *(
            _verdict(matched, near, at, word, number)
            for number, (at, word) in enumerate(zip(asked, said, strict=True), 1)
        ),
    ]


def _doubtful(near: NearPairs) -> list[int]:
    """A few pairs below the score from which all were taken, from the surest down."""
    below = [at for at, score in enumerate(near.score) if score < ACCEPT_FROM]
    return below[:: max(1, len(below) // _READ_ALOUD)][:_READ_ALOUD]


def _source(one: DepartmentList, folder: Path) -> ListSource:
    return ListSource(
        id=f"list-{one.name.lower()}",
        name=one.name,
        file=one.file,
        fingerprint=hashlib.sha256((folder / one.file).read_bytes()).hexdigest(),
        rows=one.rows,
        **{f"{role}_column": header for role, header in one.columns.items()},
    )


def _verdict(matched: Matched, near: NearPairs, at: int, word: Verdict, number: int) -> PairVerdict:
    (list_a, row_a), (list_b, row_b) = matched.place(word.first), matched.place(word.second)
    # The first row below the headers is row 2 of a spreadsheet.
    return PairVerdict(
        id=f"pair-{number}",
        list_a=f"list-{matched.lists[list_a].name.lower()}",
        row_a=row_a + 2,
        list_b=f"list-{matched.lists[list_b].name.lower()}",
        row_b=row_b + 2,
        score=round(float(near.score[at]), 1),
        why=near.why(at),
        verdict="same" if word.same else "different",
    )
