"""Marketing's and Service's lists: e-mail addresses that opted in, and households that had a delivery."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random

from sample_data.story.buying import Buying, Line
from sample_data.story.people import Person
from sample_data.story.slips import as_called, mistyped, sometimes_mistyped, written_shorter

TODAY = date(2026, 1, 9)

MARKETING = ("Contact", "E-mail", "First name", "Surname", "Post code", "Birthday", "Opted in", "Club number")


def marketing(rng: Random, people: list[Person], bought: dict[int, Buying]) -> list[Line]:
    """Every e-mail address with an opt-in: lapsed customers, readers who never bought, and second addresses."""
    lines: list[Line] = []
    for person in people:
        customer = person.index in bought
        if customer and rng.random() > 0.71:
            continue
        addresses = [person.email] + (
            [f"{person.email.split('@')[0]}.garden@mail.example"] * (rng.random() < 0.048)
        )
        for address in addresses:
            since = date(2016, 1, 1) + timedelta(days=rng.randint(0, 3600))
            first = as_called(rng, person.first, 0.25)
            last = sometimes_mistyped(rng, person.last, 0.02)
            number = person.number if customer and rng.random() < 0.58 else ""
            born = person.born.strftime("%d/%m/%Y") if rng.random() < 0.64 else ""
            row = (
                f"M{len(lines) + 70001}",
                address,
                first,
                last,
                person.postcode,
                born,
                since.isoformat(),
                number,
            )
            lines.append((person.index, row))
    return lines


SERVICE = (
    "Household",
    "Contact name",
    "Telephone",
    "House and street",
    "Town",
    "Postcode",
    "Customer no.",
    "Last contact",
)


def service(rng: Random, people: list[Person], bought: dict[int, Buying]) -> list[Line]:
    """Every household that had a delivery in twelve months: couples are one, and garden centre shoppers are missing."""
    homes: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, known in bought.items():
        if known.last.year == 2025 and known.delivered:
            homes[people[index].street, people[index].postcode].append(index)
    lines: list[Line] = []
    for (street, postcode), indexes in homes.items():
        person = people[indexes[0]]
        name = f"{as_called(rng, person.first, 0.3)} {sometimes_mistyped(rng, person.last, 0.06)}"
        phone = person.phone if rng.random() < 0.93 else ""
        street = written_shorter(rng, mistyped(rng, street) if rng.random() < 0.02 else street, 0.45)
        town = person.town.upper() if rng.random() < 0.08 else person.town
        number = person.number.removeprefix("TB-") if rng.random() < 0.7 else ""
        contact = min(bought[person.index].last + timedelta(days=rng.randint(1, 20)), TODAY)
        row = (
            f"H-{len(lines) + 20001}",
            name,
            phone,
            street,
            town,
            postcode,
            number,
            contact.strftime("%d.%m.%Y"),
        )
        lines.append((person.index, row))
    return lines
