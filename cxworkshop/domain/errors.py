"""What can go wrong in ways that a person can act on: one class per remedy, each message naming the place."""


class WorkshopError(Exception):
    """The base of every error that the screen or the command line shows in words."""


class BadValue(WorkshopError):
    """A value is of the wrong type, out of bounds or cannot be stored."""


class NotFound(WorkshopError):
    """A workshop, record or file that a command names is not there."""


class Conflict(WorkshopError):
    """Someone else changed the same words since they were last seen; both versions are kept for choosing."""

    def __init__(self, message: str, *, mine: object = None, theirs: object = None) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs


class CannotUndo(WorkshopError):
    """Undoing would erase someone's later edit, or there is nothing left to undo."""


class BadFile(WorkshopError):
    """A file cannot be read as what it claims to be; carries one problem a line where there are several."""

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


class BadLedger(BadFile):
    """A ledger's columns or cells cannot be used; names file, row and column."""


class BadWorkbook(BadFile):
    """A workbook cannot be opened as a workshop; names sheet and cell."""
