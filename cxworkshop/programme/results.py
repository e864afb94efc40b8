"""The words of the results: one page that all of you stand behind."""

from cxworkshop.programme.reviews import REVIEW, ROUND
from cxworkshop.programme.rules import results as rules
from cxworkshop.programme.step import Part, Step

SUMMARY = Step(
    key="results.summary",
    title="One page to stand behind",
    minutes=10,
    why=(
        "Tomorrow this day is judged by one page, read by people who were not here. "
        "It should tell them how many customers you have, what you will and will not do, "
        "and who answers for what."
    ),
    questions=(
        "Which line on this page would you be uneasy to read to a customer?",
        "Who saw it otherwise, and does the page say so fairly?",
        "What will your own people hear from you tomorrow morning?",
        "Each for yourself, to close: are you leading people to better lives, or watching coloured lights?",
    ),
    watch=(
        "In the last ten minutes energy turns into vagueness. "
        "Have each leader read aloud the line that they answer for, "
        "and save the workbook before anybody packs up."
    ),
    writes=(),
    reads=rules.summary_says,
    decision="Do you stand behind this page, and on which day will you open it again?",
    done=rules.summary_missing,
)

RESULTS = Part(
    key="results",
    title="Results",
    question="What will you do differently on Monday?",
    steps=(SUMMARY, REVIEW, ROUND),
)
