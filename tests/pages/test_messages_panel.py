"""What everyone hears: a message is begun with one press, read out as it stands, flagged for old words, and taken out."""

from __future__ import annotations

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from cxworkshop.domain.commands import Put, Remove
from cxworkshop.domain.records import Candidate, Commitment, Decision, Leader, Message, WordSwap
from cxworkshop.store import open_store

PAGE, STEP = "pages/decide/commitments.py", "commitments.tell"


def test_a_message_is_begun_from_its_commitment_and_from_a_decision_and_flagged_for_old_words(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """The press takes over what the commitment says already; a decision is offered, not demanded; the card is the text."""
    code = code_of(
        Leader(id="eve", name="Eve Noor"),
        Candidate(id="boat", name="The last boat waits", verdict="now"),
        Commitment(
            id="c", candidate="boat", executive="eve", message="We wait for the bus, and churn falls."
        ),
        WordSwap(id="w", old="churn", new="people who left us"),
        Decision(id="d", decided="Any deckhand may hold a boat."),
    )
    store = open_store(own_store)

    def kept() -> list[Message]:
        assert not at.exception, at.exception
        return list(store.load(code).all(Message))

    at = open_page(PAGE, code, STEP)
    assert "One priority has no message: “The last boat waits”." in at.info[0].value.replace("\\", "")
    at.button(key="tell:boat").click().run()
    (first,) = kept()
    assert (first.candidate, first.what, first.teller) == (
        "boat",
        "We wait for the bus, and churn falls.",
        "eve",
    )
    flagged = [one.value.replace("\\", "") for one in at.markdown if ":material/flag:" in one.value]
    assert len(flagged) == 1
    assert "You agreed to say “people who left us”." in flagged[0]
    means = next(one for one in at.text_area if one.label == "What it means for you")
    means.set_value("You may hold it.").run()
    assert at.code[0].value == (
        "We wait for the bus, and churn falls.\n\nWhat it means for you\nYou may hold it.\n\nEve Noor"
    )
    offered = next(one for one in at.selectbox if one.label == "Which other decision should people hear of?")
    offered.set_value("d").run()
    assert [one.decision for one in kept()] == [None, "d"]
    shown = next(one for one in at.selectbox if one.label == "Message")
    assert shown.value == kept()[1].id
    at.button(key=f"out-message:{kept()[1].id}").click().run()
    assert [one.candidate for one in kept()] == ["boat"]
    at.query_params["view"] = "projector"
    at.run()
    assert "You may hold it." in [one.value for one in at.text]
    assert not at.selectbox


def test_two_people_at_the_messages_lose_nothing_and_begin_nothing_twice(
    open_page: Callable[..., AppTest], code_of: Callable[..., str], own_store: str
) -> None:
    """A press on what somebody else began opens theirs; words typed into a message that was taken out are kept to choose."""
    code = code_of(Candidate(id="boat", name="The last boat waits", verdict="now"))
    store = open_store(own_store)
    at = open_page(PAGE, code, STEP)
    store.commit(code, Put("message", "theirs", {"candidate": "boat", "what": "We wait."}), "another")
    at.button(key="tell:boat").click().run()
    assert [one.id for one in store.load(code).all(Message)] == ["theirs"]
    what = next(one for one in at.text_area if one.label == "What we decided")
    assert what.value == "We wait."
    store.commit(code, Remove("message", "theirs"), "another")
    what.set_value("We wait for the bus.").run()
    assert not at.exception
    assert "We wait for the bus." in [one.value for one in at.text]
    assert [one.label for one in at.button if one.label in ("Keep mine", "Keep theirs")] == [
        "Keep mine",
        "Keep theirs",
    ]
    next(one for one in at.button if one.label == "Keep theirs").click().run()
    assert store.load(code).all(Message) == ()
