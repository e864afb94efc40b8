"""What a ledger's columns are for, and what headers call them."""

from dataclasses import dataclass

OPTIONS = ("customer", "date", "amount", "segment", "start", "end", "id")
FURTHER = ("unit", "value", "exclude", "first_seen", "currency")
"""Columns that are read only where a person names them; a currency also where the header says so."""


@dataclass(frozen=True)
class Role:
    """How a column's header may call it: whole names in order of preference, and words that give it away."""

    what: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


ROLES = {
    "customer": Role(
        "the customer",
        (
            *("customer_id", "customer", "customer number", "customer no", "customer nr", "customer key"),
            *(
                "customer code",
                "customer ref",
                "cust id",
                "cust no",
                "cust",
                "client_id",
                "client",
                "client number",
            ),
            *(
                "client no",
                "client code",
                "account_id",
                "account",
                "account number",
                "account no",
                "member_id",
            ),
            *("member", "subscriber id", "subscriber", "household id", "household", "buyer id", "buyer"),
            *("user_id", "user", "person id", "person", "master_id", "customer name", "client name"),
            *("account name", "customer email", "email"),
        ),
        ("customer", "client", "account", "member", "subscriber", "household", "buyer"),
        (
            *("segment", "type", "group", "since", "status", "city", "country", "region", "manager", "age"),
            *("gender", "tier", "class", "value", "date", "amount", "owner", "phone"),
        ),
    ),
    "date": Role(
        "the date",
        (
            *(
                "date",
                "order date",
                "purchase date",
                "invoice date",
                "transaction date",
                "sale date",
                "sales date",
            ),
            *("posting date", "booking date", "document date", "order day", "day", "datetime", "timestamp"),
            *(
                "order timestamp",
                "purchased at",
                "ordered at",
                "created at",
                "payment date",
                "date of purchase",
            ),
        ),
        ("date", "timestamp"),
        (
            *("birth", "start", "end", "due", "update", "updated", "deliver", "delivery", "ship", "shipping"),
            *("since", "expiry", "expiration", "valid", "first", "signup", "join"),
        ),
    ),
    "amount": Role(
        "the amount",
        (
            *("amount", "net amount", "revenue", "net revenue", "value", "net value", "sales", "net sales"),
            *(
                "turnover",
                "total",
                "total amount",
                "order total",
                "order value",
                "order amount",
                "invoice total",
            ),
            *("invoice amount", "line total", "line amount", "sales amount", "spend", "contract value"),
            *("annual value", "gross amount", "amt", "net", "price", "payment", "fee"),
        ),
        ("amount", "revenue", "sales", "turnover", "total", "spend", "value", "price"),
        (
            *("tax", "vat", "discount", "cost", "quantity", "qty", "count", "currency", "rate", "id", "date"),
            *(
                "number",
                "no",
                "tier",
                "segment",
                "rep",
                "person",
                "unit",
                "units",
                "channel",
                "region",
                "band",
            ),
        ),
    ),
    "start": Role(
        "the start of the contract",
        (
            *("start", "start date", "contract start", "contract start date", "from", "valid from", "begin"),
            *("begin date", "begins", "starts", "effective date", "effective from", "subscription start"),
            *("term start", "period start", "date from", "start day", "inception"),
        ),
        ("start", "begin", "from"),
        ("customer", "since"),
    ),
    "end": Role(
        "the end of the contract",
        (
            *(
                "end",
                "end date",
                "contract end",
                "contract end date",
                "to",
                "valid to",
                "until",
                "valid until",
            ),
            *("expiry", "expiry date", "expires", "expiration date", "subscription end", "term end", "ends"),
            *("period end", "date to", "end day", "expires at", "renewal date"),
        ),
        ("end", "until", "expiry", "expires", "expiration"),
    ),
    # Only names that can mean nothing but one payment or sale; an order's number may stand on each of its lines.
    "id": Role(
        "the transaction id",
        (
            *("transaction_id", "transaction", "transaction no", "transaction number", "transaction ref"),
            *("txn id", "txn", "trans id", "trx id", "tx id", "payment id", "sale id", "purchase id"),
            *("row id", "record id", "uuid", "id"),
        ),
    ),
    "document": Role(
        "the document number",
        (
            *("order_id", "order", "order no", "order number", "invoice_id", "invoice", "invoice no"),
            *(
                "invoice number",
                "receipt_id",
                "receipt",
                "receipt no",
                "contract_id",
                "contract no",
                "contract",
            ),
        ),
    ),
    "currency": Role("the currency", ("currency", "currency code", "ccy", "curr")),
    "quantity": Role("the quantity", ("quantity", "qty", "units")),
    # What follows is offered, never taken unasked: it changes what is counted.
    "unit": Role(
        "the unit that customers belong to",
        (
            *("unit", "household_id", "household", "parent company", "parent account", "parent id", "parent"),
            *("group id", "customer group", "group", "company id", "company", "organisation", "organization"),
        ),
        ("household", "parent", "company"),
    ),
    "value": Role(
        "the value of a row",
        (
            *("margin", "gross margin", "net margin", "contribution", "contribution margin", "gross profit"),
            *("profit", "margin amount", "earnings"),
        ),
        ("margin", "contribution", "profit"),
        ("percent", "pct", "rate", "share"),
    ),
    "exclude": Role(
        "what to leave out by",
        (
            *("exclude", "excluded", "internal", "is internal", "test", "is test", "test account"),
            *("account type", "customer type", "client type", "type", "status"),
        ),
        ("exclude", "internal", "test"),
    ),
    "first_seen": Role(
        "the day on which a customer was first seen",
        (
            *("first seen", "first seen on", "first purchase", "first purchase date", "first order"),
            *("first order date", "customer since", "client since", "member since", "since", "signup date"),
            *("sign up date", "join date", "joined", "joined on", "registered", "registration date"),
        ),
        ("since", "joined", "registered"),
    ),
    "segment": Role(
        "the segment",
        (
            *("segment", "customer segment", "region", "country", "market", "channel", "tier", "plan"),
            *("product", "category", "state", "store"),
        ),
        ("segment", "region", "country", "channel", "tier"),
        ("id", "date", "amount"),
    ),
}
