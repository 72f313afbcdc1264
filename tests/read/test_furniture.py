import pytest

from onrecord.read.furniture import is_furniture, is_label, parse_cues

HEADER = "# source\ncue\tform\trest\n"


@pytest.mark.parametrize(
    ("row", "line", "fits"),
    [
        ("share|tweet\twhole", "Share!", True),
        ("share|tweet\twhole", "Share prices fell.", False),
        ("follow us on\tstarts\t20", "Follow us on the river", True),
        ("follow us on\tstarts\t20", "Follow us on the river and far beyond it", False),
        ("our letter\tends\t40", "Read it in our letter.", True),
        ("our letter\tends\t40", "Our letter was lost.", False),
        ("to your inbox\tholds\t60", "We bring it to your inbox daily.", True),
        ("the post * appeared on\tstarts", "The post Bridge shut appeared on X", True),
        ("the post * appeared on\tstarts", "The post appeared on a wall", False),
    ],
)
def test_the_forms_of_a_cue(row, line, fits):
    ((_, pattern),) = parse_cues(HEADER + row)
    assert bool(pattern.fullmatch(line)) is fits


def test_an_unknown_form_is_an_error_that_names_it():
    with pytest.raises(ValueError, match="unknown form 'begins'"):
        list(parse_cues(HEADER + "share\tbegins"))


def test_what_somebody_said_is_story():
    said = 'They promised news "delivered to your inbox" and sent none.'
    assert not is_furniture(said)
    assert is_furniture(said.replace('"', ""))


def test_a_line_longer_than_any_cue_is_story():
    assert not is_furniture("Subscribe to " + "a" * 500)


def test_a_label_is_a_heading_alone():
    assert is_label("Related Stories:")
    assert not is_label("Related stories that the court heard were false.")
