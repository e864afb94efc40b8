"""Six numbers that operations had every month, two years of them; one has been falling since the vans were sold."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Series:
    """A measure, its unit and its 24 monthly readings from January 2024; `key` names it in the story's code."""

    key: str
    name: str
    unit: str
    in_2024: tuple[float, ...]
    in_2025: tuple[float, ...]

    @property
    def values(self) -> tuple[float, ...]:
        """Both years' readings, oldest first."""
        return (*self.in_2024, *self.in_2025)


DELIVERY = Series(
    "delivery",
    "Large deliveries made on the promised day, complete and undamaged",
    "%",
    (94.1, 93.5, 94.3, 93.4, 92.9, 93.6, 94.5, 94.0, 93.3, 94.2, 93.8, 93.0),
    (93.7, 94.2, 93.4, 93.1, 93.7, 92.8, 91.2, 90.1, 88.4, 86.9, 85.0, 82.3),
)
ADVICE = Series(
    "advice",
    "Plant questions answered by a gardener the same day",
    "%",
    (74.2, 72.9, 69.8, 71.6, 68.9, 72.4, 75.1, 73.3, 70.7, 72.8, 69.9, 71.7),
    (73.5, 71.2, 69.4, 72.6, 70.3, 73.9, 71.8, 74.4, 71.0, 69.2, 72.1, 70.6),
)
STOCK = Series(
    "stock",
    "Orders in which everything shown as in stock was in stock",
    "%",
    (97.1, 96.6, 97.3, 96.9, 97.5, 97.0, 96.4, 97.2, 96.8, 97.4, 96.7, 97.1),
    (96.9, 97.5, 96.8, 97.2, 96.5, 97.3, 97.0, 96.6, 97.4, 96.9, 97.2, 96.7),
)
EVENING = Series(
    "evening",
    "Households told the hour of their delivery the evening before",
    "%",
    (63.0, 59.4, 65.2, 61.7, 57.9, 62.8, 64.1, 60.3, 66.0, 61.2, 58.6, 62.5),
    (60.9, 64.4, 62.1, 58.8, 63.7, 61.0, 65.3, 59.7, 62.6, 60.2, 63.9, 59.9),
)
GROWING = Series(
    "growing",
    "Plants alive and growing after thirty days, in 200 gardens visited each month",
    "%",
    (91.5, 90.0, 92.5, 91.0, 93.0, 90.5, 91.5, 89.5, 92.0, 91.0, 90.0, 92.0),
    (91.0, 92.5, 90.5, 91.5, 89.5, 92.0, 90.5, 91.5, 93.0, 90.0, 91.5, 90.5),
)
PUT_RIGHT = Series(
    "put_right",
    "Days from the first call until everything is put right",
    "days",
    (9.1, 8.4, 9.6, 8.8, 10.2, 9.0, 8.3, 9.4, 9.9, 8.7, 9.3, 10.0),
    (9.2, 8.6, 9.7, 9.0, 9.8, 8.9, 9.5, 10.1, 8.8, 9.9, 9.1, 10.3),
)
SERIES = (ADVICE, STOCK, EVENING, DELIVERY, GROWING, PUT_RIGHT)
HEADER = ("measure", "unit", "date", "value")


def month_ends() -> list[date]:
    """The days on which the 24 readings were taken."""
    return [date(year, month, monthrange(year, month)[1]) for year in (2024, 2025) for month in range(1, 13)]


def rows() -> list[tuple[object, ...]]:
    """The file of measures: one row per measure and month."""
    return [
        (series.name, series.unit, day.isoformat(), value)
        for series in SERIES
        for day, value in zip(month_ends(), series.values, strict=True)
    ]
