"""The sample company: its files come out the same every time, and they all tell one story."""

import csv
import gzip
import io
import json
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from cxworkshop.analysis.bridges import contradictions, headline, problems
from cxworkshop.analysis.gate import gate
from cxworkshop.analysis.listening import convergence, survey_share
from cxworkshop.analysis.priorities import chosen, gathered, one_silo
from cxworkshop.analysis.signals import chart, of_measure
from cxworkshop.domain.difference import laid_over
from cxworkshop.domain.record import face_of, fields
from cxworkshop.domain.records import (
    RECORDS,
    BridgeRow,
    Candidate,
    CodeMap,
    Commitment,
    Company,
    Decision,
    Definition,
    Dot,
    Evidence,
    FunctionCount,
    Leader,
    LedgerSource,
    Measure,
    Reading,
    Reason,
    Risk,
    Touchpoint,
)
from cxworkshop.domain.wire import workshop_in, workshop_out
from cxworkshop.domain.workshop import Workshop
from cxworkshop.ledger.opening import open_ledger
from cxworkshop.programme import STEPS
from sample_data.make import HERE, write_files, write_workshop
from sample_data.story import measures
from sample_data.story.company import Company as Story
from sample_data.story.company import tell
from sample_data.story.voices import topics, voices

FILES = (
    "ledger.csv.gz",
    "list_marketing.csv.gz",
    "list_finance.csv.gz",
    "list_service.csv.gz",
    "list_sales.xlsx",
    "comments.csv.gz",
    "measures.csv",
    "finished_workshop.json",
    "reviewed_workshop.json",
)
WORKSHOPS = FILES[-2:]
LISTS = {
    "Marketing": "list_marketing",
    "Finance": "list_finance",
    "Service": "list_service",
    "Sales": "list_sales",
}


@pytest.fixture(scope="module")
def story() -> Story:
    """The company, told anew."""
    return tell()


