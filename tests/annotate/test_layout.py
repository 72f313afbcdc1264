import pytest

from onrecord.annotate.layout import find_paragraphs, flatten


def paragraphs(text: str) -> list[str]:
    return [text[p.start : p.end] for p in find_paragraphs(text)]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\u2028\u2028", "\n \t\n"])
def test_a_blank_line_ends_a_paragraph(gap: str) -> None:
    assert paragraphs(f"One of two,{gap}two of two") == ["One of two,", "two of two"]


def test_a_line_break_after_a_sentence_ends_a_paragraph() -> None:
    assert paragraphs("The ship left.\nThe court sat.") == [
        "The ship left.",
        "The court sat.",
    ]


def test_a_wrapped_line_goes_on() -> None:
    text = "The ship left the\nharbour on Friday."
    assert paragraphs(text) == [text]


def test_a_line_that_begins_small_goes_on() -> None:
    assert len(paragraphs("He met Mr.\nbrun at noon.")) == 1


def test_a_dateline_belongs_to_no_paragraph() -> None:
    text = "PORT SEL, March 7 (Corvane) - Police arrested a captain."
    assert paragraphs(text) == ["Police arrested a captain."]


def test_white_space_around_paragraphs_is_left_out() -> None:
    assert paragraphs("\xa0 \n The ship left. \r\n\r\n") == ["The ship left."]


@pytest.mark.parametrize("text", ["", " \n\r\n\u2028 ", "\xa0"])
def test_a_text_without_words_has_no_paragraph(text: str) -> None:
    assert find_paragraphs(text) == ()


def test_flattening_keeps_every_code_point_in_its_place() -> None:
    text = "“One”\u2009‘two’\r\n«three»—four\U0001f6a2"
    plain = flatten(text)
    assert plain == '"One" \'two\'  "three"-four\U0001f6a2'
    assert len(plain) == len(text)
