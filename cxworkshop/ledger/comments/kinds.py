"""What kind of source a channel's name speaks of, and whether customers were asked there: first guesses."""

from __future__ import annotations

from cxworkshop.ledger.comments.headers import words_of

# In this order: a survey of people who left is a lost customers' source, a chat at the exit of a shop is not.
_KINDS = (
    (
        "lost customer",
        True,
        "exit cancel cancelled cancellation lost churn churned left leaver leavers winback closed",
    ),
    ("survey", True, "survey surveys nps csat ces questionnaire poll panel feedback form"),
    (
        "social",
        False,
        "review reviews social facebook twitter instagram tiktok youtube linkedin reddit forum trustpilot google yelp x"
        " tripadvisor appstore",
    ),
    (
        "ethnographic",
        True,
        "visit visits observation observations diary diaries interview interviews shadowing home",
    ),
    (
        "front line",
        False,
        "driver drivers store stores shop shops branch branches field staff employee employees crew counter front garden",
    ),
    (
        "volunteered",
        False,
        "web website online internet portal e email emails mail mails chat chats phone telephone call calls caller post"
        " postal letter letters fax referral referrals contact complaint complaints helpdesk ticket tickets sms text"
        " whatsapp messenger person app hotline desk inbox",
    ),
    ("operational", False, "log logs system sensor telemetry returns return usage operations"),
)


def kind_of(name: str) -> tuple[str, bool | None]:
    """The kind of source, and whether customers were asked: `Submitted via Web` is volunteered and not asked for."""
    words = words_of(name)
    for kind, aided, signs in _KINDS:
        if words & frozenset(signs.split()):
            return kind, aided
    return "other", None
