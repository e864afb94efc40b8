"""Personal data in customers' words is masked on the way out, and never lost on the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxworkshop.analysis.privacy import masked, restored, shows_personal
from cxworkshop.analysis.sheltered import as_kept, as_shown, whole
from cxworkshop.domain.commands import Batch, Put, Remove, apply
from cxworkshop.domain.records import Category, Evidence, Listening, Story
from cxworkshop.domain.workshop import Workshop, assemble

PERSONAL = [
    ("Write to ana.ruiz@example.co.uk.", "Write to [e-mail]."),
    ("o'neil+shop@mail.example, please", "[e-mail], please"),
    ("ring me on 020 7946 0958 please", "ring me on [phone] please"),
    ("+49 170 1234567!", "[phone]!"),
    ("0049 170 1234567", "[phone]"),
    ("+44 (0)20 7946 0958", "[phone]"),
    ("(212) 555-0123", "[phone]"),
    ("1-800-555-0199", "[phone]"),
    ("01.42.68.53.00", "[phone]"),
    ("0170/1234567", "[phone]"),
    ("my number is 5551234567", "my number is [phone]"),
    ("ring 5550123 or 5550124", "ring [phone] or [phone]"),
    ("my card 4111 1111 1111 1111 was", "my card [card] was"),
    ("5500-0000-0000-0004", "[card]"),
    ("378282246310005", "[card]"),
    ("Pay DE89 3704 0044 0532 0130 00 NOW", "Pay [account] NOW"),
    ("GB82WEST12345698765432", "[account]"),
]
PLAIN = [
    "order 4500123456",
    "Order no: 123-456-7890",
    "order number 0170123456",
    "#1002345678",
    "invoice 2024-0012345",
    "tracking no. 00340434161234567890",
    "ISBN 978-3-16-148410-0",
    "2026-03-14",
    "I called on 14.03.2026",
    "03/14/2026 10:30",
    "01.02.2026 10:30",
    "£1234567.50 and 1,234,567.00",
    "1.234.567,00 euros",
    "0.123456789",
    "1995 2003 2011",
    "called in 2019 and 2020",
    "2019-2026",
    "99.5 % of 1 000 000",
    "SW1A 1AA, 01067 Dresden, 90210-1234",
    "4111 1111 1111 1112",
    "I rang 12 times, 14 days, 30 weeks",
    "£31, £9.95 and £75",
    "two @ five pounds",
]
DATA = st.sampled_from([words for words, _ in PERSONAL] + PLAIN)
TEXTS = st.lists(
    st.one_of(DATA, st.text(max_size=20), st.from_regex(r"[0-9 ().+-]{0,24}", fullmatch=True)), max_size=6
).map(" ".join)


@pytest.mark.parametrize(("words", "expected"), PERSONAL)
def test_personal_data_is_masked(words: str, expected: str) -> None:
    """Addresses, telephone, card and account numbers in the forms in which people write them."""
    assert masked(words) == expected


@pytest.mark.parametrize("words", PLAIN)
def test_other_figures_stay(words: str) -> None:
    """Order numbers, dates, prices, years, percentages, postcodes, and a card number whose check fails."""
    assert masked(words) == words


@given(TEXTS)
def test_masking_twice_changes_nothing_more(words: str) -> None:
    """Whatever stands around a mask afterwards."""
    assert masked(masked(words)) == masked(words)


@given(st.text(alphabet=st.characters(exclude_characters="@", exclude_categories=("Nd",))))
def test_words_without_figures_or_addresses_stay(words: str) -> None:
    """There is nothing to mask in them."""
    assert masked(words) == words


@given(TEXTS)
def test_an_untouched_text_gives_back_what_it_stands_for(words: str) -> None:
    """The masked text, saved as it stands, is the raw one."""
    assert restored(masked(words), words) == words


RAW = "Ring 020 7946 0958 or write a@b.co, else 020 7946 0111."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Please ring [phone] or write [e-mail], else [phone].", f"Please ring{RAW[4:]}"),
        ("Ring [phone] or write [e-mail].", "Ring 020 7946 0958 or write a@b.co."),
        ("else [phone].", "else 020 7946 0111."),
        (
            "Write [e-mail], or ring [phone] or [phone].",
            "Write a@b.co, or ring 020 7946 0958 or 020 7946 0111.",
        ),
        ("[phone] [phone] [phone]", "[phone] 020 7946 0958 020 7946 0111"),
        ("They rang.", "They rang."),
        ("", ""),
    ],
)
def test_an_edit_keeps_what_stands_behind_its_masks(typed: str, expected: str) -> None:
    """By the words around a mask, else in order; a mask too many is only words; what was taken out is gone."""
    assert restored(typed, RAW) == expected


def room(*more: Listening) -> Workshop:
    """A quote and a story with personal data, a name of a category with some, and what is decided about it."""
    return assemble(
        [
            Evidence(id="e", quote=RAW, count=3),
            Story(id="s", story="She gave us a@b.co."),
            Category(id="c", name="write to a@b.co"),
            *more,
        ]
    )


def test_customers_words_are_masked_until_the_room_allows_them() -> None:
    """Quotes and stories, not what the room itself names; labels are made of what is shown."""
    assert not shows_personal(room())
    shown = as_shown(room())
    assert shown.all(Evidence)[0].quote == "Ring [phone] or write [e-mail], else [phone]."
    assert shown.labels("evidence") == {"e": "Ring [phone] or write [e-mail], else [phone]."}
    assert shown.all(Story)[0].story == "She gave us [e-mail]."
    assert shown.all(Category) == room().all(Category)
    allowed = room(Listening(id="listening", personal=True))
    assert as_shown(allowed) is allowed
    assert as_shown(room(Listening(id="listening", personal=False))).all(Story) == shown.all(Story)


def test_a_command_over_masks_is_done_on_what_is_kept() -> None:
    """What the writer saw and typed carries masks; the store gets the data, and refuses nobody because of them."""
    kept = room()
    saw = masked(RAW)
    command = Batch(
        (
            Put("evidence", "e", {"quote": f"{saw} Twice.", "count": 4}, seen={"quote": saw}),
            Remove("story", "s", seen={"story": "She gave us [e-mail]."}),
            Put("evidence", "new", {"quote": "[phone]"}),
        )
    )
    after = apply(kept, as_kept(kept, command))
    assert [row.quote for row in after.all(Evidence)] == [f"{RAW} Twice.", "[phone]"]
    assert after.all(Evidence)[0].count == 4
    assert after.all(Story) == ()


def test_a_workshop_that_comes_back_with_masks_keeps_what_is_behind_them() -> None:
    """Only what was typed anew changes, whether or not the data may be seen now."""
    for kept in (room(), room(Listening(id="listening", personal=True))):
        back = apply(as_shown(room()), Put("evidence", "e", {"count": 9}))
        found = whole(kept, back)
        assert found.all(Evidence) == (Evidence(id="e", quote=RAW, count=9),)
        assert found.all(Story) == kept.all(Story)
