"""Words as Universal Dependencies cuts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.encoder.tokens import cut_words


def cut(text: str) -> str:
    return "|".join(text[w.start : w.end] for w in cut_words(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They can't pay.", "They|ca|n't|pay|."),
        ("They can’t pay.", "They|ca|n’t|pay|."),
        ("She cannot leave", "She|can|not|leave"),
        ("Ilic's lawyer", "Ilic|'s|lawyer"),
        ("the divers' families", "the|divers|'|families"),
        ("a port-based firm", "a|port|-|based|firm"),
        ("re-arrested", "re-arrested"),
        ("Dr. Ilic met Lt. Gen. Voss.", "Dr.|Ilic|met|Lt.|Gen.|Voss|."),
        ("at 10:30 a.m. on Monday", "at|10:30|a.m.|on|Monday"),
        ("T.K. Sahl of the U.N. spoke", "T.K.|Sahl|of|the|U.N.|spoke"),
        ("J. Sahl", "J.|Sahl"),
        ("It was Plan B.", "It|was|Plan|B|."),
        ("$4.5 million, or 12%", "$|4.5|million|,|or|12|%"),
        ("see https://example.org/a?b=1.", "see|https://example.org/a?b=1|."),
        ("write to desk@example.org now", "write|to|desk@example.org|now"),
        ("“No,” he said…", "“|No|,|”|he|said|…"),
        ("well -- perhaps", "well|--|perhaps"),
        ("the 1990s, 3rd and 4th", "the|1990s|,|3rd|and|4th"),
        ("O'Dell", "O'Dell"),
    ],
)
def test_words_are_cut(text: str, words: str) -> None:
    assert cut(text) == words


def test_a_part_of_a_text_keeps_its_offsets() -> None:
    text = "First. He can't."
    found = cut_words(text, 7, len(text))
    assert [(w.start, w.end) for w in found] == [(7, 9), (10, 12), (12, 15), (15, 16)]


@given(st.text(max_size=200))
def test_words_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    found = cut_words(text)
    place = 0
    for word in found:
        assert word.start >= place
        assert not text[place : word.start].strip()
        assert word.end > word.start
        place = word.end
    assert not text[place:].strip()
