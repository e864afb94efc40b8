"""How far a ledger's opening is, told as a share and in words."""

from collections.abc import Callable

Progress = Callable[[float, str], None]


class Stages:
    """The stages of one piece of work, told to whoever waits; the share never goes back, and nobody need listen."""

    def __init__(self, tell: Progress | None = None) -> None:
        self._tell = tell
        self._share = 0.0

    @property
    def heard(self) -> bool:
        """Whether anybody listens."""
        return self._tell is not None

    def say(self, share: float, words: str) -> None:
        """Tell that a share (0..1) of the whole is done, and what is being done now."""
        if self._tell is not None:
            self._share = max(self._share, min(share, 1.0))
            self._tell(self._share, words)


def size_in_words(size: int) -> str:
    """A number of bytes as people say it, such as 378 MB."""
    for unit, bytes_each in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= bytes_each:
            shown = size / bytes_each
            return f"{shown:.1f} {unit}" if shown < 10 and unit == "GB" else f"{shown:.0f} {unit}"
    return f"{size} bytes"
