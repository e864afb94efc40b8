"""A definition in words: who counts as a customer, who does not, and what that gives, as it stands on the card."""

from __future__ import annotations

from cxworkshop.analysis.bridge import Flows
from cxworkshop.analysis.bridge import headline as flows_headline
from cxworkshop.analysis.findings import in_words, listed, sentence
from cxworkshop.analysis.lab import WINDOW, Outcome, dials, ids
from cxworkshop.analysis.nouns import article, singular
from cxworkshop.analysis.periods import period_label
from cxworkshop.domain.records.lab import LabSettings

_MOST = 6


def definition_sentence(settings: LabSettings, word: str = "customers", segment: str | None = None) -> str:
    """Who counts, in one sentence that can be read aloud: `A gardener is anyone with a purchase of at least 10.00 in
    the last 365 days; rows of the segment Staff and accounts that begin with TEST do not count.`

    `word` is what the company calls its customers, `segment` the column that values are left out by where the dials
    name none.
    """
    found = dials(settings)
    purchase = "a purchase"
    if settings.minimum:
        purchase += f" of at least {settings.minimum:,.2f}"
    window, grace = settings.window_days or WINDOW, settings.grace_days
    bought = f"{purchase} in the last {'day' if window == 1 else _days(window)}"
    runs = "a contract that runs" + (f" or ended no more than {_days(grace)} ago" if grace else "")
    who = {"purchases": bought, "contracts": runs, "hybrid": f"{bought}, or with {runs}"}[
        str(found["setting"])
    ]
    said = f"{one_of(word)} is anyone with {who}"
    if settings.unit_column:
        said += f"; those with the same {_plain(settings.unit_column)} count as one"
    if settings.merge_list:
        said += f"; ids of one customer count once ({settings.merge_list})"
    if out := excluded(settings, segment):
        alone = out.startswith(("one ", "the one ")) and " and " not in out
        said += f"; {out} {'does' if alone else 'do'} not count"
    return said + "."


def excluded(settings: LabSettings, segment: str | None = None) -> str | None:
    """Who does not count, in words: `rows of the segment Staff and accounts that begin with TEST`; None where all do."""
    parts = []
    if settings.excluded_values:
        column = settings.exclude_column or segment
        column = _plain(column) if column else "segment"
        parts.append(f"rows of the {column} {_either(settings.excluded_values)}")
    if settings.internal:
        parts.append(f"accounts that begin with {_either(settings.internal)}")
    if named := len(ids(settings.excluded_ids)):
        parts.append("one customer on a list" if named == 1 else f"{named:,} customers on a list")
    if settings.excluded_list:
        parts.append(f"the {settings.excluded_list}")
    return listed(parts) or None


def gives(found: Outcome, word: str = "customers") -> str | None:
    """The bridge of a definition in one sentence: how the opening count became the closing count; None without them."""
    flows = Flows(opening=found.opening, new=found.new, returned=found.returned, lapsed=found.lapsed)
    said = flows_headline(flows, word)
    if said is None or found.opening is None or found.closing is None:
        return None
    steps = f"{found.opening:,} + {found.new or 0:,} new + {found.returned or 0:,} returned − {found.lapsed or 0:,} lapsed"
    when = sentence(period_label(found.period_start, found.period_end))
    return f"{when}: {steps} = {found.closing:,} {word}; {said}."


def one_of(word: str) -> str:
    """One of what a company calls its customers, with its article: `A gardener`, `An account`, `One of our staff`."""
    named = singular(word)
    return f"One of our {word}" if named is None else f"{article(named).capitalize()} {named}"


def _days(number: int | None) -> str:
    return "1 day" if number == 1 else f"{number or 0:,} days"


def _plain(column: str) -> str:
    return column.replace("_", " ").strip()


def _either(names: tuple[str, ...]) -> str:
    shown = list(names[:_MOST])
    if len(names) > _MOST:
        shown.append(f"{in_words(len(names) - _MOST)} more")
    return " or ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)
