"""The words of competency one: a count that all of you sign, its bridge, and the reasons behind it."""

from cxworkshop.domain.records import (
    BridgeRow,
    CountDifference,
    Definition,
    FunctionCount,
    LedgerSource,
    ListSource,
    PairVerdict,
    PeriodFacts,
    Reason,
    Reconciliation,
    Signature,
    SignOff,
    Variant,
)
from cxworkshop.programme.rules import bridge, count, definition, lab, lists, signoff
from cxworkshop.programme.step import Part, Step

COUNTS = Step(
    key="assets.counts",
    title="Every function's own number",
    minutes=15,
    why=(
        "Each of you runs a part of the company on a different idea of how many customers it has. "
        "Seeing those numbers side by side, before anybody can adjust them, "
        "is the most useful discomfort of the day."
    ),
    questions=(
        "How many customers were there on the last day, and would you bet a month's pay on it?",
        "Do you count people, households, contracts or products, and who taught you to?",
        "Whose number goes to the board, and who here knows that it is a different one?",
        "If the lowest number on this wall were the right one, what would you do differently tomorrow?",
    ),
    watch=(
        "The first number said aloud becomes everybody's number. "
        "Have them written unseen and revealed together, "
        "and ask what each one counts before anyone asks whose is right."
    ),
    writes=(FunctionCount, CountDifference),
    reads=count.counts_says,
    decision="How far apart are your counts, and what explains most of the difference?",
    done=count.counts_missing,
)

LISTS = Step(
    key="assets.lists",
    title="One list from several",
    minutes=10,
    why=(
        "Behind each function's number stands a list of names, and most people stand on more than one of them. "
        "Laid over each other, the lists show who is counted twice and whom only one of you can see."
    ),
    questions=(
        "Which of you has people on your list whom nobody else in this room can see?",
        "Who stands twice on your own list, and what do they get from you twice?",
        "If two records share a telephone but not a first name, are they one customer or a couple?",
        "Which of these lists would you delete tonight if the others were right?",
    ),
    watch=(
        "A machine can propose that two records are one person, and only somebody who knows them can say so. "
        "Let the doubtful pairs be read aloud, and leave what nobody is sure of as two."
    ),
    writes=(ListSource, Reconciliation, PairVerdict),
    reads=lists.lists_says,
    decision="Which list is the one list from today, and who keeps it?",
    done=lists.lists_missing,
)

LAB = Step(
    key="assets.lab",
    title="The definition lab",
    minutes=15,
    why=(
        "Every argument about who is a customer can be tried on your own ledger while it is going on. "
        "What changes by a few hundred people is not worth another hour, and what changes by thousands is the real "
        "decision."
    ),
    questions=(
        "What happens to the count if silence means gone after six months instead of twelve?",
        "Whom would this definition tell us to give up on, and do they know it?",
        "Which of these definitions would you choose if you did not know which number it gives?",
        "Which setting makes the loss look smaller, and who in this room likes it for that?",
    ),
    watch=(
        "The dial will drift towards the number that somebody has already told the board. "
        "Ask first what is true of the customers, and look at the number second."
    ),
    writes=(LedgerSource, Variant),
    reads=lab.lab_says,
    decision="Which definition do you take into the signing, and what did you try and leave?",
    done=lab.lab_missing,
)

DEFINITION = Step(
    key="assets.definition",
    title="One definition of a customer",
    minutes=5,
    why=(
        "A count is an agreement about people before it is arithmetic. "
        "Once you can say in one breath who is in and who is out, every later number is harder to bend."
    ),
    questions=(
        "On which day does somebody become a customer, and what did they do that day?",
        "After how many days of silence would you admit that somebody has gone?",
        "Who stands in your systems as a customer and never chose you?",
        "Is a family with three contracts one customer or three, and which answer treats them better?",
    ),
    watch=(
        "Waiting for perfect data is the polite way to avoid this. "
        "Take what you have, mark it as an estimate, name its owner, "
        "and set the day on which it is counted again."
    ),
    writes=(Definition,),
    reads=definition.definition_says,
    decision="Who counts as your customer, from which day and until when?",
    done=definition.definition_missing,
)

