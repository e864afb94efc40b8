"""Pictures of customers as assets, from the rival counts to the reasons."""

from __future__ import annotations

from cxworkshop.ui.charts.counts import counts
from cxworkshop.ui.charts.derived import derived_figures
from cxworkshop.ui.charts.periods import over_periods
from cxworkshop.ui.charts.reasons import reasons
from cxworkshop.ui.charts.walks import walks
from cxworkshop.ui.charts.waterfalls import waterfalls

__all__ = ["counts", "derived_figures", "over_periods", "reasons", "walks", "waterfalls"]
