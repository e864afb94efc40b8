"""Who the customers are: names, homes, telephones, e-mail addresses and birthdays, all invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample_data.story.names import FIRST_NAMES, STREETS, SURNAMES, TOWNS

# Mailboxes under names that are reserved for examples, so no letter can ever reach anyone.
MAILBOXES = ("example.com", "example.org", "example.net", "post.example", "home.example", "mail.example")
SHARED_HOME = 0.055


@dataclass(frozen=True)
class Person:
    """One person or business as the company could know it if every department told what it knows."""

    index: int
    number: str
    first: str
    last: str
    email: str
    phone: str
    street: str
    town: str
    postcode: str
    born: date

    @property
    def name(self) -> str:
        """First and last name, as on an envelope."""
        return f"{self.first} {self.last}"


def make_people(count: int, seed: int) -> list[Person]:
    """Invent people with customer numbers TB-100000 upwards; about one in twenty shares a home with the last."""
    rng = Random(seed)
    people: list[Person] = []
    taken: set[str] = set()
    for index in range(count):
        home = people[-1] if people and rng.random() < SHARED_HOME else None
        people.append(_person(rng, index, home, taken))
    return people


def _person(rng: Random, index: int, home: Person | None, taken: set[str]) -> Person:
    first = rng.choice(FIRST_NAMES)
    last = home.last if home and rng.random() < 0.8 else rng.choice(SURNAMES)
    town, area = rng.choice(TOWNS)
    street = f"{rng.randint(1, 140)} {rng.choice(STREETS)}"
    postcode = (
        f"{area}{rng.randint(1, 28)} {rng.randint(1, 9)}{rng.choice('ABDEFGHJLN')}{rng.choice('PQRSTUWXYZ')}"
    )
    # 01632 is an area code that no telephone has.
    phone = f"01632 {rng.randint(100000, 999999)}"
    born = date(1938, 1, 1) + timedelta(days=int(rng.betavariate(2.6, 2.2) * 365.25 * 66))
    if home:
        street, town, postcode, phone = home.street, home.town, home.postcode, home.phone
    return Person(
        index,
        f"TB-{100000 + index}",
        first,
        last,
        _email(rng, first, last, taken),
        phone,
        street,
        town,
        postcode,
        born,
    )


def _email(rng: Random, first: str, last: str, taken: set[str]) -> str:
    plain = "".join(letter for letter in last.lower() if letter.isalpha())
    name = rng.choice(
        (f"{first.lower()}.{plain}", f"{first[0].lower()}{plain}", f"{plain}.{first[0].lower()}")
    )
    mailbox = rng.choice(MAILBOXES)
    address = f"{name}@{mailbox}"
    while address in taken:
        address = f"{name}{rng.randint(2, 9999)}@{mailbox}"
    taken.add(address)
    return address
