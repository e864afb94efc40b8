"""What the columns of a department's list are for, and what headers call them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class ListRole:
    """How people call it, and what headers call it, most certain first; `never` are words that speak against it.

    Where it is `numbered`, one of the `words` tells it only beside a word for a number.
    """

    what: str
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    numbered: bool = False


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


NUMBER_WORDS = frozenset(
    _names("no, nr, num, number, id, ref, reference, code, key, nummer, numéro, numero, número")
)
_SOMEBODY_ELSE = _names(
    "parent, old, previous, former, legacy, referred, referrer, referral, by, manager, owner, rep, representative, agent,"
    " seller, created, updated, modified, adviser, advisor, partner, spouse, emergency, staff, employee"
)

ROLES = {
    "email": ListRole(
        "e-mail",
        _names(
            "email, e-mail, mail, email address, e-mail address, mail address, contact email, customer email, courriel,"
            " mailadresse, emailadresse, adresse email, adresse mail, correo, correo electrónico, correo electronico"
        ),
        _names("email, mail, e-mail"),
        (
            *_names("opt, opted, optin, consent, status, date, sent, bounced, count, verified, type, valid, is, has"),
            *_names("domain, campaign, template, subject, opened, clicked, score, newsletter, preference, format"),
            *_SOMEBODY_ELSE,
        ),
    ),
    "tax": ListRole(
        "tax number",
        _names(
            "tax number, tax no, tax id, tax_id, taxid, tin, vat, vat number, vat no, vat id, vat reg no, ust id,"
            " uid number, abn, ein, ssn, social security number, soc sec id, social security, national id, nino,"
            " national insurance number, company number, company registration number, registration number, company no,"
            " company reg no, crn, taxpayer id, taxpayer identification number, employer id number, ein/tin,"
            " ust-idnr, ust-id-nr, umsatzsteuer-id, ustid, steuernummer, steuer-id, steuer-nr, handelsregisternummer,"
            " siren, siret, numéro de tva, numero de tva, no tva, n° tva, tva intracommunautaire, nif, cif, nie, dni"
        ),
        _names("tax, vat, taxpayer"),
        (
            *_names("rate, amount, code, class, exempt, group, status, country, year, band, region, resident, payer"),
            *_names("registered, type, office, zone, key, last"),
            *_SOMEBODY_ELSE,
        ),
        numbered=True,
    ),
    "phone": ListRole(
        "phone",
        _names(
            "phone, telephone, tel, phone number, telephone number, phone no, telephone no, tel no, tel number,"
            " mobile, mobile number, mobile phone, cell, cell phone, contact number, contact phone, daytime phone,"
            " telefon, telefonnummer, tel., handy, mobil, mobilnummer, téléphone, portable, teléfono, telefono, móvil"
        ),
        _names("phone, telephone, mobile, tel"),
        _names("type, consent, opt, opted, status, model, plan"),
    ),
    "birth": ListRole(
        "birth date",
        _names(
            "date of birth, birth date, birthdate, birthday, dob, d.o.b., born, born on, date born, geburtsdatum,"
            " geburtstag, geboren, geboren am, date de naissance, né le, naissance, fecha de nacimiento, nacimiento"
        ),
        _names("birth, birthday, born, dob"),
        _names("place, country, name"),
    ),
    "first_name": ListRole(
        "first name",
        _names(
            "first name, firstname, first names, given name, given_name, given names, forename, forenames, fore name, christian name, first, fname, vorname,"
            " prénom, prenom, nombre"
        ),
        _names("forename, given"),
    ),
    "last_name": ListRole(
        "last name",
        _names(
            "last name, lastname, surname, family name, second name, last, lname, nachname, familienname, zuname,"
            " nom de famille, apellido, apellidos"
        ),
        _names("surname, family"),
        _names("seen, order, purchase, invoice, contact, visit, size"),
    ),
    "last_seen": ListRole(
        "last seen",
        _names(
            "last seen, last invoice, last contact, last order, last purchase, last visit, last active,"
            " last activity, last transaction, last payment, last sale, last bought, last delivery,"
            " last invoice date, last contact date, last order date, last purchase date, last activity date,"
            " last seen on, last seen date, date last seen, most recent order, most recent purchase,"
            " letzte bestellung, letzter kauf, letzter kontakt, letzte rechnung, dernière commande, dernier achat,"
            " última compra, ultima compra"
        ),
    ),
    "postcode": ListRole(
        "postcode",
        _names(
            "postcode, post code, postal code, postal_code, zip, zip code, zipcode, plz, post_code, zip/postcode,"
            " postleitzahl, code postal, código postal, codigo postal"
        ),
        _names("postcode, zip, postal"),
        _names("area, type"),
    ),
    "town": ListRole(
        "town",
        _names(
            "town, city, suburb, place, locality, town/city, city/town, post town, municipality, village, ort, stadt,"
            " wohnort, ville, commune, ciudad, localidad, población"
        ),
        _names("town, city, suburb"),
        _names("birth, born, code"),
    ),
    "house": ListRole(
        "house number",
        _names(
            "house number, house no, street number, street_number, street no, house, building number, number,"
            " hausnummer, haus nr, hausnr, numéro de rue"
        ),
    ),
    "street": ListRole(
        "street",
        _names(
            "street, street address, house and street, street name, address, address 1, address1, address_1,"
            " address line 1, address line, invoice address, billing address, delivery address, postal address,"
            " home address, street and number, street and house number, addr, straße,"
            " strasse, straße und hausnummer, anschrift, adresse, rue, dirección, direccion, calle"
        ),
        _names("street, address"),
        _names("mail, email, ip, web, type, id, two, number"),
    ),
    "id": ListRole(
        "customer id",
        _names(
            "customer id, customer no, customer number, customer nr, customer ref, customer reference, customer #,"
            " customer code, customer key, cust id, cust no, cust ref, cust number, club number, club no, club id,"
            " member id, member no, member number, membership number, membership no, membership id, loyalty number,"
            " loyalty no, loyalty card, client id, client no, client number, client ref, client code,"
            " subscriber id, subscriber no, person id, user id, account id, account no, account number, account ref,"
            " kundennummer, kundennr, kunden-nr, kunden-id, kdnr, kd-nr, mitgliedsnummer, numéro client, numero client,"
            " n° client, no client, id client, code client, número de cliente, numero de cliente, id cliente,"
            " código cliente, codigo cliente,"
            " customer, cust, client id no, crm id, id, customer account, customer uuid, uuid, guid, client, account,"
            " member, subscriber, kunde, cliente"
        ),
        _names("customer, member, membership, client, club, account, subscriber, loyalty, kunden, cliente"),
        (
            *_names("name, since, type, group, segment, status, date, value, mail, email, phone, city, town, country"),
            *_names("tier, class, orders, amount, birth, address, street, postcode, contact, category, level, score"),
            *_names("region, source, rating, industry, age, gender, language, revenue, channel, days, churned, order"),
            *_names("discount, existing, is, joined, tax, vat, bank, product, invoice"),
            *_SOMEBODY_ELSE,
        ),
        numbered=True,
    ),
    "name": ListRole(
        "name",
        _names(
            "name, full name, customer name, client name, account name, contact name, member name, company name,"
            " company, organisation, organization, business name, person, household name, client, contact, customer,"
            " cust, account, account holder, subscriber, member,"
            " firma, firmenname, kunde, kundenname, nom, nom complet, raison sociale, société, cliente, nombre completo,"
            " empresa"
        ),
        _names("name",),
        (*_names("user, file, product, street, campaign, segment, list, domain, town, city, range"), *_SOMEBODY_ELSE),
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
DAYS = frozenset(("birth", "last_seen"))
EITHER = {
    "customer": "id", "cust": "id", "account": "id", "client": "name", "member": "name", "subscriber": "name",
    "kunde": "name", "cliente": "name",
}  # fmt: skip
"""Headers that may stand above numbers or names, and which of them they are where the cells are not known."""


def key_name(key: str) -> str:
    """A key as people call it."""
    return ROLES[key].what if key in ROLES else key


def letters(header: str) -> str:
    """A header's letters and digits in small letters."""
    return re.sub(r"[\W_]", "", header).lower()
