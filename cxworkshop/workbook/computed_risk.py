"""The columns of the Value at risk sheet that Excel works out: people first, then what they are worth."""

from __future__ import annotations

from collections.abc import Callable

from cxworkshop.analysis.customer_values import Worth, bridge_value, population, worth_of
from cxworkshop.analysis.judgements import judged
from cxworkshop.analysis.risk import NEEDED, AtRisk
from cxworkshop.domain.record import title_of
from cxworkshop.domain.records import Risk
from cxworkshop.domain.workshop import Workshop
from cxworkshop.workbook.bridge_formula import bridge_formula
from cxworkshop.workbook.live import Computed, Result, cell_of

BY_BRIDGE, USED = "Value by the bridge", "Value of a customer used"


def at_risk_columns(workshop: Workshop) -> tuple[Computed, ...]:
    """Fail to leave, the value of a customer used, and the money; each blank while something that it needs is.

    Source: docs/method.md 3.1.
    """

    def year(row: Risk) -> AtRisk | None:
        if row.customers is None or any(getattr(row, name) is None for name in NEEDED):
            return None
        return AtRisk(row, "", row.customers, judged(row), worth_of(workshop, row) or Worth(0, False, ""))

    def people(what: Callable[[AtRisk], float | None]) -> Result:
        return lambda row: what(one) if isinstance(row, Risk) and (one := year(row)) else None

    def money(what: Callable[[AtRisk], float | None]) -> Result:
        return lambda row: people(what)(row) if isinstance(row, Risk) and worth_of(workshop, row) else None

    def by_bridge(row: object) -> float | None:
        found = bridge_value(workshop, population(row)) if isinstance(row, Risk) else None
        return found.each if found else None

    def used(row: object) -> float | None:
        found = worth_of(workshop, row) if isinstance(row, Risk) else None
        return found.each if found else None

    own = {name: cell_of(Risk, title_of(Risk, name)) for name in Risk.model_fields if name != "id"}
    met, fail, rescued = own["customers"], own["failure"], f"N({own['rescued']})"
    more, value, captive = own["leaving"], own["value"], own["captive"]
    live = {
        title: cell_of(Risk, title) for title in ("Fail", "Rescued", "Not rescued", "Leave", USED, BY_BRIDGE)
    }

    def needs(cells: tuple[str, ...], formula: str) -> str:
        return f'=IF(COUNT({",".join(cells)})<{len(cells)},"",{formula})'

    def ends(name: str, base: str, which: str) -> str:
        return f"{which}({base},{own[f'{name}_low']},{own[f'{name}_high']})/100"

    def end(best: str, worst: str) -> str:
        return (
            f"{met}*{ends('failure', fail, best)}*(1-{ends('rescued', rescued, worst)})"
            f"*{ends('leaving', more, best)}*{live[USED]}"
        )

    both = (live["Leave"], live[USED])
    return (
        Computed(
            "Fail",
            needs((met, fail, more), f"{met}*{fail}/100"),
            people(lambda one: one.failed),
            people=True,
        ),
        Computed(
            "Rescued",
            needs((live["Fail"],), f"{live['Fail']}*{rescued}/100"),
            people(lambda one: one.rescued),
            people=True,
        ),
        Computed(
            "Not rescued",
            needs((live["Fail"],), f"{live['Fail']}-{live['Rescued']}"),
            people(lambda one: one.unrescued),
            people=True,
        ),
        Computed(
            "Leave",
            needs((live["Fail"],), f"{live['Not rescued']}*{more}/100"),
            people(lambda one: one.defectors),
            people=True,
        ),
        Computed(BY_BRIDGE, bridge_formula(workshop, own["population"]), by_bridge),
        Computed(USED, f"=IF(COUNT({value})=1,{value},{live[BY_BRIDGE]})", used),
        Computed("At risk", needs(both, f"{live['Leave']}*{live[USED]}"), money(lambda one: one.value)),
        Computed("At risk at least", needs(both, end("MIN", "MAX")), money(lambda one: one.low)),
        Computed("At risk at most", needs(both, end("MAX", "MIN")), money(lambda one: one.high)),
        Computed(
            "Saved by rescue",
            needs(both, f"{live['Rescued']}*{more}/100*{live[USED]}"),
            money(lambda one: one.saved),
        ),
        Computed(
            "Captive customers",
            needs((captive, live["Leave"]), f"{met}*{captive}/100"),
            people(lambda one: one.captives),
            people=True,
        ),
        Computed(
            "Captive value",
            needs((captive, *both), f"{met}*{captive}/100*{live[USED]}"),
            money(lambda one: one.captive_value),
        ),
    )
