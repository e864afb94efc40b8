"""The words of the review and of the next round: you look again, aloud, and begin anew with the right things in hand."""

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import (
    Apart,
    Behaviour,
    BridgeRow,
    Building,
    Candidate,
    Category,
    ChoiceVote,
    Choosing,
    CodeMap,
    CommentFile,
    Commitment,
    Company,
    CountDifference,
    Countermove,
    Decision,
    Definition,
    Development,
    Dot,
    Evidence,
    Feeling,
    FunctionCount,
    Governance,
    GrowthChoice,
    Immersion,
    Leader,
    LedgerSource,
    Legacy,
    LegacyVote,
    Listening,
    ListSource,
    Measure,
    Message,
    PairVerdict,
    Parked,
    PeriodFacts,
    Pledge,
    Progress,
    Proof,
    Rating,
    Reading,
    Reason,
    Reconciliation,
    Reveal,
    Review,
    Risk,
    Round,
    Rule,
    Segment,
    Signature,
    SignOff,
    Slip,
    SortRule,
    Source,
    Stage,
    Standard,
    Story,
    Touchpoint,
    Variant,
    WordSwap,
)
from cxworkshop.programme.rules import reviews, rounds
from cxworkshop.programme.step import Step

REVIEW = Step(
    key="results.review",
    title="Look again",
    minutes=90,
    why=(
        "A promise that nobody comes back to teaches people what your promises are worth. "
        "Thirty, sixty and ninety days later you count again, read each commitment aloud, "
        "and say kept, slipped or dropped."
    ),
    questions=(
        "Whose life is better than it was on that day, and can you name the person?",
        "Which commitment was kept on paper and not felt by anyone?",
        "What slipped, and what did you do instead in that time?",
        "What did you learn that you did not want to know?",
    ),
    watch=(
        "Reviews turn into reports, and slipped becomes nearly done. "
        "Open with the count and a story, let each leader say one word first, and write the reason before the excuse."
    ),
    writes=(Review, Progress),
    reads=reviews.review_says,
    decision="What goes on, what ends here, and on which day do you look again?",
    done=reviews.review_missing,
    another_day=True,
)

ROUND = Step(
    key="results.round",
    title="The next round",
    minutes=30,
    why=(
        "A second round is no repetition: the count, the map and the words are there, and votes and feelings are old. "
        "You take along what holds, ask everything anew that people answered on another day, and leave this workshop as it is."
    ),
    questions=(
        "What have you finished, so that there is room for something new?",
        "Who should be at the table this time who was not there before?",
        "Which of your answers would be different if you gave them today?",
    ),
    watch=(
        "Old verdicts travel along and nobody notices. "
        "Priorities that are not finished come back as candidates and have to be chosen again, beside everything new."
    ),
    writes=(Round,),
    reads=rounds.round_says,
    decision="When does the next round begin, and who prepares the count?",
    done=rounds.round_missing,
    another_day=True,
)

GOES: dict[type[Record], str] = {
    Company: "with its period moved on; the day and its purpose are yours to write",
    Segment: "as they are",
    Leader: "as they are; who is present, and who has capacity, is asked on the day",
    Legacy: "the sentence stands; hands go up for it again",
    WordSwap: "as they are",
    LedgerSource: "how the ledger is read; the file of the new period is handed in again",
    ListSource: "which column says what; the files are handed in again",
    Reconciliation: "how the lists are made one; the count is made anew",
    Definition: "word for word, unsigned and without its count",
    BridgeRow: "as history, so that the next period has something to stand beside",
    PeriodFacts: "as history, beside those bridges",
    Stage: "as they are; how each feels is asked anew",
    Touchpoint: "as they are, with what you marked",
    Listening: "whether personal data is shown stays as you set it",
    Source: "as they are",
    Category: "as they are",
    CodeMap: "as it is",
    SortRule: "as they are, ready for the next file of comments",
    Measure: "as they are, with their limits",
    Reading: "all of them: a chart lives from its past",
    Development: "as it is, with the step that it has reached",
    GrowthChoice: "the pairs stand; each leader votes again",
    Standard: "as they are",
    Rule: "those that have not ended",
    Behaviour: "as they are: ask those who would notice first",
    Candidate: "priorities that are not finished, what waited and what was open, all without a verdict",
    Apart: "as said, where both things go on",
    Commitment: "of those priorities: unsigned, with their state, today's figure as last measured, past days blank",
    Governance: "as it is; a meeting that has passed is left blank",
    Building: "as they are; days that have passed are left blank",
    Parked: "what has no answer yet",
}
"""What goes on into a new round, and how; the titles of tables stand before these words."""

STAYS: dict[type[Record], str] = {
    Slip: "silent answers belong to their day",
    Reveal: "nothing is open in a round that nobody has answered",
    Countermove: "they answered those slips",
    LegacyVote: "hands go up again",
    FunctionCount: "each function brings a new number",
    CountDifference: "they explained the old numbers",
    Variant: "their figures are of the old period",
    PairVerdict: "rows of new files are other rows",
    SignOff: "nobody has signed the new count",
    Signature: "it belongs to the card that was signed",
    Reason: "those who left since have reasons of their own",
    Feeling: "they are asked anew",
    CommentFile: "the files are old",
    Evidence: "it is old: listen again",
    Story: "they are told from new voices",
    Risk: "it is worked out from the new count",
    Rating: "they are asked anew",
    ChoiceVote: "hands go up again",
    Proof: "done and seen; the next proof is a new one",
    Immersion: "done; the next task is a new one",
    Dot: "dots are placed anew",
    Choosing: "the choice is made anew",
    Pledge: "nobody has signed the new plan",
    Message: "they were told",
    Decision: "they were taken here, with their dissent",
    Review: "they are the history of this round",
    Progress: "it is the history of this round",
    Round: "the new round has its own number",
}
"""What stays behind, and why."""
