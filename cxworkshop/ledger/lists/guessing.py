"""What the headers of a list say that its columns are for."""

import re
from collections.abc import Mapping, Sequence

from cxworkshop.ledger.lists.roles import EITHER, NUMBER_WORDS, ROLES, ListRole, letters


def guess_columns(
    headers: Sequence[str],
    chosen: Mapping[str, str] | None = None,
    holding: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Role to header, for the roles that the headers tell; `chosen` overrules a guess, "" takes a role away.

    `holding` says which of both those headers are that may mean a number or a name (EITHER), where the cells tell.
    No column serves two roles by guess: whole names go before single words, and an e-mail before a name. A header
    that names a row of the list itself (row id, record id, unique id) is nobody's customer number.
    """
    either = {one: EITHER[letters(one)] for one in headers if letters(one) in EITHER} | dict(holding or {})
    found = {role: header for role, header in (chosen or {}).items() if header}
    closed = set(chosen or {})
    twice = {header for header in headers if headers.count(header) > 1}
    for find in (_whole, _word):
        for role, known in ROLES.items():
            if role in closed or role in found:
                continue
            free = [
                one
                for one in headers
                if one
                and one not in found.values()
                and one not in twice
                and not (role in ("id", "name") and either.get(one, role) != role)
            ]
            if header := find(free, known):
                found[role] = header
    if {"first_name", "last_name"} <= set(found) and "name" not in closed:
        # The two parts say more than a third column, which may be a contact's number or a company.
        found.pop("name", None)
    return {role: found[role] for role in ROLES if role in found}


def role_called(words: str) -> str | None:
    """The role that a header or a role's own name means, or None."""
    return next(iter(guess_columns([words])), None) or (words if words in ROLES else None)


def _whole(free: Sequence[str], role: ListRole) -> str | None:
    for name in role.names:
        for header in free:
            if letters(header) == letters(name):
                return header
    return None


def _word(free: Sequence[str], role: ListRole) -> str | None:
    for word in role.words:
        for header in free:
            spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", header)
            words = {part.lower() for part in re.split(r"[\W_\d]+", spaced) if part}
            if not (word in words or letters(word) in words) or words & set(role.never):
                continue
            if not role.numbered or words & NUMBER_WORDS or "#" in header:
                return header
    return None
