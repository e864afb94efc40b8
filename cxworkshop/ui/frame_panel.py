"""The frame on screen: what to talk about first, a countermove for each of the worst, the legacy, the words, and others."""

from __future__ import annotations

import streamlit as st

from cxworkshop.analysis.agreement import Opinion
from cxworkshop.analysis.findings import figure, sentence
from cxworkshop.analysis.periods import day_label
from cxworkshop.domain.records import Countermove, Leader, Legacy, LegacyVote, WordSwap
from cxworkshop.domain.records.frame import INHIBITORS
from cxworkshop.domain.workshop import Workshop
from cxworkshop.programme.others import OTHERS, STUDY, Told
from cxworkshop.programme.rules import frame as rules
from cxworkshop.programme.say import called
from cxworkshop.ui import fields, people, session, troubles
from cxworkshop.ui.charts.inhibitors import inhibitors
from cxworkshop.ui.editor import table
from cxworkshop.ui.pictures import finding, picture

_FIELDS = {words: name for name, words in INHIBITORS.items()}
_SWAPS_CSS = "<style>[class*=st-key-old-word] p, [class*=st-key-old-word] [data-testid=stText] { text-decoration: line-through; } [class*=st-key-old-word] [data-testid=stText], [class*=st-key-new-word] [data-testid=stText] { font-size: 1.35rem; line-height: 1.35; } [class*=st-key-new-word] [data-testid=stText] { font-weight: 650; }</style>"


def strips() -> None:
    """The strips of dots with, beside them, what to talk about first."""
    found = rules.talk_first(session.workshop())
    until = "When three slips are in and revealed, each inhibitor stands here as a strip of dots."
    if not found:
        picture(inhibitors, until=until, wide=True)
        return
    left, right = st.columns([5, 2])
    with left:
        picture(inhibitors, until=until, wide=True)
    with right:
        st.subheader("Talk about these first", anchor=False)
        for number, (words, said) in enumerate(found, 1):
            st.text(f"{number}. {words}\n{sentence(rules.apart_says(said))}.")


def countermoves() -> None:
    """A card for each of the three that weigh most, and a table of every countermove for others of your own."""
    workshop = session.workshop()
    worst = rules.worst(workshop)
    if worst:
        st.subheader("A countermove against each of the three that weigh most", anchor=False)
    for words, said in worst:
        _countermove(workshop, words, said)
    if not worst:
        table(Countermove)
    elif not session.projecting():
        with st.expander("All countermoves, and others of your own", icon=":material/add:"):
            table(Countermove)


def _countermove(workshop: Workshop, words: str, said: Opinion) -> None:
    """The inhibitor is given; what a leader does about it, who and by when are asked."""
    id = next(
        (one.id for one in workshop.all(Countermove) if one.inhibitor == words), f"against-{_FIELDS[words]}"
    )
    with st.container(border=True, key=f"card-move-{_FIELDS[words]}"):
        st.text(words)
        st.caption(session.escape(f"Median {figure(said.median or 0)} of 5, {rules.apart_says(said)}"))
        if session.projecting():
            _read(workshop, workshop.get(Countermove, id))
            return
        for place, name in zip(st.columns([4, 2, 1.5]), ("move", "owner", "by_day"), strict=True):
            with place:
                fields.field(Countermove, id, name, given={"inhibitor": words})
        troubles.say(Countermove, id)


def _read(workshop: Workshop, move: Countermove | None) -> None:
    if move is None or not move.move:
        st.caption("No countermove yet.")
        return
    st.text(move.move)
    by = f"by {day_label(move.by_day)}" if move.by_day else ""
    st.caption(session.escape(" · ".join(filter(None, (workshop.name_of("leader", move.owner), by)))))


def legacy() -> None:
    """The sentence in large type once it is written."""
    said = session.workshop().one(Legacy).sentence
    if said:
        finding(said, "legacy-sentence")


def sentence_and_votes() -> None:
    """What is written and voted; the projector has the sentence above, and the hands and stakes below."""
    if session.projecting():
        fields.form(Legacy, only=("become", "lives", "motive", "motive_note"))
    else:
        fields.form(Legacy)
        table(LegacyVote, only=("leader", "fingers", "stake"), rows=people.per_leader(LegacyVote))


def hands_and_stakes() -> None:
    """Who is not waited for; on the projector, which has no table of votes, also what each leader puts in themselves."""
    workshop = session.workshop()
    away = rules.legacy_absent(workshop)
    if away:
        st.caption(session.escape(away))
    staked = [vote for vote in workshop.all(LegacyVote) if vote.stake]
    if not staked or not session.projecting():
        return
    st.subheader("What each of you puts in", anchor=False)
    places = st.columns(2)
    for at, vote in enumerate(staked):
        leader = workshop.get(Leader, vote.leader)
        with places[at % 2]:
            st.caption(session.escape(called(workshop, leader) if leader else "A leader who is not listed"))
            st.text(vote.stake or "")


def words() -> None:
    """Old words on the left, new ones on the right, in large type."""
    swaps = [swap for swap in session.workshop().all(WordSwap) if swap.old or swap.new]
    if not swaps:
        return
    session.here().found = True
    st.html(_SWAPS_CSS)
    for swap in swaps:
        with st.container(key=f"swap-{swap.id}"):
            left, right = st.columns(2)
            with left, st.container(key=f"old-word-{swap.id}"):
                st.text(swap.old or "—")
            with right, st.container(key=f"new-word-{swap.id}"):
                st.text(f"→  {swap.new or '—'}")


def swaps() -> None:
    """The table to write them in; the projector has them in large type."""
    if not session.projecting():
        table(WordSwap)


def others() -> None:
    """What others did, folded away; a study for whoever wants to ask it of themselves."""
    if session.projecting():
        return
    with st.expander("What others did", icon=":material/groups:"):
        for at, place in enumerate(st.columns(len(OTHERS))):
            with place:
                _told(OTHERS[at])
        _told(STUDY)


def _told(one: Told) -> None:
    st.markdown(f"**{one.who}**")
    st.write(one.did)
    st.caption(one.source)
