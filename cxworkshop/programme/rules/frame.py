"""When the frame holds: three countermoves, every mark on the path, a sentence, new words."""

from __future__ import annotations

from statistics import median_high, median_low

from cxworkshop.analysis.agreement import Opinion
from cxworkshop.analysis.findings import counted, figure, listed, quoted, sentence
from cxworkshop.analysis.leadership import CAN_LIVE_WITH, legacy_votes
from cxworkshop.analysis.opinions import growth_path, inhibitors
from cxworkshop.analysis.silent import ENOUGH, slips_changed, slips_in, slips_open
from cxworkshop.domain.records import Countermove, Leader, Legacy, LegacyVote, WordSwap
from cxworkshop.domain.records.frame import GROWTH_PATH
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import called, ended, lacking, present, quote, several, share, told, written

_INHIBITORS, _SWAPS = 3, 3
_CAMPS, _CLOSE = 0.0, 0.6
STAY = "stay covered: too few came or went since you saw them"


def inhibitors_missing(workshop: Workshop) -> str | None:
    """Three inhibitors that each have a countermove, and no slips that wait to be revealed."""
    met = {one.inhibitor for one in workshop.all(Countermove) if one.inhibitor and one.move}
    short = _INHIBITORS - len(met)
    if short <= 0:
        return covered_says(workshop)
    open_ones = [quoted(name) for name, _ in worst(workshop) if name not in met]
    need = (
        counted(short, "more inhibitor needs", "more inhibitors need")
        if met
        else "three inhibitors each need"
    )
    hint = f" Rated highest without one: {listed(open_ones)}." if open_ones else ""
    return told(sentence(f"{need} a countermove by a leader.{hint}"), covered_says(workshop))


def rated_inhibitors(workshop: Workshop) -> list[tuple[str, Opinion]]:
    """The inhibitors that three slips or more rate, heaviest first; none before the slips are revealed."""
    return [(name, found) for name, found in inhibitors(workshop) if len(found.values) >= ENOUGH]


def worst(workshop: Workshop) -> list[tuple[str, Opinion]]:
    """The three that weigh most: highest median first, then least agreement. Source: docs/method.md 1.1."""
    return rated_inhibitors(workshop)[:_INHIBITORS]


def talk_first(workshop: Workshop) -> list[tuple[str, Opinion]]:
    """The rated inhibitors, those on which you agree least first. Source: docs/method.md 3.3."""
    rated = rated_inhibitors(workshop)
    return sorted(rated, key=lambda item: 1.0 if item[1].agreement is None else item[1].agreement)


def apart_says(found: Opinion) -> str:
    """How far answers lie apart, in words, also where there is nothing to compare.

    The words follow van der Eijk's agreement A; their borders are ours. Source: docs/method.md 3.3.
    """
    if found.low is None or found.high is None:
        return "nobody has answered"
    if len(found.values) == 1:
        return "one answer, so there is nothing to compare"
    if found.low == found.high:
        return f"you all say {figure(found.low)}"
    reach = f"from {figure(found.low)} to {figure(found.high)}"
    if found.agreement is None:
        return reach
    camps = found.agreement < _CAMPS
    shape = "two camps" if camps else "spread out" if found.agreement < _CLOSE else "close together"
    return f"{reach}, {shape} (agreement {found.agreement:.2f})".replace("-", "−")


def covered_says(workshop: Workshop) -> str | None:
    """That enough slips are in and wait to be revealed; None where they are open, or fewer than three."""
    count = len(slips_in(workshop))
    if count < ENOUGH or slips_open(workshop):
        return None
    until = STAY if slips_changed(workshop) else "covered until you reveal them together"
    return sentence(f"{counted(count, 'slip is', 'slips are')} in and {until}.")


def inhibitors_says(workshop: Workshop) -> str:
    """What is felt most, and where the room is furthest apart; nothing about fewer than three slips."""
    rated = rated_inhibitors(workshop)
    if not rated:
        return (
            covered_says(workshop) or "Seven rows of dots appear here once three slips are in, without names."
        )
    name, felt = rated[0]
    slips = counted(len(felt.values), "slip")
    said = f"Felt most: {quoted(name)}, where the middle of {slips} is {figure(felt.median or 0)} of 5."
    apart = min(rated, key=lambda item: item[1].agreement if item[1].agreement is not None else 1.0)
    if apart[1].low == apart[1].high:
        return f"{said} You all see these things alike."
    return f"{said} You are furthest apart on {quoted(apart[0])}: begin there."


def path_missing(workshop: Workshop) -> str | None:
    """As many slips with a place on the growth path as leaders in the room, and never fewer than three."""
    need, count = max(len(present(workshop)), ENOUGH), len(slips_in(workshop))
    if not slips_open(workshop):
        stay = covered_says(workshop) if slips_changed(workshop) else None
        return stay or _covered_missing(count, need)
    marks = sum(count for _, count in growth_path(workshop))
    short = need - marks
    if short <= 0:
        return None
    so_far = counted(marks, "slip places", "slips place") if marks else "no slip places"
    few = " Fewer than three are never shown." if 0 < marks < ENOUGH else ""
    when = "so far" if marks else "yet"
    return sentence(f"{so_far} you on the growth path {when}; {counted(short, 'is', 'are')} missing.{few}")


