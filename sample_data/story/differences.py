"""Why the four functions' numbers differ from the one that all sign: told from the lists, so that the steps add up."""

from cxworkshop.domain.records import CountDifference
from sample_data.story.company import Company

# Per function: how each kind of step is called, and what was said of it in the room.
_TWICE, _NEVER, _LEFT, _MISSING, _STRAY = "twice", "never", "left", "missing", "stray"
_WORDS: dict[str, dict[str, tuple[str, str, str]]] = {
    "Marketing": {
        _TWICE: ("counts some of them twice", "Second addresses of the same people.", "fact"),
        _NEVER: ("includes trials and prospects", "Readers of the newsletter who have never bought.", "fact"),
        _LEFT: ("includes customers who have left", "Nothing bought in 2025, and still subscribed.", "fact"),
        _MISSING: (
            "some are missing",
            "Gardeners who never gave us an address or never said yes.",
            "estimate",
        ),
    },
    "Finance": {
        _TWICE: (
            "counts accounts instead of people",
            "Sites of schools and estates, and guest checkouts that opened a second account.",
            "fact",
        ),
        _LEFT: ("other window", "Invoiced in the second half of 2024 and not in 2025.", "fact"),
    },
    "Sales": {
        _TWICE: ("counts products", "One client for each product range that a household bought.", "fact")
    },
    "Service": {
        _MISSING: ("some are missing", "They came to a garden centre and had nothing delivered.", "fact")
    },
}
_STRAY_WORDS = (
    "other",
    "One sale of 2025 carries no customer number, so the ledger cannot count its buyer.",
    "fact",
)


def count_differences(company: Company, closing: int) -> list[CountDifference]:
    """The steps from each function's number to the closing count, in the order in which they are walked."""
    bought = {sale.customer for sale in company.sales}
    active = {sale.customer for sale in company.sales if sale.amount >= 0 and sale.day.year == 2025}
    found: list[CountDifference] = []
    for one in company.lists:
        people = {person for person, _ in one.lines}
        steps = {
            _TWICE: len(people) - len(one.lines),
            _NEVER: -len(people - bought),
            _LEFT: -len((people & bought) - active),
            _MISSING: len(active - people),
            _STRAY: closing - len(active),
        }
        words = {**_WORDS[one.function], _STRAY: _STRAY_WORDS}
        for kind, customers in steps.items():
            if customers:
                cause, note, evidence = words[kind]
                found.append(
                    CountDifference(
                        id=f"difference-{one.function.lower()}-{kind}",
                        count=f"count-{one.function.lower()}",
                        cause=cause,
                        customers=customers,
                        note=note,
                        evidence=evidence,
                    )
                )
    return found
