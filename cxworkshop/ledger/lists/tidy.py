"""Honest tidying: a sentence for each rule by which two ways of writing a cell count as the same."""

from dataclasses import dataclass

_NOTHING = (
    r"[<(\[]?(na|n/a|n\.a\.|#n/?[av]|none|null|nil|unknown|not known|not given|not provided"
    r"|not available|not applicable|tbc|tbd|test|testing|dummy|unbekannt|keine?|keine angabe|k\.? ?a\.|inconnu"
    r"|no ?e?-?mail|no phone|no name)[>)\]]?|[<(\[](blank|empty|leer|vide)[>)\]]"
    r"|#(ref|value|name|num|null|wert|bezug|valeur|div/0|error)[!?]?|[-–—]+|\.+|\?+|x{2,}|\*+"
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
    # Nan is a first name; as programs write it, it is none.
    return f"(regexp_full_match(lower(x), '{_NOTHING}|{more}') OR x IN ('nan', 'NaN', 'NaT'))"


_CAPITALS = Rule("capitals do not tell apart", "lower(x) <> x")
_ACCENTS = Rule("accents do not tell apart", "strip_accents(x) <> x")
_PUNCTUATION = Rule("blanks and punctuation are left out", "regexp_matches(x, '[^\\p{L}\\p{N}]')")
_TURNED = "regexp_replace(x, '^([^,]+),\\s*([^,]+)$', '\\2 \\1')"
_TITLES = "^(mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|mme|mlle|monsieur|madame) +"
_NAME = Tidy(
    f"regexp_replace({_words(_FOLDED.replace('lower(x)', f'lower({_TURNED})'))}, '{_TITLES}', '')",
    _stands_for_nothing(),
    (
        Rule("“Lamb, Denise” is read as Denise Lamb", "regexp_matches(x, '^[^,]+,[^,]+$')"),
        Rule(
            "titles such as Mr or Dr are left out",
            f"regexp_matches(lower(x), '{_TITLES.replace(' +', '[. ]')}')",
        ),
        _ACCENTS,
    ),
)
_WHOLE = "regexp_replace(x, '^(\\d+)\\.0+$', '\\1')"
CUT = r"^\s*\d([.,]\d+)?[eE]\+\d+\s*$"
_CUT = f"regexp_matches(x, '{CUT}')"
CUT_SHORT = Rule(
    "numbers such as 1.23E+11, which a spreadsheet has cut short, join nobody: format the column as text and export it again",
    _CUT,
)


def _number(left: str, how: str) -> Tidy:
    return Tidy(
        f"CASE WHEN NOT {_CUT} THEN {left} END",
        _stands_for_nothing(),
        (
            _CAPITALS,
            Rule("a .0 behind a whole number is left out", f"{_WHOLE} <> x"),
            Rule(how, f"regexp_matches({_WHOLE}, '[^\\p{{L}}\\p{{N}}]') AND NOT {_CUT}"),
            CUT_SHORT,
        ),
    )


_NUMBER = _number(f"regexp_replace(lower({_WHOLE}), '{_PUNCTUATED}', '', 'g')", _PUNCTUATION.says)
SIGNED = _number(
    f"regexp_replace(regexp_replace(lower({_WHOLE}), '\\s+', '', 'g'), '{_PUNCTUATED}', '-', 'g')",
    "blanks are left out, and all signs count as the same",
)
"""Numbers with their signs, for lists in which these tell two numbers apart."""

# The country codes of one and two digits; every other has three.
_COUNTRY = "^(\\+|00)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3})"
_FIRST_PHONE = "regexp_replace(lower(x), '(ext|x|#|/|;|,).*$', '')"
_DIGITS = f"regexp_replace({_FIRST_PHONE}, '[^0-9+]', '', 'g')"
_ENDINGS = {
    "rd": "road", "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "ln": "lane", "cl": "close",
    "dr": "drive", "ct": "court", "crt": "court", "pl": "place", "cres": "crescent", "cct": "circuit",
    "tce": "terrace", "ter": "terrace", "sq": "square", "gdns": "gardens", "blvd": "boulevard", "pde": "parade",
}  # fmt: skip


def _street() -> str:
    written = _words(_FOLDED)
    last = f"regexp_extract({written}, ' ([a-z]+)$', 1)"
    longer = "MAP {" + ", ".join(f"'{short}': '{long}'" for short, long in _ENDINGS.items()) + "}"
    return f"coalesce(left({written}, length({written}) - length({last})) || {longer}[{last}], {written})"


_NO_MAIL = (
    "^(no-?reply|do-?not-?reply|test|none|na|n/a|unknown|nobody|no|kein|keine|dummy|fake|null|noone|xxx+"
    "|(no|kein|keine)[-_.]?e?[-_.]?mail|not?[-_.]?(given|provided|available|known)|asdf?)@"
    "|@(no-?e?-?mail|none|dummy|fake|unknown|null|nowhere|invalid)[.]"
)

TIDY = {
    "id": _NUMBER,
    "tax": Tidy(_NUMBER.sql, _stands_for_nothing("0+|1234567890?|9{6,}"), _NUMBER.rules),
    "email": Tidy(
        "replace(lower(x), ' ', '')",
        f"{_stands_for_nothing()} OR regexp_matches(lower(x), '{_NO_MAIL}')"
        " OR (length(split_part(x, '@', 1)) <= 3"
        " AND starts_with(lower(split_part(x, '@', 2)), lower(split_part(x, '@', 1)) || '.'))",
        (_CAPITALS,),
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
    "house": Tidy(_words(_FOLDED), _stands_for_nothing(), ()),
    "town": Tidy(_words(_FOLDED), _stands_for_nothing(), (_ACCENTS,)),
    "postcode": Tidy(
        f"regexp_replace(lower(x), '{_PUNCTUATED}', '', 'g')",
        _stands_for_nothing("0+|9{4,}"),
        (_PUNCTUATION,),
    ),
    "product": Tidy("lower(x)", _stands_for_nothing(), ()),
}
