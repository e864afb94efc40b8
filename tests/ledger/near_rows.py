"""Small lists written as text, and how their rows are alike."""

from cxworkshop.ledger.lists import NearPairs, match_exactly, near_pairs, read_list


def near(*texts: str, lowest: float = 0) -> NearPairs:
    """The near pairs of lists a, b, c ... that are given as CSV texts."""
    lists = [
        read_list(text.encode(), name, file=f"{name}.csv")
        for name, text in zip("abcdef", texts, strict=False)
    ]
    return near_pairs(match_exactly(lists, []), lowest)


def alike(header: str, one: str, other: str) -> tuple[float, str]:
    """The score of two rows and its reason; 0 where nobody would compare them."""
    found = near(f"{header}\n{one}\n{other}\n")
    return (float(found.score[0]), found.why(0)) if len(found) else (0.0, "")


HOME = "12 Mill Road,AB1 2CD,Leeds,01632 960001"
HOME_HEADER = "street,postcode,town,phone"


def at_home(one: str, other: str, header: str = "name") -> tuple[float, str]:
    """The score of two of the same house and phone, and its reason."""
    return alike(f"{header},{HOME_HEADER}", f"{one},{HOME}", f"{other},{HOME}")
