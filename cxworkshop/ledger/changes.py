"""What another definition of a customer changes: which dials, and how many customers and how much value they move."""

from collections.abc import Iterator

from cxworkshop.analysis.bridge import number
from cxworkshop.ledger.bridge import Bridge
from cxworkshop.ledger.remarks import cents


def changes(before: Bridge, after: Bridge) -> tuple[str, ...]:
    """What differs between two bridges of one ledger: a sentence on the last closing, one on the last period.

    Dials that were turned together are named together, for their shares cannot be told apart. Empty where the
    definitions are the same.
    """
    dials = list(_dials(before, after))
    if not dials:
        return ()
    old, new = before.totals[-1], after.totals[-1]
    turned = ", ".join(dials)
    said = [
        f"{turned[0].upper()}{turned[1:]}: {_difference(old.closing, new.closing, 'customers')},"
        f" {_value(old.closing_value, new.closing_value)}."
    ]
    if (old.period_start, old.period_end) != (new.period_start, new.period_end):
        said.append(
            f"The last period is {new.period_start} to {new.period_end}"
            f" instead of {old.period_start} to {old.period_end}."
        )
        return tuple(said)
    figures = ", ".join(
        f"{name} {was:,} -> {now:,}"
        for name in ("opening", "new", "returned", "lapsed", "closing")
        if (was := getattr(old, name)) != (now := getattr(new, name))
    )
    if figures:
        said.append(f"In the last period, {new.period_start} to {new.period_end}: {figures}.")
    return tuple(said)


def _dials(before: Bridge, after: Bridge) -> Iterator[str]:
    was, now = before.definition, after.definition
    if before.setting != after.setting:
        yield f"setting {before.setting} -> {after.setting}"
    for name, old, new in (("window", was.window, now.window), ("grace", was.grace, now.grace)):
        if old != new:
            yield f"{name} {old:,} -> {new:,} days"
    if was.minimum_cents != now.minimum_cents:
        yield f"smallest purchase {cents(was.minimum_cents)} -> {cents(now.minimum_cents)}"
    if was.margin_percent != now.margin_percent:
        yield f"value {_share(was.margin_percent)} -> {_share(now.margin_percent)}"
    if was.by != now.by:
        yield f"periods by {was.by} -> by {now.by}"
    for name, start, end in (("from", was.from_day, now.from_day), ("to", was.to_day, now.to_day)):
        if start != end:
            yield f"{name} {start or 'the ledger itself'} -> {end or 'the ledger itself'}"
    for what, old_list, new_list in (
        ("", was.excluded, now.excluded),
        ("customer ", was.excluded_ids, now.excluded_ids),
        ("internal accounts ", was.internal, now.internal),
    ):
        yield from (f"{what}{one} left out" for one in new_list if one not in old_list)
        yield from (f"{what}{one} no longer left out" for one in old_list if one not in new_list)


def _share(percent: float | None) -> str:
    return "the amount" if percent is None else f"{number(percent)}% of the amount"


def _difference(old: int, new: int, noun: str) -> str:
    if new == old:
        return f"as many {noun}"
    kind = "more" if new > old else "fewer"
    return f"{abs(new - old):,} {kind} {noun if abs(new - old) > 1 else noun.removesuffix('s')}"


def _value(old: int, new: int) -> str:
    if new == old:
        return "the same in value"
    return f"{cents(abs(new - old))} {'more' if new > old else 'less'} in value"
