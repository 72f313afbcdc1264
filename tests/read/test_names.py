import pytest

from onrecord.read.names import clean_line, split_names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Jonas Merrit and Milla Strand", ("Jonas Merrit", "Milla Strand")),
        ("Ada Roe, Bo Hale & Cy Lund", ("Ada Roe", "Bo Hale", "Cy Lund")),
        ("By Gazette staff and Corvane Wire", ("Gazette staff", "Corvane Wire")),
        ("Oswin Tate, Tolmund correspondent", ("Oswin Tate",)),
        ("Jo Lane jo@example.org", ("Jo Lane",)),
        ("Jo Lane, Jo Lane", ("Jo Lane",)),
        ("admin", ()),
        ("", ()),
    ],
)
def test_names_are_cut_free_and_kept_as_printed(byline, names):
    assert split_names(byline) == names


def test_a_line_loses_control_characters_and_half_surrogates():
    assert clean_line("  a\x00b\n c\ud800 ") == "a b c"


@pytest.mark.parametrize("value", [None, 3, "", " \n", ["a"]])
def test_nothing_is_none(value):
    assert clean_line(value) is None
