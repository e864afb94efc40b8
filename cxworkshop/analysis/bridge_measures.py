"""What a bridge says beyond its bars: running in place, replacement, retention, wallet, renewal, and why revenue moved."""

import math
from collections.abc import Sequence

from cxworkshop.analysis.bridge import Flows

_UNMOVED = 1e-9


def share(part: float | None, whole: float | None) -> float | None:
    """Part of whole (0.5 is half); None where either is unknown or the whole is nothing."""
    return None if part is None or not whole else part / whole


def running_in_place(customers: Flows) -> float | None:
    """The share of those who came that only replaced those who left (docs/method.md 2, Derived)."""
    if customers.new is None or customers.lapsed is None:
        return None
    came = customers.new + (customers.returned or 0)
    return share(min(came, customers.lapsed), came)


def replacement_need(customers: Flows, value: Flows) -> float | None:
    """How many average new customers replace one average lapsed customer (docs/method.md 2, Derived)."""
    return share(share(value.lapsed, customers.lapsed), share(value.new, customers.new))


def gross_value_retention(value: Flows) -> float | None:
    """The share of opening value that neither lapsed nor shrank (docs/method.md 2, Derived)."""
    if value.opening is None or value.lapsed is None:
        return None
    return share(value.opening - value.lapsed - (value.shrunk or 0), value.opening)


def net_value_retention(value: Flows) -> float | None:
    """Gross value retention with what stayers grew by added back (docs/method.md 2, Derived)."""
    if value.opening is None or value.lapsed is None:
        return None
    return share(value.opening - value.lapsed - (value.shrunk or 0) + (value.grown or 0), value.opening)


def share_of_wallet(spend_with_us: float | None, spend_in_category: float | None) -> float | None:
    """Spend with us over the same customers' whole spend in the category."""
    return share(spend_with_us, spend_in_category)


def renewal_rate(renewed: float | None, due: float | None, pending: float | None = 0) -> float | None:
    """Renewed over due less pending, by count or by expiring value (docs/method.md 2, Derived)."""
    return None if due is None else share(renewed, due - (pending or 0))


def referred_share(referred: float | None, new: float | None) -> float | None:
    """New customers who came by referral over all new customers."""
    return share(referred, new)


def log_mean_split(before: Sequence[float], after: Sequence[float]) -> tuple[float, ...] | None:
    """How much each factor moved a product of factors, exactly: the parts add up to the whole change.

    Factors come in the same order before and after, such as customers, orders each, order value (and margin, for
    profit). None where any factor is not positive. Log-mean split of docs/method.md 2.
    """
    if any(factor <= 0 for factor in (*before, *after)):
        return None
    old, new = math.prod(before), math.prod(after)
    logs = [math.log(y / x) for x, y in zip(before, after, strict=True)]
    # Where the product hardly moved its change is lost in rounding, and the log-mean is the product itself.
    moved = math.fsum(logs)
    scale = (new - old) / moved if abs(moved) > _UNMOVED else old
    return tuple(scale * log for log in logs)
