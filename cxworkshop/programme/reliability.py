"""The words of competency four: know that a moment fails before customers say so, and then go beyond."""

from cxworkshop.domain.records import Development, Measure, Rating, Reading, Risk
from cxworkshop.programme.rules import early_warning
from cxworkshop.programme.rules import reliability as rules
from cxworkshop.programme.step import Part, Step

MEASURES = Step(
    key="reliability.measures",
    title="An early warning for each moment",
    minutes=15,
    why=(
        "By the time a customer complains, you have lost money, trust and the chance to be first. "
        "A number from your own operations, with somebody who acts on it, "
        "turns a bad surprise into an ordinary repair."
    ),
    questions=(
        "What could you have seen on Tuesday that customers told you about on Friday?",
        "What do you measure because you sell it, and what do you do for customers that nobody measures?",
        "At which value does somebody get up from their chair, and who is it?",
        "What do you do, within the hour, for the person to whom it has already happened?",
    ),
    watch=(
        "Rooms list what was sold instead of what was done for somebody, and warnings that wake nobody. "
        "Ask each measure for its standard, owner, trigger and rescue: without them it is only a number."
    ),
    writes=(Measure,),
    reads=early_warning.measures_says,
    decision="Which signal wakes whom, and what do they do first?",
    done=early_warning.measures_missing,
)

SIGNALS = Step(
    key="reliability.signals",
    title="Signal or noise",
    minutes=5,
    why=(
        "Every number moves, and most of its movements mean nothing. "
        "Chasing the harmless ones tires people out and hides the one change that customers feel already."
    ),
    questions=(
        "Which rise or fall did you explain in your last meeting that was only chance?",
        "Does this moment hold on an ordinary day, or only on a good one?",
        "What changed in your customers' world on the day the line left its limits?",
        "Where it is steady and still not good enough, what would you have to design anew?",
    ),
    watch=(
        "Somebody will draw the promise into the chart and call it a limit. "
        "Limits say what the process does, the standard says what you owe, "
        "and fewer than twelve points are a trial."
    ),
    writes=(Reading,),
    reads=early_warning.signals_says,
    decision="Which of these series needs you now, and which will you leave alone on purpose?",
    done=early_warning.signals_missing,
)

RISK = Step(
    key="reliability.risk",
    title="What an unreliable moment costs",
    minutes=15,
    why=(
        "Calling a moment precious moves no budget; how many people it drives away, "
        "and what they were worth, does. "
        "The arithmetic is simple enough for the whole room to argue with, which is its use."
    ),
    questions=(
        "Of all the people who meet this moment in a year, how many does it fail?",
        "How many of those do you set right before they make up their minds to go?",
        "How much more often do people leave after a failure, and is that a count or a judgement?",
        "Who stays afterwards only because leaving is hard, and what do they think of you by now?",
    ),
    watch=(
        "One bold guess about leaving can drive the whole sum, so ask for a low and a high. "
        "Adding moments together counts some people twice: call the total an upper limit, "
        "and show captive customers apart, as delayed and not as safe."
    ),
    writes=(Risk,),
    reads=rules.risk_says,
    decision="Which moments cost you most in people and money, and where does rescue pay first?",
    done=rules.risk_missing,
)

RELIABLE = Step(
    key="reliability.reliable",
    title="Can customers count on you",
    minutes=10,
    why=(
        "Ask leaders whether a stage is reliable and most will begin with “it depends”. "
        "For the person on the other side, it depends means no."
    ),
    questions=(
        "What would you have to check before you promised this to a stranger under your own name?",
        "On which days, in which places or for which people does it not hold?",
        "What have you built on top of this stage that should have waited until it held?",
    ),
    watch=(
        "Leaders rate the stage that they run a little kinder than the rest. "
        "Hear those who only depend on it first, and count every “it depends” as a no."
    ),
    writes=(Rating,),
    reads=rules.reliable_says,
    decision="Which stage will you make dependable before you promise anything new?",
    done=rules.reliable_missing,
)

INNOVATION = Step(
    key="reliability.innovation",
    title="Beyond reliable",
    minutes=5,
    why=(
        "Being dependable earns you another visit, "
        "and something that nobody else thought of gives people a reason to talk. "
        "It deserves the same patient steps, people and money that a new product gets."
    ),
    questions=(
        "What could you do for people before they have to ask?",
        "Which idea rests on a moment that already holds, and which would only decorate a broken one?",
        "Who develops the experience here, with how much time and money, next to those who develop products?",
    ),
    watch=(
        "Ideas are more fun than repairs, and they multiply. "
        "Keep two or three, give each an owner and a next small step, and park the rest."
    ),
    writes=(Development,),
    reads=rules.innovation_says,
    decision="Which idea will you develop, and which step does it take next?",
    done=rules.innovation_missing,
)

RELIABILITY = Part(
    key="reliability",
    title="Reliability and innovation",
    question="Would you know before your customers told you?",
    steps=(MEASURES, SIGNALS, RISK, RELIABLE, INNOVATION),
    competency=4,
)
