import gzip
import io
import tracemalloc
import zlib

import pytest
from archived import DATE, URL, answer, pack, record, response
from hypothesis import given, settings
from hypothesis import strategies as st
from read_builders import CONFIG, STORY, page

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read.inputs import read_any
from onrecord.read.place import Budget, Place
from onrecord.read.receive import Options
from onrecord.read.warc import read_warc

TEXT = "\n\n".join(STORY)
INFO = record("warcinfo", b"software: a crawler\r\n", url=None)


def read(content, config=CONFIG, pages=None):
    stream = io.BytesIO(content) if isinstance(content, bytes) else content
    place = Place("a.warc", Options(config), read_any, Budget())
    return list(read_warc(stream, place, pages=pages))


def read_page(content, **more):
    (item,) = read(INFO + response(content, **more))
    assert isinstance(item, Received), item
    return item


@pytest.mark.parametrize("joined", [b"".join, lambda records: pack(*records)])
def test_a_page_has_the_address_and_the_time_of_its_capture(joined):
    item, other = read(
        joined([INFO, response(page()), response(page(before="<p>More.</p>"))])
    )
    assert item.article.text == TEXT
    assert item.article.url == URL
    assert item.article.retrieved == DATE
    assert item.article.published is None
    assert item.content == page()
    assert (item.source, other.source) == ("a.warc#2", "a.warc#3")


def test_the_day_is_that_of_the_page_where_it_tells_one():
    head = '<meta property="article:published_time" content="2031-02-20">'
    assert read_page(page(head)).article.published == "2031-02-20"


@pytest.mark.parametrize(
    "other",
    [
        record("request", answer(page())),
        record("metadata", page()),
        record("resource", page()),
        record("revisit", answer(b"")),
        record("response", b"198.51.100.7", url="dns:paper.example"),
        record("response", answer(page()), url="file:///etc/passwd"),
        response(page(), status="404 Not Found"),
        response(page(), status="301 Moved", Location="/new"),
        response(b"\x89PNG\r\n", kind="image/png"),
        response(b"let a = 1;", kind="text/javascript"),
        response(b'{"text": "Not a page."}', kind="text/plain"),
        response(b"User-agent: *", url=URL + "/robots.txt", kind="text/plain"),
        record("response", b""),
        record("response", b"no http"),
    ],
)
def test_what_is_no_page_is_passed_over(other):
    (item,) = read(INFO + other + response(page()))
    assert item.article.text == TEXT
    assert item.source == "a.warc#3"


def chunked(content, size=100):
    pieces = [content[at : at + size] for at in range(0, len(content), size)]
    told = [f"{len(piece):x};x=y\r\n".encode() + piece + b"\r\n" for piece in pieces]
    return b"".join(told) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("content", "head"),
    [
        (gzip.compress(page()), {"Content_Encoding": "gzip"}),
        (zlib.compress(page()), {"Content_Encoding": "deflate"}),
        (chunked(page()), {"Transfer_Encoding": "chunked"}),
        (
            chunked(gzip.compress(page()), 7),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
        ),
        # As crawlers leave it that unpack a page and keep its head.
        (page(), {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"}),
        (page(), {"Content_Encoding": "br"}),
    ],
)
def test_a_page_is_unpacked_as_a_browser_does(content, head):
    assert read_page(content, **head).content == page()


def test_plain_text_is_read_too():
    item = read_page(TEXT.encode(), kind="text/plain")
    assert (item.article.text, item.article.url) == (TEXT, URL)


def test_an_unknown_packing_is_told_and_the_rest_is_read():
    content = INFO + response(b"\x8b\x03abc", Content_Encoding="br") + response(page())
    problem, item = read(content)
    assert "'br', which is not read" in problem.reason
    assert problem.source == "a.warc#2"
    assert isinstance(item, Received)


def test_a_page_over_the_limit_is_told_and_not_held():
    big = page(before="<p>" + "words and more " * 100_000 + "</p>")
    small = Config(max_page_bytes=100_000)
    problem, item = read(INFO + response(big) + response(page()), config=small)
    assert "over the limit of 100,000 bytes" in problem.reason
    assert isinstance(item, Received)


def test_a_bomb_inside_a_record_is_told():
    bomb = gzip.compress(b"\0" * 50_000_000)
    problem, item = read(response(bomb, Content_Encoding="gzip") + response(page()))
    assert "larger than the limit" in problem.reason
    assert isinstance(item, Received)


def test_a_bomb_around_a_record_is_given_up():
    bomb = gzip.compress(record("metadata", b"\0" * 60_000_000))
    (problem,) = read(bomb)
    assert "times its size" in problem.reason


def test_an_archive_costs_no_more_than_a_page():
    """A stream of many megabytes, made as it is read."""

    class Endless(io.RawIOBase):
        left = [
            record("metadata", b"x" * 1_000_000),
            response(b"\xff" * 2_000_000, kind="video/mp4"),
            response(page()),
        ] * 40

        def readable(self):
            return True

        def readinto(self, buffer):
            if not self.left:
                return 0
            piece, rest = self.left[0][: len(buffer)], self.left[0][len(buffer) :]
            self.left = [rest, *self.left[1:]] if rest else self.left[1:]
            buffer[: len(piece)] = piece
            return len(piece)

    read(response(page()))  # what is imported once does not count
    place = Place("a", Options(CONFIG), read_any, Budget())
    tracemalloc.start()
    count = sum(1 for _ in read_warc(io.BufferedReader(Endless()), place))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 12_000_000


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        (response(page())[:-60], "breaks off"),
        (b"GARBAGE\r\n" * 5, "no record begins here"),
        (record("response", b"", length="many"), "does not tell its length"),
        (record("response", b"", length="-5"), "does not tell its length"),
        (record("response", b"", length="9" * 5000), "does not tell its length"),
        (record("response", b"", length=10**14), "breaks off"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 50_000, "too long"),
        (b"WARC/1.0\r\n" + b"X" * 100_000, "too long or breaks off"),
        (b"WARC/1.0\r\nX: y", "breaks off"),
        (b"\r\n" * 1000 + b"WARC/9999", "no record"),
    ],
)
def test_where_an_archive_is_broken_is_told_and_what_stands_before_is_read(broken, why):
    item, problem = read(response(page()) + broken)
    assert isinstance(item, Received)
    assert why in problem.reason
    assert problem.source == "a.warc#2"


