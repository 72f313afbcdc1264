"""The interchange form: one JSON record a line (CASEFILE.md)."""

from collections.abc import Iterator

import msgspec

from onrecord.case.exports.content import Content, to_record


def to_jsonl(content: Content) -> Iterator[str]:
    """Give one line a record: articles first, then actors, then facts."""
    encoder = msgspec.json.Encoder()
    for _, record in content.flat():
        yield encoder.encode(to_record(record)).decode() + "\n"
