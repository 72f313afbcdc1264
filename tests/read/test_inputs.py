import hashlib
import io
import os
import tracemalloc

import pytest
from docx_builder import pack
from hypothesis import given, settings
from hypothesis import strategies as st
from read_builders import CONFIG, page, read_all
from samples_of_all_kinds import SAMPLES

from onrecord.errors import InputError
from onrecord.model.article import Received, Rejected
from onrecord.read import read_bytes, read_paths


def read(*paths, **options):
    return list(read_paths(paths, config=CONFIG, **options))


def write(folder, name, content=b"The court ruled."):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_folder_is_read_in_sorted_order_at_any_depth(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/10.txt", "c.txt"):
        write(tmp_path, name)
    names = [os.path.relpath(item.source, tmp_path) for item in read(tmp_path)]
    assert names == ["a/10.txt", "a/2.txt", "b.txt", "c.txt"]


def test_hidden_files_are_passed_over_unless_named(tmp_path):
    hidden = write(tmp_path, ".hidden.txt")
    write(tmp_path, ".git/config")
    write(tmp_path, "a.txt")
    assert len(read(tmp_path)) == 1
    assert len(read(hidden)) == 1


def test_links_in_a_circle_end(tmp_path):
    write(tmp_path, "a/1.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a")
    assert len(read(tmp_path)) == 1


def test_a_broken_link_is_told(tmp_path):
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (item,) = read(tmp_path)
    assert isinstance(item, Rejected)
    assert "No such file" in item.reason


def test_an_empty_folder_is_told(tmp_path):
    (item,) = read(tmp_path)
    assert "no files" in item.reason


def test_pipes_inside_a_folder_do_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    write(tmp_path, "a.txt")
    assert len(read(tmp_path)) == 1


def test_a_path_that_does_not_exist_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match=r"no file or folder.*nowhere"):
        read_paths([write(tmp_path, "a.txt"), tmp_path / "nowhere"], config=CONFIG)


def test_a_day_that_is_none_is_told_at_the_call(tmp_path):
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        read_bytes(b"x", source="in", config=CONFIG, published="soon")


def test_one_path_may_be_given_alone(tmp_path):
    (item,) = read_paths(write(tmp_path, "a.txt"), config=CONFIG)
    assert isinstance(item, Received)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a"])
def test_the_name_says_nothing_about_the_kind(tmp_path, name):
    (item,) = read(write(tmp_path, name, page()))
    assert item.media_type == "text/html"


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    write(tmp_path, "1.pdf", b"%PDF-1.7")
    write(tmp_path, "2.txt", b"")
    write(tmp_path, "3.txt")
    items = read(tmp_path)
    assert [type(item) for item in items] == [Rejected, Rejected, Received]
    assert items[0].sha256 is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    write(tmp_path, "a.txt").chmod(0)
    (item,) = read(tmp_path)
    assert "permissions" in item.reason


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as file:
        file.write(b"The court ruled.")
    (item,) = read(tmp_path)
    assert item.source.endswith("caf\\xe9.txt")


def test_stdin_is_read_as_any_kind():
    (item,) = read("-", stdin=io.BytesIO(page()))
    assert (item.source, item.media_type) == ("stdin", "text/html")
    items = read("-", stdin=io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n'))
    assert [item.source for item in items] == ["stdin#1", "stdin#2"]


def test_a_pipe_that_gives_little_at_a_time_is_read_whole():
    class Slow(io.BytesIO):
        def read(self, size=-1):
            return super().read(min(size, 3) if size > 0 else 3)

    (item,) = read("-", stdin=Slow(page()))
    assert isinstance(item, Received)


def test_a_large_jsonl_is_read_in_flat_memory(tmp_path):
    line = b'{"text": "The court ruled.", "title": "' + b"x" * 20_000 + b'"}\n'
    path = write(tmp_path, "large.jsonl", line * 3000)
    tracemalloc.start()
    count = sum(isinstance(item, Received) for item in read_paths(path, config=CONFIG))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3000
    assert peak < 10_000_000


def test_reading_twice_gives_the_same():
    first = list(read_bytes(page(), source="in", config=CONFIG))
    assert list(read_bytes(page(), source="in", config=CONFIG)) == first


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_read(name):
    items = read_all(SAMPLES[name])
    assert items
    for item in items:
        assert isinstance(item, Received), item
        assert item.article.sha256 == hashlib.sha256(item.content).hexdigest()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_read_from_a_folder_an_archive_and_a_pipe(tmp_path, name):
    def texts(items):
        return [item.article.text for item in items]

    content = SAMPLES[name]
    whole = texts(read_all(content))
    write(tmp_path, "a", content)
    assert texts(read(tmp_path)) == whole
    assert texts(read_all(pack({"a/b": content}))) == whole
    assert texts(read("-", stdin=io.BytesIO(content))) == whole


@pytest.mark.parametrize("name", SAMPLES)
def test_beside_damaged_inputs_the_good_ones_are_read(tmp_path, name):
    content = SAMPLES[name]
    write(tmp_path, "1", content[: len(content) // 2])
    write(tmp_path, "2")
    assert isinstance(read(tmp_path)[-1], Received)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "put", "double"]),
        st.floats(0, 1),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=5,
)


@given(st.sampled_from(sorted(SAMPLES)), EDITS)
@settings(max_examples=150, deadline=None)
def test_no_damage_raises(name, edits):
    content = SAMPLES[name]
    for edit, share, piece in edits:
        at = int(share * len(content))
        middle = {"cut": b"", "put": piece, "double": content[at : at + 50] * 2}[edit]
        behind = at + len(piece) if edit == "cut" else at
        content = content[:at] + middle + content[behind:]
    for item in read_all(content):
        if isinstance(item, Received):
            item.article.text.encode()
        else:
            assert item.reason.strip()
            assert item.source.startswith("in")