def test_a_packed_archive_that_breaks_off_is_told():
    packed = pack(response(page()), response(page(before="<p>Other.</p>")))
    item, problem = read(packed[:-30])
    assert isinstance(item, Received)
    assert "record 2" in problem.reason


def test_a_packed_archive_with_damage_is_told():
    packed = bytearray(pack(response(page()), response(page(before="<p>Other.</p>"))))
    at = len(pack(response(page()))) + 40
    packed[at : at + 20] = b"\xff" * 20
    items = read(bytes(packed))
    assert isinstance(items[0], Received)
    assert isinstance(items[-1], Rejected)


def test_an_answer_with_a_broken_head_costs_this_record_only():
    long = record("response", b"HTTP/1.1 200 OK\r\n" + b"X" * 400_000)
    cut = record("response", b"HTTP/1.1 200 OK\r\nContent-Ty")
    problem, other, item = read(long + cut + response(page()))
    assert "head" in problem.reason
    assert "head" in other.reason
    assert isinstance(item, Received)


def test_an_archive_without_records_is_told():
    (problem,) = read(b"")
    assert "no records" in problem.reason


def test_with_a_list_of_pages_nothing_else_is_read():
    frame = response(page(), url="https://ads.example/frame")
    story = response(page(), url="https://paper.example/story")
    moved = response(
        b"", url="https://paper.example/old", status="302 Found", Location="/new"
    )
    new = response(page(before="<p>New.</p>"), url="https://paper.example/new")
    pages = {"https://paper.example/story", "https://paper.example/old"}
    items = read(frame + moved + story + new, pages=pages)
    assert [item.article.url for item in items] == [
        "https://paper.example/story",
        "https://paper.example/new",
    ]


def test_names_in_a_head_are_read_in_any_case_and_folded():
    head = b"WARC/1.0\r\nwarc-type: response\r\nWARC-TARGET-URI: <https://paper.example/a>\r\n"
    body = answer(page())
    head += b"WARC-Date:\r\n 2031-03-02T12:00:00Z\r\n"
    head += f"content-length: {len(body)}\r\n\r\n".encode()
    (item,) = read(head + body + b"\r\n\r\n")
    assert item.article.url == "https://paper.example/a"
    assert item.article.retrieved == DATE


SOUND = INFO + response(page()) + response(chunked(page()), Transfer_Encoding="chunked")


@given(
    st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=9))),
    st.integers(0, len(SOUND)),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_no_archive_is_too_odd(changes, end, packed):
    content = bytearray(SOUND)
    for at, piece in changes:
        content[at : at + len(piece)] = piece
    odd = bytes(content[:end])
    items = read(pack(odd) if packed else odd)
    assert all(isinstance(item, Received | Rejected) for item in items)


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_bytes_are_too_odd(content):
    for odd in (content, b"WARC/1.0\r\n" + content, gzip.compress(content)[:-4]):
        assert all(isinstance(item, Rejected) for item in read(odd))


def test_twice_the_archive_is_twice_the_work(monkeypatch):
    """Counted in lines and pieces read, on heads that are as odd as they are long."""
    counts = []

    class Counting(io.BytesIO):
        def readinto(self, buffer):
            counts[-1] += 1
            return super().readinto(buffer)

        def read(self, size=-1):
            counts[-1] += 1
            return super().read(size)

    one = record("metadata", b"", X="y" * 60_000) + response(b"a" * 10_000, kind="x/y")
    for times in (20, 40, 80):
        counts.append(0)
        read(Counting(one * times))
    assert counts[2] / counts[1] < 2.3
    assert counts[1] / counts[0] < 2.3
