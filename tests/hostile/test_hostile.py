"""Every hostile input gets its sentence, none raises, and the good beside it is read.

The inputs are those of `hostile_inputs.py`; here their sizes are a tenth, so that the
tests take seconds. `python tests/hostile/hostile_inputs.py FOLDER` writes them all at
full size for `onrecord read FOLDER`.
"""

import os
import re
import socket
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import hostile_inputs
from hostile_inputs import MAKERS, PARAGRAPHS, STORY, TEXT, page

from onrecord.config import Config
from onrecord.model.article import Received, Rejected
from onrecord.read import read_bytes, read_paths
from onrecord.text.safe import printable

CONFIG = Config()
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# Made at full size only by hand: gigabytes pass through them.
FULL_SIZE = {"50_megabytes.html", "9_megabytes.html", "large.docx"}
NAMES = sorted(set(MAKERS) - FULL_SIZE)

GOOD = {
    "nested_tables.html",
    "nested_lists.html",
    "unclosed.html",
    "ld_deep.html",
    "asks_to_run.html",
    "sql.html",
    "escapes.html",
    "utf16.txt",
    "right_to_left.txt",
    "lone_surrogate.jsonl",
    "nul.jsonl",
    "deep.jsonl",
    "huge_number.jsonl",
    "torn.jsonl",
    "bomb.zip",
    "paths.zip",
    "links.zip",
    "many.zip",
}
"""Inputs that hold a good article too, or are one in spite of everything."""

REFUSED = {
    "many_attributes.html": "attributes",
    "long_title.html": "characters",
    "bad_utf8.txt": "encoding",
    "utf16_without_mark.txt": "UTF-16",
    "half_utf16.txt": "encoding",
    "nul.txt": "NUL",
    "deep.json": "nested too deeply",
    "bomb.docx": "cannot be read",
    "deep.docx": "cannot be read",
    "overlap.zip": "another member",
    "nested.zip": "nested more than",
    "torn.zip": "cannot be opened",
    "locked.zip": "password",
    "bomb.txt.gz": "limit",
    "empty.txt": "empty",
    "bad.pdf": "PDF",
    "negative.warc": "length",
    "deep.eml": "parts",
}
"""A word that the reason must have."""


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(hostile_inputs, "DEEP", 20_000)
    monkeypatch.setattr(hostile_inputs, "MEGABYTES", 400_000)


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_input_is_read_or_gets_its_sentence(name):
    items = list(read_bytes(MAKERS[name](), source=name, config=CONFIG))
    articles = [item.article for item in items if isinstance(item, Received)]
    reasons = [item.reason for item in items if isinstance(item, Rejected)]
    assert items
    assert all(reason.strip() and not CONTROLS.search(reason) for reason in reasons)
    for article in articles:
        assert "\x00" not in article.text
        article.text.encode("utf-8")
    if name in GOOD:
        assert any(STORY[0] in article.text for article in articles), reasons
    if name in REFUSED:
        assert any(REFUSED[name] in reason for reason in reasons), reasons


def test_good_files_beside_hostile_ones_are_read(tmp_path):
    for name in ("bomb.zip", "bomb.xml", "nul.txt", "deep.json", "bad.pdf"):
        (tmp_path / name).write_bytes(MAKERS[name]())
    (tmp_path / "a.html").write_bytes(page(PARAGRAPHS))
    (tmp_path / "z.txt").write_text(TEXT, encoding="utf-8")
    os.symlink(tmp_path, tmp_path / "loop")
    os.symlink(tmp_path / "gone", tmp_path / "broken")
    items = list(read_paths(tmp_path, config=CONFIG))
    read = [Path(item.source).name for item in items if isinstance(item, Received)]
    assert read == ["a.html", "bomb.zip!good.txt", "z.txt"]


def test_nothing_outside_the_input_is_read_or_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("paths.zip", "links.zip", "external_entity.xml"):
        for item in read_bytes(MAKERS[name](), source=name, config=CONFIG):
            text = item.article.text if isinstance(item, Received) else item.reason
            assert "root:" not in text
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path.parent / "evil.txt").exists()


def test_an_entity_bomb_does_not_unfold():
    for name in ("bomb.xml", "bomb.docx"):
        for item in read_bytes(MAKERS[name](), source=name, config=CONFIG):
            assert not (isinstance(item, Received) and "lollol" in item.article.text)


@pytest.mark.parametrize("name", ["escapes.html", "escapes.txt"])
def test_terminal_escapes_are_stored_and_never_printed_raw(name):
    (item,) = read_bytes(MAKERS[name](), source=name, config=CONFIG)
    shown = printable(item.article.text, keep_lines=True)
    assert not CONTROLS.search(shown.replace("\n", ""))
    assert not CONTROLS.search(printable(item.article.title or ""))


def test_a_text_at_the_limit_of_size_is_refused_with_the_setting_to_raise():
    content = MAKERS["spaced_brackets.txt"]()
    (item,) = read_bytes(content, source="in", config=CONFIG)
    assert "max_article_chars" in item.reason
