"""Opening a workbook: what the hidden sheet says, what people changed on the visible ones, and what stands in the way."""

from __future__ import annotations

from hashlib import sha256

from openpyxl.utils import coordinate_to_tuple

from cxworkshop.domain.errors import BadWorkbook
from cxworkshop.domain.record import Record, face_of
from cxworkshop.domain.records import BY_KIND, RECORDS, Pledge
from cxworkshop.domain.workshop import Workshop, assemble
from cxworkshop.programme.signed_in_excel import lines_for_the_log, to_be_confirmed
from cxworkshop.workbook.cells import Name
from cxworkshop.workbook.covered import covered, typed_over
from cxworkshop.workbook.data import schema_of, unpacked
from cxworkshop.workbook.headings import matches, of_table
from cxworkshop.workbook.opened import Changes, Opened, Problem
from cxworkshop.workbook.rows import Draft, Reader, Sheet
from cxworkshop.workbook.sheets import DATA, SCHEMA, plain
from cxworkshop.workbook.unzip import Book, taken_apart


def read(content: bytes, name: str) -> Opened:
    """The workshop in an Excel file. Raises BadWorkbook, with what to do, where it is not a workshop's workbook."""
    book = taken_apart(content, name)
    base, notes = _restored(book, name)
    seed = sha256(content).hexdigest()
    reader = Reader(base, book.epoch, seed)
    read = [_sheet(reader, cls, book) for cls in RECORDS]
    problems = [problem for sheet in read for problem in sheet.problems]
    changes = sum((sheet.changes for sheet in read), Changes())
    drafts = [draft for sheet in read for draft in sheet.drafts]
    cells, unknown = _find(base, drafts)
    records = [_record(draft) for draft in drafts]
    edited = assemble(records)
    unmarked = {row.id: row for row in to_be_confirmed(base, edited)}
    records = [unmarked.get(one.id, one) if one.kind == Pledge.kind else one for one in records]
    signatures = lines_for_the_log(base, edited, seed)
    workshop = assemble([*records, *signatures], title=base.title, sample=base.sample)
    order = {cls.sheet: at for at, cls in enumerate(RECORDS)}
    return Opened(
        workshop,
        tuple(
            sorted([*problems, *unknown], key=lambda one: (order[one.sheet], coordinate_to_tuple(one.cell)))
        ),
        changes + Changes(cells=cells),
        (*notes, *(note for sheet in read for note in sheet.notes)),
    )


def _restored(book: Book, name: str) -> tuple[Workshop, list[str]]:
    """What the app wrote into the file, and what has to be said where that is lost."""
    hidden = [str(cells[0].value) for cells in book.sheets.get(DATA, {}).values() if cells]
    schema = schema_of(hidden) or book.schema
    if schema is not None and schema > SCHEMA:
        raise BadWorkbook(
            f"{name} was saved by a newer version of this app: open it with that version, or update."
        )
    restored = unpacked(hidden)
    if restored is not None:
        return restored, []
    ours = sum(cls.sheet in book.sheets for cls in RECORDS)
    if not ours or (schema is None and ours * 2 < len(RECORDS)):
        raise BadWorkbook(
            f"{name} is not the workbook of a workshop: it lacks sheets such as “{RECORDS[0].sheet}” and "
            f"“{RECORDS[1].sheet}”. Choose a file that this app saved."
        )
    lost = "is damaged" if hidden else "is missing"
    note = f"The hidden sheet {DATA} {lost}, so every row counts as new: only what the visible sheets say was taken."
    return Workshop(title=book.title, sample=book.sample), [note]


def _sheet(reader: Reader, cls: type[Record], book: Book) -> Sheet:
    titles = {title.casefold(): title for title in book.sheets}
    title = titles.get(cls.sheet.casefold())
    if title is not None:
        grid = book.sheets[title]
        if covered(cls, reader.base) and of_table(cls, grid) is None:
            return reader.kept(cls, *typed_over(cls, grid))
        return reader.form(cls, grid) if cls.single else reader.table(cls, grid)
    ours = {one.sheet.casefold() for one in RECORDS}
    renamed = [
        other for other in book.sheets if other.casefold() not in ours and matches(cls, book.sheets[other])
    ]
    remedy = f"rename “{renamed[0]}” back to “{cls.sheet}”" if renamed else "bring it back from an older copy"
    return reader.kept(cls, Problem(cls.sheet, "A1", f"the sheet “{cls.sheet}” is missing: {remedy}"))


def _find(base: Workshop, drafts: list[Draft]) -> tuple[int, list[Problem]]:
    """Put the ids of the rows that are meant in place of names; how many cells were changed in all, and what is unknown."""
    interim = assemble([_record(draft) for draft in drafts])
    known: dict[str, dict[str, str]] = {}
    problems = []
    for draft in drafts:
        for field, (name, place) in draft.names.items():
            kind = face_of(draft.cls, field).refers
            if kind not in known:
                known[kind] = _names(base, interim, kind)
            found = known[kind].get(name.words) or known[kind].get(_folded(name.words))
            if found is None:
                problems.append(Problem(draft.cls.sheet, place, _unknown(name, kind)))
                continue
            draft.values[field] = found
            draft.cells += draft.before is not None and found != getattr(draft.before, field)
    return sum(draft.cells for draft in drafts), problems


def _names(base: Workshop, interim: Workshop, kind: str) -> dict[str, str]:
    """Name -> id: as the rows are called now, or were called before somebody renamed them in the file."""
    known: dict[str, str] = {}
    for spelt in (plain, _folded):
        for workshop in (interim, base):
            for id, name in workshop.labels(kind).items():
                if (kind, id) in interim.items:
                    known.setdefault(spelt(name), id)
    return known


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _unknown(name: Name, kind: str) -> str:
    short = name.words if len(name.words) <= 40 else name.words[:39] + "…"
    sheet = BY_KIND[kind].sheet
    return f"“{short}” is not on the sheet “{sheet}”: pick a name from the list, or add a row there first"


def _record(draft: Draft) -> Record:
    if draft.before is not None and all(
        getattr(draft.before, name) == value for name, value in draft.values.items()
    ):
        return draft.before
    if draft.before is not None:
        return draft.before.with_values(draft.values)
    return draft.cls(id=draft.id, **draft.values)
