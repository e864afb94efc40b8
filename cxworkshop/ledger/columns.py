"""Which column is which: guessed from the header, told, and overruled by name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.roles import ROLES, Role


@dataclass(frozen=True)
class Column:
    """A header picked for a role, and whether a person named it or the header itself did."""

    index: int
    header: str
    named: bool


def pick(
    file: str,
    headers: Sequence[str],
    wanted: Mapping[str, str],
    needed: Sequence[str],
    useful: Sequence[str],
    top: str,
) -> dict[str, Column]:
    """The column for each role that is needed or useful: as `wanted` by header, else guessed from the headers.

    A guess prefers the exact name, then the same letters, then a word in the header; no column serves two roles by
    guess. Raises BadLedger, listing the columns, for a wrong name or a needed role without a column; `top` is where the
    headers stand, as `Table.top` words it.
    """
    picked = {role: _named(file, headers, role, header, top) for role, header in wanted.items()}
    _guess(picked, headers, [role for role in (*needed, *useful) if role not in picked])
    for role, column in picked.items():
        if headers.count(column.header) > 1:
            raise BadLedger(
                f"{file}: {top} has {headers.count(column.header)} columns named {column.header};"
                " give each its own name."
            )
        if role in ("customer", "amount") and [one.index for one in picked.values()].count(column.index) > 1:
            raise BadLedger(
                f"{file}: column {column.header} cannot be the {role} and something else too; name another."
            )
    for role in needed:
        if role not in picked:
            _refuse_taken(file, headers, role, picked)
            remedy = f"Say which one it is (--{role} on the command line)"
            raise BadLedger(
                f"{file}: {top} has no column for {ROLES[role].what}; its columns are {listed(headers)}."
                f" {remedy}{', or put the headers in the first row' if 'row ' in top else ''}."
            )
    return picked


def _refuse_taken(file: str, headers: Sequence[str], role: str, picked: Mapping[str, Column]) -> None:
    """Raise BadLedger where the column that a role lacks is there, and was named for another."""
    alone: dict[str, Column] = {}
    _guess(alone, headers, [role])
    for other, column in picked.items():
        if role in alone and column.named and column.index == alone[role].index:
            raise BadLedger(
                f"{file}: column {column.header} was named for {ROLES[other].what} ({option(other)}), so there is none"
                f" for {ROLES[role].what}; name another for one of the two ({option(role)})."
            )


def option(role: str) -> str:
    """What the command line calls the option that names a role's column."""
    return {"exclude": "--exclude-column"}.get(role, f"--{role.replace('_', '-')}")


def suggest(headers: Sequence[str], setting: str = "purchases") -> dict[str, str]:
    """The header that each role would most likely take, by role, for showing before anything is read.

    Segment, unit, value, exclude and first-seen are suggestions only: opening a ledger takes them where they are named.
    """
    guessed: dict[str, Column] = {}
    days = {"purchases": ("date",), "contracts": ("start", "end")}.get(setting, ("start", "end", "date"))
    _guess(guessed, headers, ["customer", *days, "amount", "id", "currency"])
    _guess(guessed, headers, ["segment", "unit", "value", "exclude", "first_seen"])
    return {role: column.header for role, column in guessed.items() if headers.count(column.header) == 1}


def listed(headers: Sequence[str]) -> str:
    """The headers as a message names them, at most 40 of them."""
    shown = [header[:60] or "(blank)" for header in headers[:40]]
    return ", ".join(shown) + (f" and {len(headers) - 40} more" if len(headers) > 40 else "")


def _guess(picked: dict[str, Column], headers: Sequence[str], roles: Sequence[str]) -> None:
    for find in (_by_name, _by_word):
        for role in roles:
            taken = {column.index for column in picked.values()}
            free = [(i, header) for i, header in enumerate(headers) if i not in taken and header]
            if role not in picked and (index := find(free, ROLES[role])) is not None:
                picked[role] = Column(index, headers[index], named=False)


def _named(file: str, headers: Sequence[str], role: str, wanted: str, top: str) -> Column:
    for same in (str, str.strip, _letters):
        found = [i for i, header in enumerate(headers) if same(header) == same(wanted)]
        if len(found) > 1:
            raise BadLedger(f"{file}: {top} has {len(found)} columns named {wanted}; give each its own name.")
        if found:
            return Column(found[0], headers[found[0]], named=True)
    raise BadLedger(
        f"{file}: {top} has no column {wanted} (for {ROLES[role].what}); its columns are {listed(headers)}."
    )


def _by_name(free: Sequence[tuple[int, str]], role: Role) -> int | None:
    for same in (str, _letters):
        for name in role.names:
            for index, header in free:
                if same(header) == same(name):
                    return index
    return None


def _by_word(free: Sequence[tuple[int, str]], role: Role) -> int | None:
    for word in role.words:
        for index, header in free:
            words = _words(header)
            if word in words and not words & set(role.never):
                return index
    return None


def _letters(header: str) -> str:
    return re.sub(r"[\W_]", "", header).lower()


def _words(header: str) -> set[str]:
    spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", header)
    return {word.lower() for word in re.split(r"[\W_\d]+", spaced) if word}
