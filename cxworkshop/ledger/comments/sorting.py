"""Comments sorted: each one to a source, a stage, a touchpoint and a category, or to none where no rule speaks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.domain.records import CommentFile
from cxworkshop.ledger.cells import Codes, Mask
from cxworkshop.ledger.comments.lookup_words import has_words, low_texts, phrases
from cxworkshop.ledger.comments.reading import Comments
from cxworkshop.ledger.comments.rules import By, Rules, plain

SOURCE, STAGE, TOUCHPOINT, CATEGORY = range(4)


@dataclass(frozen=True)
class Sorted:
    """Where each comment belongs: per target, the row's number into the target's ids, -1 where no rule gives one."""

    ids: tuple[tuple[str, ...], ...]
    at: tuple[Codes, ...]

    def rows(self, target: int, id: str | None) -> Mask:
        """The comments of one source, stage, touchpoint or category; None asks for those without."""
        known = self.ids[target]
        if id is not None and id not in known:
            return np.zeros(len(self.at[target]), np.bool_)
        found: Mask = self.at[target] == (-1 if id is None else known.index(id))
        return found

    def id(self, target: int, row: int) -> str | None:
        """The id that a comment was sorted to."""
        at = int(self.at[target][row])
        return None if at < 0 else self.ids[target][at]


def sort_comments(comments: Comments, said: CommentFile, rules: Rules) -> Sorted:
    """Sort all comments. Per target the first rule in order wins; a touchpoint is only taken within the stage that
    won. Codes of the source's silo give a category where no rule did, and any silo's where all of them agree."""
    ids: list[dict[str, int]] = [{}, {}, {}, {}]
    at = [np.full(comments.rows, -1, np.int32) for _ in ids]

    def number(target: int, id: str) -> int:
        return ids[target].setdefault(id, len(ids[target]))

    def give(target: int, rows: Mask, id: str | None) -> None:
        if id is not None:
            at[target][rows & (at[target] < 0)] = number(target, id)

    for rule in rules.by:
        rows = _met(comments, rule)
        if rows is None:
            continue
        source, stage, moment, category = rule.to
        give(SOURCE, rows, source)
        give(STAGE, rows, stage)
        within = rows if stage is None else rows & (at[STAGE] == number(STAGE, stage))
        give(TOUCHPOINT, within, moment)
        give(CATEGORY, rows, category)
    give(SOURCE, np.ones(comments.rows, np.bool_), rules.rest)
    coded = _by_codes(comments, said, rules, at[SOURCE], list(ids[SOURCE]), ids[CATEGORY])
    at[CATEGORY] = np.where(at[CATEGORY] < 0, coded, at[CATEGORY])
    return Sorted(tuple(tuple(one) for one in ids), tuple(at))


def _met(comments: Comments, rule: By) -> Mask | None:
    """The comments that a rule speaks of; None where its column is not in this file."""
    if not rule.column:
        if not rule.whole:
            return has_words(comments.low, rule.says)
        wanted = pa.array(
            [one.lower().strip() for one in (rule.says, *rule.says.split("|"))], pa.large_string()
        )
        same: Mask = pc.is_in(comments.low, value_set=wanted).to_numpy(zero_copy_only=False)
        return same
    header = comments.table.named(rule.column)
    if header is None:
        return None
    codes, texts = comments.table.coded(header)
    if rule.whole:
        wanted = {plain(one) for one in (rule.says, *phrases(rule.says))}
        met = np.array([plain(text) in wanted for text in texts], np.bool_)
    else:
        met = has_words(low_texts(texts), rule.says)
    return np.append(met, False)[codes]


def _by_codes(
    comments: Comments,
    said: CommentFile,
    rules: Rules,
    sources: Codes,
    source_ids: list[str],
    categories: dict[str, int],
) -> Codes:
    """Each comment's category by its code: that of its source's silo, or else the one on which all silos agree."""
    header = comments.table.named(said.code_column)
    if header is None or not rules.codes:
        return np.full(comments.rows, -1, np.int32)
    codes, texts = comments.table.coded(header)
    known = [plain(text) for text in texts]
    anywhere: dict[str, set[str]] = {}
    for _, code, category in rules.codes:
        anywhere.setdefault(code, set()).add(category)
    agreed = {code: next(iter(found)) for code, found in anywhere.items() if len(found) == 1}

    def by(table: dict[str, str]) -> Codes:
        numbers = [
            categories.setdefault(table[code], len(categories)) if code in table else -1 for code in known
        ]
        return np.array([*numbers, -1], np.int32)[codes]

    found = by(agreed)
    silos = {id: {kept_by, name} - {""} for id, kept_by, name in rules.silos}
    for place, id in enumerate(source_ids):
        own = by({code: category for silo, code, category in rules.codes if silo in silos.get(id, ())})
        found = np.where((sources == place) & (own >= 0), own, found)
    return found
