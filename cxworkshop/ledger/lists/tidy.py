"""Honest tidying: a sentence for each rule by which two ways of writing a cell count as the same."""

from dataclasses import dataclass

_NOTHING = (
    "na|n/a|n\\.a\\.|none|null|nil|unknown|not known|not given|not provided|not available|not applicable|tbc|tbd"
    "|test|testing|dummy|unbekannt|keine|inconnu|no ?e?-?mail|no phone|no name|-+|\\.+|\\?+|x{2,}|\\*+"
)
_FOLDED = "translate(replace(replace(replace(strip_accents(lower(x)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđ', 'old')"
_PUNCTUATED = "[^\\p{L}\\p{N}]+"


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


def _words(cell: str) -> str:
    apart = f"regexp_replace(replace(replace({cell}, '''', ''), '’', ''), '{_PUNCTUATED}', ' ', 'g')"
    return f"trim({apart})"


def _stands_for_nothing(more: str = "0+") -> str:
    return f"regexp_full_match(lower(x), '{_NOTHING}|{more}')"


def _where(rare: str, then: str, otherwise: str) -> str:
    """SQL that spares the many cells without a rare sign a costly pattern."""
    return f"(CASE WHEN {rare} THEN {then} ELSE {otherwise} END)"


# A whole number that a spreadsheet has turned into 12.0.
_WHOLE = _where("contains(x, '.')", "regexp_replace(x, '^(\\d+)\\.0+$', '\\1')", "x")


_CAPITALS = Rule("capitals do not tell apart", "lower(x) <> x")
_ACCENTS = Rule("accents do not tell apart", "strip_accents(x) <> x")
_PUNCTUATION = Rule("blanks and punctuation are left out", "regexp_matches(x, '[^\\p{L}\\p{N}]')")
_AFTER_COMMA = (
    "jr|junior|sr|senior|ii|iii|iv|ltd|limited|inc|incorporated|corp|co|company|llc|llp|lp|plc|gmbh|mbh|ag|kg|ohg|ug|se|sa"
    "|sas|sarl|srl|spa|bv|nv|ab|oy|ph\\.? ?d|mba|md|esq|esquire|obe|cbe|mbe|msc|bsc|dphil"
)
_COMMA = f"contains(x, ',') AND regexp_matches(x, '^[^,]+,[^,]+$') AND NOT regexp_matches(lower(x), ',\\s*({_AFTER_COMMA})\\.?$')"
_TURNED = _where(_COMMA, "regexp_replace(x, '^([^,]+),\\s*([^,]+)$', '\\2 \\1')", "x")
_DOCTOR = "dr( (med|phil|jur|iur|rer|nat|pol|oec|ing|habil|dent|vet|h c|agr|theol))*"
_TITLES = f"^(({_DOCTOR}|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|reverend|herr|frau|mme|mlle|monsieur|madame|dipl ing) +)+"
_DEGREES = "( (ph ?d|mba|md|esq|esquire|obe|cbe|mbe|msc|bsc|dphil))+$"
_SEVERAL = "regexp_matches(x, '[ .]')"
_TITLED = f"{_SEVERAL} AND regexp_matches({_words('lower(x)')}, '{_TITLES}|{_DEGREES}')"
_NAMED = _words(_FOLDED.replace("lower(x)", f"lower({_TURNED})"))
_NAME = Tidy(
    _where(_SEVERAL, f"regexp_replace(regexp_replace({_NAMED}, '{_TITLES}', ''), '{_DEGREES}', '')", _NAMED),
    # Na, Nil and Null are also people's names; in capitals throughout, or in none, they come from a program.
    f"{_stands_for_nothing()} AND NOT regexp_full_match(x, 'Na|Nil|Null')",
    (
        Rule("“Lamb, Denise” is read as Denise Lamb", _COMMA),
        Rule("titles such as Mr or Dr are left out", _TITLED),
        _ACCENTS,
    ),
)
_NUMBER = Tidy(
    f"regexp_replace(lower({_WHOLE}), '{_PUNCTUATED}', '', 'g')",
    _stands_for_nothing(),
    (_CAPITALS, _PUNCTUATION),
)

