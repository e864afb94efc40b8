"""SQL over a trimmed cell `x` that tidying of every kind is made of: words, letters, numbers, stand-ins."""

_NOTHING = (
    r"[<(\[]?(na|n/a|n\.a\.|#n/?[av]|none|null|nil|unknown|not known|not given|not provided"
    r"|not available|not applicable|tbc|tbd|test|testing|dummy|unbekannt|keine?|keine angabe|k\.? ?a\.|inconnu"
    r"|no ?e?-?mail|no phone|no name)[>)\]]?|[<(\[](blank|empty|leer|vide)[>)\]]"
    r"|#(ref|value|name|num|null|wert|bezug|valeur|div/0|error)[!?]?|[-–—]+|\.+|\?+|x{2,}|\*+"
)
FOLDED = "translate(replace(replace(replace(strip_accents(lower(x)), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđ', 'old')"
PUNCTUATED = "[^\\p{L}\\p{N}]+"


def words(cell: str) -> str:
    """A cell's words with one blank between, without punctuation."""
    apart = f"regexp_replace(replace(replace({cell}, '''', ''), '’', ''), '{PUNCTUATED}', ' ', 'g')"
    return f"trim({apart})"


def stands_for_nothing(more: str = "0+") -> str:
    """Whether the cell `x` is one of the usual stand-ins for a blank, or wholly like `more`."""
    # Nan is a first name; as programs write it, it is none.
    return f"(regexp_full_match(lower(x), '{_NOTHING}|{more}') OR x IN ('nan', 'NaN', 'NaT'))"


def where(rare: str, then: str, otherwise: str) -> str:
    """SQL that spares the many cells without a rare sign a costly pattern."""
    return f"(CASE WHEN {rare} THEN {then} ELSE {otherwise} END)"


# A whole number that a spreadsheet has turned into 12.0.
WHOLE_NUMBER = where("contains(x, '.')", "regexp_replace(x, '^(\\d+)\\.0+$', '\\1')", "x")
