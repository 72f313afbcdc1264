import pytest

from onrecord.errors import MissingModelError
from onrecord.resources.lexicons import load_lexicons, parse_lexicon

HEADER = "# Source: written for the test.\nword\tkind\tuse\n"


def test_a_row_is_known_by_each_of_its_keys() -> None:
    entries = parse_lexicon(HEADER + "cell|jail\thold\t\n", name="x.tsv")
    assert entries == {"cell": {"kind": "hold"}, "jail": {"kind": "hold"}}


def test_an_empty_cell_is_an_absent_column() -> None:
    entries = parse_lexicon(HEADER + "dock\t\tport\n", name="x.tsv")
    assert entries == {"dock": {"use": "port"}}


def test_a_key_that_stands_twice_is_an_error() -> None:
    with pytest.raises(MissingModelError, match="'cell' stands twice"):
        parse_lexicon(HEADER + "cell\ta\ncell\tb\n", name="x.tsv")


def test_a_row_with_too_many_cells_is_an_error() -> None:
    with pytest.raises(MissingModelError, match="too many cells"):
        parse_lexicon(HEADER + "cell\ta\tb\tc\n", name="x.tsv")


def test_every_packaged_lexicon_is_read_and_names_its_source() -> None:
    lexicons = load_lexicons()
    assert {"cues", "events", "custody", "stages"} <= set(lexicons.tables)
    assert len(lexicons.digest) == 64


def test_a_misspelt_lexicon_is_an_error() -> None:
    with pytest.raises(KeyError):
        load_lexicons()["queues"]
