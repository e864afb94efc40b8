"""The definition card: what it says word for word, and what changed in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.card import card_changes, card_lines, card_text
from cxworkshop.domain.records import Company, Definition
from cxworkshop.domain.workshop import Workshop, assemble

CARD = Definition(
    id="definition",
    sentence="Whoever bought from us in the last year.",
    unit="person",
    event="A purchase",
    setting="purchases",
    window_days=365,
    grace_days=0,
    minimum=25,
    value_basis="revenue",
    exclusions="Staff\nTests",
    agreed=21_599,
    gives="26,000 + 7,500 − 11,901 = 21,599",
)
words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40).map(str.strip) | st.sampled_from(
    ["Window: 365 days", "a\nGrace: 0 days", "\n\n", "x\n  y"]
)
cards = st.builds(
    Definition,
    id=st.just("definition"),
    sentence=words,
    event=words,
    exclusions=words,
    window_days=st.none() | st.integers(1, 3_660),
    agreed=st.none() | st.integers(0, 10**6),
)


def room(card: Definition) -> Workshop:
    """A workshop that holds this card."""
    return assemble([Company(id="company", currency="EUR"), card])


def test_the_card_is_word_for_word() -> None:
    """Every line that is filled stands on the card in its order; line breaks are indented."""
    assert card_text(room(CARD)).split("\n") == [
        "The definition: Whoever bought from us in the last year.",
        "We count: person",
        "What makes one: A purchase",
        "Setting: purchases",
        "Window: 365 days",
        "Grace: 0 days",
        "Smallest purchase that counts: EUR 25",
        "Value is: revenue",
        "Not counted: Staff",
        "  Tests",
        "The count: 21,599",
        "What it gives: 26,000 + 7,500 − 11,901 = 21,599",
    ]


def test_an_empty_card_says_nothing() -> None:
    """Blank lines are left out; a card without a line is an empty text."""
    assert card_lines(Workshop()) == ()
    assert card_text(Workshop()) == ""
    assert card_lines(room(Definition(id="definition", window_days=1))) == (("Window", "1 day"),)


def test_what_changed_is_told_line_by_line() -> None:
    """A longer window and another count are two changes; a line that is gone becomes nothing."""
    later = CARD.with_values({"window_days": 540, "agreed": 27_012, "grace_days": None})
    assert card_changes(card_text(room(CARD)), card_text(room(later))) == (
        "Window: 365 days → 540 days",
        "Grace: 0 days → nothing",
        "The count: 21,599 → 27,012",
    )


def test_who_answers_for_the_number_is_not_part_of_the_words() -> None:
    """Another data owner or another variant's name does not reopen what was signed."""
    moved = CARD.with_values({"data_owner": "another", "variant": "v"})
    assert card_text(room(CARD)) == card_text(room(moved))


@given(cards, cards)
def test_a_change_is_told_exactly_where_the_texts_differ(one: Definition, other: Definition) -> None:
    """No change is silent, and none is invented, whatever the words are."""
    before, after = card_text(room(one)), card_text(room(other))
    assert (before == after) == (card_changes(before, after) == ())
