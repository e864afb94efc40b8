"""The rules by which comments are sorted, taken from a workshop: the room's own first, then each silo's codes."""

from __future__ import annotations

from dataclasses import dataclass

from cxworkshop.analysis.experience import stage_of
from cxworkshop.domain.records import Category, CodeMap, CommentFile, SortRule, Source, Touchpoint
from cxworkshop.domain.workshop import Workshop

Targets = tuple[str | None, str | None, str | None, str | None]
"""Ids of source, stage, touchpoint and category."""


@dataclass(frozen=True)
class By:
    """A rule in order: a column's header ("" for what was said), whether the whole cell or words in it, and what it says."""

    column: str
    whole: bool
    says: str
    to: Targets


@dataclass(frozen=True)
class Rules:
    """Everything that decides where comments go; equal rules sort alike.

    `codes` are (silo, code, category) in small letters; `silos` are (source, function that keeps it, its own name).
    `rest` is the source of comments that no rule gives one.
    """

    by: tuple[By, ...]
    codes: tuple[tuple[str, str, str], ...]
    silos: tuple[tuple[str, str, str], ...]
    rest: str | None


def rules_of(workshop: Workshop, said: CommentFile, more: tuple[SortRule, ...] = ()) -> Rules:
    """The rules of a workshop for a file, with `more` behind them; what points to something removed points nowhere."""
    found = []
    for rule in (*workshop.all(SortRule), *more):
        source = workshop.get(Source, rule.source)
        stage = stage_of(workshop, rule.stage, rule.touchpoint)
        moment = workshop.get(Touchpoint, rule.touchpoint)
        category = workshop.get(Category, rule.category)
        to = tuple(one.id if one else None for one in (source, stage, moment, category))
        if rule.says and any(to):
            whole = rule.match == "is" or (rule.match is None and bool(rule.column))
            found.append(By(rule.column or "", whole, rule.says, to))  # type: ignore[arg-type]
    codes = tuple(
        (plain(one.silo or ""), plain(one.code), category.id)
        for one in workshop.all(CodeMap)
        if one.code and (category := workshop.get(Category, one.category))
    )
    silos = tuple((one.id, plain(one.silo or ""), plain(one.name or "")) for one in workshop.all(Source))
    rest = workshop.get(Source, said.source)
    return Rules(tuple(found), codes, silos, rest.id if rest else None)


def plain(words: str) -> str:
    """Words for comparing: small letters, one blank between."""
    return " ".join(words.casefold().split())
