"""Companies' names: told from people's by a legal form or a word of trade, and compared as a whole."""

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from rapidfuzz.distance import OSA

from cxworkshop.ledger.cells import Codes, Mask
from cxworkshop.ledger.lists.columns import Values
from cxworkshop.ledger.lists.pairing import Levels, Texts, level_pairs

_SHORT_FORMS = """
ltd inc corp co llc llp lp plc gmbh mbh ag kg kgaa ohg gbr ug se sa sas sarl srl spa bv nv ab oy aps as ev eg
"""
_WRITTEN_OUT = {"limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co", "pty": ""}
_FORMS = {form: form for form in _SHORT_FORMS.split()} | _WRITTEN_OUT
_APART = "s a|b v|n v|e v|a g|k g|l l c|l l p|p l c|s r l|s p a|s a s"
LEGAL_FORM = f"(?:{'|'.join([*_FORMS, _APART])})"
_TRADE_WORDS = """
associates bakery brewery builders cafe clinic club college construction consultants consulting council dental designs
electrical electronics energy engineering enterprises estates foods foundation garage gallery group holding holdings
hospital hotel industries institute insurance international kindergarten labs logistics media motors museum nursery
pharmacy plumbing printing properties publishing restaurant roofing salon school services society software solutions
stiftung store stores studio studios supplies systems tech technologies technology textiles theatre trading transport
travel trust university ventures verein verlag werke wholesale
"""
_TRADES = frozenset(_TRADE_WORDS.split())
_TRADE = f"^the | (?:{'|'.join(sorted(_TRADES))})(?: |$)|[0-9]"
_JOINERS = frozenset(("and", "und", "et", "the"))
_SAME, _ONE, _PART, _OTHER = range(1, 5)
_ONE_OFF = 4


def are_companies(names: Any) -> Mask:
    """Where a tidied name (Arrow text) ends in a legal form, holds a word of trade or a number, or begins with The."""
    found = pc.match_substring_regex(names, f" {LEGAL_FORM}$|{_TRADE}").fill_null(False)
    mask: Mask = found.to_numpy(zero_copy_only=False).astype(np.bool_)
    return mask


def without_forms(names: Values) -> tuple[Any, Any]:
    """Of each distinct name: its words without legal form, "and" and "the"; and the legal form, null for none."""
    told = [_taken_apart(name) for name in names.listed()]
    return (
        pa.array([core for core, _ in told], pa.large_string()),
        pa.array([form or None for _, form in told], pa.large_string()),
    )


def company_levels(one: Codes, other: Codes, names: Values, forms: tuple[Codes, Codes]) -> Levels:
    """The level of each pair's whole names (points.py, NAME), given as codes, with the codes of their legal forms."""
    found = level_pairs(one, other, names, _differing)
    other_form = (forms[0] >= 0) & (forms[1] >= 0) & (forms[0] != forms[1])
    levels = np.array([0, 24, 26, 27, 28], np.int8)[found]
    return np.where((found == _SAME) & other_form, 25, levels).astype(np.int8)


def _taken_apart(name: str) -> tuple[str, str]:
    if name[-2:-1] == " ":
        name = re.sub(f" (?:{_APART})$", lambda found: f" {found[0].replace(' ', '')}", name)
    words = [word for word in name.split() if word not in _JOINERS]
    end = len(words)
    while end > 1 and words[end - 1] in _FORMS:
        end -= 1
    return " ".join(words[:end]) or name, " ".join(filter(None, map(_FORMS.__getitem__, words[end:])))


def _differing(one: Texts, other: Texts) -> Levels:
    return np.array([_alike(a, b) for a, b in zip(one, other, strict=True)], np.int8)


def _alike(a: str, b: str) -> int:
    """How two companies' names are alike by the words that they do not share; numbers in them tell apart."""
    words = a.split(), b.split()
    shared = set(words[0]) & set(words[1])
    rests = [[word for word in side if word not in shared] for side in words]
    if any(any(map(str.isdigit, word)) for side in rests for word in side):
        return _OTHER
    if not all(rests):
        return _PART if shared - _TRADES else _OTHER
    left = [" ".join(side) for side in rests]
    near = min(map(len, left)) >= _ONE_OFF and OSA.distance(*left) <= 1
    return _ONE if near or a.replace(" ", "") == b.replace(" ", "") else _OTHER
