"""The words of the commitments: one leader for each priority, a better life, and a rhythm that keeps it."""

from cxworkshop.domain.records import Building, Commitment, Governance, Pledge
from cxworkshop.programme.rules import commitments as rules
from cxworkshop.programme.rules import pledges
from cxworkshop.programme.step import Part, Step
from cxworkshop.programme.tell import TELL

OWN = Step(
    key="commitments.own",
    title="One name on each priority",
    minutes=10,
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
    writes=(Commitment,),
    reads=rules.own_says,
    decision="Who answers for which priority, and what happens within thirty days?",
    done=rules.own_missing,
)

CALENDAR = Step(
    key="commitments.calendar",
    title="Does it fit, and when do you look",
    minutes=5,
    why=(
        "Promises fit on one page and often not into the weeks that follow it. "
        "Set them against the people you have and against the days you have named, "
        "while everyone who could give way is still in the room."
    ),
    questions=(
        "Which of your people are counted twice in these sums?",
        "Who carries the most, and what would you take off that desk today?",
        "In which part of the customer's life does nothing begin, and can you live with that?",
        "On which day will you see first that something slips, and who calls you?",
    ),
    watch=(
        "Everybody nods at a sum that nobody could keep. "
        "Have each leader say the number of people aloud and whose work it comes from, "
        "and put the days into the calendars before the break."
    ),
    writes=(),
    reads=rules.calendar_says,
    decision="Does it fit, and if it does not, what gives way?",
    done=rules.calendar_missing,
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

SIGN = Step(
    key="commitments.sign",
    title="Signed by all of you",
    minutes=5,
    why=(
        "People nod in this room and explain it differently in the corridor. "
        "A name under the whole plan, or an objection that is written down and stays, "
        "is what your own people will look for."
    ),
    questions=(
        "Would you defend every line of it in front of your own team on Monday?",
        "Which of these priorities helps your function least, and do you still want it?",
        "What would have to change before you could sign?",
    ),
    watch=(
        "The last to be asked signs because everyone did. "
        "Begin with whoever was quiet, and treat an objection as help: "
        "write it down word for word before anyone answers it."
    ),
    writes=(Pledge,),
    reads=pledges.sign_says,
    decision="Does this plan hold, and who sees it otherwise?",
    done=pledges.sign_missing,
)

COMMITMENTS = Part(
    key="commitments",
    title="Commitments",
    question="Who answers for it, and whose life gets better?",
    steps=(OWN, CALENDAR, TELL, KEEP, SIGN),
)
