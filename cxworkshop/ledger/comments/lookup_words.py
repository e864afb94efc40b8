"""Words and phrases looked up in what was said: whole ones only, in any capitals."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from cxworkshop.ledger.cells import Mask


def phrases(says: str) -> list[str]:
    """The words or phrases of a rule, which are parted by | signs."""
    return [" ".join(one.split()) for one in says.split("|") if one.strip()]


def has_words(low: Any, says: str) -> Mask:
    """Which of an Arrow array of texts in small letters have one of the phrases as whole words: late is not in plate."""
    asked = [_pattern(one) for one in phrases(says.lower())]
    if not asked:
        return np.zeros(len(low), np.bool_)
    found: Mask = pc.match_substring_regex(low, "|".join(asked)).to_numpy(zero_copy_only=False)
    return found


def _pattern(phrase: str) -> str:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    # Where a phrase ends in a sign, such as a currency's, anything may stand beside it.
    before = r"(?:^|[^\pL\pN_])" if phrase[0].isalnum() else ""
    after = r"(?:$|[^\pL\pN_])" if phrase[-1].isalnum() else ""
    return f"{before}{words}{after}"


def low_texts(texts: list[str]) -> Any:
    """Texts as `has_words` takes them."""
    return pc.utf8_lower(pa.array(texts, pa.large_string()))
