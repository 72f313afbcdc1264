import pytest

from onrecord.text.safe import REPLACEMENT, printable


def test_plain_text_is_left_alone() -> None:
    text = "Ilse Maren — “held”, naïve, 東京, \u05e9\u05dc\u05d5\u05dd"
    assert printable(text) == text


def test_escape_sequences_are_shown_not_obeyed() -> None:
    assert printable("\x1b[31mred\x07") == "␛[31mred␇"


@pytest.mark.parametrize("space", ["\n", "\r", "\t", "\u2028", "\x85"])
def test_white_space_controls_become_a_space(space: str) -> None:
    assert printable(f"a{space}b") == "a b"


def test_lines_can_be_kept() -> None:
    assert printable("a\nb\rc", keep_lines=True) == "a\nb c"


@pytest.mark.parametrize("char", ["\u202e", "\u2066", "\x9b", "\ufeff", "\U000e0041"])
def test_overrides_and_c1_controls_are_replaced(char: str) -> None:
    assert printable(f"a{char}b") == f"a{REPLACEMENT}b"


def test_lone_surrogates_can_be_encoded_after() -> None:
    assert printable("a\ud800b").encode() == f"a{REPLACEMENT}b".encode()


def test_joined_emoji_stay_whole() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert printable(family + "\x00") == family + "␀"


def test_no_break_space_stays() -> None:
    assert printable("4\u00a0March") == "4\u00a0March"
