"""The SQL text filled in: a table's columns, a definition's numbers, and names for what must be bound."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from cxworkshop.domain.errors import BadValue
from cxworkshop.ledger.definition import BridgeDefinition
from cxworkshop.ledger.names import customer_key
from cxworkshop.ledger.remote import text
from cxworkshop.ledger.remote.source import Source
from cxworkshop.ledger.remote.timeline import Timeline

_MOST_BOUND = 10_000


@dataclass
class Bound:
    """Texts on their way into a query beside it, never within it: `name` gives the mark that stands for one."""

    texts: dict[str, str] = field(default_factory=dict)

    def name(self, written: str) -> str:
        """The SQL that stands for a text."""
        mark = f"bound_{len(self.texts)}"
        self.texts[mark] = written
        return f"CAST(:{mark} AS VARCHAR(4000))"

    def listed(self, many: Iterable[str]) -> str:
        """The SQL that stands for several texts, in parentheses; raises BadValue for more than engines take."""
        marks = [self.name(one) for one in many]
        if len(marks) > _MOST_BOUND:
            raise BadValue(
                f"{len(marks):,} ids to leave out are too many to send along; at most {_MOST_BOUND:,},"
                " or mark them in a column of the table."
            )
        return f"({', '.join(marks)})"


def source_rows(source: Source, id_role: str | None) -> str:
    """The rows of a table under our own names, those that repeat a transaction id numbered."""
    reading = ",\n    ".join(f"{expression} AS {name}" for name, expression in source.reading)
    number = text.NUMBER.format(id=id_role) if id_role else "1"
    return text.SOURCE.format(reading=reading, relation=source.relation, number=number)


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
        "excluded": _excluded(source, definition, bound),
        "worth": _worth(source, definition),
        "yearly": _share("worth", 365, "term"),
        "rank": text.RANK if contracts else "0",
        "latest": text.LATEST if contracts else "",
        "pending": _PENDING.format("1") if contracts else "0",
        "granted": _PENDING.format("ranked.agreed") if contracts else "0",
        "scaled": _share("bought", 365, definition.window) if source.setting == "hybrid" else "bought",
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


def _excluded(source: Source, definition: BridgeDefinition, bound: Bound) -> str:
    conditions = ""
    if definition.excluded:
        columns = [name for name, _ in source.reading if name in ("shut_out", "segment")]
        if not columns:
            raise BadValue(
                "There is no column to leave rows out by; name it (--exclude-column or --segment)."
            )
        column = "shut_out" if "shut_out" in columns else "segment"
        conditions += (
            f"\n    AND (r.{column} IS NULL OR r.{column} NOT IN {bound.listed(definition.excluded)})"
        )
    if definition.excluded_ids:
        keys = [customer_key(one.strip()) for one in definition.excluded_ids]
        conditions += f"\n    AND r.who NOT IN {bound.listed(keys)}"
    for prefix in definition.internal:
        key = customer_key(prefix.strip())
        conditions += f"\n    AND SUBSTRING(r.who, 1, {len(key)}) <> {bound.name(key)}"
    return conditions
