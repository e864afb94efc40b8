"""The SQL text filled in: a table's columns, a definition's numbers, and names for what must be bound."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.remote import text
from cxworkshop.ledger.remote.bound import Bound
from cxworkshop.ledger.remote.leaving_out import kept
from cxworkshop.ledger.remote.source import Source, source_rows
from cxworkshop.ledger.remote.timeline import Timeline


def calendar(timeline: Timeline) -> str:
    """The calendar as a part of a query."""
    lines = ",\n  ".join(timeline.rows)
    return f"calendar (on_day, n, b, b_bought, b_ended, b_grace) AS (VALUES\n  {lines}\n)"


@dataclass(frozen=True)
class Query:
    """The parts that a bridge's queries share, and the texts bound in them."""

    parts: tuple[str, ...]
    filled: dict[str, object]
    bound: Bound

    def asking(self, *more: str) -> str:
        """The SQL that ends with more parts, the last of them its question."""
        *tables, question = (part.format(**self.filled) for part in more)
        # The last part may begin with tables of its own; they go on with the list, its SELECT ends it.
        link = "\n" if question.startswith("SELECT") else ",\n"
        return "WITH\n" + ",\n".join((*self.parts, *tables)) + link + question


def query(
    source: Source,
    id_role: str | None,
    timeline: Timeline,
    definition: BridgeDefinition,
    segments: Sequence[tuple[str, int]] | None,
) -> Query:
    """The bridge's query; `segments` are (as written in the table, number). Raises BadValue for too many ids."""
    bound = Bound()
    contracts = source.setting != "purchases"
    filled: dict[str, object] = {
        "last": timeline.last,
        "beyond": timeline.last + 1,
        "never": text.NEVER,
        "window": definition.window,
        "grace": definition.grace,
        "minimum": definition.minimum_cents,
        "segments_at_most": text.MOST_SEGMENTS,
        "mark": f"d.n * {text.MOST_SEGMENTS} + s.code" if segments else "CAST(NULL AS BIGINT)",
        "segments": "\n  LEFT JOIN segment_codes s ON s.name = r.segment" if segments else "",
        "excluded": kept(source, definition, bound),
        "worth": _worth(source, definition),
        "yearly": _share("worth", 365, "term"),
        "rank": text.RANK if contracts else "0",
        "latest": text.LATEST if contracts else "",
        "pending": _PENDING.format("1") if contracts else "0",
        "granted": _PENDING.format("ranked.agreed") if contracts else "0",
        "scaled": _share("bought", 365, definition.window) if source.setting == "hybrid" else "bought",
        "seen": text.SEEN if "first_seen" in source.picked else "",
        "was_seen": text.WAS_SEEN if "first_seen" in source.picked else "LAG(known, 1, 0) OVER earlier",
        "by_seen": "\n  LEFT JOIN seen ON seen.who = snapshots.who" if "first_seen" in source.picked else "",
        "shown": 200,
        "figures": ", ".join(
            ["b", "was", "segment", *(f"SUM({sql}) AS {name}" for name, sql in text.FIGURES.items())]
        ),
    }
    parts = [calendar(timeline)]
    if segments:
        codes = ", ".join(f"({bound.name(name)}, {code})" for name, code in segments)
        parts.append(f"segment_codes (name, code) AS (VALUES {codes})")
    parts.append(source_rows(source, id_role))
    parts += [part.format(**filled) for part in (text.LEDGER, text.SPELLS)]
    return Query(tuple(parts), filled, bound)


_PENDING = "CASE WHEN states.covers = 0 AND ranked.b_leaves > states.b THEN {} ELSE 0 END"


def _share(cents: str, times: int, over: str | int) -> str:
    """Cents x times / over, halves away from zero; exact, as what is divided leaves no rest."""
    twice = f"(ABS({cents}) * {2 * times} + {over})"
    return (
        f"(CASE WHEN {cents} < 0 THEN -1 ELSE 1 END"
        f" * CAST(({twice} - MOD({twice}, 2 * {over})) / (2 * {over}) AS BIGINT))"
    )


def _worth(source: Source, definition: BridgeDefinition) -> str:
    if "value" in source.picked:
        return "r.worth"
    if definition.margin_percent is None:
        return "r.cents"
    share = Fraction(str(definition.margin_percent)) / 100
    return _share("r.cents", share.numerator, share.denominator)
