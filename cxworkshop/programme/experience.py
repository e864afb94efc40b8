"""The words of competency two: the customer's stages, the moments that decide, and who answers for them."""

from cxworkshop.domain.records import Feeling, Stage, Touchpoint
from cxworkshop.programme.rules import experience as rules
from cxworkshop.programme.step import Part, Step

STAGES = Step(
    key="experience.stages",
    title="The stages, in the customer's words",
    minutes=20,
    why=(
        "A customer lives one life with you, from the first hope to the last goodbye, "
        "however many departments it crosses. "
        "Naming its stages as they would say them is the shortest way to see whose plan you have been "
        "following."
    ),
    questions=(
        "What is this person trying to get done here, and which of your names for it would they understand?",
        "Where does their story begin before you notice, and go on after you have closed the file?",
        "What do they need at this point, and who told you so?",
        "Which one leader should they be able to call when this whole stage fails them?",
    ),
    watch=(
        "The room will write down its own sales process and call it the customer's life, "
        "and each department will want a map of its own. "
        "Keep one map, give the first naming more time than seems decent, and stop at eight stages."
    ),
    writes=(Stage,),
    reads=rules.stages_says,
    decision="Which stages, in which words, and which one leader answers for each?",
    done=rules.stages_missing,
)

FEELINGS = Step(
    key="experience.feelings",
    title="How each stage feels",
    minutes=10,
    why=(
        "Customers keep what they felt long after they have forgotten what was done. "
        "Where your marks for one stage lie far apart, you are not picturing the same customer."
    ),
    questions=(
        "When did you last stand beside somebody who was living through this stage?",
        "Who told you that it feels like this, and would they say so to your face?",
        "Where is your mark far from your neighbour's, and whom did each of you have in mind?",
        "Which one of these stages would you not want your own family to go through?",
    ),
    watch=(
        "Marks drift towards the highest rank in the room. "
        "Let each leader write before anybody speaks, begin with the stage on which you agree least, "
        "and settle on one number only after the two ends have said whom they were thinking of."
    ),
    writes=(Feeling,),
    reads=rules.feelings_says,
    decision="How does each stage feel today, and in which of them is that not good enough?",
    done=rules.feelings_missing,
)

TOUCHPOINTS = Step(
    key="experience.touchpoints",
    title="The few moments that decide",
    minutes=20,
    why=(
        "Out of hundreds of moments, a dozen or so decide whether somebody stays, leaves, "
        "buys again or brings a friend. "
        "Choosing those few is leadership, and drawing all the others is a way to put it off."
    ),
    questions=(
        "In which moment did you last lose somebody without hearing a sound?",
        "Which moments are so ordinary that nobody tends them, such as a first bill or a hundredth order?",
        "What does a customer have to do here that none of you has ever done?",
        "If you could make only three of these moments dependable this year, which three?",
    ),
    watch=(
        "Completeness is the trap: the wall fills up and nothing stands out. "
        "Stop at twenty, mark few, and where the room is stuck begin with the welcome, "
        "as the Smithsonian did when it drew its first map."
    ),
    writes=(Touchpoint,),
    reads=rules.touchpoints_says,
    decision="Which few moments will you make dependable first, and what does each of them decide?",
    done=rules.touchpoints_missing,
)

MAP = Step(
    key="experience.map",
    title="The map you will decide by",
    minutes=10,
    why=(
        "Where accountability follows departments, the customer falls between any two of them. "
        "A map with one leader for each stage gives your decisions a place, and your meetings an order."
    ),
    questions=(
        "Where on this map does everybody take part and nobody answer?",
        "Which leader carries more stages than one person can care about?",
        "What would change in your next meeting if it went through these stages from left to right?",
        "Within which stage does the answer still depend on where, when or whom a customer asks?",
    ),
    watch=(
        "A finished map earns applause and then hangs in a corridor. "
        "Ask of every decision this week which stage it serves, cure the blanks and the stages of a single "
        "function, and whenever one of you falls back on the old plan's word for a stage, say the customer's."
    ),
    writes=(),
    reads=rules.map_says,
    decision="Will you run the company by these stages, and from which meeting on?",
    done=rules.map_missing,
)

EXPERIENCE = Part(
    key="experience",
    title="Align around experience",
    question="What is the customer trying to get done, and who answers for each part of it?",
    steps=(STAGES, FEELINGS, TOUCHPOINTS, MAP),
    competency=2,
)
