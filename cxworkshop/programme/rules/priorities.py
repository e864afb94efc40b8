"""When the choice holds: candidates that can be weighed, all dots, five to ten chosen, a not-now list."""

from __future__ import annotations

from cxworkshop.analysis.alike import alike
from cxworkshop.analysis.findings import counted, listed, money, sentence
from cxworkshop.analysis.gate import gate, may_begin, never_begins, overloaded, too_early
from cxworkshop.analysis.merged import on_the_wall
from cxworkshop.analysis.priorities import (
    agreement_says,
    ballots,
    candidates,
    chosen,
    dots_changed,
    dots_open,
    one_silo,
    rankings,
    ties,
    value_of,
    waiting,
)
from cxworkshop.analysis.scores import lacks, score, weighed
from cxworkshop.analysis.silent import ENOUGH
from cxworkshop.domain.records import Candidate, Choosing
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.rules.frame import STAY
from cxworkshop.programme.say import lacking, named, present, quote, some, told

_FEWEST = 5
# The most that a ballot can ever hold: with fewer candidates it holds less, but gaps that are closed later
# must not make this morning's ballots too full.
_DOTS = 5


def candidates_missing(workshop: Workshop) -> str | None:
    """Five candidates on the wall, a reason beside each that is still in play, and twins merged or told apart."""
    kept = _wall(workshop)
    short = _FEWEST - len(kept)
    left = len(waiting(workshop))
    gaps = counted(left, "gap from earlier pages waits", "gaps from earlier pages wait")
    twins, nameless = alike(workshop), sum(not row.name for row in on_the_wall(workshop))
    return told(
        sentence(
            f"{counted(short, 'more candidate is', 'more candidates are')} needed."
            + (f" {sentence(gaps)} to be taken up." if left else "")
        )
        if short > 0
        else None,
        sentence(f"{counted(nameless, 'candidate has', 'candidates have')} no name yet.")
        if nameless
        else None,
        lacking(
            named(workshop, [row for row in kept if _in_play(row) and not row.because]),
            "candidate has no reason",
            "candidates have no reason",
        ),
        sentence(f"{counted(len(twins), 'pair looks', 'pairs look')} alike: one thing, or two?")
        if twins
        else None,
    )


def candidates_says(workshop: Workshop) -> str:
    """How many candidates, the dearest of them, and those that one function could do alone."""
    everyone = candidates(workshop)
    if not everyone:
        return "Every gap of the day appears here with the money behind it and the page that it came from."
    left = len(waiting(workshop))
    said = sentence(counted(len(everyone), "candidate"))
    said += f", {counted(left, 'of them', 'of them')} gathered and not yet taken up" if left else ""
    worth = [(value, row) for row in everyone if (value := value_of(workshop, row))]
    if worth:
        value, dearest = max(worth, key=lambda item: item[0])
        said += f"; most money hangs on {quote(dearest.name)}, {money(workshop, value)} a year"
    silo = sum(one_silo(workshop, row) for row in _wall(workshop))
    return (
        f"{said}; {counted(silo, 'of them belongs', 'of them belong')} to fewer than two functions."
        if silo
        else f"{said}."
    )


def weigh_missing(workshop: Workshop) -> str | None:
    """A score in money for each candidate that is still in play; another way of weighing will do where no money is known."""
    rows = [row for row in _wall(workshop) if _in_play(row)]
    if not rows:
        return "No candidate is on the wall yet."
    bare = [
        f"{quote(row.name)} ({lacks(workshop, row)})"
        for row in rows
        if all(score(workshop, row, method) is None for method in ("Money", "RICE", "ICE", "WSJF"))
    ]
    return lacking(bare, "candidate has no score", "candidates have no score")


def weigh_says(workshop: Workshop) -> str:
    """What each way of weighing puts first, and where they are furthest apart."""
    rows = weighed(workshop)
    first: dict[str, list[str]] = {}
    for row in rows:
        for method, place in row.ranks.items():
            if place == 1:
                first.setdefault(quote(row.candidate.name), []).append(method)
    if not first:
        return "With effort and confidence beside the money, each candidate has its score here."
    said = "; ".join(
        f"{listed(ways)} {'put' if len(ways) > 1 else 'puts'} {name} first" for name, ways in first.items()
    )
    furthest = next((row for row in rows if row.apart), None)
    return (
        f"{said}. They are furthest apart on {quote(furthest.candidate.name)}: {counted(furthest.apart or 0, 'place')}."
        if furthest
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
        dots_says(workshop) if dots_changed(workshop) else None,
        "The ballots are still covered: reveal them together."
        if short <= 0 and not opened and not dots_changed(workshop)
        else None,
        sentence(f"{counted(over, 'ballot holds', 'ballots hold')} more than five dots.") if over else None,
    )


def dots_says(workshop: Workshop) -> str:
    """What has most dots, what has most money, and how far ballots agree; nothing before the ballots are revealed."""
    placed = ballots(workshop)
    if len(placed) < ENOUGH:
        return "Dots and money appear here side by side once three ballots are in, contested items first."
    if not dots_open(workshop):
        until = STAY if dots_changed(workshop) else "covered until you reveal them together"
        return sentence(f"{counted(len(placed), 'ballot is', 'ballots are')} in and {until}.")
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
    return f"{said} {agreement_says(workshop)}"


def choose_missing(workshop: Workshop) -> str | None:
    """Five to ten or a written reason, each across two functions, ties settled, reasons for “not now”, nothing in circles."""
    kept = _wall(workshop)
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
        *never_begins(workshop),
    )


def choose_says(workshop: Workshop) -> str:
    """What begins now, what it is worth, and how much waits."""
    now = chosen(workshop)
    if not now:
        return "The five to ten that begin now appear here, with what waits beside them."
    later = sum(row.verdict == "not now" for row in _wall(workshop))
    names = some([quote(row.name) for row in now])
    said = sentence(f"{counted(len(now), 'priority begins', 'priorities begin')} now: {names}")
    said += f"; {counted(later, 'thing waits', 'things wait') if later else 'nothing waits'}"
    turn = may_begin(workshop)
    return f"{said}; the turn of {some([quote(row.name) for row in turn])} has come." if turn else f"{said}."


def choose_flags(workshop: Workshop) -> tuple[str, ...]:
    """What leaders should settle before they go: one silo, an executive with three, a priority that begins too early."""
    silo = [
        f"{quote(row.name)} crosses fewer than two functions. Name the second one, or let one function do it without a place here."
        for row in chosen(workshop)
        if one_silo(workshop, row)
    ]
    return (*silo, *overloaded(workshop), *too_early(workshop), *never_begins(workshop))


def _wall(workshop: Workshop) -> list[Candidate]:
    """Candidates that stand for themselves and have a name."""
    return [row for row in on_the_wall(workshop) if row.name]


def _in_play(row: Candidate) -> bool:
    return row.verdict in (None, "now")
