"""Texts that people wrote, on their way to an engine beside a query and never within it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cxworkshop.domain.errors import BadValue

_MOST_BOUND = 10_000


@dataclass
class Bound:
    """Texts on their way into a query beside it, never within it: `name` gives the mark that stands for one."""

    texts: dict[str, str] = field(default_factory=dict)

    def name(self, written: str) -> str:
        """The SQL that stands for a text."""
        mark = f"bound_{len(self.texts)}"
        self.texts[mark] = written
        return f"CAST(:{mark} AS VARCHAR(4000))"

    def listed(self, many: Iterable[str]) -> str:
        """The SQL that stands for several texts, in parentheses; raises BadValue for more than engines take."""
        marks = [self.name(one) for one in many]
        if len(marks) > _MOST_BOUND:
            raise BadValue(
                f"{len(marks):,} ids to leave out are too many to send along; at most {_MOST_BOUND:,},"
                " or mark them in a column of the table."
            )
        return f"({', '.join(marks)})"
