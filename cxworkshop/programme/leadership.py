"""The words of competency five: how you will grow and how you will not, and the proof that you mean it."""

from cxworkshop.domain.records import Behaviour, ChoiceVote, GrowthChoice, Immersion, Proof, Rule, Standard
from cxworkshop.programme.rules import behaviours
from cxworkshop.programme.rules import leadership as rules
from cxworkshop.programme.step import Part, Step

CHOICES = Step(
    key="leadership.choices",
    title="We will, we will not",
    minutes=20,
    why=(
        "People learn what a company stands for from what it turns down. "
        "A promise that names the tempting thing you refuse, and what refusing it costs you, can be believed."
    ),
    questions=(
        "Which profitable thing will you stop for what it does to customers, or to those who serve them?",
        "What will this cost you in the first bad quarter, and who will defend it then?",
        "How would each of you explain this to your own people tonight, and where would the versions differ?",
        "Which of the ways in which you grow today would you rather not explain to your mother?",
    ),
    watch=(
        "Five fingers all round and no cost means that a slogan has slipped through. "
        "Ask when you last did the opposite, vote by hand in the same second, "
        "and let whoever shows fewer than three fingers say what is missing."
    ),
    writes=(GrowthChoice, ChoiceVote),
    reads=rules.choices_says,
    decision="Which pairs do all of you stand behind, at the price written beside them?",
    done=rules.choices_missing,
)

PERMISSION = Step(
    key="leadership.permission",
    title="Permission to stop",
    minutes=5,
    why=(
        "The person who sees that something is not ready is rarely the one who may say so. "
        "When leaders name what must be true and who may halt it, and keep to it themselves, "
        "everybody knows how to act."
    ),
    questions=(
        "What reached customers last year although somebody here knew that it was not ready?",
        "What must be true before you ship, open, send or say anything, however late it is?",
        "Who may stop it without asking, and what happens to them the first time they do?",
        "What do the people who face customers lack, and which of you will get it for them?",
    ),
    watch=(
        "A right to halt that nobody ever used exists only on paper. "
        "Ask who would have used it last month, name a role rather than a rank, "
        "and have one leader keep the standard in plain view."
    ),
    writes=(Standard,),
    reads=rules.permission_says,
    decision="What must be true before it reaches a customer, and who may halt it?",
    done=rules.permission_missing,
)

PROOF = Step(
    key="leadership.proof",
    title="Proof that you mean it",
    minutes=5,
    why=(
        "After a day like this, people watch what you do before they listen to what you say. "
        "Three small acts with a date, one for each element of leading, say more than any manifesto."
    ),
    questions=(
        "What did you do in the last ninety days that cost you something and helped a customer?",
        "Which habit of yours has to change before anybody else's will?",
        "Who is held to this, what follows if it is not kept, and what would convince your sceptics?",
        "To which few things will you give enough people and time to see them finished?",
    ),
    watch=(
        "Plans get offered as proof. "
        "Take only what was done, or what has a day and a name, "
        "and ask what somebody who doubts you would see."
    ),
    writes=(Proof,),
    reads=rules.proof_says,
    decision="What will people see each of you do, and by when?",
    done=rules.proof_missing,
)

RULES = Step(
    key="leadership.rules",
    title="Rules to kill",
    minutes=10,
    why=(
        "Somewhere a rule that once made sense makes good people do foolish things to customers all day "
        "long. "
        "Ending one by name, on a date, tells your colleagues that their judgement is wanted."
    ),
    questions=(
        "Which rule do your own people apologise for before they apply it?",
        "Would you put your mother through this, and if not, why somebody else's?",
        "Which law demands it, in which paragraph, and who has read it?",
        "What would go wrong if one place went without it for a month?",
    ),
    watch=(
        "“The law requires it” ends many talks that the law never began: have it looked up, "
        "and add up the hours. "
        "Leave with one rule that has a last day, and with the mother question for the front line, "
        "as Enersource in Ontario gave it to its field crews."
    ),
    writes=(Rule,),
    reads=rules.rules_says,
    decision="Which rule dies, on which day, and who tells the people who had to enforce it?",
    done=rules.rules_missing,
)

BEHAVIOURS = Step(
    key="leadership.behaviours",
    title="Habits that have to shift",
    minutes=5,
    why=(
        "People copy what their leaders do on an ordinary Tuesday, whatever the poster in the corridor says. "
        "A habit that you give up in plain view, and another in its place, is the shortest way to a different "
        "company."
    ),
    questions=(
        "What do your people see you do that tells them customers can wait?",
        "Which question opens your meetings today, and which one should?",
        "What do you praise or reward that makes life harder for a customer?",
        "Who would be the first to notice that you had changed, and when will you ask?",
    ),
    watch=(
        "Attitudes get offered where habits are asked for: more focus, more listening, more courage. "
        "Ask what a camera would have recorded last week and what it will record next week, "
        "and let each of you begin with a habit of your own."
    ),
    writes=(Behaviour,),
    reads=behaviours.behaviours_says,
    decision="Which habit does each of you give up, and what will people see in its place?",
    done=behaviours.behaviours_missing,
)

IMMERSION = Step(
    key="leadership.immersion",
    title="A day in their shoes",
    minutes=5,
    why=(
        "Nothing that a leader reads about customers works like having to be one. "
        "An hour of waiting, searching and explaining yourself three times settles arguments that years of "
        "slides have not."
    ),
    questions=(
        "Which of your customers' chores has none of you done from beginning to end?",
        "What would you find out if nobody knew who you were?",
        "What would it say if this counted towards your pay, as it does for leaders at Adobe?",
    ),
    watch=(
        "Assistants smooth the way, and the lesson is lost. "
        "Choose an ordinary task, done alone and without a number to call inside, "
        "and fix the date before anybody leaves the room."
    ),
    writes=(Immersion,),
    reads=rules.immersion_says,
    decision="Who does which customer's task, and on which day?",
    done=rules.immersion_missing,
)

LEADERSHIP = Part(
    key="leadership",
    title="Leadership and culture",
    question="What will you do to grow, and what will you never do?",
    steps=(CHOICES, PERMISSION, PROOF, RULES, BEHAVIOURS, IMMERSION),
    competency=5,
)
