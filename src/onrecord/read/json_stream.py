"""The entries of long arrays in JSON, taken from a stream one by one in flat memory.

A broken entry is handed out with its reason, and reading goes on behind it.
"""

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 262_144
# What is done with is dropped after this many characters; an error counts them all.
DONE = 16_384
MAX_BEFORE = 4096
"""Characters kept of what stands before a match."""
# A match of `find` that begins in one chunk and ends in the next is no longer.
OVERLAP = 64

CUT_OFF = "It ends inside an entry; it is cut off: export it again for the rest."
_SPACE = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: how it is written, and its value, or why it has none."""

    written: str
    value: object
    problem: str | None = None


class JsonStream:
    """A JSON text of which only the part in use is kept.

    Args:
        stream: In UTF-8; what is none becomes U+FFFD.
        limit: Most characters of one entry.
    """

    def __init__(self, stream: BinaryIO, *, limit: int) -> None:
        self._stream = stream
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._decoder = json.JSONDecoder()
        self._limit = limit
        self._text = ""

    def find(self, pattern: re.Pattern[str]) -> str | None:
        """Move behind the next match; return what stands before it, None at the end."""
        before = ""
        while (match := pattern.search(self._text)) is None:
            # The match may begin in what is here and end in what comes.
            kept = self._text[-OVERLAP:]
            before = (before + self._text[: len(self._text) - len(kept)])[-MAX_BEFORE:]
            self._text = kept
            if not self._take(CHUNK):
                return None
        before += self._text[: match.start()]
        self._text = self._text[match.end() :]
        return before[-MAX_BEFORE:]

    def entries(self, following: re.Pattern[str]) -> Iterator[Entry]:
        """Yield the entries of the array whose first bracket was just passed.

        Args:
            following: Matches up to the start of the next entry, behind a broken one.
        """
        at = 0
        while True:
            if at >= DONE:
                self._text, at = self._text[at:], 0
            at = self._skip(at)
            if at >= len(self._text):
                if self._take(CHUNK):
                    continue
                yield Entry("", None, CUT_OFF)
                return
            if self._text[at] == "]":
                self._text = self._text[at + 1 :]
                return
            try:
                value, end = self._decoder.raw_decode(self._text, at)
            except (ValueError, RecursionError) as err:
                if self._may_go_on(err, at):
                    continue
                match = following.search(self._text, at)
                end = match.end() if match else min(at + self._limit, len(self._text))
                yield Entry(self._text[at:end], None, _explain(err))
                at = end
                if match is None:
                    # The next entry is not here yet.
                    self._text, at = self._text[at:], 0
                    if self.find(following) is None:
                        return
            else:
                yield Entry(self._text[at:end], value)
                at = end

    def _may_go_on(self, err: Exception, at: int) -> bool:
        """Take more of the stream where that may end the entry at `at`."""
        size = len(self._text) - at
        if not isinstance(err, json.JSONDecodeError) or size >= self._limit:
            return False
        is_open = err.msg.startswith("Unterminated string")
        if not is_open and err.pos < len(self._text) - OVERLAP:
            return False
        # As much again each time, so that a long entry costs only its length.
        return self._take(max(CHUNK, size))

    def _skip(self, at: int) -> int:
        """The next place that is neither white space nor a comma."""
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def _take(self, size: int) -> bool:
        """Take more of the stream; False at its end."""
        chunk = self._stream.read(size)
        self._text += self._utf8.decode(chunk, final=not chunk)
        return bool(chunk)


def _explain(err: Exception) -> str:
    """Why an entry did not parse."""
    if isinstance(err, RecursionError):
        return "This entry is nested too deeply to be an article."
    return f"This entry is no JSON, or is cut off ({err}); repair it."
