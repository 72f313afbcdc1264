import gzip
import io
import os
import struct
import zipfile
import zlib

import pytest
from docx_builder import document, pack, paragraph
from read_builders import CONFIG, STORY, page, read_all, refuse_one

from onrecord.model.article import Received, Rejected
from onrecord.read import archive as module
from onrecord.read import place as limits
from onrecord.read import read_paths

TEXT = b"The court ruled."


def kinds(items):
    return [type(item) for item in items]


def test_members_of_any_kind_are_read_in_sorted_order():
    content = pack(
        {
            "b.html": page(),
            "a/2.txt": TEXT,
            "c.jsonl": b'{"text": "One."}\n{"text": "Two."}\n',
            "a/1.docx": document(paragraph(STORY[0])),
        }
    )
    items = read_all(content)
    assert [item.source for item in items] == [
        "in!a/1.docx",
        "in!a/2.txt",
        "in!b.html",
        "in!c.jsonl#1",
        "in!c.jsonl#2",
    ]
    assert items[1].content == TEXT
    assert items[2].content == page()


def test_archives_in_archives_are_read():
    inner = pack({"c.txt": TEXT})
    for _ in range(3):
        inner = pack({"d.zip": inner})
    (item,) = read_all(inner)
    assert item.source == "in!d.zip!d.zip!d.zip!c.txt"


def test_archives_nested_too_deep_are_rejected():
    inner = pack({"c.txt": TEXT})
    for _ in range(limits.MAX_DEPTH):
        inner = pack({"d.zip": inner})
    assert "deep" in refuse_one(inner)


def test_hidden_members_are_passed_over():
    content = pack({".DS_Store": b"x", "__MACOSX/a.txt": TEXT, "b.txt": TEXT})
    assert [item.source for item in read_all(content)] == ["in!b.txt"]


def test_a_member_that_packs_too_well_is_given_up_and_the_rest_is_read():
    content = pack({"a.txt": b"a " * 5_000_000, "b.txt": TEXT})
    items = read_all(content)
    assert kinds(items) == [Rejected, Received]
    assert "times its size" in items[0].reason


def test_all_that_is_unpacked_counts(monkeypatch):
    config = CONFIG.__class__(max_page_bytes=1000)
    monkeypatch.setattr(
        limits.Budget.__init__, "__kwdefaults__", {"members": 9, "expanded": 1500}
    )
    lines = b'{"text": "One."}\n' * 80
    items = read_all(pack({"a.jsonl": lines, "b.jsonl": lines}), config=config)
    assert "bytes in all" in items[-1].reason


def test_names_are_only_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["../../up.txt", "/root.txt", "C:\\a.txt", "a\x1b[31mred.txt", "x" * 5000]
    items = read_all(pack(dict.fromkeys(names, TEXT)))
    assert kinds(items) == [Received] * 5
    assert all("\x1b" not in item.source for item in items)
    assert os.listdir(tmp_path) == []


def test_a_link_is_not_followed():
    info = zipfile.ZipInfo("a")
    info.create_system = 3
    info.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert "link" in refuse_one(out.getvalue())


def test_a_locked_member_is_told():
    content = bytearray(pack({"a.txt": TEXT}))
    at = content.index(b"PK\x01\x02")
    for flags in (6, at + 8):
        content[flags] |= 1
    assert "password" in refuse_one(bytes(content))


def test_a_damaged_member_is_rejected_alone():
    content = pack({"a.txt": os.urandom(4000), "b.txt": TEXT})
    damaged = content[:200] + bytes(100) + content[300:]
    items = read_all(damaged)
    assert isinstance(items[-1], Received)
    assert isinstance(items[0], Rejected)


@pytest.mark.parametrize("cut", [10, 100, -4, -30])
def test_a_cut_archive_is_told(cut):
    assert "ZIP" in refuse_one(pack({"a.txt": TEXT})[:cut])


def test_an_empty_archive_is_told():
    assert "no files" in refuse_one(pack({".hidden": TEXT}))
    assert "empty" in refuse_one(pack({}))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("xl/workbook.xml", "CSV"),
        ("ppt/presentation.xml", "presentation"),
        ("META-INF/container.xml", "e-book"),
        ("content.xml", "OpenDocument"),
    ],
)
def test_other_packed_documents_are_told(name, word):
    assert word in refuse_one(pack({name: b"<a/>"}))


def test_members_that_share_their_bytes_are_not_read():
    """Many names for the same packed bytes (a bomb without nesting)."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = kernel.compress(b"a" * 3_000_000) + kernel.flush()
    crc = zlib.crc32(b"a" * 3_000_000)
    local = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(data), 3_000_000, 1, 0
    )
    body = local + b"a" + data
    entry = (
        struct.pack(
            "<4s6H3I5H2I",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            0,
            crc,
            len(data),
            3_000_000,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
        )
        + b"a"
    )
    directory = entry * 20
    end = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, 20, 20, len(directory), len(body), 0
    )
    items = read_all(body + directory + end)
    assert kinds(items) == [Rejected] * 20
    assert "those of another member" in items[0].reason


def test_an_archive_from_a_pipe_is_read():
    class Pipe(io.RawIOBase):
        content = io.BytesIO(pack({"a.txt": TEXT}))

        def readable(self):
            return True

        def readinto(self, buffer):
            piece = self.content.read(min(50, len(buffer)))
            buffer[: len(piece)] = piece
            return len(piece)

    (item,) = read_paths("-", config=CONFIG, stdin=io.BufferedReader(Pipe()))
    assert item.source == "stdin!a.txt"


def test_gzip_is_unpacked():
    (item,) = read_all(gzip.compress(page()))
    assert (item.content, item.source) == (page(), "in")
    lines = gzip.compress(b'{"text": "One."}\n') + gzip.compress(b'{"text": "Two."}\n')
    assert [item.source for item in read_all(lines)] == ["in#1", "in#2"]


def test_a_gzip_bomb_is_given_up():
    (item,) = read_all(gzip.compress(b'{"text": "' + b"a" * 30_000_000))
    assert "times its size" in item.reason


@pytest.mark.parametrize(
    "content", [b"\x1f\x8b", gzip.compress(page())[:60], b"\x1f\x8b\x08" + bytes(50)]
)
def test_broken_gzip_is_told(content):
    assert refuse_one(content).endswith(".")


def test_the_limits_are_what_the_manual_says():
    assert (module.MAX_RATIO, limits.MAX_DEPTH) == (400, 6)
