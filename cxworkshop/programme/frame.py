"""The words of the frame: what stands in the way, where you stand, how you want to grow, and your words."""

from cxworkshop.domain.records import Countermove, Legacy, LegacyVote, Reveal, Slip, WordSwap
from cxworkshop.programme.rules import frame as rules
from cxworkshop.programme.step import Part, Step

INHIBITORS = Step(
    key="frame.inhibitors",
    title="What stands in the way",
    minutes=20,
    why=(
        "Work for customers stalls for a few familiar reasons, "
        "and most of them sit at the top rather than at the front. "
        "Seven silent answers show which ones are yours before rank or politeness can bend them."
    ),
    questions=(
        "Which leader would notice by Monday if nobody cared for the customer's whole experience any more?",
        "What did you announce in the last two years that no customer ever felt?",
        "Which of your maps, surveys and dashboards changed a customer's day, and which would nobody miss?",
        "Where do your marks lie far apart, and what have some of you seen that others have not?",
    ),
    watch=(
        "A busy department can look like progress, and technology, skills or devices get the blame: "
        "ask what leaders would do first if all three were solved tomorrow. "
        "Rate in silence, reveal together, begin where you are furthest apart, "
        "and take no countermove that starts with a department."
    ),
    writes=(Slip, Reveal, Countermove),
    reads=rules.inhibitors_says,
    decision="Which three inhibitors do you face first, and what will a leader in this room do about each?",
    done=rules.inhibitors_missing,
)

PATH = Step(
    key="frame.path",
    title="Where customers find you today",
    minutes=10,
    why=(
        "Most companies hope to be loved while people still cannot count on them twice in a row. "
        "Loyalty is something you want from customers and desire is something they feel, "
        "and it only grows on ground that holds."
    ),
    questions=(
        "What would a customer who came to you twice find different the second time?",
        "What do you do for people that they tell a friend about without being asked?",
        "How much of your growth did you earn, and how much did you sell to people who already had enough?",
        "When somebody holds two of your products, what tells you that they are fond of you and not stuck?",
    ),
    watch=(
        "Leaders mark the rung that the strategy promises. "
        "Ask for last Tuesday instead, and never ask who made which mark."
    ),
    writes=(),
    reads=rules.path_says,
    decision="Which rung do you stand on today, and which one will you earn next?",
    done=rules.path_missing,
)

LEGACY = Step(
    key="frame.legacy",
    title="The growth you will be remembered for",
    minutes=15,
    why=(
        "Growth is a result, and how you came by it is the part that people will tell about you. "
        "A sentence for which every leader has raised a hand keeps its meaning when the quarter gets hard."
    ),
    questions=(
        "Whose life is better because this company exists, and what is that person's name?",
        "What would make people proud to work here, and what would they rather not explain at home?",
        "What were your last three big decisions really about: customers, competitors, cost or the rules?",
        "What of your own, in time, money or pride, are you putting behind this sentence?",
    ),
    watch=(
        "A sentence made of adjectives gets five fingers from everybody, "
        "so ask what it would have forbidden last year. "
        "If you quote the survey in which 64 of 100 were driven by competition and a dollar brought back "
        "three, "
        "say that Sitecore and Avanade, who commissioned it, sell in this field."
    ),
    writes=(Legacy, LegacyVote),
    reads=rules.legacy_says,
    decision="How do you want to have grown, in one sentence, and what does each of you put in?",
    done=rules.legacy_missing,
)

WORDS = Step(
    key="frame.words",
    title="The words you will use",
    minutes=5,
    why=(
        "You look after what you name, and a word like target or ticket leaves the person out. "
        "Changing ten words costs nothing, and everybody hears it within a week."
    ),
    questions=(
        "Which word on your last board slide would make a customer wince?",
        "What do you say when somebody leaves, and what would they say happened?",
        "If you stopped asking for loyalty, what would you have to earn in its place?",
        "For which of these words would you correct a colleague, starting with yourself?",
    ),
    watch=(
        "New words over old habits are the next slogan. "
        "Keep the list short, hang it where everybody sees it, and let the room interrupt whoever slips, "
        "kindly."
    ),
    writes=(WordSwap,),
    reads=rules.words_says,
    decision="Which words do you give up, and what will you say in their place?",
    done=rules.words_missing,
)

FRAME = Part(
    key="frame",
    title="Frame",
    question="What company do you want to become, and what is in the way?",
    steps=(INHIBITORS, PATH, LEGACY, WORDS),
)
