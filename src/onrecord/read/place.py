"""Where an input stands while it is read: the one interface of all readers.

    read_whole(content: bytes, place: Place)    -> Iterator[Received | Rejected]
    read_stream(stream: BinaryIO, place: Place) -> Iterator[Received | Rejected]

A reader of the first form is given all bytes, at most `max_page_bytes` of them; one of
the second form is given a stream that stands at its first byte and reads it in flat
memory. Which kind has which reader stands in `inputs.py`. A reader never raises for
what it reads: a broken member is handed out as `Rejected`, and the rest goes on.

What holds other inputs (an archive, a mail) hands each of them to `place.read_inside`,
which finds its kind from its content and counts it against the limits. The limits hold
for one input as the caller named it, with everything inside it.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from onrecord.model.article import Received, Rejected
from onrecord.read.receive import Options, reject

Item = Received | Rejected
"""What a reader hands out."""

MAX_DEPTH = 6
"""How deep inputs may be nested: a PDF in a mail in an mbox in a ZIP is three."""
MAX_MEMBERS = 200_000
"""How many inputs one input may hold, at all depths."""
MAX_EXPANDED = 8_000_000_000
"""How many bytes may come out of the packed parts of one input, at all depths."""


class Budget:
    """What one input may still cost: members and unpacked bytes."""

    __slots__ = ("expanded", "members")

    def __init__(
        self, *, members: int = MAX_MEMBERS, expanded: int = MAX_EXPANDED
    ) -> None:
        self.members = members
        self.expanded = expanded


@dataclass(frozen=True, slots=True)
class Place:
    """Where an input stands.

    Attributes:
        source: How messages name it: a path, `path#3`, `archive.zip!folder/page.html`.
        options: What the caller said, and the settings.
        read_any: Reads a stream as whatever its content is.
        budget: Shared by everything inside one input.
        depth: 0 for what the caller named.
    """

    source: str
    options: Options
    read_any: "Reader"
    budget: Budget
    depth: int = 0

    def read_inside(
        self,
        member: bytes | BinaryIO,
        source: str,
        reader: "Reader | None" = None,
        options: Options | None = None,
    ) -> Iterator[Item]:
        """Read something that stands inside this input.

        Args:
            member: All of it, or a stream at its first byte.
            source: How messages name it.
            reader: Reads it; None finds out what kind it is.
            options: What is known of this member; None is what is known of the whole,
                without its address, which is that of no member.
        """
        if self.depth >= MAX_DEPTH:
            reason = (
                f"It is nested more than {MAX_DEPTH} deep; unpack it and read what is "
                "inside."
            )
            yield reject(source, reason)
            return
        self.budget.members -= 1
        if self.budget.members < 0:
            # Said once; what follows in the same input is passed over.
            if self.budget.members == -1:
                yield reject(source, _TOO_MANY)
            return
        stream = io.BytesIO(member) if isinstance(member, bytes) else member
        inner = replace(
            self,
            source=source,
            options=options or replace(self.options, address=None),
            depth=self.depth + 1,
        )
        yield from (reader or self.read_any)(stream, inner)


Reader = Callable[[BinaryIO, Place], Iterator[Item]]
"""What reads a stream."""

_TOO_MANY = (
    f"The input holds more than {MAX_MEMBERS:,} members, and nothing from here on was "
    "read; split it and read the pieces."
)