def kept(name: str) -> Workshop:
    """One of the two workshops as it is kept."""
    return workshop_in(json.loads((HERE / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    """The finished workshop as it is kept."""
    return kept("finished_workshop.json")


@pytest.fixture(scope="module")
def reviewed(workshop: Workshop) -> Workshop:
    """The same, ninety days later."""
    return laid_over(workshop, kept("reviewed_workshop.json"))


def rows_of(name: str) -> list[dict[str, str]]:
    """A kept CSV file's rows."""
    path = HERE / name
    text = (
        gzip.decompress(path.read_bytes()).decode()
        if path.suffix == ".gz"
        else path.read_text(encoding="utf-8")
    )
    return list(csv.DictReader(io.StringIO(text)))


def contents(path: Path) -> object:
    """What a file holds, whichever zlib packed it."""
    raw = path.read_bytes()
    if path.suffix == ".gz":
        return gzip.decompress(raw)
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            return {part.filename: (part.date_time, book.read(part)) for part in book.infolist()}
    return raw


def everyone(workshop: Workshop) -> dict[int, BridgeRow]:
    """The bridges of all customers by year."""
    return {row.period_end.year: row for row in workshop.all(BridgeRow) if not row.segment and row.period_end}


def test_every_file_is_what_the_script_makes(story: Story, tmp_path: Path) -> None:
    """Run again, the script writes the kept files; nothing in them depends on a clock, a network or chance."""
    write_files(tmp_path, story)
    made = [name for name in FILES if name not in WORKSHOPS]
    assert sorted(made) == sorted(path.name for path in tmp_path.iterdir())
    assert [name for name in made if contents(HERE / name) != contents(tmp_path / name)] == []
    # The workshop names its files by their fingerprints, which another zlib would change.
    for name in made:
        (tmp_path / name).write_bytes((HERE / name).read_bytes())
    write_workshop(tmp_path, story)
    assert [name for name in WORKSHOPS if contents(HERE / name) != contents(tmp_path / name)] == []


def test_the_ledger_is_what_the_story_recorded(story: Story) -> None:
    """The till's export holds every sale, in order, under the customer numbers of the story."""
    found = rows_of("ledger.csv.gz")
    days = [row["date"] for row in found]
    assert days == sorted(days)
    once = {row["transaction_id"]: row for row in found}
    assert len(once) == len(story.sales)
    assert round(sum(sale.amount for sale in story.sales), 2) == round(
        sum(float(r["amount"]) for r in once.values()), 2
    )


def test_the_ledger_has_the_size_and_the_slips_of_a_real_one() -> None:
    """About 40,000 customers and 200,000 rows in three years, with refunds, free rows, odd numbers and repeats."""
    found = rows_of("ledger.csv.gz")
    ledger = open_ledger(HERE / "ledger.csv.gz", columns={"segment": "segment"})
    numbers = [row["customer_id"] for row in found]
    assert 39_500 < len(ledger.customers) < 40_500
    assert 198_000 < len(found) < 202_000
    assert (date(2023, 1, 1), date(2025, 12, 31)) == (ledger.first_day, ledger.last_day)
    assert sum(row["amount"].startswith("-") for row in found) > 5_000
    assert sum(row["amount"] == "0.00" for row in found) > 20
    assert any(number != number.strip().upper() for number in numbers)
    assert ledger.no_customer.rows == numbers.count("") > 0
    assert ledger.duplicates.rows > 0
    assert (HERE / "ledger.csv.gz").stat().st_size < 3_000_000


def test_sales_rise_while_customers_fall(workshop: Workshop) -> None:
    """In 2025 more people left than came, value went up a little, and 2024 had been a year of growth."""
    last, before = everyone(workshop)[2025], everyone(workshop)[2024]
    assert last.opening == before.closing
    assert (before.new or 0) > (before.lapsed or 0)
    assert 9_300 < (last.new or 0) + (last.returned or 0) < 9_500
    assert 11_800 < (last.lapsed or 0) < 12_000
    assert 1 < (last.closing_value or 0) / (last.opening_value or 1) < 1.05
    assert "fewer gardeners" in headline(workshop)
    assert {"customers_down_value_up", "revenue_up_customers_down", "score_up_customers_down"} <= {
        flag.code for flag in contradictions(workshop)
    }


def test_the_bridge_adds_up_and_is_the_ledgers_own(workshop: Workshop) -> None:
    """Nothing is left to explain, and the file that it was computed from can be told again."""
    source = workshop.one(LedgerSource)
    ledger = open_ledger(HERE / "ledger.csv.gz", columns={"segment": "segment"})
    assert problems(workshop) == ()
    assert (source.rows, source.customers) == (ledger.rows_read, len(ledger.customers))
    assert workshop.one(Definition).agreed == everyone(workshop)[2025].closing


def test_the_segment_that_matters_most_shrinks(workshop: Workshop) -> None:
    """Keen gardeners are fewer at the end of 2025 and worth less."""
    keen = next(row for row in workshop.all(BridgeRow) if row.segment == "Keen gardeners")
    assert (keen.closing or 0) < (keen.opening or 0) - 1_500
    assert (keen.closing_value or 0) < (keen.opening_value or 0)


def test_four_departments_claim_what_their_lists_hold(story: Story, workshop: Workshop) -> None:
    """Each function's number is the length of its list, and none of them is the one that all sign."""
    claims = {count.function: count for count in workshop.all(FunctionCount)}
    assert {one.function: len(one.lines) for one in story.lists} == {
        name: one.total for name, one in claims.items()
    }
    assert len({one.total for one in claims.values()} | {workshop.one(Definition).agreed}) == 5
    for one in claims.values():
        assert (one.opening or 0) + (one.new or 0) - (one.lost or 0) == one.total
    for function, file in LISTS.items():
        if function != "Sales":
            assert claims[function].total == len(rows_of(f"{file}.csv.gz"))


def test_the_lists_overlap_and_disagree_for_their_own_reasons(story: Story) -> None:
    """Marketing holds people who never bought, Finance and Sales hold people twice, Service holds nobody twice."""
    people = {one.function: [person for person, _ in one.lines] for one in story.lists}
    bought = {sale.customer for sale in story.sales}
    assert set(people["Marketing"]) - bought
    assert all(set(people[name]) <= bought for name in ("Finance", "Service", "Sales"))
    assert len(people["Finance"]) > 1.05 * len(set(people["Finance"]))
    assert len(people["Sales"]) > 1.5 * len(set(people["Sales"]))
    assert len(people["Service"]) == len(set(people["Service"]))
    assert set.intersection(*map(set, people.values()))


def test_comments_surge_about_the_day_that_is_not_kept(story: Story) -> None:
    """Of 1,500 comments, no two alike, those about the delivery day grow fivefold towards the end of 2025."""
    rows = rows_of("comments.csv.gz")
    day = voices()["delivery_day"]["moment"]
    months = [int(row["date"][5:7]) for row in rows if row["moment"] == day]
    assert len(rows) == len(story.comments) == len({row["comment"] for row in rows}) == 1_500
    assert sum(month >= 9 for month in months) > 5 * sum(month <= 4 for month in months)


def test_one_measure_of_six_gets_worse_and_the_others_stay_quiet() -> None:
    """The promised day breaks rules 1 and 3 from July 2025; no other measure gives any signal."""
    charts = {
        one.key: chart(one.values, measures.month_ends(), baseline=12, better="higher")
        for one in measures.SERIES
    }
    assert all(found is not None and len(found.values) == 24 for found in charts.values())
    loud = {key: found.signals for key, found in charts.items() if found and any(found.signals)}
    assert list(loud) == ["delivery"]
    assert not any(loud["delivery"][:18])
    assert 1 in loud["delivery"][18]
    assert {1, 3} <= set(loud["delivery"][-1])


def test_readings_are_the_file_of_measures(workshop: Workshop) -> None:
    """The 144 readings of the workshop equal `measures.csv`, point by point."""
    names = {measure.id: measure for measure in workshop.all(Measure)}
    found = [
        (names[one.measure or ""].name, names[one.measure or ""].unit, str(one.taken_on), one.value)
        for one in workshop.all(Reading)
    ]
    kept = [
        (row["measure"], row["unit"], row["date"], float(row["value"])) for row in rows_of("measures.csv")
    ]
    assert kept == found
    assert len(found) == 144
    worse = [
        one.id
        for one in workshop.all(Measure)
        if (drawn := of_measure(workshop, one)) and drawn.state == "worse"
    ]
    assert worse == ["measure-delivery"]


def test_evidence_is_the_comments_added_up(story: Story, workshop: Workshop) -> None:
    """Counts sum to the 1,500 comments, and every quote was really said through that source about that moment."""
    found = workshop.all(Evidence)
    said = {(comment.text, comment.channel, comment.moment) for comment in story.comments}
    assert sum(row.count or 0 for row in found) == 1_500
    assert 60 <= len(found) <= 80
    for row in found:
        assert (
            row.quote,
            workshop.name_of("source", row.source),
            workshop.name_of("touchpoint", row.touchpoint),
        ) in said
    assert 0.25 < (survey_share(workshop) or 0) < 0.4
    assert convergence(workshop)


def test_every_code_in_the_comments_has_a_category(workshop: Workshop) -> None:
    """The code map leaves no silo's code behind, and every moment in the comments stands on the map."""
    mapped = {one.code for one in workshop.all(CodeMap)}
    named = {one.id: one.name for one in workshop.all(Touchpoint)}
    assert {row["code"] for row in rows_of("comments.csv.gz")} - {""} == mapped
    assert all(named[f"moment-{topic}"] == voices()[topic]["moment"] for topic in topics())


def test_reasons_never_explain_more_than_left(workshop: Workshop) -> None:
    """People and value that left for a reason stay within those whom the bridge lost."""
    last = everyone(workshop)[2025]
    leave = [one for one in workshop.all(Reason) if one.direction == "leave"]
    assert sum(one.customers or 0 for one in leave) <= (last.lapsed or 0)
    assert sum(one.value or 0 for one in leave) <= (last.lapsed_value or 0)
    assert sorted(one.rank for one in leave if one.rank) == [1, 2, 3, 4, 5]


def test_risks_tie_to_the_bridge_and_to_the_measures(workshop: Workshop) -> None:
    """Nobody meets a moment who is not in the bridge, and what fails is what the measure says fails."""
    last = everyone(workshop)[2025]
    each = round((last.closing_value or 0) / (last.closing or 1), 2)
    risks = {one.touchpoint: one for one in workshop.all(Risk)}
    marked = {one.id for one in workshop.all(Touchpoint) if one.priority}
    assert marked == set(risks) == {one.touchpoint for one in workshop.all(Measure)}
    assert all((one.customers or 0) <= (last.closing or 0) for one in risks.values())
    assert each == risks["moment-evening"].value
    assert round(100 - sum(measures.DELIVERY.in_2025[6:]) / 6, 1) == risks["moment-delivery_day"].failure


def test_every_step_of_the_finished_workshop_is_done(workshop: Workshop) -> None:
    """Finished means finished: no step lacks anything, and each ends with a decision of its own."""
    assert {key: lacking for key, step in STEPS.items() if (lacking := step.done(workshop))} == {}
    ending = [one for one in workshop.all(Decision) if one.step]
    assert set(STEPS) == {one.id for one in ending} == {one.step for one in ending}
    assert sum(bool(one.dissent) for one in workshop.all(Decision)) >= 5


def test_every_kind_of_record_is_filled_and_every_reference_points_somewhere(reviewed: Workshop) -> None:
    """No table of the day and its review is empty, and no row points to a row that is not there."""
    assert [cls.kind for cls in RECORDS if not reviewed.all(cls)] == []
    lost = [
        (record.id, name)
        for cls in RECORDS
        for record in reviewed.all(cls)
        for name in fields(cls)
        if (refers := face_of(cls, name).refers)
        and (id := getattr(record, name))
        and (refers, id) not in reviewed.items
    ]
    assert lost == []


def test_seven_priorities_follow_from_gaps_in_the_sample(workshop: Workshop) -> None:
    """Each was gathered from a row of an earlier step, takes two functions or more, and got dots."""
    now = chosen(workshop)
    found = {one.id: one for one in gathered(workshop)}
    assert len(now) == 7
    assert gate(workshop) is None
    for one in now:
        assert (one.origin, one.touchpoint) == (found[one.id].origin, found[one.id].touchpoint)
        assert not one_silo(workshop, one)
        assert any(dot.candidate == one.id for dot in workshop.all(Dot))


def test_commitments_are_complete_and_begin_within_thirty_days(workshop: Workshop) -> None:
    """Every priority has a commitment with no blank in it, a first action within 30 days, and two leaders."""
    held = workshop.one(Company).held_on or date.max
    committed = workshop.all(Commitment)
    assert {one.id for one in chosen(workshop)} == {one.candidate for one in committed}
    for one in committed:
        assert [name for name in fields(Commitment) if getattr(one, name) is None] == []
        assert held < (one.first_day or date.max) <= held + timedelta(days=30)
        assert one.executive != one.successor
    load = [one.executive for one in committed]
    assert max(load.count(leader.id) for leader in workshop.all(Leader)) <= 2


def test_the_kept_workshop_opens_and_closes_without_loss(workshop: Workshop) -> None:
    """Read and written again, the JSON is the same."""
    assert json.loads((HERE / "finished_workshop.json").read_text(encoding="utf-8")) == workshop_out(workshop)
    assert workshop.sample
    assert any(one.verdict == "not now" for one in workshop.all(Candidate))


def test_the_cdnow_sample_is_the_real_one() -> None:
    """The committed purchases equal those that were handed to the project as a check."""
    shared = Path(__file__).parents[3] / "shared" / "data" / "cdnow_sample.csv.gz"
    rows = rows_of("cdnow_sample.csv")
    assert (len(rows), len({row["customer_id"] for row in rows})) == (6_919, 2_357)
    if not shared.exists():
        pytest.skip("../shared/data is not here, so there is nothing to compare the purchases with")
    assert gzip.decompress(shared.read_bytes()).decode().splitlines() == (
        (HERE / "cdnow_sample.csv").read_text(encoding="utf-8").splitlines()
    )
