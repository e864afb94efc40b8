"""SQL over a trimmed cell `x` that holds a name: turned at its comma, without titles and degrees."""

from cxworkshop.ledger.lists.sql_words import FOLDED, where, words

_AFTER_COMMA = (
    "jr|junior|sr|senior|ii|iii|iv|ltd|limited|inc|incorporated|corp|co|company|llc|llp|lp|plc|gmbh|mbh|ag|kg|ohg|ug|se|sa"
    "|sas|sarl|srl|spa|bv|nv|ab|oy|ph\\.? ?d|mba|md|esq|esquire|obe|cbe|mbe|msc|bsc|dphil"
)
COMMA = f"contains(x, ',') AND regexp_matches(x, '^[^,]+,[^,]+$') AND NOT regexp_matches(lower(x), ',\\s*({_AFTER_COMMA})\\.?$')"
_TURNED = where(COMMA, "regexp_replace(x, '^([^,]+),\\s*([^,]+)$', '\\2 \\1')", "x")
_DOCTOR = "dr( (med|phil|jur|iur|rer|nat|pol|oec|ing|habil|dent|vet|h c|agr|theol))*"
_TITLES = f"^(({_DOCTOR}|mr|mrs|ms|miss|mx|prof|professor|sir|dame|rev|reverend|herr|frau|mme|mlle|monsieur|madame|familie|famille|dipl ing) +)+"
_DEGREES = "( (ph ?d|mba|md|esq|esquire|obe|cbe|mbe|msc|bsc|dphil))+$"
_SEVERAL = "regexp_matches(x, '[ .]')"
TITLED = f"{_SEVERAL} AND regexp_matches({words('lower(x)')}, '{_TITLES}|{_DEGREES}')"
_NAMED = words(FOLDED.replace("lower(x)", f"lower({_TURNED})"))
NAME = where(_SEVERAL, f"regexp_replace(regexp_replace({_NAMED}, '{_TITLES}', ''), '{_DEGREES}', '')", _NAMED)
