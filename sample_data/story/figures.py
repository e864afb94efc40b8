"""The figures that the workshop speaks of, all taken from the sample's own files."""

from statistics import fmean

from cxworkshop.domain.records import BridgeRow
from sample_data.story import measures
from sample_data.story.company import Company
from sample_data.story.ledger import is_large_delivery

# What each function believed at the start of 2025 and called new; what it calls lost follows from its list.
_BELIEFS = {
    "Marketing": (35870, 6140),
    "Finance": (31450, 8760),
    "Sales": (36920, 12480),
    "Service": (18940, 7310),
}


def figures(company: Company, bridge: list[BridgeRow]) -> dict[str, float]:
    """Counts, money and shares by name, for the words to be filled with."""
    everyone = {row.period_end.year: row for row in bridge if not row.segment and row.period_end}
    keen = next(row for row in bridge if row.segment == "Keen gardeners")
    before, last = everyone[2024], everyone[2025]
    return {
        "opening": _n(last.opening),
        "closing": _n(last.closing),
        "closing_value": _n(last.closing_value),
        "new": _n(last.new),
        "new_2024": _n(before.new),
        "came": _n(last.new) + _n(last.returned),
        "left": _n(last.lapsed),
        "net_lost": _n(last.opening) - _n(last.closing),
        "keen_lost": _n(keen.opening) - _n(keen.closing),
        "value_each": _n(last.closing_value) / _n(last.closing),
        "keen_value_each": _n(keen.closing_value) / _n(keen.closing),
        **_lists(company, int(_n(last.closing))),
        **_sales(company),
        **_measures(),
        **_voices(company),
    }


def _n(value: float | None) -> float:
    return value or 0


def _lists(company: Company, closing: int) -> dict[str, int]:
    found: dict[str, int] = {}
    totals = {one.function: len(one.lines) for one in company.lists}
    for function, (opening, new) in _BELIEFS.items():
        name, total = function.lower(), totals[function]
        found |= {f"{name}_opening": opening, f"{name}_new": new, f"{name}_total": total}
        found[f"{name}_lost"] = opening + new - total
    spread = max(totals.values()) - min(totals.values())
    return {**found, "spread": spread, "sales_over": totals["Sales"] - closing}


def _sales(company: Company) -> dict[str, float]:
    """Sales and orders by year, and how many customers met each kind of moment in 2025."""
    by_year = {year: [sale for sale in company.sales if sale.day.year == year] for year in (2024, 2025)}
    found: dict[str, float] = {}
    for year, sales in by_year.items():
        found[f"revenue_{year}"] = round(sum(sale.amount for sale in sales), 2)
        found[f"orders_{year}"] = sum(sale.amount > 0 for sale in sales)
    bought = [sale for sale in by_year[2025] if sale.amount > 0]
    large = {sale.customer for sale in bought if is_large_delivery(sale)}
    spent = sum(sale.amount for sale in by_year[2025] if sale.customer in large)
    return {
        **found,
        "met_large": len(large),
        "large_value_each": spent / len(large),
        "met_plants": len({sale.customer for sale in bought if sale.product_range == "Plants"}),
        "met_delivered": len({sale.customer for sale in bought if sale.channel != "Garden centre"}),
        "met_refund": len({sale.customer for sale in by_year[2025] if sale.amount < 0}),
    }


def _measures() -> dict[str, float]:
    """Last year's means; the promised day by its second half, since the vans were sold in June."""
    return {
        "advice_mean": round(fmean(measures.ADVICE.in_2025), 1),
        "evening_mean": round(fmean(measures.EVENING.in_2025), 1),
        "put_right_mean": round(fmean(measures.PUT_RIGHT.in_2025), 1),
        "delivery_last": measures.DELIVERY.in_2025[-1],
        "advice_failure": 100 - fmean(measures.ADVICE.in_2025),
        "stock_failure": 100 - fmean(measures.STOCK.in_2025),
        "evening_failure": 100 - fmean(measures.EVENING.in_2025),
        "growing_failure": 100 - fmean(measures.GROWING.in_2025),
        "delivery_failure": 100 - fmean(measures.DELIVERY.in_2025[6:]),
    }


def _voices(company: Company) -> dict[str, int]:
    about = [comment.day.month for comment in company.comments if comment.topic == "delivery_day"]
    return {
        "day_voices_early": sum(month <= 4 for month in about),
        "day_voices_late": sum(month >= 9 for month in about),
    }
