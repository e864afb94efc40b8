"""The slips that people make when they type a name, and the ways in which one home is written differently."""

from random import Random

SHORT_FORMS = {
    "Road": "Rd", "Lane": "Ln", "Close": "Cl", "Street": "St", "Avenue": "Ave", "Drive": "Dr",
}  # fmt: skip
NICKNAMES = {
    "Abigail": "Abi", "Alistair": "Al", "Andrew": "Andy", "Anthony": "Tony", "Barbara": "Barb", "Ben": "Benjamin",
    "Beth": "Elizabeth", "Catherine": "Cath", "Christopher": "Chris", "Daniel": "Dan", "David": "Dave",
    "Deborah": "Debbie", "Dorothy": "Dot", "Edward": "Ted", "Eleanor": "Ellie", "Geoffrey": "Geoff",
    "Jacqueline": "Jackie", "James": "Jim", "Jennifer": "Jenny", "Joseph": "Joe", "Kate": "Katherine",
    "Kenneth": "Ken", "Margaret": "Maggie", "Matthew": "Matt", "Michael": "Mike", "Nicola": "Nicky",
    "Oliver": "Olly", "Patricia": "Pat", "Peter": "Pete", "Philip": "Phil", "Rebecca": "Becky", "Richard": "Rick",
    "Robert": "Bob", "Rosemary": "Rose", "Sam": "Samuel", "Sandra": "Sandy", "Stephen": "Steve", "Stuart": "Stu",
    "Susan": "Sue", "Thomas": "Tom", "Valerie": "Val", "Victoria": "Vicky", "William": "Bill",
}  # fmt: skip


def mistyped(rng: Random, word: str) -> str:
    """One slip of the finger: two letters swapped, one left out, or one struck twice."""
    if len(word) < 4:
        return word
    place = rng.randint(1, len(word) - 3)
    kind = rng.random()
    if kind < 0.4:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :] if kind < 0.7 else word[: place + 1] + word[place:]


def sometimes_mistyped(rng: Random, word: str, share: float) -> str:
    """The word, mistyped for that share of people."""
    return mistyped(rng, word) if rng.random() < share else word


def as_called(rng: Random, first: str, share: float) -> str:
    """The name by which someone is called, for that share of those who have one."""
    return NICKNAMES[first] if first in NICKNAMES and rng.random() < share else first


def written_shorter(rng: Random, street: str, share: float) -> str:
    """The street with its last word cut short, for that share of homes."""
    name, _, kind = street.rpartition(" ")
    return f"{name} {SHORT_FORMS[kind]}" if kind in SHORT_FORMS and rng.random() < share else street
