"""The four kinds of customer: how many came and went each year, how often they buy, what and for how much."""

from dataclasses import dataclass

YEARS = (2023, 2024, 2025)
RANGES = ("Plants", "Garden furniture", "Tools and machinery", "House repair")
CHANNELS = ("Website", "Telephone", "Garden centre")


@dataclass(frozen=True)
class Segment:
    """One segment's story in whole customers and its buying habits, a figure per year 2023, 2024, 2025."""

    name: str
    buyers_2023: int
    new: tuple[int, int]
    lapsed: tuple[int, int]
    returned_2025: int
    orders: tuple[float, float, float]
    price: tuple[float, float, float]
    months: tuple[int, ...]
    ranges: tuple[int, int, int, int]
    channels: tuple[int, int, int]
    light_leave_first: float = 1.0


KEEN = Segment(
    "Keen gardeners",
    buyers_2023=8143,
    new=(2226, 1074),
    lapsed=(1688, 3312),
    returned_2025=327,
    orders=(3.85, 3.9, 3.55),
    price=(1.0, 1.03, 1.09),
    months=(4, 6, 11, 15, 15, 10, 7, 6, 9, 9, 6, 4),
    ranges=(62, 9, 17, 12),
    channels=(52, 18, 30),
    light_leave_first=0.35,
)
NEW_HOMES = Segment(
    "New homes",
    buyers_2023=4629,
    new=(3187, 2759),
    lapsed=(1934, 2928),
    returned_2025=261,
    orders=(2.3, 2.35, 2.25),
    price=(1.0, 1.04, 1.12),
    months=(5, 5, 8, 12, 14, 12, 11, 9, 8, 7, 6, 5),
    ranges=(24, 34, 18, 24),
    channels=(74, 10, 16),
)
SEASONAL = Segment(
    "Seasonal",
    buyers_2023=8088,
    new=(4234, 3961),
    lapsed=(4062, 5402),
    returned_2025=638,
    orders=(1.65, 1.7, 1.6),
    price=(1.0, 1.03, 1.07),
    months=(2, 3, 8, 17, 19, 9, 5, 4, 4, 5, 10, 16),
    ranges=(58, 14, 10, 18),
    channels=(46, 8, 46),
)
TRADE = Segment(
    "Trade and estates",
    buyers_2023=1071,
    new=(383, 327),
    lapsed=(188, 262),
    returned_2025=68,
    orders=(6.7, 7.0, 6.75),
    price=(1.0, 1.04, 1.19),
    months=(7, 8, 11, 12, 11, 9, 8, 7, 9, 9, 6, 3),
    ranges=(38, 8, 34, 20),
    channels=(34, 50, 16),
    light_leave_first=0.6,
)
SEGMENTS = (KEEN, NEW_HOMES, SEASONAL, TRADE)

# Year, from, to, customers: people who stayed but whose way of buying changed.
MOVES = (
    (2024, "New homes", "Keen gardeners", 241),
    (2024, "Seasonal", "Keen gardeners", 118),
    (2024, "Keen gardeners", "Seasonal", 143),
    (2025, "New homes", "Keen gardeners", 127),
    (2025, "Seasonal", "Keen gardeners", 64),
    (2025, "Keen gardeners", "Seasonal", 158),
    (2025, "New homes", "Trade and estates", 9),
)

# Middle of the order value in pounds, before the segment's price level and the customer's own habit.
ORDER_VALUE = {"Plants": 44.0, "Garden furniture": 168.0, "Tools and machinery": 92.0, "House repair": 63.0}
SEGMENT_BASKET = {"Keen gardeners": 1.25, "New homes": 1.15, "Seasonal": 0.85, "Trade and estates": 3.6}
