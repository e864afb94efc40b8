"""The gate of five to ten: how many start at once, who carries them, and what has to be finished before more begins."""

from __future__ import annotations

from collections.abc import Sequence

from cxworkshop.analysis.findings import counted, in_words, listed, quoted, sentence
from cxworkshop.analysis.merged import members, on_the_wall, stands_for
from cxworkshop.analysis.priorities import chosen
from cxworkshop.analysis.scores import STOP
from cxworkshop.domain.records import Candidate, Choosing, Commitment, Leader, Stage
from cxworkshop.domain.records.commit import STATES
from cxworkshop.domain.workshop import Workshop

FEWEST, MOST = 5, 10
EACH = 2
"""Priorities that one executive can answer for."""
FINISHED = STATES[-1]


def state_of(workshop: Workshop, candidate: Candidate) -> str | None:
    """How far a priority has come, as its commitment says; None where nobody has said."""
    own = {one.id for one in members(workshop, candidate)}
    said = [one.state for one in workshop.all(Commitment) if one.candidate in own and one.state]
    return max(said, key=STATES.index, default=None)


def finished(workshop: Workshop, candidate: Candidate) -> bool:
    """Whether it is improved, checked, and stays so."""
    return state_of(workshop, candidate) == FINISHED


def busy(workshop: Workshop) -> tuple[Candidate, ...]:
    """The priorities that somebody is still at work on; a finished one takes no place among the ten."""
    return tuple(one for one in chosen(workshop) if not finished(workshop, one))


def counted_out(workshop: Workshop) -> str:
    """The gate in one line, large: `4 chosen; choose 1 more`, `11 chosen; move 1 to “not now”`, `7 chosen`."""
    all_of, now = len(chosen(workshop)), len(busy(workshop))
    if not all_of:
        return f"None chosen yet; choose {FEWEST} to {MOST}"
    done = all_of - now
    said = f"{all_of} chosen" + (f", {done} of them finished" if done else "")
    if all_of < FEWEST:
        return f"{said}; choose {FEWEST - all_of} more"
    return f"{said}; move {now - MOST} to “not now”" if now > MOST else said


def gate(workshop: Workshop) -> str | None:
    """What stands between the room and its five to ten priorities, or None; a written reason opens it.

    Source: docs/method.md 1.7.
    """
    count, now = len(chosen(workshop)), len(busy(workshop))
    if not count:
        return "Nothing is chosen yet: say “now” to five to ten candidates."
    if (count >= FEWEST and now <= MOST) or workshop.one(Choosing).override:
        return None
    if count < FEWEST:
        said = sentence(counted(count, "priority is", "priorities are"))
        return f"{said} chosen: choose {in_words(FEWEST - count)} more, or write why fewer will do."
    said = sentence(counted(now, "priority is", "priorities are"))
    return (
        f"{said} chosen: move {in_words(now - MOST)} to “not now”, or write why you can finish more than ten."
    )


def executive_of(workshop: Workshop, candidate: Candidate) -> tuple[Leader | None, bool]:
    """Who answers for a priority, and whether a commitment says so; without one it is who answers for its stage."""
    own = {one.id for one in members(workshop, candidate)}
    for one in workshop.all(Commitment):
        if one.candidate in own and (found := workshop.get(Leader, one.executive)):
            return found, True
    stage = workshop.get(Stage, candidate.stage)
    return (workshop.get(Leader, stage.executive) if stage else None), False


def overloaded(workshop: Workshop) -> tuple[str, ...]:
    """Leaders who would answer for more than two priorities at once, and what to do: a sentence each."""
    load: dict[str, list[tuple[Candidate, bool]]] = {}
    for one in busy(workshop):
        leader, committed = executive_of(workshop, one)
        if leader:
            load.setdefault(leader.id, []).append((one, committed))
    found = []
    for id, of in load.items():
        if len(of) > EACH:
            names = listed(_some([quoted(one.name, 60) for one, _ in of]))
            by = "" if all(committed for _, committed in of) else ", some of them as leader of their stage"
            found.append(
                f"{workshop.name_of('leader', id)} would answer for {in_words(len(of))} at once{by}: {names}. "
                f"Two at most: give {in_words(len(of) - EACH)} to somebody else, or let it wait."
            )
    return tuple(found)


def waited_for(workshop: Workshop, candidate: Candidate) -> Candidate | None:
    """What has to be finished before a candidate may begin; None where it waits for nothing that is there."""
    into = stands_for(workshop).get(candidate.waits_for or "")
    return workshop.get(Candidate, into)


def may_begin(workshop: Workshop) -> tuple[Candidate, ...]:
    """The later ones whose turn has come: what they waited for is finished."""
    return tuple(
        one
        for one in on_the_wall(workshop)
        if one.verdict == "not now"
        and (first := waited_for(workshop, one))
        and first.id != one.id
        and finished(workshop, first)
    )


def too_early(workshop: Workshop) -> tuple[str, ...]:
    """Priorities that start although they wait for something unfinished, and what to do: a sentence each."""
    return tuple(
        f"{quoted(one.name, 60)} starts now and waits for {quoted(first.name, 60)}, which is not finished: "
        "let it wait, or say that it need not."
        for one in busy(workshop)
        if (first := waited_for(workshop, one)) and first.id != one.id and not finished(workshop, first)
    )


def never_begins(workshop: Workshop) -> tuple[str, ...]:
    """Candidates that wait for each other, for themselves, or for what is to stop: a sentence each."""
    wall = on_the_wall(workshop)
    begins = [one for one in wall if one.verdict != STOP]
    after = {one.id: first for one in begins if (first := waited_for(workshop, one))}
    names = {one.id: quoted(one.name, 60) for one in wall}
    found, told = [], set[str]()
    for one in begins:
        path: list[str] = []
        at = one.id
        while at in after and at not in path and at not in told:
            path.append(at)
            at = after[at].id
        told |= set(path)
        circle = path[path.index(at) :] if at in path else []
        if len(circle) == 1:
            found.append(f"{names[at]} waits for itself: name what has to be finished first.")
        elif circle:
            found.append(
                f"{listed(_some([names[id] for id in circle]))} wait for each other: decide which of them begins."
            )
    found += [
        f"{names[id]} waits for {quoted(first.name, 60)}, which you stop: it would never begin."
        for id, first in after.items()
        if first.verdict == STOP
    ]
    return tuple(found)


def nearest(workshop: Workshop) -> str | None:
    """When ten are under way already: which of them is nearest to finished, so that the next one can begin."""
    now = busy(workshop)
    if len(now) < MOST:
        return None
    states = [state_of(workshop, one) or STATES[0] for one in now]
    best = max(states, key=STATES.index)
    if best == STATES[0]:
        return f"{sentence(in_words(len(now)))} are chosen and none of them has begun: finish one before you add another."
    names = listed(
        _some([quoted(one.name, 60) for one, state in zip(now, states, strict=True) if state == best])
    )
    return f"All places are taken. Nearest to finished ({best}): {names}. Finish before you add another."


def _some(names: Sequence[str]) -> list[str]:
    return [*names[:3], f"{len(names) - 3} more"] if len(names) > 3 else list(names)
