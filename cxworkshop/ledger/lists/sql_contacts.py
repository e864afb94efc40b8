"""SQL over a trimmed cell `x` that holds a phone or an e-mail: the one number or address that counts."""

from cxworkshop.ledger.lists.sql_words import WHOLE_NUMBER, where

# The country codes of one and two digits; every other has three.
COUNTRY_CODES = "1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\\d{3}"
COUNTRY = f"^(\\+|00)({COUNTRY_CODES})"
# A slash ends a number only where a whole one stands before it: 030/1234567 is one number.
_BEFORE_SLASH = "'^((?:\\D*\\d){9}[^/]*|(?:[^\\d/]*\\d){7,8}[^\\d/]*)/.*$'"
_ONE_PHONE = f"regexp_replace(lower({WHOLE_NUMBER}), '(ext|x|#|;|,).*$', '')"
_FIRST_PHONE = where("contains(x, '/')", f"regexp_replace({_ONE_PHONE}, {_BEFORE_SLASH}, '\\1')", _ONE_PHONE)
DIGITS = f"regexp_replace({_FIRST_PHONE}, '[^0-9+]', '', 'g')"
# One address of a cell, whatever is written about it: Ann <ann@a.example>; mailto:ann@a.example; two of them.
ADORNED = "regexp_matches(x, '[ <;,|/]|[.;,]$|^(?i:mailto):')"
_INSIDE = "regexp_replace(regexp_replace(lower(x), '^.*<([^<>]*@[^<>]*)>.*$', '\\1'), '^\\s*mailto:\\s*', '')"
_FIRST_ADDRESS = f"regexp_replace({_INSIDE}, '^([^@]*@[^;,|/@]*?)[;,|/ ]+[^@;,|/ ]*@.*$', '\\1')"
ADDRESS = where(ADORNED, f"rtrim(replace({_FIRST_ADDRESS}, ' ', ''), '.;,')", "lower(x)")
