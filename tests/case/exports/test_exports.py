import pytest

from onrecord.case.exports import FORMATS, find_format, find_timeline_format
from onrecord.errors import InputError


def test_formats_are_found_by_the_name_they_carry() -> None:
    assert list(FORMATS) == sorted(FORMATS)
    for name, one in FORMATS.items():
        assert find_format(name) is one
        assert one.name == name


def test_an_unknown_format_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="csv, ftm, gexf, graphml, ics, jsonl, plover"):
        find_format("xml")


def test_formats_of_the_timeline_are_those_made_of_it() -> None:
    assert find_timeline_format("ics").suffix == ".ics"
    with pytest.raises(InputError, match="there are ics, timelinejs"):
        find_timeline_format("csv")
