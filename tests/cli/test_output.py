import json

import pytest

from onrecord.case.explain import Piece
from onrecord.case.listing import Listing
from onrecord.cli.output import (
    PIPED_WIDTH,
    count_of,
    make_console,
    mark_pieces,
    print_json,
    print_listing,
    shorten_ids,
)
from onrecord.config import Config
from onrecord.model.article import Article


def test_json_keeps_its_meaning_and_no_control_character(capsys) -> None:
    value = {"words": "a\x9bb\u2028c\x7f\x1b"}
    print_json(value)
    out = capsys.readouterr().out
    assert not {"\x9b", "\u2028", "\x7f", "\x1b"} & set(out)
    assert json.loads(out) == value


def test_ids_are_cut_to_what_a_person_types() -> None:
    assert shorten_ids("st-0123456789abcde") == "st-01234567"
    assert shorten_ids("“st-0123456789abcde”") == "“st-0123456789abcde”"


def test_evidence_is_marked_by_brackets_where_there_is_no_style() -> None:
    pieces = (Piece(text="He "), Piece(text="left", marked=True))
    assert mark_pieces(pieces, styled=False).plain == "He [[left]]"
    assert mark_pieces(pieces, styled=True).plain == "He left"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_is_never_wider_than_asked(width: int, capsys) -> None:
    article = Article(
        id="ar-0123456789abcde", text="x", sha256="0", title="word " * 60, url="u"
    )
    print_listing(Config(width=width), Listing("article", [article], {}))
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    assert "copy of" not in lines[0]


def test_counts_are_in_words() -> None:
    assert count_of(1, "statement") == "1 statement"
    assert count_of(1200, "custody") == "1,200 custody spells"


def test_a_pipe_has_the_width_of_columns_where_it_is_set(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert make_console(Config()).width == 60
    monkeypatch.delenv("COLUMNS")
    assert make_console(Config()).width == PIPED_WIDTH
    assert make_console(Config(width=90)).width == 90
