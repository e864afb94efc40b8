"""Fifteen hundred voices of 2025: ordinary until summer, then more and more about a day that is not kept."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sample_data.story.codes import CHANNELS, Channel
from sample_data.story.ledger import Sale
from sample_data.story.voices import speak, topics, voices

SEED = 1500
COUNT = 1500
HEADER = ("comment_id", "date", "channel", "customer_id", "moment", "code", "product", "rating", "comment")
LARGE = {
    "promise",
    "evening",
    "change_day",
    "delivery_day",
    "unpacking",
    "carried",
    "first_call",
    "replacement",
}
PLANT = {"catalogue", "advice", "settling", "care", "guarantee", "known"}

# How loud each month of 2025 is in ordinary topics, and how the failing ones swell after the vans were sold in June.
SEASON = (0.7, 0.8, 1.1, 1.4, 1.4, 1.1, 0.9, 0.8, 0.9, 0.9, 0.8, 0.7)
SURGE = {
    "delivery_day": (1, 1, 1, 1, 1, 1, 1.3, 1.9, 2.8, 4.4, 6.2, 8.0),
    "unpacking": (1, 1, 1, 1, 1, 1, 1.2, 1.5, 1.9, 2.5, 3.3, 4.0),
    "evening": (1, 1, 1, 1, 1, 1, 1.2, 1.5, 1.9, 2.4, 3.0, 3.6),
    "promise": (1, 1, 1, 1, 1, 1, 1.2, 1.6, 2.0, 2.8, 3.8, 4.6),
    "first_call": (1, 1, 1, 1, 1, 1, 1.1, 1.3, 1.7, 2.3, 3.2, 4.0),
    "replacement": (1, 1, 1, 1, 1, 1, 1.1, 1.3, 1.7, 2.2, 3.0, 3.8),
}
# Share of voices that complain where people speak up unasked; the survey reaches only completed deliveries.
UNHAPPY = {"catalogue": 0.3, "carried": 0.45, "settling": 0.5, "care": 0.55, "unpacking": 0.72, "known": 0.75}


@dataclass(frozen=True)
class Comment:
    """One voice: who was heard where, about which moment, how it felt (1 to 5) and the words."""

    number: int
    day: date
    channel: str
    customer: int | None
    topic: str
    moment: str
    code: str
    product: str
    rating: int
    text: str
    plain: bool

    def row(self, numbers: list[str]) -> tuple[object, ...]:
        """The comment as a line of the file."""
        customer = "" if self.customer is None else numbers[self.customer]
        return (
            f"V{self.number + 25001}",
            self.day.isoformat(),
            self.channel,
            customer,
            self.moment,
            self.code,
            self.product,
            self.rating,
            self.text,
        )


def make_comments(sales: list[Sale]) -> list[Comment]:
    """The comments in order of date, no two alike; who left is heard by those who ring customers that left."""
    last = {sale.customer: sale.day.year for sale in sales if sale.customer is not None and sale.amount >= 0}
    here = sorted(customer for customer, year in last.items() if year == 2025)
    gone = sorted(customer for customer, year in last.items() if year == 2024)
    rng = Random(SEED)
    spots = [(month, topic) for month in range(12) for topic in topics()]
    loud = [voices()[t]["weight"] * SEASON[m] * SURGE.get(t, (1,) * 12)[m] for m, t in spots]
    drawn: dict[str, Comment] = {}
    while len(drawn) < COUNT:
        month, topic = rng.choices(spots, loud)[0]
        heard = [channel for channel in CHANNELS if topic in channel.codes]
        channel = rng.choices(heard, [one.weight * _loudness(one, topic, month) for one in heard])[0]
        comment = _comment(rng, month, topic, channel, gone if channel.key == "lost" else here)
        drawn.setdefault(comment.text, comment)
    ordered = sorted(drawn.values(), key=lambda comment: comment.day)
    return [replace(comment, number=place) for place, comment in enumerate(ordered)]


def _loudness(channel: Channel, topic: str, month: int) -> float:
    """Those who left did so over what was done in 2024, so their voices follow their reasons and know no surge."""
    return channel.louder.get(topic, 1.0) / (SURGE.get(topic, (1,) * 12)[month] if channel.louder else 1.0)


def _comment(rng: Random, month: int, topic: str, channel: Channel, customers: list[int]) -> Comment:
    first = date(2025, month + 1, 1)
    day = first + timedelta(days=rng.randrange(22 if month == 11 else 28))
    unhappy = UNHAPPY.get(topic, 0.68) + (0.05 * max(month - 5, 0) if topic in SURGE else 0)
    bad = rng.random() < min(unhappy - (0.22 if channel.key == "survey" else 0), 0.96)
    if channel.key == "lost" or (channel.key == "staff" and "staff_good" not in voices()[topic]):
        bad = True
    kind = "large" if topic in LARGE else "plant" if topic in PLANT else "any"
    item = rng.choice(voices()["items"][kind])
    spoken = speak(rng, topic, channel, bad, item, month + 1)
    angry = (1, 1, 1, 2, 2) if topic in SURGE else (1, 1, 2, 2, 3)
    rating = rng.choice(angry if bad else (4, 4, 5, 5, 5))
    known = channel.key in ("phone", "survey", "lost") or (channel.key == "email" and rng.random() < 0.6)
    return Comment(
        0,
        day,
        channel.name,
        rng.choice(customers) if known else None,
        topic,
        voices()[topic]["moment"],
        channel.codes[topic],
        item if item in spoken.text else "",
        rating,
        spoken.text,
        spoken.plain,
    )
