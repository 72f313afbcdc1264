import hashlib

from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.lines import split_lines


def cut(*chunks, limit=1000):
    return [(line.number, line.content) for line in split_lines(chunks, limit=limit)]


@given(st.binary(max_size=200), st.integers(1, 50))
def test_how_the_stream_is_cut_does_not_matter(content, size):
    chunks = [content[at : at + size] for at in range(0, len(content), size)]
    assert list(split_lines(chunks, limit=20)) == list(split_lines([content], limit=20))


def test_line_ends_are_dropped_and_lines_counted():
    assert cut(b"a\r\n\nb\n", b"c") == [(1, b"a"), (2, b""), (3, b"b"), (4, b"c")]


def test_a_line_over_the_limit_is_counted_and_hashed_but_not_kept():
    long, short = list(split_lines([b"x" * 8, b"x" * 8, b"\nok"], limit=10))
    assert long.content is None
    assert long.size == 16
    assert long.sha256 == hashlib.sha256(b"x" * 16).hexdigest()
    assert short.content == b"ok"
