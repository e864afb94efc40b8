"""Makes the sample company's files: `python -m sample_data.make` writes them beside this script, always the same."""

import argparse
import json
from pathlib import Path

from cxworkshop.domain.records import BridgeRow
from cxworkshop.domain.wire import workshop_out
from sample_data.story import comments, ledger, measures
from sample_data.story.company import Company, tell
from sample_data.story.figures import figures
from sample_data.story.files import write_csv, write_xlsx
from sample_data.story.review import reviewed
from sample_data.story.workshop import finished_workshop

HERE = Path(__file__).parent


def write_files(folder: Path, company: Company) -> None:
    """Write the ledger, the four lists, the comments and the measures into a folder that exists."""
    numbers = company.numbers
    write_csv(folder / "ledger.csv.gz", ledger.HEADER, ledger.rows(company.sales, numbers))
    for one in company.lists:
        rows = [row for _, row in one.lines]
        if one.file.endswith(".xlsx"):
            write_xlsx(folder / one.file, "Clients 2025", one.header, rows, (14, 26, 22, 12, 18, 20, 32))
        else:
            write_csv(folder / one.file, one.header, rows)
    write_csv(folder / "comments.csv.gz", comments.HEADER, (one.row(numbers) for one in company.comments))
    write_csv(folder / "measures.csv", measures.HEADER, measures.rows())


def write_workshop(folder: Path, company: Company) -> None:
    """Write the finished workshop and what its reviews add to it as JSON; the ledger must be in the folder already."""
    finished = finished_workshop(company, folder)
    ledger = folder / "ledger.csv.gz"
    bridge = list(finished.all(BridgeRow))
    later = reviewed(finished, figures(company, bridge), ledger)
    for name, workshop in (("finished_workshop", finished), ("reviewed_workshop", later)):
        text = json.dumps(workshop_out(workshop), ensure_ascii=False, indent=1) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Write every file of the sample into `--into`, by default beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="an existing folder")
    folder = parser.parse_args().into
    company = tell()
    write_files(folder, company)
    write_workshop(folder, company)


if __name__ == "__main__":
    main()
