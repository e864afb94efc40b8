"""The 1,500 comments as evidence: one row per stage, source and category, with a sentence that could be read aloud."""

import hashlib
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import CodeMap, CommentFile, Evidence, SortRule, Touchpoint
from sample_data.story.codes import CHANNELS
from sample_data.story.comments import Comment

FILE = "comments-2025"
# The one company category of each moment; a silo's codes follow from it.
CATEGORIES = {
    "catalogue": "ideas",
    "advice": "advice",
    "stock": "stock",
    "price": "price",
    "promise": "day",
    "evening": "told",
    "change_day": "told",
    "delivery_day": "day",
    "unpacking": "whole",
    "carried": "door",
    "settling": "alive",
    "care": "advice",
    "known": "known",
    "first_call": "right",
    "replacement": "right",
    "guarantee": "alive",
}


def code_maps() -> list[Record]:
    """Every silo's codes with the company category that each belongs to."""
    pairs = {
        (one.silo, code): CATEGORIES[topic] for one in CHANNELS for topic, code in one.codes.items() if code
    }
    return [
        CodeMap(id=f"code-{place}", silo=silo, code=code, category=f"category-{category}")
        for place, ((silo, code), category) in enumerate(pairs.items(), start=1)
    ]


def evidence(comments: list[Comment], moments: list[Touchpoint]) -> list[Record]:
    """Comments added up by stage, source and category, in the order of the customer's life; counts sum to all."""
    stages = {moment.id.removeprefix("moment-"): moment.stage or "" for moment in moments}
    order = list(dict.fromkeys(stages.values()))
    sources = {one.name: one.key for one in CHANNELS}
    groups: dict[tuple[int, str, str], list[Comment]] = defaultdict(list)
    for comment in comments:
        key = (order.index(stages[comment.topic]), CATEGORIES[comment.topic], sources[comment.channel])
        groups[key].append(comment)
    rows = [
        _row(order[stage], source, category, heard)
        for (stage, category, source), heard in sorted(groups.items())
    ]
    loudest = {stage: max((row for row in rows if row.stage == stage), key=_most).id for stage in order}
    return [row.with_values({"aloud": row.id in loudest.values() or None}) for row in rows]


def comment_file(comments: list[Comment], path: Path) -> Record:
    """The file of comments as it was handed in on the day: which of its columns say what, and that all found a place."""
    return CommentFile(
        id=FILE,
        file=path.name,
        fingerprint=hashlib.sha256(path.read_bytes()).hexdigest(),
        date_column="date",
        text_columns=("comment",),
        channel_column="channel",
        rating_column="rating",
        rating_best=5,
        rating_worst=1,
        product_column="product",
        code_column="code",
        rows=len(comments),
        first_day=min(comment.day for comment in comments),
        last_day=max(comment.day for comment in comments),
        no_stage=0,
        no_category=0,
    )


def sort_rules(moments: list[Touchpoint]) -> list[Record]:
    """What sorts the file: each channel is a source; each moment, as the file names it, a touchpoint and a category."""
    heard = [
        SortRule(
            id=f"rule-{one.key}", column="channel", match="is", says=one.name, source=f"source-{one.key}"
        )
        for one in CHANNELS
    ]
    met = [
        SortRule(
            id=f"rule-{moment.id}",
            column="moment",
            match="is",
            says=moment.name,
            touchpoint=moment.id,
            category=f"category-{CATEGORIES[topic]}",
        )
        for moment in moments
        if (topic := moment.id.removeprefix("moment-")) in CATEGORIES
    ]
    return [*heard, *met]


def _most(row: Evidence) -> tuple[bool, int]:
    """The quote of a stage to read to the room: of what hurts, the one that most people said."""
    return (row.sentiment or 0) < 0, row.count or 0


def _row(stage: str, source: str, category: str, heard: list[Comment]) -> Evidence:
    feeling = round(fmean(comment.rating for comment in heard) - 3)
    topics = [comment.topic for comment in heard]
    loudest = max(sorted(set(topics)), key=topics.count)
    spoken = max(
        (comment for comment in heard if comment.topic == loudest), key=lambda one: _telling(one, feeling)
    )
    return Evidence(
        id=f"evidence-{stage.removeprefix('stage-')}-{category}-{source}",
        stage=stage,
        touchpoint=f"moment-{loudest}",
        source=f"source-{source}",
        category=f"category-{category}",
        quote=spoken.text,
        count=len(heard),
        sentiment=feeling,
        heard_on=max(comment.day for comment in heard),
        batch=FILE,
    )


def _telling(comment: Comment, feeling: int) -> tuple[bool, int, int, int]:
    """Read aloud best: plain words of the same feeling, about twenty of them, late in the year."""
    return (
        comment.plain,
        -abs(comment.rating - 3 - feeling),
        -abs(len(comment.text.split()) - 22),
        comment.number,
    )
