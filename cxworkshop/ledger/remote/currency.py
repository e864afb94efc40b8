"""The one currency of a table: refused where rows that count are in two, told where a cell does not say."""

from collections import defaultdict

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.remarks import counted, foreign_remark
from cxworkshop.ledger.remote.engines import Engine
from cxworkshop.ledger.remote.source import Source


def foreign_cents(engine: Engine, source: Source, rows: str, notes: list[str]) -> int:
    """The cents of rows without a customer in another currency than the rows that count, which are in no sum.

    Notes say of these, and of rows that count without a currency. Raises BadLedger where those that count are in two.
    """
    found: dict[int, dict[str | None, tuple[int, int]]] = defaultdict(dict)
    asked = (
        f"WITH\n{rows}\nSELECT counts, code, COUNT(*), SUM(cents) FROM (SELECT CASE WHEN who IS NULL THEN 0 ELSE 1 END"
        " AS counts, LOWER(currency) AS code, cents FROM numbered) currencies GROUP BY counts, code"
    )
    for counts, code, many, cents in engine.ask(asked, {}):
        found[int(counts)][code] = (int(many), int(cents or 0))
    used = sorted(str(code) for code in found[1] if code)
    if len(used) > 1:
        raise BadLedger(
            f"{source.where('currency')} holds {', '.join(used[:5])};"
            " turn all amounts into one currency at a constant rate first."
        )
    if used and None in found[1]:
        notes.append(
            f"{counted(found[1][None][0], 'row')} without a currency, taken to be in {used[0].upper()}."
        )
    foreign = [figures for code, figures in found[0].items() if code and code not in used]
    if foreign:
        notes.append(foreign_remark(sum(many for many, _ in foreign)))
    return sum(cents for _, cents in foreign)
