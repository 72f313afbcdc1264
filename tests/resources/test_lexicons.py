import pytest

from onrecord.errors import MissingModelError
from onrecord.model.lexicon import Lexicons
from onrecord.resources.lexicons import load_lexicons, parse_lexicon


def test_a_row_has_its_cells_by_the_header_and_empty_ones_are_absent() -> None:
    table = parse_lexicon("# source\nword\tact\tuse\nsay\tassert\t\n", name="x.tsv")
    assert table == {"say": {"act": "assert"}}


def test_keys_with_a_bar_share_their_row() -> None:
    table = parse_lexicon("word\tact\nsay|put it\tassert\n", name="x.tsv")
    assert table["put it"] == table["say"] == {"act": "assert"}


def test_comments_and_empty_lines_are_skipped() -> None:
    table = parse_lexicon("word\tact\n\n# why\nsay\tassert\n", name="x.tsv")
    assert list(table) == ["say"]


def test_too_many_cells_are_an_error_that_names_the_file() -> None:
    with pytest.raises(MissingModelError, match=r"x\.tsv: too many cells"):
        parse_lexicon("word\tact\nsay\tassert\tmore\n", name="x.tsv")


def test_a_key_that_stands_twice_is_an_error() -> None:
    with pytest.raises(MissingModelError, match="'say' stands twice"):
        parse_lexicon("word\tact\nsay\tassert\nsay\tdeny\n", name="x.tsv")


def test_the_packaged_lexicons_load_once_with_a_digest(lexicons: Lexicons) -> None:
    assert load_lexicons() is lexicons
    assert len(lexicons.digest) == 64
    assert lexicons["cues"]["say"]["act"] == "assert"


def test_a_misspelt_table_is_an_error(lexicons: Lexicons) -> None:
    with pytest.raises(KeyError):
        lexicons["ques"]


def test_keys_are_lower_case(lexicons: Lexicons) -> None:
    raised = [
        f"{name}: {key}"
        for name, table in lexicons.tables.items()
        for key in table
        if key != key.lower()
    ]
    assert raised == []
