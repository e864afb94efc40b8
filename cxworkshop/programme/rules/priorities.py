"""When the choice holds: candidates that can be weighed, all dots, five to ten chosen, a not-now list."""

from __future__ import annotations

from cxworkshop.analysis.findings import counted, money, sentence
from cxworkshop.analysis.priorities import (
    ballots,
    candidates,
    chosen,
    dots_agreement,
    dots_open,
    gate,
    one_silo,
    rankings,
    ties,
    value_of,
)
from cxworkshop.analysis.silent import ENOUGH
from cxworkshop.domain.records import Candidate, Choosing
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import blanks, lacking, named, present, quote, some, told, written

_FEWEST = 5
# The most that a ballot can ever hold: with fewer candidates it holds less, but gaps that are closed later
# must not make this morning's ballots too full.
_DOTS = 5


def candidates_missing(workshop: Workshop) -> str | None:
    """Five candidates on the wall, and confidence and effort for each that is still in play."""
    kept = [row for row in written(workshop, Candidate) if row.name]
    short = _FEWEST - len(kept)
    waiting = len(candidates(workshop)) - len(workshop.all(Candidate))
    gaps = counted(waiting, "gap from earlier pages waits", "gaps from earlier pages wait")
    offer = f" {sentence(gaps)} to be taken up."
    unweighed = [
        row
        for row in kept
        if row.verdict in (None, "now") and blanks(workshop, row, ("confidence", "effort"))
    ]
    return told(
        sentence(
            f"{counted(short, 'more candidate is', 'more candidates are')} needed.{offer if waiting else ''}"
        )
        if short > 0
        else None,
        lacking(
            named(workshop, unweighed),
            "candidate lacks confidence or effort",
            "candidates lack confidence or effort",
        ),
    )


def candidates_says(workshop: Workshop) -> str:
    """How many candidates, the dearest of them, and those that one function could do alone."""
    everyone = candidates(workshop)
    if not everyone:
        return "Every gap of the day appears here with the money behind it and the page that it came from."
    waiting = len(everyone) - len(workshop.all(Candidate))
    said = sentence(counted(len(everyone), "candidate"))
    said += f", {counted(waiting, 'of them', 'of them')} gathered and not yet taken up" if waiting else ""
    worth = [(value, row) for row in everyone if (value := value_of(workshop, row))]
    if worth:
        value, dearest = max(worth, key=lambda item: item[0])
        said += f"; most money hangs on {quote(dearest.name)}, {money(workshop, value)} a year"
    silo = sum(one_silo(workshop, row) for row in everyone)
    return (
        f"{said}; {counted(silo, 'of them belongs', 'of them belong')} to fewer than two functions."
        if silo
        else f"{said}."
    )


def dots_missing(workshop: Workshop) -> str | None:
    """A ballot from everybody in the room, three at least, revealed together, and none of them overfull."""
    placed, opened = ballots(workshop), dots_open(workshop)
    short = max(len(present(workshop)), ENOUGH) - len(placed)
    over = sum(ballot.total() > _DOTS for ballot in placed.values()) if opened else 0
    return told(
        sentence(f"{counted(short, 'ballot is', 'ballots are')} missing.") if short > 0 else None,
        "Fewer than three are never shown." if 0 < len(placed) < ENOUGH else None,
        "The ballots are still covered: reveal them together." if short <= 0 and not opened else None,
        sentence(f"{counted(over, 'ballot holds', 'ballots hold')} more than five dots.") if over else None,
    )


def dots_says(workshop: Workshop) -> str:
    """What has most dots, what has most money, and how far ballots agree; nothing before the ballots are revealed."""
    placed = ballots(workshop)
    if len(placed) < ENOUGH:
        return "Dots and money appear here side by side once three ballots are in, contested items first."
    if not dots_open(workshop):
        return sentence(
            f"{counted(len(placed), 'ballot is', 'ballots are')} in and covered until you reveal them together."
        )
    rows = rankings(workshop)
    loved = max(rows, key=lambda row: row.dots, default=None)
    if loved is None or not loved.dots:
        return sentence(
            f"{counted(len(placed), 'ballot')}, and no dot on anything that is still on the wall."
        )
    said = f"Most dots: {quote(loved.candidate.name)} ({loved.dots})."
    dearest = next((row for row in rows if row.score_rank == 1), None)
    if dearest and dearest.candidate.id != loved.candidate.id:
        said += f" Money puts {quote(dearest.candidate.name)} first: hear both sides."
    elif dearest:
        said += " Money says the same."
    alike = dots_agreement(workshop)
    return f"{said} From 0 to 1, the ballots agree to {alike:.2f}." if alike is not None else said


def choose_missing(workshop: Workshop) -> str | None:
    """Five to ten or a written reason, each across two functions, ties settled, reasons for “not now”."""
    kept = [row for row in written(workshop, Candidate) if row.name]
    now = chosen(workshop)
    later = [row for row in kept if row.verdict == "not now"]
    open_ones = [row for row in kept if row.verdict is None]
    tied = ties(workshop) if now and not workshop.one(Choosing).ties else ()
    return told(
        gate(workshop),
        lacking(
            named(workshop, [row for row in now if one_silo(workshop, row)]),
            "priority crosses fewer than two functions",
            "priorities cross fewer than two functions",
        ),
        lacking(named(workshop, open_ones), "candidate has no verdict", "candidates have no verdict"),
        lacking(named(workshop, tied), "candidate ties at the cut", "candidates tie at the cut"),
        "Write how the tie was settled." if tied else None,
        "Nothing is on the “not now” list yet." if now and not later else None,
        lacking(
            named(workshop, [row for row in later if not row.why]),
            "“not now” has no reason beside it",
            "“not now” have no reason beside them",
        ),
    )


def choose_says(workshop: Workshop) -> str:
    """What begins now, what it is worth, and how much waits."""
    now = chosen(workshop)
    if not now:
        return "The five to ten that begin now appear here, with what waits beside them."
    later = sum(row.verdict == "not now" for row in workshop.all(Candidate))
    names = some([quote(row.name) for row in now])
    said = sentence(f"{counted(len(now), 'priority begins', 'priorities begin')} now: {names}")
    return f"{said}; {counted(later, 'thing waits', 'things wait')}."