# The country codes of one and two digits; every other has three.
COUNTRY_CODES = "1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3}"
_COUNTRY = f"^(\\+|00)({COUNTRY_CODES})"
# A slash ends a number only where a whole one stands before it: 030/1234567 is one number.
_BEFORE_SLASH = "'^((?:\\D*\\d){9}[^/]*|(?:[^\\d/]*\\d){7,8}[^\\d/]*)/.*$'"
_ONE_PHONE = f"regexp_replace(lower({_WHOLE}), '(ext|x|#|;|,).*$', '')"
_FIRST_PHONE = _where("contains(x, '/')", f"regexp_replace({_ONE_PHONE}, {_BEFORE_SLASH}, '\\1')", _ONE_PHONE)
_DIGITS = f"regexp_replace({_FIRST_PHONE}, '[^0-9+]', '', 'g')"
_ENDINGS = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "crt": "court", "pl": "place", "cres": "crescent", "cct": "circuit",
    "tce": "terrace", "ter": "terrace", "sq": "square", "gdns": "gardens", "blvd": "boulevard", "pde": "parade",
}  # fmt: skip
# One address of a cell, whatever is written about it: Ann <ann@a.example>; mailto:ann@a.example; two of them.
_ADORNED = "regexp_matches(x, '[ <;,|/]|[.;,]$|^(?i:mailto):')"
_INSIDE = "regexp_replace(regexp_replace(lower(x), '^.*<([^<>]*@[^<>]*)>.*$', '\\1'), '^\\s*mailto:\\s*', '')"
_FIRST_ADDRESS = f"regexp_replace({_INSIDE}, '^([^@]*@[^;,|/@]*?)[;,|/ ]+[^@;,|/ ]*@.*$', '\\1')"
_ADDRESS = _where(_ADORNED, f"rtrim(replace({_FIRST_ADDRESS}, ' ', ''), '.;,')", "lower(x)")


_ZIP = _where("contains(x, '-')", "regexp_replace(x, '^(\\d{5})-\\d{4}$', '\\1')", _WHOLE)


def _street() -> str:
    written = _words(_FOLDED)
    last = f"regexp_extract({written}, ' ([a-z]+)$', 1)"
    longer = "MAP {" + ", ".join(f"'{short}': '{long}'" for short, long in _ENDINGS.items()) + "}"
    return f"coalesce(left({written}, length({written}) - length({last})) || {longer}[{last}], {written})"


TIDY = {
    "id": _NUMBER,
    "tax": Tidy(_NUMBER.sql, _stands_for_nothing("0+|1234567890?|9{6,}"), _NUMBER.rules),
    "email": Tidy(
        _ADDRESS,
        f"{_stands_for_nothing()} OR regexp_matches(lower(x), "
        "'(^|[<:])(no-?reply|do-?not-?reply|test|none|na|n/a|unknown|nobody|no-?e?-?mail|xxx+)@')",
        (_CAPITALS, Rule("of a cell with more than an address, its first address counts", _ADORNED)),
    ),
    "phone": Tidy(
        f"ltrim(regexp_replace({_DIGITS}, '{_COUNTRY}', ''), '0')",
        f"length(regexp_replace({_DIGITS}, '\\D', '', 'g')) < 6"
        f" OR length(replace(regexp_replace({_DIGITS}, '\\D', '', 'g'), right({_DIGITS}, 1), '')) = 0"
        f" OR starts_with('01234567890', {_DIGITS})",
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
        _stands_for_nothing(),
        (
            Rule(
                "Rd, Ave and the like are written out",
                f"regexp_matches(lower(x), '[ .]({'|'.join(_ENDINGS)})\\.?$')",
            ),
        ),
    ),
    "house": Tidy(_words(_FOLDED.replace("lower(x)", f"lower({_WHOLE})")), _stands_for_nothing(), ()),
    "town": Tidy(_words(_FOLDED), _stands_for_nothing(), (_ACCENTS,)),
    "postcode": Tidy(
        f"ltrim(regexp_replace(lower({_ZIP}), '{_PUNCTUATED}', '', 'g'), '0')",
        _stands_for_nothing("0+|9{4,}"),
        (
            Rule(
                "a leading 0 and a zip code’s four further digits are left out",
                "regexp_matches(x, '^0|^\\d{5}-\\d{4}$')",
            ),
            _PUNCTUATION,
        ),
    ),
    "product": Tidy("lower(x)", _stands_for_nothing(), ()),
}
