"""A small workshop that uses every kind of field, and the workbook of it."""

from __future__ import annotations

import subprocess
from datetime import date

import pytest

from cxworkshop.domain.records import (
    BridgeRow,
    Candidate,
    Commitment,
    Company,
    Dot,
    Evidence,
    Leader,
    LegacyVote,
    Risk,
    Stage,
    Touchpoint,
)
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.workbook import write_workbook
from tests.workbook.office import OFFICE, Convert


@pytest.fixture(scope="session")
def workshop() -> Workshop:
    """Two leaders, two stages, a bridge of one period, a risk and a priority."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    return assemble(
        [
            Company(id="company", name="Harbour & Gull", currency="GBP", held_on=date(2026, 2, 3), **year),
            Leader(id="ann", name="Ann Reed", function="CEO", present=True),
            Leader(id="bo", name="Bo Lind", function="CFO", present=False),
            LegacyVote(id="v1", leader="ann", fingers=5, stake="=SUM(A1:A9) of my evenings"),
            BridgeRow(
                id="b1", **year, opening=100, new=30, returned=5, lapsed=45, closing=88, opening_value=1000.5
            ),
            Stage(
                id="s1", order=1, name="I look for a berth", executive="ann", functions=("Sales", "Service")
            ),
            Stage(id="s2", order=2, name="I come in at night"),
            Touchpoint(
                id="t1", stage="s2", name="The light that guides me", priority=True, category="respond"
            ),
            Evidence(id="e1", stage="s2", quote="Nobody answered.\nWe turned round.", count=7, sentiment=-2),
            Evidence(
                id="e2", stage="s1", touchpoint="gone", quote="Easy to find.", heard_on=date(2025, 7, 1)
            ),
            Risk(id="r1", touchpoint="t1", customers=4000, failure=8, rescued=12.5, value=90),
            Candidate(id="c1", name="A voice at night", verdict="now", confidence="0.8", effort=2.5),
            Dot(id="d1", candidate="c1", ballot=1, dots=2),
            Commitment(id="m1", candidate="c1", executive="bo", first_day=date(2026, 3, 1)),
        ],
        title="Harbour & Gull, spring",
    )


@pytest.fixture(scope="session")
def workbook(workshop: Workshop) -> bytes:
    """The workbook of the small workshop."""
    return write_workbook(workshop)


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Gives a file as LibreOffice saves it."""
    assert OFFICE, "CI needs LibreOffice (soffice) on the PATH"
    folder = tmp_path_factory.mktemp("office")
    source = folder / "in" / "workbook.xlsx"
    source.parent.mkdir()
    # A profile of its own, or a running LibreOffice would take the work away.
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def converted(content: bytes, kind: str) -> bytes:
        source.write_bytes(content)
        command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (folder / f"workbook.{kind}").read_bytes()

    return converted
