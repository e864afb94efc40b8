"""How a customer, a driver or a visitor says something: sentences from the words beside this module, put together."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sample_data.story.codes import Channel
from sample_data.story.slips import mistyped

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
HOURS = ("from eight until six", "all day", "from seven in the morning", "until it was dark")
PLACES = ("Hexwell", "Tarnbridge", "Maybrook", "Copperhill", "Stokebarrow", "Drayford")
NUMBERS = ("two", "three", "four", "five")
TYPED = ("email", "survey", "review", "staff")


@dataclass(frozen=True)
class Spoken:
    """Words as they were written down; `plain` ones have no greeting, no farewell and no slip of the finger."""

    text: str
    plain: bool


@cache
def voices() -> dict[str, Any]:
    """What people say, by topic and channel."""
    return tomllib.loads(Path(__file__).with_name("voices.toml").read_text(encoding="utf-8"))


def topics() -> tuple[str, ...]:
    """The moments that people talk about."""
    return tuple(name for name, words in voices().items() if "moment" in words)


def speak(rng: Random, topic: str, channel: Channel, bad: bool, item: str, month: int) -> Spoken:
    """One comment on a topic through a channel, in a month of the year."""
    said = {
        name: _in_month(lines, month) for name, lines in voices()[topic].items() if isinstance(lines, list)
    }
    frame = {name: _in_month(lines, month) for name, lines in voices().get(channel.key, {}).items()}
    begin: list[str] = []
    end: list[str] = []
    if channel.key == "staff":
        told = [rng.choice(said["staff" if bad else "staff_good"])]
    elif channel.key == "lost":
        begin, end = [*_maybe(rng, frame["begin"], 0.5)], [*_maybe(rng, frame["end"], 0.5)]
        told = [rng.choice(said["left"])]
    else:
        happened, effect, mood = ("bad", "meant", "") if bad else ("good", "glad", "_good")
        polite = channel.key in ("survey", "visit")
        begins = frame.get(f"begin{mood}", frame["begin"] if bad or polite else [])
        ends = frame.get(f"end{mood}", frame["end"] if bad or polite else [])
        begin = [*_maybe(rng, begins, 0.8 if channel.key == "visit" else 0.22)]
        told = [
            rng.choice(said[happened]),
            *_maybe(rng, said[effect], 0.5 if channel.key == "survey" else 0.72),
        ]
        end = [*_maybe(rng, ends, 0.2)]
    text = _filled(rng, " ".join(part for part in (*begin, *told, *end) if part), item)
    written = _hurried(rng, text) if channel.key in TYPED else text
    return Spoken(written, plain=written == text and not any(begin) and not any(end))


def _in_month(lines: list[str], month: int) -> list[str]:
    """The sentences that fit the time of year; `[4-8]` before one keeps it to those months."""
    fitting = []
    for line in lines:
        kept = re.match(r"\[(\d+)(?:-(\d+))?\] ", line)
        if kept is None:
            fitting.append(line)
        elif int(kept[1]) <= month <= int(kept[2] or kept[1]):
            fitting.append(line[kept.end() :])
    return fitting


def _maybe(rng: Random, choices: list[str], share: float) -> Iterator[str]:
    if choices and rng.random() < share:
        yield rng.choice(choices)


def _filled(rng: Random, text: str, item: str) -> str:
    first, second = rng.sample(DAYS, 2)
    if item[0] in "aeiou":
        text = re.sub(r"\ba \{item\}", "an {item}", text)
    text = text.format(
        item=item,
        day=first,
        day2=second,
        n=rng.choice(NUMBERS),
        hour=rng.choice(HOURS),
        where=rng.choice(PLACES),
    )
    text = text.replace("two times", "twice")
    return re.sub(r"(^|[.!?:] )([a-z])", lambda found: found[1] + found[2].upper(), text)


def _hurried(rng: Random, text: str) -> str:
    """One comment in six is written in haste: a slip of the finger, no capitals or no full stop."""
    haste = rng.random()
    if haste < 0.08:
        words = text.split(" ")
        place = rng.randrange(len(words))
        words[place] = mistyped(rng, words[place]) if words[place].isalpha() else words[place]
        return " ".join(words)
    if haste < 0.13:
        return text.lower()
    return text.rstrip(".") if haste < 0.17 else text
