"""What a review says of the count: what moved, what cannot be compared, and what contradicts the commitments."""

from __future__ import annotations

from cxworkshop.analysis.bridge import Flows, net, number
from cxworkshop.analysis.bridge_flags import contradictions
from cxworkshop.analysis.findings import counted, customers, figure, sentence
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.periods import in_period
from cxworkshop.analysis.review_count import (
    MONTH,
    Counted,
    counted_at,
    handed_over,
    moved,
    older,
    overlapping,
    per_days,
    rounded,
    same_season,
    unlike,
)
from cxworkshop.analysis.reviews import tally, tracks
from cxworkshop.domain.records import Company, Definition, Review
from cxworkshop.domain.records.review import OUTCOMES
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import quote, share, told

_KEPT = OUTCOMES[0]


def moved_says(workshop: Workshop, review: Review, before: Counted | None = None) -> str | None:
    """What moved in whole customers since an older count; None while the new one has no figures."""
    now = counted_at(review)
    before = before or next(iter(older(workshop, review)), None)
    if now is None:
        return None
    change, noun = net(now.customers), customers(workshop)
    whole = None
    if change is not None:
        more = "more" if change > 0 else "fewer"
        who = people(abs(change), noun, more) if change else f"as many {noun}"
        whole = f"{who} at the end of {now.label} {'than' if change else 'as'} at its start"
        earlier = net(before.customers) if before and not unlike(before, now) else None
        beside = f", where {before.label} had {_signed(earlier)}" if before and earlier is not None else ""
        whole = f"{sentence(whole)}{beside}."
    if before is None:
        return whole
    rows = {one.name: one for one in moved(before, now)}
    pace = unlike(before, now)
    then, since = (
        f"per {MONTH} days of {one.label}" if pace else in_period(*one.period) for one in (before, now)
    )
    lines = [
        f"{_told(one.before, pace)} {verb} {then}, {_told(one.now, pace)} {since}"
        for name, verb in (("lapsed", "left"), ("new", "came for the first time"))
        if (one := rows[name]).change is not None
    ]
    return told(f"{'; '.join(lines)}." if lines else None, whole)


def _told(value: float | None, per_month: bool) -> str:
    return figure(rounded(value or 0, per_month=per_month))


def _signed(change: float) -> str:
    return f"{number(abs(change))} {'more' if change > 0 else 'fewer'}" if change else "as many"


def count_cautions(workshop: Workshop, review: Review, before: Counted | None) -> tuple[str, ...]:
    """Where the two counts cannot simply be set beside each other, and where one does not follow from the other."""
    now = counted_at(review)
    if now is None:
        return ()
    found: list[str] = []
    if before is not None:
        if overlapping(before, now):
            found.append(
                f"{sentence(before.label)} and {now.label} share days: customers who moved in them stand in both."
            )
        if unlike(before, now) and before.days and now.days:
            found.append(
                f"{sentence(before.label)} has {counted(before.days, 'day')} and {now.label} has {counted(now.days, 'day')}: "
                f"who came and left is told per {MONTH} days of each, and nothing is scaled to a year."
            )
        elif turned := [one for one in (before, now) if None not in one.period and one.days is None]:
            found += [f"{sentence(one.label)} ends before it begins: mend its days." for one in turned]
        elif before.days is None or now.days is None:
            found.append(
                "One of the two periods has no dates, so nobody can say whether they are equally long."
            )
        if not same_season(before, now) and None not in (*before.period, *now.period):
            found.append("They are not the same days of the year: part of the difference may be the season.")
    joined = handed_over(workshop, review)
    if joined and joined[1]:
        period, gap = joined
        found.append(
            f"This count opens with {number(abs(gap))} {'more' if gap > 0 else 'fewer'} than {period.label} closed with:"
            " find them before you compare."
        )
    lost = (now.customers.lapsed or 0) - (now.customers.opening or 0)
    if now.customers.opening is not None and lost > 0:
        found.append(
            f"More left than were there at the start, by {number(lost)}: one of the two cannot be true."
        )
    return tuple(found)


