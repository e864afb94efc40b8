"""What the columns of a department's list are for, and what headers call them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cxworkshop.domain.errors import BadLedger
from cxworkshop.ledger.columns import listed


@dataclass(frozen=True)
class ListRole:
    """How people call it, and what headers call it, most certain first; `never` are words that speak against it."""

    what: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


ROLES = {
    "email": ListRole(
        "e-mail",
        _names("email, e-mail, mail, email address, e-mail address, mail address, contact email, customer email"),
        _names("email, mail, e-mail"),
        _names("opt, opted, optin, consent, status, date, sent, bounced, count, verified, type, valid"),
    ),
    "tax": ListRole(
        "tax number",
        _names(
            "tax number, tax no, tax id, tax_id, taxid, tin, vat, vat number, vat no, vat id, vat reg no, ust id,"
            " uid number, abn, ein, ssn, social security number, soc sec id, social security, national id, nino,"
            " national insurance number, company number, company registration number, registration number"
        ),
        _names("tax, vat, ssn"),
        _names("rate, amount, code, class, exempt, group, status, country"),
    ),
    "phone": ListRole(
        "phone",
        _names(
            "phone, telephone, tel, phone number, telephone number, phone no, telephone no, tel no, tel number,"
            " mobile, mobile number, mobile phone, cell, cell phone, contact number, contact phone, daytime phone"
        ),
        _names("phone, telephone, mobile, tel"),
        _names("type, consent, opt, opted, status, model, plan"),
    ),
    "birth": ListRole(
        "birth date",
        _names("date of birth, birth date, birthdate, birthday, dob, d.o.b., born, born on, date born"),
        _names("birth, birthday, born, dob"),
        _names("place, country, name"),
    ),
    "first_name": ListRole(
        "first name",
        _names("first name, firstname, first names, given name, given_name, given names, forename, forenames, fore name, christian name, first, fname"),
        _names("forename, given"),
    ),
    "last_name": ListRole(
        "last name",
        _names("last name, lastname, surname, family name, second name, last, lname"),
        _names("surname, family"),
        _names("seen, order, purchase, invoice, contact, visit, size"),
    ),
    "last_seen": ListRole(
        "last seen",
        _names(
            "last seen, last invoice, last contact, last order, last purchase, last visit, last active,"
            " last activity, last transaction, last payment, last sale, last bought, last delivery,"
            " last invoice date, last contact date, last order date, last purchase date, last activity date,"
            " last seen on, last seen date, date last seen, most recent order, most recent purchase"
        ),
    ),
    "postcode": ListRole(
        "postcode",
        _names("postcode, post code, postal code, postal_code, zip, zip code, zipcode, plz, post_code, zip/postcode"),
        _names("postcode, zip, postal"),
        _names("area, type"),
    ),
    "town": ListRole(
        "town",
        _names("town, city, suburb, place, locality, town/city, city/town, post town, municipality, village"),
        _names("town, city, suburb"),
        _names("birth, born, code"),
    ),
    "house": ListRole(
        "house number",
        _names("house number, house no, street number, street_number, street no, house, building number, number"),
    ),
    "street": ListRole(
        "street",
        _names(
            "street, street address, house and street, street name, address, address 1, address1, address_1,"
            " address line 1, address line, invoice address, billing address, delivery address, postal address,"
            " home address, street and number, street and house number, addr"
        ),
        _names("street, address"),
        _names("mail, email, ip, web, type, id, two, number"),
    ),
    "id": ListRole(
        "customer id",
        _names(
            "customer id, customer no, customer number, customer nr, customer ref, customer reference,"
            " customer code, customer key, cust id, cust no, cust ref, cust number, club number, club no, club id,"
            " member id, member no, member number, membership number, membership no, membership id, loyalty number,"
            " loyalty no, loyalty card, client id, client no, client number, client ref, client code,"
            " subscriber id, subscriber no, person id, user id, account id, account no, account number, account ref,"
            " customer, cust, client id no, crm id, id, customer account"
        ),
        _names("customer, member, client, club"),
        _names(
            "name, since, type, group, segment, status, date, value, mail, email, phone, city, town, country,"
            " manager, tier, class, orders, amount, birth, address, street, postcode, contact, rep"
        ),
    ),
    "name": ListRole(
        "name",
        _names(
            "name, full name, customer name, client name, account name, contact name, member name, company name,"
            " company, organisation, organization, business name, person, household name, client, contact, customer,"
            " account holder, subscriber, member"
        ),
        _names("name",),
        _names("user, file, product, street, campaign, segment, list, domain, town, city, range"),
    ),
    "product": ListRole(
        "product",
        _names(
            "product, product range, product line, product name, product id, product group, product code, range,"
            " subscription, plan, policy, policy number, policy no, contract, contract number, contract no, service,"
            " line of business, sku, licence, license"
        ),
        _names("product",),
        _names("count, number, date, value, amount"),
    ),
}  # fmt: skip
IDENTIFYING = ("id", "tax", "email")


def guess_columns(headers: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """Role to header, for the roles that the headers tell; `chosen` overrules a guess, "" takes a role away.

    No column serves two roles by guess: whole names go before single words, and an e-mail before a name. A header
    that names a row of the list itself (row id, record id, unique id) is nobody's customer number.
    """
    found = {role: header for role, header in (chosen or {}).items() if header}
    closed = set(chosen or {})
    twice = {header for header in headers if headers.count(header) > 1}
    for find in (_whole, _word):
        for role, known in ROLES.items():
            if role in closed or role in found:
                continue
            free = [one for one in headers if one and one not in found.values() and one not in twice]
            if header := find(free, known):
                found[role] = header
    if {"first_name", "last_name"} <= set(found) and "name" not in closed:
        # The two parts say more than a third column, which may be a contact's number or a company.
        found.pop("name", None)
    return {role: found[role] for role in ROLES if role in found}


def find_header(file: str, headers: Sequence[str], wanted: str) -> str:
    """The header that a person means, whatever its capitals and blanks. Raises BadLedger, listing the headers."""
    for same in (str, letters):
        found = [header for header in headers if same(header) == same(wanted)]
        if len(found) > 1:
            raise BadLedger(f"{file}: row 1 has {len(found)} columns named {wanted}; give each its own name.")
        if found:
            return found[0]
    raise BadLedger(f"{file}: row 1 has no column {wanted}; its columns are {listed(headers)}.")


def role_called(words: str) -> str | None:
    """The role that a header or a role's own name means, or None."""
    return next(iter(guess_columns([words])), None) or (words if words in ROLES else None)


def letters(header: str) -> str:
    """A header's letters and digits in small letters."""
    return re.sub(r"[\W_]", "", header).lower()


def _whole(free: Sequence[str], role: ListRole) -> str | None:
    for name in role.names:
        for header in free:
            if letters(header) == letters(name):
                return header
    return None


def _word(free: Sequence[str], role: ListRole) -> str | None:
    for word in role.words:
        for header in free:
            spaced = re.sub(r"([a-z])([A-Z])", r"\1 \2", header)
            words = {part.lower() for part in re.split(r"[\W_\d]+", spaced) if part}
            if (word in words or letters(word) in words) and not words & set(role.never):
                return header
    return None
