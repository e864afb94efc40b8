"""What a month of unusually many voices says, and whether a survey would have shown it: in a sentence."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, figure, sentence
from cxworkshop.analysis.surges import SURVEY, Months, Surge, surges


def surge_words(found: Months) -> str:
    """The steepest surge, what surveys show of it, and how many more there are."""
    told = surges(found)
    if not told:
        return f"No month stands out: in all {counted(len(found.months), 'month')} each kind of source speaks about as usual."
    first, more = told[0], len(told) - 1
    month = f"{found.months[first.at]:%B %Y}"
    rest = f"; {counted(more, 'more surge', 'more surges')} beside it" if more else ""
    return (
        f"{sentence(first.kind)} voices surged in {month}: {first.voices:,}, where {figure(round(first.usual))} a month"
        f" {'is' if round(first.usual) == 1 else 'are'} usual; {_surveys(found, first)}{rest}."
    )


def _surveys(found: Months, one: Surge) -> str:
    if not sum(found.voices.get(SURVEY, ())):
        return "no survey is in this file"
    if one.later is None:
        return "surveys do not show it"
    return f"surveys show it {counted(one.later, 'month')} later" if one.later else "surveys show it, too"
