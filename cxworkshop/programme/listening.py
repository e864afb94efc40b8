"""The words of competency three: how you listen, where you are deaf, and the story of each stage."""

from cxworkshop.domain.records import (
    Category,
    CodeMap,
    CommentFile,
    Evidence,
    Listening,
    SortRule,
    Source,
    Story,
)
from cxworkshop.programme.rules import listening as rules
from cxworkshop.programme.step import Part, Step

SOURCES = Step(
    key="listening.sources",
    title="The ways in which you listen",
    minutes=10,
    why=(
        "Most of what customers tell you arrives unasked, in calls, returns, reviews and silence. "
        "A survey hears the people you picked, on the day you picked, about the thing you picked."
    ),
    questions=(
        "What do customers tell you when you have asked them nothing?",
        "Who has called the people who left, and what became of what they said?",
        "When did you last watch somebody use what you make, before you had designed the next one?",
        "Which part of your score moves for reasons that no team of yours can touch?",
    ),
    watch=(
        "You hear score addiction when the talk turns to response rates and targets. "
        "Cover the scores for ten minutes, and have somebody read three comments aloud."
    ),
    writes=(Source,),
    reads=rules.sources_says,
    decision="Which ways of listening do you keep, which do you add, and who calls the people who left?",
    done=rules.sources_missing,
)

CATEGORIES = Step(
    key="listening.categories",
    title="One list for what you hear",
    minutes=5,
    why=(
        "When the call centre, the shops and the web team sort complaints by codes of their own, "
        "the biggest trouble of all stays small in every report. "
        "One list in customers' words lets the same pain add up."
    ),
    questions=(
        "Which trouble appears in three of your reports under three names?",
        "What would a customer call this if nobody had handed them a form?",
        "Whose code gives way, and what is lost when it does?",
    ),
    watch=(
        "Lists grow because every function defends its codes. "
        "Keep the old codes on the left, map them to a dozen shared names at most, "
        "and refuse any name that belongs to a department."
    ),
    writes=(Category, CodeMap),
    reads=rules.categories_says,
    decision="Which categories does the whole company use from now on?",
    done=rules.categories_missing,
)

EVIDENCE = Step(
    key="listening.evidence",
    title="What you heard, stage by stage",
    minutes=10,
    why=(
        "What people told you unasked, and then confirmed when you asked, is something that you can act on. "
        "Laid out by stage and by kind of voice, the blanks show where customers speak and nobody listens."
    ),
    questions=(
        "In which stage would a customer feel that you have stopped listening?",
        "What are people saying in public this week that your next survey will not show for months?",
        "What did you hear that you had hoped was not true?",
        "What do people value here, in their own words, and what merely fails to annoy them?",
    ),
    watch=(
        "Rooms look for the quotes that confirm their plans. "
        "Ask for one that contradicts them, note how many said so and when, and leave a blank cell blank."
    ),
    writes=(CommentFile, SortRule, Evidence, Listening),
    reads=rules.evidence_says,
    decision="In which stages are you deaf, and which ear will you open first?",
    done=rules.evidence_missing,
)

STORY = Step(
    key="listening.story",
    title="One story for each stage",
    minutes=15,
    why=(
        "Nobody changes a company for a decimal, and few forget a person whose day went wrong. "
        "A story that a leader tells, drawn from at least two kinds of voice, carries what numbers cannot."
    ),
    questions=(
        "Who is the person in this story, and what were they trying to get done in life that day?",
        "What did it cost them in time, money or dignity?",
        "Which of the reasons in your count does this story explain?",
        "If this life got better, which of your scores would follow by itself?",
    ),
    watch=(
        "Stories drift towards the spectacular or the polite. "
        "Tell the ordinary one, keep the customer's own sentences, "
        "and have the leader of that stage read it aloud."
    ),
    writes=(Story,),
    reads=rules.story_says,
    decision="Which story will each leader tell, and to whom, before the week is over?",
    done=rules.story_missing,
)

LISTENING = Part(
    key="listening",
    title="Listening path",
    question="What do customers live through, and where are you deaf?",
    steps=(SOURCES, CATEGORIES, EVIDENCE, STORY),
    competency=3,
)
