"""Honest tidying: a sentence for each rule by which two ways of writing a cell count as the same."""

from dataclasses import dataclass

from cxworkshop.ledger.lists.sql_contacts import ADDRESS, ADORNED, COUNTRY, DIGITS
from cxworkshop.ledger.lists.sql_names import COMMA, NAME, TITLED
from cxworkshop.ledger.lists.sql_words import (
    FOLDED,
    PUNCTUATED,
    WHOLE_NUMBER,
    stands_for_nothing,
    where,
    words,
)


@dataclass(frozen=True)
class Rule:
    """Where a rule touches a trimmed cell `x` (SQL), and its sentence."""

    says: str
    where: str


@dataclass(frozen=True)
class Tidy:
    """How a role's cells are written in one way: SQL over a trimmed cell `x`, what counts as blank, the rules."""

    sql: str
    blank: str
    rules: tuple[Rule, ...]


_CAPITALS = Rule("capitals do not tell apart", "lower(x) <> x")
_ACCENTS = Rule("accents do not tell apart", "strip_accents(x) <> x")
_PUNCTUATION = Rule("blanks and punctuation are left out", "regexp_matches(x, '[^\\p{L}\\p{N}]')")
_NAME = Tidy(
    NAME,
    # Na, Nil and Null are also people's names; in capitals throughout, or in none, they come from a program.
    f"{stands_for_nothing()} AND NOT regexp_full_match(x, 'Na|Nil|Null')",
    (
        Rule("“Lamb, Denise” is read as Denise Lamb", COMMA),
        Rule("titles such as Mr or Dr are left out", TITLED),
        _ACCENTS,
    ),
)
CUT = r"^\s*\d([.,]\d+)?[eE]\+\d+\s*$"
_CUT = f"regexp_matches(x, '{CUT}')"
CUT_SHORT = Rule(
    "numbers such as 1.23E+11, which a spreadsheet has cut short, join nobody: format the column as text and export it again",
    _CUT,
)


def _number(left: str, how: str) -> Tidy:
    return Tidy(
        f"CASE WHEN NOT {_CUT} THEN {left} END",
        stands_for_nothing(),
        (
            _CAPITALS,
            Rule("a .0 behind a whole number is left out", f"{WHOLE_NUMBER} <> x"),
            Rule(how, f"regexp_matches({WHOLE_NUMBER}, '[^\\p{{L}}\\p{{N}}]') AND NOT {_CUT}"),
            CUT_SHORT,
        ),
    )


_NUMBER = _number(f"regexp_replace(lower({WHOLE_NUMBER}), '{PUNCTUATED}', '', 'g')", _PUNCTUATION.says)
SIGNED = _number(
    f"regexp_replace(regexp_replace(lower({WHOLE_NUMBER}), '\\s+', '', 'g'), '{PUNCTUATED}', '-', 'g')",
    "blanks are left out, and all signs count as the same",
)
"""Numbers with their signs, for lists in which these tell two numbers apart."""

_ENDINGS = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "crt": "court", "pl": "place", "cres": "crescent", "cct": "circuit",
    "tce": "terrace", "ter": "terrace", "sq": "square", "gdns": "gardens", "blvd": "boulevard", "pde": "parade",
}  # fmt: skip
_SHORTENED = f"regexp_matches(lower(x), '[^\\p{{L}}\\p{{N}}]({'|'.join(_ENDINGS)})[^\\p{{L}}\\p{{N}}]*$')"


_ZIP = where("contains(x, '-')", "regexp_replace(x, '^(\\d{5})-\\d{4}$', '\\1')", WHOLE_NUMBER)


def _street() -> str:
    written = words(FOLDED)
    last = f"regexp_extract({written}, ' ([a-z]+)$', 1)"
    longer = "MAP {" + ", ".join(f"'{short}': '{long}'" for short, long in _ENDINGS.items()) + "}"
    longest = f"coalesce(left({written}, length({written}) - length({last})) || {longer}[{last}], {written})"
    return where(_SHORTENED, longest, written)


_NO_MAIL = (
    "(^|[<:])(no-?reply|do-?not-?reply|test|none|na|n/a|unknown|nobody|no|kein|keine|dummy|fake|null|noone|xxx+"
    "|(no|kein|keine)[-_.]?e?[-_.]?mail|not?[-_.]?(given|provided|available|known)|asdf?)@"
    "|@(no-?e?-?mail|none|dummy|fake|unknown|null|nowhere|invalid)[.]"
)

TIDY = {
    "id": _NUMBER,
    "tax": Tidy(_NUMBER.sql, stands_for_nothing("0+|1234567890?|9{6,}"), _NUMBER.rules),
    "email": Tidy(
        ADDRESS,
        f"{stands_for_nothing()} OR regexp_matches(lower(x), '{_NO_MAIL}')"
        " OR (length(split_part(x, '@', 1)) <= 3"
        " AND starts_with(lower(split_part(x, '@', 2)), lower(split_part(x, '@', 1)) || '.'))",
        (_CAPITALS, Rule("of a cell with more than an address, its first address counts", ADORNED)),
    ),
    "phone": Tidy(
        f"ltrim(regexp_replace({DIGITS}, '{COUNTRY}', ''), '0')",
        f"length(regexp_replace({DIGITS}, '\\D', '', 'g')) < 6"
        f" OR length(replace(regexp_replace({DIGITS}, '\\D', '', 'g'), right({DIGITS}, 1), '')) = 0"
        f" OR starts_with('01234567890', {DIGITS})",
        (
            Rule(
                "a country’s code after + or 00 and a leading 0 are left out",
                "regexp_matches(x, '^\\s*(\\+|00)')",
            ),
            Rule("only the digits count", "regexp_matches(x, '[^0-9+]')"),
        ),
    ),
    "name": _NAME,
    "first_name": _NAME,
    "last_name": _NAME,
    "street": Tidy(
        _street(),
        stands_for_nothing(),
        (
            Rule(
                "Rd, Ave and the like are written out",
                _SHORTENED,
            ),
        ),
    ),
    "house": Tidy(words(FOLDED.replace("lower(x)", f"lower({WHOLE_NUMBER})")), stands_for_nothing(), ()),
    "town": Tidy(words(FOLDED), stands_for_nothing(), (_ACCENTS,)),
    "postcode": Tidy(
        f"ltrim(regexp_replace(lower({_ZIP}), '{PUNCTUATED}', '', 'g'), '0')",
        stands_for_nothing("0+|9{4,}"),
        (
            Rule(
                "a leading 0 and a zip code’s four further digits are left out",
                "regexp_matches(x, '^0|^\\d{5}-\\d{4}$')",
            ),
            _PUNCTUATION,
        ),
    ),
    "product": Tidy("lower(x)", stands_for_nothing(), ()),
}
