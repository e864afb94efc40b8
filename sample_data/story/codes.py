"""Seven places where customers are heard, and the codes under which each files what it hears."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Channel:
    """One source of comments: share of all voices, the function that keeps it, and its own code for each topic."""

    key: str
    name: str
    kind: str
    silo: str
    weight: float
    codes: dict[str, str]
    louder: dict[str, float] = field(default_factory=dict)


PHONE = Channel(
    "phone",
    "Helpdesk call notes",
    "volunteered",
    "Helpdesk",
    1.0,
    {
        "advice": "ADV",
        "stock": "STK",
        "price": "CHG",
        "promise": "DEL1 late",
        "evening": "DEL3 no info",
        "change_day": "DEL3 no info",
        "delivery_day": "DEL1 late",
        "unpacking": "DEL2 damage",
        "carried": "DEL4 driver",
        "settling": "PRD1 quality",
        "known": "GEN",
        "first_call": "ESC",
        "replacement": "ESC",
        "guarantee": "PRD2 claim",
    },
)
EMAIL = Channel(
    "email",
    "E-mails and chat",
    "volunteered",
    "Web team",
    0.72,
    {
        "advice": "Plant query",
        "stock": "Availability",
        "price": "Checkout",
        "promise": "Where is my order",
        "evening": "Delivery slot",
        "change_day": "Delivery slot",
        "delivery_day": "Where is my order",
        "unpacking": "Faulty or missing",
        "settling": "Plant problem",
        "care": "Plant query",
        "known": "Preferences",
        "first_call": "Open complaint",
        "replacement": "Open complaint",
        "guarantee": "Warranty",
    },
)
SURVEY = Channel(
    "survey",
    "After-delivery survey",
    "survey",
    "Marketing",
    2.3,
    {
        "catalogue": "Q2 Range and ideas",
        "advice": "Q3 Advice",
        "stock": "Q4 Availability",
        "price": "Q5 Value",
        "promise": "Q7 Delivery",
        "evening": "Q6 Communication",
        "change_day": "Q6 Communication",
        "delivery_day": "Q7 Delivery",
        "unpacking": "Q8 Condition",
        "carried": "Q9 Courtesy",
        "settling": "Q10 Plant quality",
        "care": "Q3 Advice",
        "known": "Q11 Valued",
    },
)
REVIEW = Channel(
    "review",
    "Review sites and social posts",
    "social",
    "Social team",
    0.8,
    {
        "catalogue": "range",
        "stock": "stock",
        "price": "price",
        "evening": "delivery updates",
        "delivery_day": "delivery",
        "unpacking": "arrived broken",
        "carried": "drivers",
        "settling": "plants",
        "replacement": "after-sales",
        "guarantee": "guarantee",
    },
)
STAFF = Channel(
    "staff",
    "Drivers' and garden centre notes",
    "front line",
    "Shift sheet",
    0.85,
    {
        "catalogue": "Idea",
        "advice": "Advice",
        "stock": "No stock",
        "price": "Price",
        "promise": "Late",
        "evening": "Not told",
        "delivery_day": "Late",
        "unpacking": "Damage",
        "carried": "Door",
        "settling": "Plant",
        "care": "Advice",
        "known": "Regular",
        "replacement": "Repeat fault",
        "guarantee": "Claim",
    },
)
LOST = Channel(
    "lost",
    "Calls to customers who left",
    "lost customer",
    "Listening team",
    0.62,
    {
        "advice": "No one to ask",
        "stock": "Not in stock",
        "price": "Charges",
        "promise": "Day not kept",
        "delivery_day": "Day not kept",
        "unpacking": "Broken",
        "care": "No one to ask",
        "known": "Not known",
        "first_call": "Not put right",
        "replacement": "Not put right",
        "guarantee": "Guarantee",
    },
    {
        "advice": 3.2,
        "guarantee": 3.4,
        "price": 3.6,
        "care": 2.0,
        "delivery_day": 1.2,
        "first_call": 0.5,
        "replacement": 0.5,
    },
)
# A visit has no code: two people sit in a garden and write down what they hear.
VISIT = Channel(
    "visit",
    "Visits to customers' gardens",
    "ethnographic",
    "Listening team",
    0.5,
    {"catalogue": "", "advice": "", "settling": "", "care": "", "known": ""},
)
CHANNELS = (PHONE, EMAIL, SURVEY, REVIEW, STAFF, LOST, VISIT)
