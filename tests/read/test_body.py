import gzip
import zlib

import pytest

from onrecord.errors import InputError
from onrecord.read.body import read_body

WORDS = b"The court in Marn ruled on Monday. " * 500


def bare(content):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [
        (WORDS, None),
        (WORDS, "identity"),
        (gzip.compress(WORDS), "gzip"),
        (gzip.compress(WORDS), "X-GZIP"),
        (zlib.compress(WORDS), "deflate"),
        (bare(WORDS), "deflate"),
        (gzip.compress(zlib.compress(WORDS)), "deflate, gzip"),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_a_body_is_unpacked(packed, encoding, size):
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert read_body(chunks, encoding, limit=len(WORDS)) == WORDS


@pytest.mark.parametrize("encoding", [None, "gzip", "deflate"])
def test_one_byte_over_the_limit_is_too_much(encoding):
    packed = {"gzip": gzip.compress, "deflate": zlib.compress}.get(encoding, bytes)
    with pytest.raises(InputError, match="larger than the limit"):
        read_body([packed(WORDS)], encoding, limit=len(WORDS) - 1)


def test_a_bomb_costs_no_more_than_the_limit():
    taken = []

    def chunks():
        bomb = gzip.compress(b"\0" * 100_000_000)
        for at in range(0, len(bomb), 100):
            taken.append(100)
            yield bomb[at : at + 100]

    with pytest.raises(InputError, match="larger than the limit"):
        read_body(chunks(), "gzip", limit=1_000_000)
    assert sum(taken) < 3_000


def test_an_endless_body_is_left_at_the_limit():
    def chunks():
        while True:
            yield b"x" * 1000

    with pytest.raises(InputError, match="larger than the limit"):
        read_body(chunks(), None, limit=10_000)


@pytest.mark.parametrize("encoding", ["br", "zstd", "compress", "gzip, gzip, gzip"])
def test_an_unknown_packing_is_told(encoding):
    with pytest.raises(InputError, match="is not read"):
        read_body([b"abc"], encoding, limit=100)


def test_what_is_not_packed_as_it_says_is_told():
    with pytest.raises(InputError, match="cannot be unpacked"):
        read_body([WORDS], "gzip", limit=10**6)


def test_what_breaks_off_is_told():
    with pytest.raises(InputError, match="breaks off"):
        read_body([gzip.compress(WORDS)[:-9]], "gzip", limit=10**6)


def test_an_empty_body_is_empty_whatever_it_says():
    assert read_body([], "gzip", limit=10) == b""
