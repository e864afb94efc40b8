"""E-mails and telephones that are not one customer's own: a switchboard's, an office's, or no address at all."""

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Codes, Integers
from cxworkshop.ledger.lists.columns import Values, rows
from cxworkshop.ledger.lists.joining import distinct_per
from cxworkshop.ledger.lists.people import agree, names_at, numbered
from cxworkshop.ledger.lists.reading import DepartmentList
from cxworkshop.ledger.lists.roles import key_name

MOST_NAMES = 10
"""An e-mail or phone beside more different names than this is a switchboard's, not a person's."""
MOST_ROWS = 100
"""... or, where a list has neither names nor products, on more rows than this."""
_ADDRESS = r"^[^@\s]+@[^@\s]+\.[^@\s.]{2,}$"
_OFFICE = (
    r"^(info|office|sales|contact|kontakt|mail|email|admin|hello|service|support|billing|accounts?|invoices?|finance"
    r"|enquir(y|ies)|orders?|shop|team|post|reception|help|buero|verkauf|rechnung|buchhaltung|vertrieb|bonjour|ventas"
    r"|accueil|compta|contacto|empfang|zentrale|general|secretary|marketing|webmaster)@"
)


def personal(
    lists: Sequence[DepartmentList],
    of: Codes,
    starts: Sequence[int],
    found: Values,
    key: str,
    note: Callable[[str], object],
) -> tuple[Codes, Integers]:
    """The codes without those that join nobody, and of these the offices' addresses on which names do not agree.

    What is no address joins nobody, nor does what many people share. An office's address (info@, sales@) is followed
    only where every row has a name and the names may be one customer's.
    """
    codes = found.codes.copy()
    offices = np.empty(0, np.int64)
    if key == "email":
        address = pc.match_substring_regex(found.texts, _ADDRESS).to_numpy(zero_copy_only=False)
        odd = (codes >= 0) & ~np.append(address.astype(np.bool_), True)[codes]
        if odd.any():
            note(
                f"Cells that are no e-mail address (name@company.example) join nobody ({rows(int(odd.sum()))})."
            )
            codes[odd] = -1
        offices = _offices(lists, of, starts, codes, found)
        codes[np.isin(codes, offices)] = -1
    crowds = _crowds(lists, of, starts, codes, len(found.texts))
    if len(crowds):
        several = f"{len(crowds):,} {key_name(key)} values" if len(crowds) > 1 else f"One {key_name(key)}"
        note(
            f"{several} stand{'s' * (len(crowds) == 1)} beside more than {MOST_NAMES} names, or on more than"
            f" {MOST_ROWS} rows with neither name nor product: shared by many, so no key"
            f" ({rows(int(np.isin(codes, crowds).sum()))})."
        )
        codes[np.isin(codes, crowds)] = -1
    return codes, offices


def _offices(
    lists: Sequence[DepartmentList], of: Codes, starts: Sequence[int], codes: Codes, found: Values
) -> Integers:
    """Offices' addresses on several rows whose names do not agree."""
    office = pc.match_substring_regex(found.texts, _OFFICE).to_numpy(zero_copy_only=False).astype(np.bool_)
    often = np.bincount(codes[codes >= 0], minlength=len(found.texts)) > 1
    suspects = np.flatnonzero(office & often)
    at = np.flatnonzero(np.isin(codes, suspects))
    named: dict[int, set[frozenset[str]]] = {}
    for code, words in zip(codes[at].tolist(), names_at(lists, of, starts, at), strict=True):
        named.setdefault(code, set()).add(words)
    return np.array(
        [code for code, names in named.items() if frozenset() in names or not agree(tuple(names))], np.int64
    )


def _crowds(
    lists: Sequence[DepartmentList], of: Codes, starts: Sequence[int], codes: Codes, many: int
) -> Integers:
    """The codes beside too many names, or on too many rows that nothing explains."""
    often = np.bincount(codes[codes >= 0], minlength=many)
    suspects = np.flatnonzero(often > MOST_NAMES)
    if not len(suspects):
        return suspects
    at = np.flatnonzero(np.isin(codes, suspects))
    names = numbered(names_at(lists, of, starts, at))
    group = np.searchsorted(suspects, codes[at]).astype(np.int32)
    different = distinct_per(group, names)
    different = np.pad(different, (0, len(suspects) - len(different)))
    several_products = np.array(["product" in one.cells for one in lists])[of[at]]
    unexplained = np.bincount(group[(names < 0) & ~several_products], minlength=len(suspects))
    return suspects[(different > MOST_NAMES) | (unexplained > MOST_ROWS)]
