"""When the lists' step is done: with one count from the lists that stand here, or where there is nothing to explain."""

from __future__ import annotations

from cxworkshop.analysis.list_marks import list_mark
from cxworkshop.domain.records import CountDifference, Definition, FunctionCount, ListSource, Reconciliation
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.rules.lists import lists_missing, lists_says

LISTS = (
    ListSource(id="a", name="Sales", fingerprint="1", rows=3, id_column="no"),
    ListSource(id="b", name="Finance", fingerprint="2", rows=2, id_column="no"),
)


def counted(*more: ListSource) -> Workshop:
    """Two lists counted as one, and perhaps others since."""
    said = Reconciliation(id="reconciliation", exact_keys=("id",), one_version=4)
    mark = list_mark(assemble((*LISTS, said)))
    return assemble((*LISTS, *more, said.with_values({"counted_from": mark})))


def test_counts_that_agree_need_neither_lists_nor_causes() -> None:
    """Where all functions bring the same number there is no difference to name."""
    same = (
        FunctionCount(id="s", function="Sales", total=5, revealed=True),
        FunctionCount(id="f", function="Finance", total=5, revealed=True),
    )
    apart = (same[0], FunctionCount(id="f", function="Finance", total=6, revealed=True))
    assert lists_missing(assemble(same)) is None
    assert lists_missing(assemble(apart)) is not None


def test_a_row_without_a_cause_explains_nothing() -> None:
    """A step of no customers with no cause is an empty row, not an answer."""
    assert lists_missing(assemble((CountDifference(id="d", customers=0),))) is not None
    assert lists_missing(assemble((CountDifference(id="d", cause="counts products"),))) is None


def test_the_one_count_goes_stale_with_what_it_was_counted_from() -> None:
    """Another list handed in after the count asks for a new one; a count that somebody typed is taken at their word."""
    assert lists_missing(counted()) is None
    changed = counted(ListSource(id="c", name="Service", fingerprint="3", rows=1))
    assert "write the steps again" in str(lists_missing(changed))
    typed = Reconciliation(id="reconciliation", one_version=4)
    assert lists_missing(assemble((*LISTS, typed))) is None


def test_the_step_says_how_lists_and_definition_differ() -> None:
    """The number that is signed and the number of the lists stand side by side where they are not the same."""
    one = counted().one(Reconciliation)
    assert "Two lists with five rows are four customers." == lists_says(assemble((*LISTS, one)))
    signed = Definition(id="definition", agreed=1_006)
    assert lists_says(assemble((*LISTS, one, signed))).endswith("The definition counts 1,006, 1,002 more.")
