"""The lists' customer ids laid over each other: in their series, with what speaks against them."""

from collections.abc import Callable, Sequence

import numpy as np

from cxworkshop.ledger.lists.columns import Values, gathered
from cxworkshop.ledger.lists.conflicts import KeyConflict, Rows
from cxworkshop.ledger.lists.doubts import Strangers, doubtful, strangers
from cxworkshop.ledger.lists.overlap import Pair
from cxworkshop.ledger.lists.series import Numbered, in_series
from cxworkshop.ledger.lists.signs import comparable


def numbered_customers(
    rows: Rows, values: dict[str, Values], note: Callable[[str], object]
) -> tuple[Numbered, tuple[KeyConflict, ...]]:
    """The customer ids in their series, and those whose rows contradict each other."""
    names = [one.name for one in rows.lists]
    headers = [one.columns.get("id", "").casefold() for one in rows.lists]
    columns = comparable(rows.lists, "id", note)
    email = (values.get("email") or gathered(rows.lists, "email", lambda _: None)).codes
    tax = values["tax"].codes if "tax" in values else np.full(len(email), -1, np.int32)
    apart: set[Pair] = set()
    while True:
        notes: list[str] = []
        found = in_series(names, headers, columns, notes.append, apart)
        unlike = strangers(rows, found.values, email)
        # What only a guess at the writing made the same must not make one of two people.
        wrong = {(one.one, one.other) for one in unlike} & set(found.guessed)
        if not wrong:
            break
        apart |= wrong
    for words in notes:
        note(words)
    for pair in unlike:
        note(_warning(names, pair))
    doubts, many = doubtful(rows, found.values, email, tax)
    if many:
        note(
            f"{many:,} customer id{'s stand' if many > 1 else ' stands'} beside two tax numbers, or beside entirely"
            " different names and e-mails; each counts as one customer all the same. Look at them."
        )
    return found, tuple(doubts)


def _warning(names: Sequence[str], pair: Strangers) -> str:
    return (
        f"Look out: of {pair.of:,} customer ids that {names[pair.one]} and {names[pair.other]} share, {pair.different:,}"
        " stand beside entirely different names. If each list numbers customers in its own way, do not match on the"
        " customer id (on screen take the column away, on the command line name a --key such as email)."
    )
