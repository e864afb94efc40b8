"""The words that the leaders gave on their plan, bound to the plan as it stands."""

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import Pledge
from cxworkshop.domain.workshop import assemble
from cxworkshop.programme.pledges import plan_mark


def pledged(records: list[Record]) -> list[Record]:
    """The records with every leader's word signed for the priorities and commitments among them."""
    mark = plan_mark(assemble(records))
    return [one.with_values({"signed_for": mark}) if isinstance(one, Pledge) else one for one in records]
