"""The stories in sentences: how many are told, what stands behind that of a stage, and who said a quote."""

from __future__ import annotations

from cxworkshop.analysis.experience import ordered_stages
from cxworkshop.analysis.findings import counted, customers, money, quoted, sentence
from cxworkshop.analysis.listening import ENOUGH_KINDS, Heard, deaf, kinds_of
from cxworkshop.analysis.nouns import people
from cxworkshop.analysis.stage_voices import FEELINGS, at_stake, feeling, felt, quotes, reasons_here
from cxworkshop.domain.records import Evidence, Story
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.say import share

NOTHING = "Nobody has been heard here yet."


def story_words(workshop: Workshop) -> str:
    """How many stages have a story, how many of these rest on too few kinds of source, and what will be read aloud."""
    stages = ordered_stages(workshop)
    have = {one.stage for one in workshop.all(Story) if one.story}
    told = [one for one in stages if one.id in have]
    thin = [one for one in deaf(workshop) if one.id in have]
    said = share(len(told), len(stages), "stage", "has a story", "have a story")
    if thin:
        rests = "rests" if len(thin) == 1 else "rest"
        said += f"; {counted(len(thin), 'of them', 'of them')} {rests} on fewer than two kinds of source"
    aloud = sum(bool(row.aloud) for row in workshop.all(Evidence))
    quotes_ = f"; {counted(aloud, 'quote is', 'quotes are')} marked for reading aloud" if aloud else ""
    return sentence(f"{said}{quotes_}.")


def facts(workshop: Workshop, stage_id: str) -> list[tuple[str, str]]:
    """What is known of a stage beside its quotes, each with a sign: kinds heard, feeling, money, who left over it."""
    kinds = kinds_of(workshop, stage_id)
    mood, stake = feeling(quotes(workshop, stage_id)), at_stake(workshop, stage_id)
    if len(kinds) >= ENOUGH_KINDS:
        heard = ("hearing", f"Heard through {counted(len(kinds), 'kind')} of source: {', '.join(kinds)}.")
    else:
        so_far = f"Only one kind of source is heard here: {kinds[0]}." if kinds else NOTHING
        heard = ("hearing_disabled", f"{so_far} A fair story needs at least two.")
    found = [heard]
    if mood is not None:
        found.append(
            (
                "mood",
                f"On the whole they feel {felt(mood)} here ({mood:+.1f} from −2 to +2).".replace("-", "−"),
            )
        )
    if stake is not None:
        found.append(("payments", f"Value at risk at its moments: {money(workshop, stake)} a year at most."))
    for reason in reasons_here(workshop, stage_id):
        size = f", {people(reason.customers, customers(workshop))}" if reason.customers else ""
        found.append(
            ("logout", f"A top reason to {reason.direction} lies here: {quoted(reason.reason)}{size}.")
        )
    return found


def signs_of(workshop: Workshop, one: Heard) -> str:
    """How many said a quote, through which kind of source, and how they felt, in words."""
    words = [
        counted(one.voices, "voice"),
        one.kind or (workshop.name_of("source", one.source.id) if one.source else "source not said"),
        FEELINGS.get(one.row.sentiment, "feeling not said")
        if one.row.sentiment is not None
        else "feeling not said",
    ]
    return sentence(" · ".join(words))
