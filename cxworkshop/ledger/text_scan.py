"""What a text's bytes say before anything in it is read: its encoding, its line ends, its quotation marks."""

import codecs

import numpy as np

_FEED, _RETURN = 10, 13


class Scan:
    """A text looked at piece by piece, in as few passes over its bytes as will do."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._valid = True
        self._first = True
        self._last = -1
        self._feeds = self._returns = self._pairs = 0
        self.quoted = False
        """Whether a quotation mark stands anywhere below the first line."""

    @property
    def utf8(self) -> bool:
        """Whether all of it is whole UTF-8."""
        return self._valid and not self._decoder.getstate()[0]

    @property
    def one_line_end(self) -> bool:
        """Whether every line ends alike: with a feed, a return, or both."""
        return not self._returns or not self._feeds or self._feeds == self._returns == self._pairs

    def take(self, chunk: bytearray) -> None:
        """Look at the next piece."""
        if self._valid and (self._decoder.getstate()[0] or not chunk.isascii()):
            try:
                self._decoder.decode(chunk)
            except UnicodeDecodeError:
                self._valid = False
        below = chunk.find(b"\n") + 1 if self._first else 0
        self.quoted = self.quoted or chunk.find(b'"', below) >= 0
        self._first = False
        self._count_ends(chunk)
        self._last = chunk[-1]

    def _count_ends(self, chunk: bytearray) -> None:
        if b"\r" not in chunk and self._last != _RETURN:
            # Where there is no return, how many feeds there are does not matter.
            self._feeds += b"\n" in chunk
            return
        signs = np.frombuffer(chunk, np.uint8)
        feeds, returns = signs == _FEED, signs == _RETURN
        self._feeds += int(np.count_nonzero(feeds))
        self._returns += int(np.count_nonzero(returns))
        self._pairs += int(np.count_nonzero(returns[:-1] & feeds[1:]))
        self._pairs += bool(self._last == _RETURN and feeds[0])
