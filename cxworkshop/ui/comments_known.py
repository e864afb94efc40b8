"""Where a value of a column, or words, belong before anybody has chosen: as a rule remembers, or by the same name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cxworkshop.domain.records import Category, SortRule, Source, Stage, Touchpoint
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.comments import plain

NONE, NEW = "-", "new"
CELL, WORDS = "is", "has the words"
"""How a rule looks: at the whole cell of a column, or for words in what was said."""


@dataclass(frozen=True)
class Known:
    """The rules of a workshop by how they look, column and words; and ids by plain name."""

    workshop: Workshop
    rules: Mapping[tuple[str, str, str], SortRule]
    sources: Mapping[str, str]
    places: Mapping[str, str]
    categories: Mapping[str, str]

    def rule(self, header: str, says: str, match: str = CELL) -> SortRule | None:
        """The rule that speaks of exactly this value of a column, or of these words, where there is one already."""
        return self.rules.get((match, plain(header), plain(says)))

    def source(self, header: str, says: str) -> str | None:
        """The source of a channel."""
        rule = self.rule(header, says)
        ruled = self.workshop.get(Source, rule.source) if rule else None
        return ruled.id if ruled else self.sources.get(plain(says))

    def place(self, header: str, says: str, match: str = CELL) -> str:
        """The moment or stage to which a value or words belong; `-` where none is known."""
        rule = self.rule(header, says, match)
        if rule:
            ruled = self.workshop.get(Touchpoint, rule.touchpoint) or self.workshop.get(Stage, rule.stage)
            if ruled:
                return ruled.id
        return self.places.get(plain(says), NONE) if match == CELL else NONE

    def category(self, header: str, says: str, match: str = CELL, fresh: bool = False) -> str:
        """The category to which a value or words belong; else a new one where new ones are wanted."""
        rule = self.rule(header, says, match)
        ruled = self.workshop.get(Category, rule.category) if rule else None
        named = self.categories.get(plain(says)) if match == CELL else None
        return ruled.id if ruled else named or (NEW if fresh else NONE)


def known(workshop: Workshop) -> Known:
    """What a workshop knows of where comments belong; of rules that look alike the first counts."""
    rules: dict[tuple[str, str, str], SortRule] = {}
    for one in workshop.all(SortRule):
        rules.setdefault((one.match or "", plain(one.column or ""), plain(one.says or "")), one)
    places = {plain(one.name): one.id for one in workshop.all(Stage) if one.name}
    places |= {plain(one.name): one.id for one in workshop.all(Touchpoint) if one.name}
    return Known(
        workshop,
        rules,
        {plain(one.name): one.id for one in workshop.all(Source) if one.name},
        places,
        {plain(one.name): one.id for one in workshop.all(Category) if one.name},
    )
