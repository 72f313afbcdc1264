import pytest

from onrecord.annotate.times.tokens import LETTER_OF, Tokens, tokenize
from onrecord.model.evidence import Span


def name_classes(tokens: Tokens) -> list[str]:
    names = {letter: name for name, letter in LETTER_OF.items()}
    return [names[letter] for letter in tokens.classes]


@pytest.mark.parametrize(
    ("text", "names", "values"),
    [
        ("Jan. 9", ["month", "day_number"], ["1", "9"]),
        ("Jan said", ["other", "other"], ["", ""]),
        ("may May", ["other", "maybe_month"], ["", "5"]),
        (
            "2031 1,500 24/7 3.5",
            ["year", *["opaque"] * 3],
            ["2031", "1,500", "24/7", "3.5"],
        ),
        ("1980s '80s 9th", ["decade", "decade", "ordinal"], ["198", "8", "9"]),
        ("9:30 a.m.", ["clock", "meridiem"], ["9:30", "a.m."]),
        ("Friday's", ["weekday", "genitive"], ["5", "\u2019s"]),
        ("one\n\nday", ["number_word", "break", "unit"], ["1", "\n\n", "D"]),
    ],
)
def test_every_token_has_a_class_and_a_value(
    text: str, names: list[str], values: list[str]
) -> None:
    tokens = tokenize(text.replace("'s", "\u2019s"))
    assert name_classes(tokens) == names
    assert tokens.values == values


def test_offsets_cut_the_token() -> None:
    text = "\U0001f600 On Friday, 9 March"
    tokens = tokenize(text)
    cut = [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)]
    assert cut == ["\U0001f600", "On", "Friday", ",", "9", "March"]


def test_a_paragraph_opens_with_a_break() -> None:
    tokens = tokenize("May\n9", breaks=(Span(0, 3), Span(4, 5)))
    assert name_classes(tokens) == ["maybe_month", "break", "day_number"]


def test_a_sentence_opens_at_the_start_and_after_a_mark() -> None:
    tokens = tokenize("He left. May came")
    assert [i for i in range(5) if tokens.opens_sentence(i)] == [0, 3]