def _covered_missing(slips: int, need: int) -> str:
    """How many slips are in, without a word of what is on them."""
    if slips >= need:
        return "All slips are in and still covered: reveal them together."
    so_far = sentence(f"{counted(slips, 'slip is', 'slips are')} in so far" if slips else "no slip is in yet")
    few = " Fewer than three are never shown." if 0 < slips < ENOUGH else ""
    return f"{so_far}; {counted(need - slips, 'is', 'are')} missing.{few}"


def path_says(workshop: Workshop) -> str:
    """Where the middle of the room sees the company, how far the marks reach; nothing of fewer than three."""
    marks = [GROWTH_PATH.index(place) for place, count in growth_path(workshop) for _ in range(count)]
    if len(marks) < ENOUGH:
        return (
            covered_says(workshop)
            or "The ladder from random to desired appears here once three slips carry a mark, without names."
        )
    low, high = GROWTH_PATH[median_low(marks)], GROWTH_PATH[median_high(marks)]
    middle = f"at {quoted(low)}" if low == high else f"between {quoted(low)} and {quoted(high)}"
    if marks[0] == marks[-1]:
        return f"All {counted(len(marks), 'mark')} stand {middle}."
    reach = f"{GROWTH_PATH[marks[0]]} to {GROWTH_PATH[marks[-1]]}"
    return f"The middle of the room stands {middle}; the marks reach from {reach}."


def legacy_missing(workshop: Workshop) -> str | None:
    """One sentence, and every leader in the room at three fingers or more."""
    fingers = {vote.leader: vote.fingers for vote in workshop.all(LegacyVote) if vote.fingers is not None}
    room = present(workshop)
    silent = [called(workshop, leader) for leader in room if leader.id not in fingers]
    below = [
        called(workshop, leader)
        for leader in room
        if (fingers.get(leader.id) or 0) < CAN_LIVE_WITH and leader.id in fingers
    ]
    return told(
        None if workshop.one(Legacy).sentence else "The legacy sentence is not written yet.",
        None if room else "No leader is listed yet, so nobody can vote on it.",
        lacking(silent, "leader has not voted", "leaders have not voted"),
        lacking(below, "leader is below three fingers", "leaders are below three fingers"),
    )


def legacy_absent(workshop: Workshop) -> str | None:
    """Who is not in the room and has no vote: told by name, and not waited for."""
    voted, room = (
        {vote.leader for vote in workshop.all(LegacyVote) if vote.fingers is not None},
        present(workshop),
    )
    away = [one for one in written(workshop, Leader) if one not in room and one.id not in voted]
    if not away:
        return None
    return f"Not in the room, and not waited for: {several([called(workshop, one) for one in away])}."


def legacy_says(workshop: Workshop) -> str:
    """The sentence, its fingers, and how many put something in themselves."""
    written_sentence = workshop.one(Legacy).sentence
    if not written_sentence:
        return "Your sentence appears here in large type, with every leader's fingers below it."
    votes = legacy_votes(workshop)
    if not votes:
        return f"{ended(quoted(written_sentence, 200))} Nobody has voted on it yet."
    carried = sum(vote >= CAN_LIVE_WITH for vote in votes)
    stakes = sum(bool(vote.stake) for vote in workshop.all(LegacyVote))
    high = "at three fingers or more"
    said = share(carried, len(votes), "vote", f"is {high}", f"are {high}") + f", the lowest at {min(votes)}"
    own = f"; {counted(stakes, 'leader says', 'leaders say')} what they put in themselves" if stakes else ""
    return f"{ended(quoted(written_sentence, 200))} {sentence(said)}{own}."


def words_missing(workshop: Workshop) -> str | None:
    """Three words given up, each with the word that takes its place."""
    rows = written(workshop, WordSwap)
    short = _SWAPS - sum(bool(swap.old and swap.new) for swap in rows)
    halves = [quote(swap.old or swap.new) for swap in rows if not (swap.old and swap.new)]
    return told(
        sentence(f"{counted(short, 'swap is', 'swaps are')} still missing.") if short > 0 else None,
        lacking(halves, "swap has only one half", "swaps have only one half"),
    )


def words_says(workshop: Workshop) -> str:
    """The first three swaps."""
    swaps = [swap for swap in workshop.all(WordSwap) if swap.old and swap.new]
    if not swaps:
        return "Old words will stand on the left and new ones on the right."
    said = "; ".join(f"{quote(swap.new)} instead of {quote(swap.old)}" for swap in swaps[:3])
    more = f"; and {len(swaps) - 3} more" if len(swaps) > 3 else ""
    return f"From today you say {said}{more}."
