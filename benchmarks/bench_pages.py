"""How long the server works on a redraw of each step of the full sample, and on saving and opening a workbook."""

import json
import os
import tempfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

from benchmarks.clock import seconds
from cxworkshop.domain.commands import Put
from cxworkshop.domain.records import RECORDS
from cxworkshop.domain.wire import workshop_in
from cxworkshop.programme import PARTS
from cxworkshop.store import open_store
from cxworkshop.ui.steps import PAGE_FILES
from cxworkshop.workbook import read_workbook, write_workbook

ROOT = Path(__file__).parents[1]
LEDGER = ROOT / "sample_data" / "ledger.csv.gz"
SAMPLE = ROOT / "sample_data" / "finished_workshop.json"
MOST_MILLISECONDS = 300


def main() -> None:
    """Print the figures, slowest step first."""
    found = workshop_in(json.loads(SAMPLE.read_text(encoding="utf-8")))
    records = [record for cls in RECORDS for record in found.all(cls)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CXWORKSHOP_DATABASE_URL"] = f"sqlite:///{folder}/workshops.db"
        store = open_store()
        code = store.create(found.title, by="benchmark", records=records)
        came: dict[str, float] = {}
        taken: dict[str, float] = {}
        for part in PARTS:
            for step in part.steps:
                at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
                at.query_params["w"] = code
                at.run()
                at.query_params["step"] = step.key
                at.switch_page(PAGE_FILES[part.key])
                came[step.key] = seconds(at.run, rounds=1) * 1000
                taken[step.key] = seconds(at.run, rounds=3) * 1000
        print(f"steps of the full sample ({len(records)} records), server time")
        for what, figures in (("arriving, pictures made anew", came), ("redrawing after a click", taken)):
            slowest = sorted(figures.items(), key=lambda one: -one[1])
            middle = slowest[len(slowest) // 2][1]
            over = sum(one > MOST_MILLISECONDS for one in figures.values())
            print(
                f"  {what}: median {middle:.0f} ms, {over} of {len(figures)} above {MOST_MILLISECONDS} ms; slowest"
            )
            for key, milliseconds in slowest[:3]:
                print(f"    {key:<26}{milliseconds:7.0f} ms")
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.query_params["w"] = store.create("Ledger", by="benchmark")
        at.run()
        at.query_params["step"] = "assets.lab"
        at.switch_page(PAGE_FILES["assets"]).run()
        at.file_uploader[0].upload(LEDGER.name, LEDGER.read_bytes())
        print(
            f"the sample's ledger handed in, until its bridge is on the page: {seconds(at.run, rounds=1):.2f} s"
        )
        numbers = iter(range(10_000))
        commit = seconds(
            lambda: store.commit(
                code, Put("company", "company", {"purpose": f"{next(numbers)}"}), "benchmark"
            ),
            rounds=50,
        )
        print(f"one durable commit              {commit * 1000:6.1f} ms")
    content = write_workbook(found)
    print(
        f"workbook written                {seconds(lambda: write_workbook(found)):6.3f} s  ({len(content):,} bytes)"
    )
    print(f"workbook opened                 {seconds(lambda: read_workbook(content, 'sample.xlsx')):6.3f} s")
