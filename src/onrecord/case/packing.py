"""How the lists of a view are packed: so that few records can be read out of many.

A list is three parts. Its *records* stand in blocks of a few, each compressed by
itself. Its *fields* are those that filters ask for, of all records. Its *words* are
what each record stands on and says, folded for comparing, in one string.
"""

import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import msgspec

from onrecord.case.filters import words_of
from onrecord.case.lookup import fold
from onrecord.model.records import ACTOR_FIELDS, RECORD_TYPES, AnyFact

BLOCK = 8
"""Records of a block: to read one of them, so many are unpacked."""

FAST = 1
"""zlib level."""

FIELDS, WORDS = "fields", "words"
"""The parts of a list beside its records, as their names end."""

_ASKED = frozenset(
    {
        *(name for names in ACTOR_FIELDS.values() for name in names),
        *("actors", "responses", "asserted_by", "denied_by"),
        *("act", "channel", "contested", "event_type", "kind", "status"),
        *("factuality", "mode", "voice"),
        *("said_on", "when", "from_", "to", "known_from"),
    }
)
"""Fields that a filter can ask for, besides words."""


class Words(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """The folded words of all records in one string, a line feed after each piece.

    `ends` holds where those of each record end.
    """

    text: str
    ends: list[int]

    def find(self, wanted: str) -> Iterator[int]:
        """Yield the places of the records that hold folded words, in order."""
        at = self.text.find(wanted)
        while 0 <= at < len(self.text):
            place = bisect_right(self.ends, at)
            yield place
            at = self.text.find(wanted, self.ends[place])


class Records:
    """The packed records of a list; each is unpacked when asked for."""

    def __init__(self, packed: bytes, kind: Any) -> None:
        """Hold what `pack_list` made of records of a type."""
        self._blocks = msgspec.msgpack.decode(packed, type=list[bytes])
        self._cut = msgspec.msgpack.Decoder(list[msgspec.Raw]).decode
        self._read = msgspec.msgpack.Decoder(kind).decode
        self._read_block = msgspec.msgpack.Decoder(list[kind]).decode

    def at(self, places: Sequence[int]) -> Iterator[Any]:
        """Yield the records at places that are in order."""
        last, block = -1, list[msgspec.Raw]()
        for place in places:
            number, inside = divmod(place, BLOCK)
            if number != last:
                last, block = number, self._cut(self._unzip(number))
            yield self._read(block[inside])

    def all(self) -> Iterator[Any]:
        """Yield every record."""
        for number in range(len(self._blocks)):
            yield from self._read_block(self._unzip(number))

    def _unzip(self, number: int) -> bytes:
        """Return a block as it was before it was compressed."""
        return zlib.decompress(self._blocks[number])


def pack_list(type_: str, name: str, records: Sequence[AnyFact]) -> dict[str, bytes]:
    """Return the three parts of a list by their names.

    Args:
        type_: The record type.
        name: The view's name for the list.
        records: The records.
    """
    encode = msgspec.msgpack.encode
    blocks = [
        zlib.compress(encode(records[at : at + BLOCK]), FAST)
        for at in range(0, len(records), BLOCK)
    ]
    light = msgspec.msgpack.Decoder(light_type(type_)).decode
    pieces = ["".join(f"{fold(one)}\n" for one in words_of(r)) for r in records]
    words = Words("".join(pieces), list(accumulate(map(len, pieces))))
    return {
        name: encode(blocks),
        f"{name} {FIELDS}": encode([light(encode(record)) for record in records]),
        f"{name} {WORDS}": encode(words),
    }


@cache
def light_type(type_: str) -> type[msgspec.Struct]:
    """Return the record type with only the fields that filters ask for."""
    kind = RECORD_TYPES[type_]
    found = [one for one in msgspec.structs.fields(kind) if one.name in _ASKED]
    fields: list[Any] = []
    for one in found:
        if one.required:
            fields.append((one.name, one.type))
        elif one.default_factory is not msgspec.NODEFAULT:
            default = msgspec.field(default_factory=one.default_factory)
            fields.append((one.name, one.type, default))
        else:
            fields.append((one.name, one.type, one.default))
    return msgspec.defstruct(
        f"Light{kind.__name__}",
        fields,
        kw_only=True,
        gc=False,
        omit_defaults=True,
        rename={one.name: one.encode_name for one in found},
    )
