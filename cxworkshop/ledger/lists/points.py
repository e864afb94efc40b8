"""What each likeness is worth: points that a room can add up in its head, and the words in which it is told."""

from dataclasses import dataclass

THRESHOLD = 60.0
"""Pairs from this score on are proposed as one customer (README.md gives precision and recall)."""
LOWEST = 45.0
"""Pairs below this score are not shown to anybody."""


@dataclass(frozen=True)
class Level:
    """One way in which a field of two profiles is alike or not; `points` count towards 100."""

    says: str
    points: float


_UNKNOWN = Level("", 0)
NAME = (
    _UNKNOWN,
    Level("same name", 46),
    Level("first and last name swapped", 44),
    Level("name differs by one letter", 42),
    Level("name differs by two letters", 34),
    Level("first name shortened", 34),
    Level("first name only an initial", 28),
    Level("name alike", 26),
    Level("same last name; first name missing on one side", 24),
    Level("same first name; last name missing on one side", 18),
    Level("last name alike; first name missing on one side", 16),
    Level("same first name; last name differs", 0),
    Level("same last name; first name differs", -30),
    Level("name differs", -45),
    Level("same last name; first name missing on both sides", 24),
    Level("same first name; last name missing on both sides", 18),
    # Two people of one home rarely share a birth date, so a changed first name says less then.
    Level("same last name and birth date; first name differs", -12),
    Level("first and last name swapped and spelt differently", 30),
    Level("name differs", -32),
)
PHONE = (
    _UNKNOWN,
    Level("same phone", 36),
    Level("phone differs by one digit", 22),
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
)
BIRTH = (
    _UNKNOWN,
    Level("same birth date", 34),
    Level("birth date differs by one digit", 24),
    Level("birth date with day and month swapped", 26),
    Level("birth date differs in one part", 8),
    Level("same birth year", -4),
    Level("birth date differs", -20),
)
POSTCODE = (
    _UNKNOWN,
    Level("same postcode", 20),
    Level("postcode differs by one sign", 11),
    Level("postcode differs", -8),
)
STREET = (
    _UNKNOWN,
    Level("same house and street", 26),
    Level("street alike, same house number", 21),
    Level("same street; house number missing on one side", 14),
    Level("same street; house number differs", 8),
    Level("street differs", -10),
)
TOWN = (_UNKNOWN, Level("same town", 6), Level("town spelt differently", 4), Level("town differs", -6))
TAX = (
    _UNKNOWN,
    Level("same tax number", 60),
    Level("tax number differs by one digit", 35),
    Level("tax number differs", -20),
)
FIELDS = {
    "phone": PHONE, "email": EMAIL, "birth": BIRTH, "tax": TAX, "name": NAME, "street": STREET,
    "postcode": POSTCODE, "town": TOWN,
}  # fmt: skip
