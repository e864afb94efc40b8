"""The words of the priorities: everything on one wall, dots placed unseen, and five to ten that begin now."""

from cxworkshop.domain.records import Apart, Candidate, Choosing, Dot
from cxworkshop.programme.rules import priorities as rules
from cxworkshop.programme.step import Part, Step

CANDIDATES = Step(
    key="priorities.candidates",
    title="Everything that asked for attention",
    minutes=10,
    why=(
        "All day the gaps have been writing themselves down: moments that fail, stages nobody owns, "
        "reasons to leave. "
        "On one wall they can be weighed against each other instead of being championed one by one."
    ),
    questions=(
        "Which of these would a customer notice, and which only borrows the customer's name to be funded?",
        "What on your own project list belongs here, and what on it should stop?",
        "Which of these is a system in search of a purpose?",
        "Which two of these are one thing under two names?",
    ),
    watch=(
        "Pet projects arrive dressed as work for customers, and twins split the vote. "
        "Ask which gap each one answers, merge what is alike, and hand back what one function could do alone."
    ),
    writes=(Candidate, Apart),
    reads=rules.candidates_says,
    decision="Which candidates belong on the wall, and which come off it?",
    done=rules.candidates_missing,
)

WEIGH = Step(
    key="priorities.weigh",
    title="What it is worth",
    minutes=5,
    why=(
        "A loud wish and a quiet loss look alike on a wall until somebody writes the money and the months beside them. "
        "Four ways of weighing give four orders, and where they part you learn what each of them forgets."
    ),
    questions=(
        "Who has done something like this before, and how many months did it really take?",
        "How do we know: counted, good reason, or belief?",
        "Whose life changes, how many of them, and how much for each?",
        "What does it cost us to wait until next year?",
    ),
    watch=(
        "Figures invite haggling, and a long table hides a short truth. "
        "Give each line half a minute, leave blank what nobody knows, and say that the order informs and does not decide."
    ),
    writes=(),
    reads=rules.weigh_says,
    decision="Which order do you trust most for this list, and why?",
    done=rules.weigh_missing,
)

DOTS = Step(
    key="priorities.dots",
    title="Blind dots",
    minutes=5,
    why=(
        "A show of hands tells you what the most senior person thinks. "
        "Dots placed unseen tell you what the room thinks, "
        "and their distance from the money is where the talking starts."
    ),
    questions=(
        "Where do dots and money disagree, and what does each of them know?",
        "Which of these got no dot although it is worth a fortune?",
        "Where would the people who left you have put their dots?",
    ),
    watch=(
        "Nobody may see a dot before everybody has placed theirs. "
        "Open them together, talk first about what divides you, and never guess whose dots they were."
    ),
    writes=(Dot,),
    reads=rules.dots_says,
    decision="On which items do dots and money agree, and which ones will you argue out?",
    done=rules.dots_missing,
)

CHOOSE = Step(
    key="priorities.choose",
    title="Five to ten, and not now",
    minutes=10,
    why=(
        "Ten things finished change more lives than forty begun. "
        "Saying aloud what will wait, and why, frees the people who would have done it by halves."
    ),
    questions=(
        "Which of these will you finish completely before you add another?",
        "What do you tell the colleague whose project is not on this list?",
        "Where does one function hope to do this alone, and what will the customer meet at its border?",
        "If you could keep only five, for which one would you fight?",
    ),
    watch=(
        "The eleventh item is always somebody's favourite. "
        "Score and dots inform and leaders decide: settle ties aloud, write a reason beside each “not now”, "
        "and go outside five to ten only with a reason in writing."
    ),
    writes=(Choosing,),
    reads=rules.choose_says,
    decision="Which five to ten begin now, and what waits?",
    done=rules.choose_missing,
)

PRIORITIES = Part(
    key="priorities",
    title="Priorities",
    question="Which five to ten things will you finish?",
    steps=(CANDIDATES, WEIGH, DOTS, CHOOSE),
)
