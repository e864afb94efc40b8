"""How long 100,000 comments take from the file to the store, and what reading them costs a page."""

import csv
import os
import tempfile
from pathlib import Path
from random import Random

from streamlit.testing.v1 import AppTest

from benchmarks.clock import seconds
from cxworkshop.domain.commands import Batch, Put
from cxworkshop.domain.records import Category, CommentFile, SortRule, Source, Stage
from cxworkshop.ledger.comments import (
    evidence_commands,
    guess,
    open_comments,
    read_comments,
    rules_of,
    sort_comments,
)
from cxworkshop.store import Store, open_store
from cxworkshop.ui.comments_panel import BRING, READ
from cxworkshop.ui.steps import PAGE_FILES

ROOT = Path(__file__).parents[1]
COMMENTS = 100_000
CHANNELS = ("Web", "Phone", "E-mail", "Survey", "Review", "Shop")
WORDS = [
    "the",
    "van",
    "came",
    "late",
    "again",
    "and",
    "nobody",
    "rang",
    "me",
    "so",
    "I",
    "waited",
    "all",
    "day",
    "for",
    "a",
    "parcel",
    "that",
    "was",
    "left",
    "at",
    "the",
    "wrong",
    "door",
    "with",
    "a",
    "broken",
    "plate",
    "in",
    "it",
    "but",
    "the",
    "young",
    "woman",
    "in",
    "the",
    "shop",
    "knew",
    "at",
    "once",
    "what",
    "to",
    "do",
    "and",
    "put",
    "it",
    "right",
    "with",
    "a",
    "smile",
]
STAGES = 6


def main() -> None:
    """Print the seconds of an import, and the redraw of the page with and without the comments as a ratio."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CXWORKSHOP_DATABASE_URL"] = f"sqlite:///{folder}/workshops.db"
        path = Path(folder) / "comments.csv"
        _make(path)
        store = open_store()
        records = [
            *(Source(id=f"source-{one}", name=one) for one in CHANNELS),
            *(Stage(id=f"stage-{at}", name=f"Stage {at}", order=at) for at in range(1, STAGES + 1)),
            *(Category(id=f"category-{at}", name=f"Category {at}") for at in range(10)),
            *_rules(),
        ]
        code = store.create("Comments", by="benchmark", records=records)
        taken = seconds(lambda: _import(store, code, path), rounds=1)
        print(f"{COMMENTS:,} comments read, sorted by {len(_rules())} rules and written: {taken:.2f} s")
        again = seconds(lambda: _import(store, code, path), rounds=1)
        print(f"the same file once more, when nothing changes: {again:.2f} s")
        empty = store.create("No comments", by="benchmark", records=records)
        for way in (BRING, READ):
            bare, full = _page(empty, way, None), _page(code, way, path)
            without, withal = (seconds(at.run) * 1000 for at in (bare, full))
            print(
                f"“{way}” redrawn: {withal:.0f} ms with the comments, {without:.0f} ms without any ({withal / without:.1f} x)"
            )


def _rules() -> list[SortRule]:
    heard = [
        SortRule(id=f"r-{one}", column="channel", match="is", says=one, source=f"source-{one}")
        for one in CHANNELS
    ]
    coded = [
        SortRule(id=f"c-{at}", column="code", match="is", says=f"C{at}", category=f"category-{at % 10}")
        for at in range(20)
    ]
    said = [
        SortRule(
            id=f"w-{at}", match="has the words", says=f"{one} | {one} again", stage=f"stage-{at % STAGES + 1}"
        )
        for at, one in enumerate(
            ("late", "rang me", "parcel", "wrong door", "broken", "young woman", "smile")
        )
    ]
    return [*heard, *coded, *said]


def _make(path: Path) -> None:
    rng = Random(5)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "date", "channel", "rating", "code", "comment"))
        for at in range(COMMENTS):
            day = f"2025-{at % 12 + 1:02d}-{at % 28 + 1:02d}"
            said = " ".join(rng.choices(WORDS, k=rng.randrange(4, 60)))
            writer.writerow(
                (at, day, rng.choice(CHANNELS), rng.randrange(1, 6), f"C{rng.randrange(40)}", said)
            )


def _import(store: Store, code: str, path: Path) -> None:
    workshop = store.load(code)
    table = open_comments(path)
    said = CommentFile(id="f", file=path.name, **guess(table))
    comments = read_comments(table, said)
    places = sort_comments(comments, said, rules_of(workshop, said))
    commands = evidence_commands(workshop, said, comments, places)
    store.commit(code, Batch((Put("comment_file", said.id, said.filled), *commands), "Comments"), "benchmark")


def _page(code: str, way: str, path: Path | None) -> AppTest:
    """The page, with a file handed in through it where there is one."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    at.query_params["w"] = code
    at.run()
    at.query_params["step"] = "listening.evidence"
    at.switch_page(PAGE_FILES["listening"]).run()
    at.segmented_control[0].set_value(BRING).run()
    if path is not None:
        at.file_uploader[0].upload(path.name, path.read_bytes()).run()
        if [one for one in at.button if one.key == "comments-bring"]:
            at.button(key="comments-bring").click().run()
    at.segmented_control[0].set_value(way).run()
    return at


if __name__ == "__main__":
    main()
