"""The words of the room: whose customers are counted today, and who decides."""

from cxworkshop.domain.records import Company, Leader, Segment
from cxworkshop.programme.rules import room as rules
from cxworkshop.programme.step import Part, Step

COMPANY = Step(
    key="room.company",
    title="The company and the day",
    minutes=5,
    why=(
        "Every number today belongs to one company, one stretch of time and one currency. "
        "Five minutes spent agreeing on that saves an hour of arguing over figures that never measured the "
        "same thing."
    ),
    questions=(
        "What do you call the people who buy from you, and would they use that word for themselves?",
        "Which twelve months do you want to be honest about: the good ones, or the last ones?",
        "Which group of customers would you miss far more than its share of sales suggests?",
        "What has to be different tonight for this day to have been worth your time?",
    ),
    watch=(
        "Somebody will prefer a period that flatters a launch or skips a bad quarter. "
        "Take the latest full period, write it down, and move on."
    ),
    writes=(Company, Segment),
    reads=rules.company_says,
    decision="Which customers, which period and which currency will you count today?",
    done=rules.company_missing,
)

LEADERS = Step(
    key="room.leaders",
    title="Who is at the table",
    minutes=5,
    why=(
        "A count that finance, marketing, technology and the chief executive did not make together "
        "is a count that three of them will not defend. "
        "Whoever is missing from this table decides later, without having heard any of it."
    ),
    questions=(
        "Who is not here today, and could undo what you decide?",
        "Who here speaks for the money, who for the promises, who for the systems, and who for the whole?",
        "When did each of you last spend an hour with a customer and sell nothing?",
        "What would you have to put down to stay in this room until the count is signed?",
    ),
    watch=(
        "A deputy cannot sign, and an empty chair turns into tomorrow's veto. "
        "Ask who stands in, write that into the function, and agree now how the absent leader will be told."
    ),
    writes=(Leader,),
    reads=rules.leaders_says,
    decision="Who decides today, and who answers for the leaders who are absent?",
    done=rules.leaders_missing,
)

ROOM = Part(
    key="room",
    title="The room",
    question="Whose customers are you here for, and who decides?",
    steps=(COMPANY, LEADERS),
)
