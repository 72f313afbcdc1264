import pytest

from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.quotes import find_quotes
from onrecord.model.document import Quote


def quotes(text: str) -> tuple[Quote, ...]:
    return find_quotes(text, find_paragraphs(text))


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in quotes(text)]


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "‘’", "''"])
def test_every_pair_of_marks_holds_words(marks: str) -> None:
    text = f"She said: {marks[0]}We will wait.{marks[1]} He left."
    assert inner(text) == ["We will wait."]
    (quote,) = quotes(text)
    assert (quote.closed, quote.depth, quote.speech_like) == (True, 0, True)
    assert text[quote.span.start] + text[quote.span.end - 1] == marks


@pytest.mark.parametrize(
    "text",
    [
        "The families' lawyer said Brun's ship isn't here.",
        "In the '20s the harbour was small.",
        "It is the captain’s ship, and the divers’ boat.",
    ],
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quotes(text) == ()


def test_a_quote_in_a_quote_is_deeper() -> None:
    text = "“He said, ‘You will never see the ship again,’ and left.”"
    outer, nested = quotes(text)
    assert (outer.depth, nested.depth) == (0, 1)
    assert text[nested.inner.start : nested.inner.end].startswith("You will")


def test_a_mark_left_open_closes_with_its_paragraph() -> None:
    text = "“We were told nothing.\n\nThe court sat."
    (quote,) = quotes(text)
    assert not quote.closed
    assert text[quote.inner.start : quote.inner.end] == "We were told nothing."


def test_a_speech_over_paragraphs_is_one_speech() -> None:
    first, second = quotes("“We were told nothing.\n\n“Nobody answered us.”")
    assert first.speech == second.speech
    assert (first.closed, second.closed) == (False, True)


def test_closed_quotes_of_two_paragraphs_are_two_speeches() -> None:
    first, second = quotes("“We were told nothing.”\n\n“Nobody answered us.”")
    assert first.speech != second.speech


def test_few_words_without_an_end_mark_are_no_speech() -> None:
    (scare,) = quotes('The "floating prison" left.')
    (term,) = quotes('She called it "a matter of the law" again.')
    assert (scare.speech_like, term.speech_like) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        '"In the \'20s we had a harbour," she said.',
        "“In the ‘20s we had a harbour,” she said.",
        "The '20s, '30s, '40s, '50s and '60s: \"We had a harbour.\"",
        'Of the \'20s she said: "We had a harbour."',
    ],
)
def test_an_apostrophe_before_a_year_hides_no_quote(text: str) -> None:
    (quote,) = quotes(text)
    assert (quote.closed, quote.depth) == (True, 0)
    assert "we had a harbour" in text[quote.inner.start : quote.inner.end].lower()


def test_empty_marks_are_no_quote() -> None:
    assert quotes('He wrote "" twice.') == ()


def test_marks_that_only_open_nest_no_deeper_than_people_do() -> None:
    found = quotes("“" * 50 + "We will wait.")
    assert max(q.depth for q in found) < 5
