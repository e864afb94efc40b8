"""What a process behaviour chart says, in one sentence for people who have never seen one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from cxworkshop.analysis.findings import counted, figure, sentence
from cxworkshop.analysis.periods import day_label, month_label
from cxworkshop.analysis.xmr import OUTSIDE, Xmr

State = Literal["early", "no variation", "steady", "worse", "better", "changed", "past"]
USABLE, SETTLED = 6, 12
"""Points from which a chart may be read, and from which its limits may be locked."""

LEADS = {"harm": "is getting worse", "good": "is getting better", "": "has changed"}
STATES: dict[str, State] = {"harm": "worse", "good": "better", "": "changed"}


def effect(found: Xmr, at: int, better: str) -> str:
    """`harm` or `good` where a point's signal has a side and the measure a better direction, else ``."""
    side = found.side(at)
    if not side or better not in ("higher", "lower"):
        return ""
    return "good" if (side > 0) == (better == "higher") else "harm"


def verdict(
    name: str,
    found: Xmr,
    dates: Sequence[date | None],
    step: str,
    better: str,
    floor: float | None,
    ceiling: float | None,
) -> tuple[State, str]:
    """The state of a measure and a sentence that says it, judged by its last point; earlier signals come second.

    Source: docs/method.md 3.2.
    """
    name = sentence(name)
    last = len(found.values) - 1
    if last + 1 < USABLE:
        return "early", f"{name}: {counted(last + 1, step)} so far; at least six are needed to judge."
    if not found.typical:
        return "no variation", f"{name}: no variation recorded, so there are no limits to judge by."
    trial = " Twelve points would make this surer." if found.baseline < SETTLED else ""
    if found.signals[last]:
        kind = effect(found, last, better)
        return STATES[kind], f"{name} {_changed(found, dates, step, kind)}{trial}"
    past = [at for at, rules in enumerate(found.signals) if rules]
    if past:
        when = _when(dates, past[-1], step)
        return "past", f"{name} is steady now, but was not {when}: ask what happened then.{trial}"
    return (
        "steady",
        f"{name} is steady: expect {_range(found, floor, ceiling)} until something is changed.{trial}",
    )


def _changed(found: Xmr, dates: Sequence[date | None], step: str, kind: str) -> str:
    """What the last point's strongest lasting signal is: a run before an outlier, an outlier before a crowd."""
    last = len(found.values) - 1
    rules, place, side = found.signals[last], found.places[last], found.side(last)
    where = "above" if place > 0 else "below"
    locked = f" of the first {counted(found.baseline, step)}" if found.baseline <= last else ""
    if 3 in rules:
        return f"{LEADS[kind]}: the last {counted(found.run(last), step)} all lie {where} the {found.middle}{locked}."
    value = figure(found.values[last])
    if 1 in rules and abs(place) == OUTSIDE:
        more = "higher" if place > 0 else "lower"
        return f"{LEADS[kind]}: {value} {_when(dates, last, step)} is {more} than chance explains."
    if 2 in rules:
        where = "above" if side > 0 else "below"
        return f"{LEADS[kind]}: three of the last four {step}s lie far {where} the {found.middle}{locked}."
    return f"has jumped: from {figure(found.values[last - 1])} to {value} {_when(dates, last, step)}, more than chance explains."


def _range(found: Xmr, floor: float | None, ceiling: float | None) -> str:
    low = None if floor is not None and found.lower < floor else figure(found.lower, found.upper)
    high = None if ceiling is not None and found.upper > ceiling else figure(found.upper, found.lower)
    if low is None and high is None:
        return "anything that is possible"
    return f"{low} to {high}" if low and high else f"up to {high}" if high else f"{low} or more"


def _when(dates: Sequence[date | None], at: int, step: str) -> str:
    day = dates[at]
    if day is None:
        return f"at point {at + 1}"
    if step in ("quarter", "year"):
        return f"in {f'Q{(day.month + 2) // 3} ' if step == 'quarter' else ''}{day.year}"
    return f"on {day_label(day)}" if step in ("day", "week", "point") else f"in {month_label(day)}"
