"""How records become tables: what may be changed, and how a day is written."""

from __future__ import annotations

from datetime import date

from cxworkshop.domain.records import Countermove, SignOff
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ui.columns import config, frame


def test_what_names_a_given_row_cannot_be_changed() -> None:
    """A leader signs off in a row of their own: the stance may be chosen, the leader may not."""
    columns = config(Workshop(), SignOff, ("leader", "stance"), SignOff.named_by)
    assert {"leader": True, "stance": False} == {name: one["disabled"] for name, one in columns.items()}


def test_a_day_is_text_of_year_month_and_day() -> None:
    """It reads the same in every country, and typing it needs no calendar."""
    row = Countermove(id="c1", by_day=date(2026, 1, 31))
    columns = config(Workshop(), Countermove, ("by_day",))
    assert "2026-01-31" == frame(Workshop(), Countermove, [row], ("by_day",)).loc[0, "by_day"]
    assert "text" == columns["by_day"]["type_config"]["type"]