def strangers(workshop: Workshop, other: Workshop) -> tuple[str, ...]:
    """Why the bridge of another workbook may not be this company's: another name, currency or definition."""
    ours, theirs = workshop.one(Company), other.one(Company)
    ruled, read = workshop.one(Definition).sentence, other.one(Definition).sentence
    found = []
    if ours.name and theirs.name and ours.name != theirs.name:
        found.append(f"This workbook is of {quote(theirs.name)}, and this workshop of {quote(ours.name)}.")
    if ours.currency and theirs.currency and ours.currency != theirs.currency:
        found.append(f"Its money is in {theirs.currency}, and here it is in {ours.currency}.")
    if ruled and read and ruled != read:
        found.append("It counts by another definition: the two counts are not of the same people.")
    return tuple(found)


def contradictions_at(workshop: Workshop, review: Review, before: Counted | None) -> tuple[str, ...]:
    """Where commitments and measures tell another story than the customers do."""
    now = counted_at(review)
    if now is None:
        return ()
    noun, found = customers(workshop), list[str]()
    every = tracks(workshop, review)
    kept = tally([one.progress for one in every])[_KEPT]
    change = net(now.customers)
    if change is not None and change < 0 and kept * 2 > len(every):
        found.append(
            f"{sentence(share(kept, len(every), 'commitment', 'was kept', 'were kept'))}, and there {_are(change, noun)}:"
            " ask which of them was to move this number, and by when."
        )
    if change is not None and change > 0 and every and not kept:
        found.append(f"No commitment was kept, and there {_are(change, noun)}: find out what brought them.")
    if before is not None:
        for one in every:
            said = number_moved(workshop, review, before, one.commitment.asset_number)
            if said and said[1] < 0 and one.share is not None and one.share > 0:
                found.append(
                    f"{quote(one.candidate.name)}: its measure goes the right way, and the number that it should move went the"
                    f" wrong way: {said[0]}."
                )
    found += [flag.sentence for flag in contradictions(now.customers, now.value, noun)]
    return tuple(found)


def _are(change: float, noun: str) -> str:
    many = abs(change)
    return f"{'is' if round(many) == 1 else 'are'} {people(many, noun, 'more' if change > 0 else 'fewer')}"


_GOOD = {"lapsed": -1, "shrunk value": -1, "lapsed value": -1}
"""Customer numbers that should fall; every other should rise."""
_VERBS = {
    "new": "came for the first time",
    "returned": "came back",
    "lapsed": "left",
    "closing": "were there",
    "grown value": "came from those who stayed and spent more",
    "shrunk value": "was lost with those who stayed and spent less",
    "lapsed value": "went with those who left",
    "closing value": "was all of it",
}


def number_moved(
    workshop: Workshop, review: Review, before: Counted | None, asset: str | None
) -> tuple[str, int] | None:
    """How a customer number moved, in words, and 1 where that is good, -1 where it is bad, 0 where it did not move.

    None where one of the two counts does not know it.
    """
    now = counted_at(review)
    if now is None or before is None or asset is None:
        return None
    money = asset.endswith(" value")
    name = asset.removesuffix(" value")
    earlier, later = _figure(before, name, money), _figure(now, name, money)
    if earlier is None or later is None:
        return None
    end = name == "closing"
    per = "at the end of " if end else ""
    paced = not end and unlike(before, now)
    if paced:
        earlier, later = per_days(before, earlier), per_days(now, later)
        per = f"per {MONTH} days of "
    unit = f"{workshop.one(Company).currency or ''} " if money else ""
    earlier, later = (rounded(one, per_month=paced) for one in (earlier, later))
    first, last = f"{unit}{figure(earlier)}", f"{unit}{figure(later)}"
    then, since = (f"{per}{one.label}" if per else in_period(*one.period) for one in (before, now))
    words = f"{first} {_VERBS[asset]} {then}, {last} {since}"
    difference = later - earlier
    return words, (difference > 0) - (difference < 0) if _GOOD.get(asset, 1) > 0 else (difference < 0) - (
        difference > 0
    )


def _figure(counted_: Counted, name: str, money: bool) -> float | None:
    flows: Flows = counted_.value if money else counted_.customers
    if name != "closing":
        found: float | None = getattr(flows, name)
        return found
    change = net(flows)
    return None if change is None or flows.opening is None else flows.opening + change
