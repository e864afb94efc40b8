"""Finance's and Sales' lists: accounts that were invoiced, and clients of each product range."""

from datetime import date
from random import Random

from sample_data.story.buying import Buying, Line
from sample_data.story.people import Person
from sample_data.story.slips import sometimes_mistyped, written_shorter

FINANCE = (
    "Account no",
    "Account name",
    "Invoice address",
    "Postal code",
    "Customer ref",
    "E-mail for invoices",
    "Last invoice",
)


def finance(rng: Random, people: list[Person], bought: dict[int, Buying]) -> list[Line]:
    """Every account invoiced in eighteen months: guest checkouts open second accounts, trade customers one per site."""
    lines: list[Line] = []
    for index, known in bought.items():
        if known.last < date(2024, 7, 1):
            continue
        person = people[index]
        sites = 1 + rng.choice((0, 0, 1, 1, 2)) if known.segment == "Trade and estates" else 1
        for site in range(sites + (rng.random() < 0.043)):
            guest = site == sites
            name = (
                f"{person.last}, {person.first}" if rng.random() < 0.6 else f"{person.first[0]} {person.last}"
            )
            name = (
                f"{person.last} {rng.choice(('Estates', 'Landscapes', 'Grounds'))}"
                if sites > 1 and not guest
                else name
            )
            address = f"{written_shorter(rng, person.street, 0.3)}, {person.town}"
            reference = "" if guest else person.number
            reference = reference.lower() if rng.random() < 0.02 else reference
            email = person.email if rng.random() < 0.83 else ""
            row = (
                f"{len(lines) + 3300001}",
                name,
                address,
                person.postcode,
                reference,
                email,
                known.last.isoformat(),
            )
            lines.append((index, row))
    return lines


SALES = ("Client number", "Client", "Product range", "Orders 2025", "Phone", "Place", "Mail")


def sales_ranges(rng: Random, people: list[Person], bought: dict[int, Buying]) -> list[Line]:
    """Every client of every product range in 2025: whoever bought plants and tools is two clients."""
    lines: list[Line] = []
    for index, known in bought.items():
        person = people[index]
        for product_range in sorted(known.ranges):
            name = f"{person.first} {sometimes_mistyped(rng, person.last, 0.015)}"
            phone = person.phone.replace("01632 ", "+44 1632 ") if rng.random() < 0.8 else ""
            mail = (
                person.email.upper() if rng.random() < 0.03 else person.email if rng.random() < 0.75 else ""
            )
            orders = str(known.ranges[product_range])
            lines.append((index, (person.number, name, product_range, orders, phone, person.town, mail)))
    return lines
