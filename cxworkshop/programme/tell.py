"""The words of what everyone hears: each decision that matters, said to people before it reaches them as a rumour."""

from cxworkshop.domain.records import Message
from cxworkshop.programme.rules import messages
from cxworkshop.programme.step import Step

TELL = Step(
    key="commitments.tell",
    title="What everyone hears",
    minutes=5,
    why=(
        "What you decide reaches people as a rumour before it reaches them as a sentence, unless you speak first. "
        "They want to know what it is, what it means for them on Monday and, when you come back, what came of it."
    ),
    questions=(
        "How would you say this to somebody in a corridor, in two sentences and without a slide?",
        "What may people do from Monday that they could not do on Friday?",
        "Who should hear it from one of you in person, before they read it anywhere?",
        "What has become better for a customer since you last spoke about it?",
    ),
    watch=(
        "The first message speaks of customers, and the third one of the score again. "
        "Read each aloud before it goes out, take out the words that you gave up, "
        "and come back to every audience with what was achieved."
    ),
    writes=(Message,),
    reads=messages.tell_says,
    decision="Who tells whom what, and on which day?",
    done=messages.tell_missing,
)
