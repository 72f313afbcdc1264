import pytest

from onrecord.read.press_labels import find_code, find_label


@pytest.mark.parametrize(
    ("line", "field", "part", "value"),
    [
        ("Length: 512 words", "length", "head", "512 words"),
        ("BYLINE: PETRA LIND", "authors", "head", "PETRA LIND"),
        ("LOAD-DATE: March 6, 2031", "", "tail", "March 6, 2031"),
        ("Body", "", "body", ""),
        ("Graphic", "", "tail", ""),
    ],
)
def test_labels_are_found_whatever_their_case(line, field, part, value):
    label = find_label(line)
    assert label is not None
    assert (label.field, label.part, label.value) == (field, part, value)


@pytest.mark.parametrize(
    "line", ["The length: five", "Length", "HD: x", "He said: no", "", "Body of water"]
)
def test_other_lines_have_no_label(line):
    assert find_label(line) is None


def test_codes_are_capitals_at_the_start_of_a_line():
    code = find_code("HD  Pilot convicted")
    assert code is not None
    assert (code.field, code.value) == ("title", "Pilot convicted")
    assert find_code("LP") is not None
    assert find_code("hd  Pilot") is None
    assert find_code("TV  Pilot") is None
    assert find_code("HDX") is None