SIGNOFF = Step(
    key="assets.signoff",
    title="One company version, signed",
    minutes=10,
    why=(
        "A definition lasts as long as the people who could break it have put their names to it. "
        "An objection spoken now is a gift, because in three months it would be a second set of numbers."
    ),
    questions=(
        "What would have to change for you to sign this without crossing your fingers?",
        "Which report of yours stops on Monday because it counts somebody else?",
        "In which meeting will the old number try to come back, and what will you say then?",
    ),
    watch=(
        "Silence is not consent, and the quietest signature is often the first to be withdrawn. "
        "Go round by name, write each objection in the objector's own words, "
        "and let it stand until it is met."
    ),
    writes=(SignOff, Signature),
    reads=signoff.signoff_says,
    decision="Which one count will all of you use from today?",
    done=signoff.signoff_missing,
)

BRIDGE = Step(
    key="assets.bridge",
    title="Who came and who left",
    minutes=15,
    why=(
        "A retention rate can look healthy in the very year in which five thousand more people left than "
        "came. "
        "One bridge in whole customers, from the first day to the last, leaves no percentage to hide behind."
    ),
    questions=(
        "How many people were here on the first day and gone on the last, and what were they worth to you?",
        "Is the average customer who arrived worth more or less than the average one who left?",
        "Who stayed but gives you less of what they spend, and who gets the rest?",
        "If these were people you know by name, what would you do tonight?",
    ),
    watch=(
        "Rooms escape into rates, averages and the one segment that grew. "
        "Have somebody say the net number in whole people, "
        "and give every gap a reason or let it stand as its own bar."
    ),
    writes=(BridgeRow,),
    reads=bridge.bridge_says,
    decision="Did you win more people than you lost, how many, and does the bond with those who stayed grow?",
    done=bridge.bridge_missing,
)

BESIDE = Step(
    key="assets.beside",
    title="What the other numbers say",
    minutes=5,
    why=(
        "Sales can rise for years while fewer and fewer people choose you. "
        "Laid beside the bridge, revenue, units and scores show whether they spoke of customers or only of "
        "yourselves."
    ),
    questions=(
        "Which of these figures went up in the months in which customers went down?",
        "How much of your growth is more people, and how much is more products or higher prices for fewer?",
        "What did people say they would do when you asked them, and what did they do?",
        "How many of the newcomers were sent by somebody who already knows you?",
    ),
    watch=(
        "Somebody will offer the survey score as a summary of it all. "
        "Put it second, after the count, and ask how it moved in the months in which people left."
    ),
    writes=(PeriodFacts,),
    reads=bridge.beside_says,
    decision="Which number opens your meetings from now on, and which one moves to second place?",
    done=bridge.beside_missing,
)

WHY = Step(
    key="assets.why",
    title="Why they stay, leave, buy more or less",
    minutes=15,
    why=(
        "The count tells you that something happened, and the reasons tell you what you can do. "
        "What was done to people is half of it, and how it was done is the half that they repeat to others."
    ),
    questions=(
        "What happened to the last ten people who left, and who among you has spoken to one of them?",
        "What did you do to them, and what was it like to have it done to you?",
        "Which of these reasons do you run, which do you believe in, and which do you put up with?",
        "Who stays only because leaving is hard, and what will they do on the first day they can?",
    ),
    watch=(
        "Price is the reason that lets everybody off, and a guess hardens quickly into a fact. "
        "Ask for the evidence, accept “we don't know” as a finding, "
        "and keep captive customers apart from content ones."
    ),
    writes=(Reason,),
    reads=bridge.why_says,
    decision="Which five reasons matter most, and which of them are in your hands?",
    done=bridge.why_missing,
)

ASSETS = Part(
    key="assets",
    title="Customers as assets",
    question="How many customers came, how many left, and do you know why?",
    steps=(COUNTS, LISTS, LAB, DEFINITION, SIGNOFF, BRIDGE, BESIDE, WHY),
    competency=1,
)
