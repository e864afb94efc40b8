"""The words of the commitments: one leader for each priority, a better life, and a rhythm that keeps it."""

from cxworkshop.domain.records import Building, Commitment, Governance, Pledge
from cxworkshop.programme.rules import commitments as rules
from cxworkshop.programme.step import Part, Step
from cxworkshop.programme.tell import TELL

OWN = Step(
    key="commitments.own",
    title="One name on each priority",
    minutes=15,
    why=(
        "A priority with three owners has none, and an action ticked off is not yet a better day for "
        "anybody. "
        "What you promise here is a change in a customer's life, with a name, "
        "a number and a first step within thirty days."
    ),
    questions=(
        "What will a customer be able to say in six months that they cannot say today?",
        "What do you stop, so that there are people, money and attention for this?",
        "If you left the company next month, who would carry it on, and do they know?",
        "Which customer number will move, by how many people, and on which day will you look?",
    ),
    watch=(
        "While the room is warm, the same two people take on everything. "
        "Speak to anyone who carries more than two, refuse a first action without a day, "
        "and ask what the organisation will hear about it this week."
    ),
    writes=(Commitment, Pledge),
    reads=rules.own_says,
    decision="Who answers for which priority, and what happens within thirty days?",
    done=rules.own_missing,
)

KEEP = Step(
    key="commitments.keep",
    title="Keeping at it",
    minutes=5,
    why=(
        "Work like this leaves with the person who carried it, "
        "unless it has a place in the calendar and a mandate. "
        "When your meetings open with customers who came and who left, "
        "the language changes first and the money after it."
    ),
    questions=(
        "Who unites the functions between meetings, whatever the title, and what may that person stop?",
        "What part do the board, this team and everyone else have in it?",
        "Which of the five competencies is weakest here, and who will build it into the way people work?",
        "How will you treat your own people while you do this, so that you can do it again next year?",
    ),
    watch=(
        "The customer leader turns into the department that everybody hands it to. "
        "Write down what the role decides and what stays with the rest of you, "
        "and enter the next meetings before anyone reaches for a coat."
    ),
    writes=(Governance, Building),
    reads=rules.keep_says,
    decision="Who keeps this together, with which mandate, and when do you meet over customer numbers?",
    done=rules.keep_missing,
)

COMMITMENTS = Part(
    key="commitments",
    title="Commitments",
    question="Who answers for it, and whose life gets better?",
    steps=(OWN, TELL, KEEP),
)
