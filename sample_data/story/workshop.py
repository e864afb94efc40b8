"""The finished workshop: the day at Tillbrook with everything that its leaders wrote, counted and decided."""

from pathlib import Path

from cxworkshop.domain.record import Record
from cxworkshop.domain.records import RECORDS, Definition, Reading, Touchpoint
from cxworkshop.domain.workshop import Workshop, assemble
from sample_data.story.bridge import ledger_and_bridge
from sample_data.story.company import Company, tell
from sample_data.story.differences import count_differences
from sample_data.story.evidence import code_maps, comment_file, evidence, sort_rules
from sample_data.story.figures import figures
from sample_data.story.measures import SERIES, month_ends
from sample_data.story.pledging import pledged
from sample_data.story.reconciled import reconciled
from sample_data.story.signing import signed
from sample_data.story.variants import variants
from sample_data.story.votes import choice_votes, dots, feelings, ratings
from sample_data.story.words import written

TITLE = "Tillbrook: who came, who left, and what we finish by June"
HERE = Path(__file__).parent.parent


def finished_workshop(company: Company | None = None, folder: Path = HERE) -> Workshop:
    """The sample workshop of a company; its bridge and its lists are those of the files in the folder."""
    company = company or tell()
    source, bridge = ledger_and_bridge(folder / "ledger.csv.gz")
    words = written(figures(company, bridge))
    moments = [record for record in words if isinstance(record, Touchpoint)]
    tried = variants(folder / "ledger.csv.gz")
    agreed = next(one.agreed for one in words if isinstance(one, Definition)) or 0
    records: list[Record] = [
        *signed(words, tried),
        *tried,
        *count_differences(company, agreed),
        *reconciled(company, folder),
        source,
        *bridge,
        *code_maps(),
        comment_file(company.comments, folder / "comments.csv.gz"),
        *sort_rules(moments),
        *evidence(company.comments, moments),
        *_readings(),
        *feelings(),
        *ratings(),
        *choice_votes(),
        *dots(),
    ]
    order = {cls.kind: place for place, cls in enumerate(RECORDS)}
    told = pledged(sorted(records, key=lambda record: order[record.kind]))
    return assemble(told, title=TITLE, sample=True)


def _readings() -> list[Record]:
    return [
        Reading(
            id=f"reading-{series.key}-{day:%Y-%m}", measure=f"measure-{series.key}", taken_on=day, value=value
        )
        for series in SERIES
        for day, value in zip(month_ends(), series.values, strict=True)
    ]
