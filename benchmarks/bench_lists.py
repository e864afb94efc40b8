"""Lists made one: how fast, and how many true and false near-duplicates on labelled data."""

import csv
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np

from benchmarks.clock import seconds
from cxworkshop.ledger.lists import THRESHOLD, count, match_exactly, near_pairs, read_list

SHARED = Path(__file__).parents[2] / "shared" / "data"
LABELLED = ("er_febrl1", "er_fake_1000")
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ren",
    "sto",
    "ber",
    "wil",
    "son",
    "har",
    "ley",
    "mac",
    "don",
    "fer",
    "gus",
    "ton",
    "pe",
    "ter",
    "an",
    "nar",
    "ro",
    "vic",
    "el",
    "dra",
    "mon",
    "tis",
    "qui",
]


def precision_and_recall(
    name: str, threshold: float = THRESHOLD, keys: Sequence[str] = ()
) -> tuple[float, float]:
    """Of record pairs on labelled data: the share of proposed or exactly matched pairs that are true, and of true pairs
    that are found. Without `keys` it is the near-duplicates alone that find them, from every column but the tax number.
    """
    read = read_list(SHARED / f"{name}.csv.gz", columns=None if keys else {"tax": ""})
    matched = match_exactly([read], keys)
    near = near_pairs(matched, threshold)
    with_truth = duckdb.sql(
        f"SELECT entity FROM read_csv('{SHARED / f'{name}_truth.csv.gz'}', all_varchar = true)"
    )
    person = [row[0] for row in with_truth.fetchall()]
    rows: dict[int, list[int]] = {}
    for row, entity in enumerate(matched.entity.tolist()):
        rows.setdefault(entity, []).append(row)
    found = {(a, b) for group in rows.values() for a in group for b in group if a < b}
    for first, second in zip(near.first.tolist(), near.second.tolist(), strict=True):
        found |= {(min(a, b), max(a, b)) for a in rows[first] for b in rows[second]}
    true = sum(person[a] == person[b] for a, b in found)
    there = sum(n * (n - 1) // 2 for n in Counter(person).values())
    return true / max(len(found), 1), true / there


def six_lists(folder: Path, rows: int) -> list[Path]:
    """Six lists of a made company: seven tenths with a customer number, eight tenths with an e-mail."""
    paths = []
    for number in range(6):
        path = folder / f"list_{number}.csv"
        duckdb.sql(
            f"""COPY (SELECT CASE WHEN hash(who, {number}) % 10 < 7 THEN 'C-' || who END AS customer_id,
            CASE WHEN hash(who, {number}, 1) % 10 < 8 THEN 'Person' || who || '@mail.example' END AS email,
            'Person ' || who AS name, who % 90000 AS postcode
            FROM (SELECT (hash(i, {number}, 2) % {rows * 2})::BIGINT AS who FROM range({rows}) t(i))) TO '{path}'"""
        )
        paths.append(path)
    return paths


def people(path: Path, rows: int) -> list[int]:
    """A list of made people in which about two in five rows repeat someone with slips; gives which row is which person."""
    chance = random.Random(7)
    firsts, lasts, towns, streets = (
        _words(chance, n, k) for n, k in ((1500, 2), (20000, 3), (300, 2), (2500, 3))
    )
    lines: list[tuple[int, list[str]]] = []
    person = 0
    while len(lines) < rows:
        first, last = _common(chance, firsts, 8), _common(chance, lasts, 30)
        town = int(len(towns) * chance.random() ** 2)
        birth = f"19{chance.randint(30, 99)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        cells = [
            first,
            last,
            f"{chance.randint(1, 150)} {chance.choice(streets)} {chance.choice(('Road', 'Lane', 'Street'))}",
            towns[town],
            f"{town:03d} {chance.randint(10, 99)}",
            f"01632 {chance.randint(100000, 999999)}" if chance.random() < 0.7 else "",
            birth if chance.random() < 0.6 else "",
            f"{first}.{last}{chance.randint(1, 99)}@mail.example" if chance.random() < 0.7 else "",
        ]
        lines.append((person, cells))
        for _ in range(chance.choice((0, 0, 1, 1, 2))):
            again = [_slip(chance, cell) if chance.random() < 0.12 else cell for cell in cells]
            lines.append((person, ["" if chance.random() < 0.1 else cell for cell in again]))
        person += 1
    chance.shuffle(lines)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(
            ("first name", "surname", "street", "town", "postcode", "phone", "date of birth", "email")
        )
        writer.writerows(cells for _, cells in lines[:rows])
    return [who for who, _ in lines[:rows]]


def main() -> None:
    """Print the figures, a line each."""
    print("near-duplicates, score from", f"{THRESHOLD:.0f}:   precision   recall")
    for name in LABELLED if SHARED.is_dir() else ():
        for keys, words in (((), "names, addresses ... alone"), (("tax", "email"), "with exact keys")):
            there = [key for key in keys if key in read_list(SHARED / f"{name}.csv.gz").columns]
            precision, recall = precision_and_recall(name, keys=there)
            print(f"  {name:14}{words:28}{precision:9.3f}{recall:9.3f}")
    with tempfile.TemporaryDirectory() as folder:
        paths = six_lists(Path(folder), 500_000)
        taken = seconds(lambda: _reconcile(paths), rounds=3)
        print(f"six lists of 500,000 rows read, matched exactly and counted   {taken:6.2f} s")
        path = Path(folder) / "people.csv"
        person = np.array(people(path, 100_000))
        matched = match_exactly([read_list(path)], [])
        begin = time.perf_counter()
        near = near_pairs(matched, THRESHOLD)
        taken = time.perf_counter() - begin
        right = person[near.first] == person[near.second]
        there = sum(n * (n - 1) // 2 for n in Counter(person.tolist()).values())
        print(f"100,000 records searched for near-duplicates                   {taken:6.2f} s")
        print(f"  precision {right.mean():.3f}, recall {right.sum() / there:.3f} of {there:,} made pairs")


def _reconcile(paths: list[Path]) -> int:
    matched = match_exactly([read_list(path) for path in paths])
    return count(matched, matched.entity).one_version


def _words(chance: random.Random, many: int, syllables: int) -> list[str]:
    return ["".join(chance.choices(_SYLLABLES, k=syllables)).title() for _ in range(many)]


def _common(chance: random.Random, words: list[str], few: int) -> str:
    """A word as common as its rank says: names are not drawn evenly."""
    return words[min(int(few * (len(words) / few + 1) ** chance.random()) - few, len(words) - 1)]


def _slip(chance: random.Random, word: str) -> str:
    if len(word) < 4:
        return word
    at = chance.randint(1, len(word) - 3)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at:],
        )
    )


if __name__ == "__main__":
    main()
