"""What each likeness is worth: points that a room can add up in its head, and the words in which it is told."""

from dataclasses import dataclass

THRESHOLD = 60.0
"""Pairs from this score on are proposed as one customer (README.md gives precision and recall)."""
LOWEST = 45.0
"""Pairs below this score are not shown to anybody."""
_HOME = 36.0
"""One home is one witness: unless the first name is the same, phone and address together bring no more than this."""
_APART = 50.0
"""What is clearly different keeps a pair below the threshold, whatever else agrees."""


@dataclass(frozen=True)
class Level:
    """One way in which a field of two profiles is alike or not; `points` count towards 100.

    A pair with this level scores `most` at the most, and of its points for phone and address only `home` count.
    """

    says: str
    points: float
    most: float = 100.0
    home: float = 200.0


def _some(says: str, points: float, most: float = 100.0) -> Level:
    """A name that is not wholly the same: it may be another of the same home."""
    return Level(says, points, most, _HOME)


def _other(says: str, points: float) -> Level:
    return Level(says, points, _APART, _HOME)


_UNKNOWN = Level("", 0)
NAME = (
    Level("", 0, home=THRESHOLD),
    Level("same name", 46),
    Level("first and last name swapped", 44),
    _some("name differs by one letter", 42),
    _some("name differs by two letters", 34),
    _some("first name shortened", 34),
    _some("first name only an initial", 28),
    _some("name alike", 26),
    _some("same last name; first name missing on one side", 24),
    Level("same first name; last name missing on one side", 18),
    _some("last name alike; first name missing", 16),
    _some("same first name; last name differs", 0, most=75),
    _other("same last name; first name differs", -30),
    _other("name differs", -45),
    _some("same last name; first name missing on both sides", 24),
    Level("same first name; last name missing on both sides", 18),
    _other("last name alike; first name differs", -30),
    _some("first and last name swapped and spelt differently", 30),
    _some("first name shortened and last name alike", 28),
    _some("first name only an initial and last name alike", 22),
    _some("part of the name missing on one side", 36),
    _some("first name alike; last name missing", 8),
    _some("first name alike; last name differs", -10, most=75),
    _some("one name only, the other’s first or last name", 18),
    Level("same company name", 46),
    Level("same company name; legal form differs", 20),
    _some("company name differs by one letter", 38),
    _some("part of the company name missing on one side", 20),
    _other("company name differs", -45),
)
PHONE = (
    _UNKNOWN,
    Level("same phone", 36),
    Level("phone differs by one slip", 22),
    Level("phone differs", -4),
)
EMAIL = (
    _UNKNOWN,
    Level("same e-mail", 46),
    Level("e-mail differs by a letter or two", 42),
    Level("e-mail alike", 32),
    Level("same name before the @", 28),
    Level("e-mail differs", -5),
    Level("e-mail alike as the name is", 0),
    Level("same office e-mail", 20),
    Level("same e-mail but for what follows its +", 44),
)
BIRTH = (
    _UNKNOWN,
    Level("same birth date", 34),
    Level("birth date differs by one slip", 24),
    Level("birth date with day and month swapped", 26),
    Level("birth date differs in one part", 8),
    Level("birth day and month differ", -4),
    Level("birth date differs", -20, _APART),
    Level("birth dates 13 years apart or more", -20, _APART),
    Level("birth date differs by less than 13 years", -16),
)
POSTCODE = (
    _UNKNOWN,
    Level("same postcode", 20),
    Level("postcode differs by one slip", 11),
    Level("postcode differs", -8),
)
STREET = (
    _UNKNOWN,
    Level("same house and street", 26),
    Level("street alike, same house number", 21),
    Level("same street; house number missing on one side", 14),
    Level("same street; house number differs", 8),
    Level("street differs", -6),
    Level("same street, without a house number", 14),
    Level("street alike; house number missing on one side", 14),
    Level("street alike; house number differs", 8),
    Level("street alike, without a house number", 14),
)
TOWN = (_UNKNOWN, Level("same town", 6), Level("town spelt differently", 4), Level("town differs", -6))
TAX = (
    _UNKNOWN,
    Level("same tax number", 60),
    Level("tax number differs by one slip", 35),
    Level("tax number differs", -20),
)
FIELDS = {
    "phone": PHONE, "email": EMAIL, "birth": BIRTH, "tax": TAX, "name": NAME, "street": STREET,
    "postcode": POSTCODE, "town": TOWN,
}  # fmt: skip
HOME = ("phone", "street", "postcode", "town")
