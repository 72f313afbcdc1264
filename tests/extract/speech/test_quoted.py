import pytest

from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.quotes import find_quotes
from onrecord.extract.context import Context, Who
from onrecord.extract.speech.quoted import Draft, attach_quotes, uncued_quotes
from onrecord.model.document import Document
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons
from shapes import make_article

SAYS = {"act": "assert", "strength": "says", "frames": "c"}
EMPTY = Lexicons(tables={}, digest="")


def context_of(text: str) -> Context:
    paragraphs = find_paragraphs(text)
    document = Document(
        article=make_article(text),
        paragraphs=paragraphs,
        quotes=find_quotes(text, paragraphs),
    )
    return Context(document, EMPTY)


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def draft(text: str, cue: str, *contents: str, speaker: str = "ac-1") -> Draft:
    who = [Who(speaker, speaker, Span(0, 1))]
    spans = [span_of(text, words) for words in contents]
    return Draft(None, span_of(text, cue), SAYS, who, spans)


def attached(text: str, *drafts: Draft) -> list[list[str]]:
    context = context_of(text)
    attach_quotes(context, list(drafts))
    return [[context.words(c) for c in d.contents] for d in drafts]


def test_a_quotation_goes_to_the_cue_beside_it() -> None:
    text = '"We will wait for it," Orr said. Brun added little.'
    assert attached(text, draft(text, "said"), draft(text, "added")) == [
        ["We will wait for it,"],
        [],
    ]


def test_both_halves_of_a_split_quotation_go_to_its_cue() -> None:
    text = '"We will wait," Orr said, "until the court decides."'
    assert attached(text, draft(text, "said")) == [
        ["We will wait,", "until the court decides."]
    ]


def test_a_quotation_takes_the_place_of_the_words_it_holds() -> None:
    text = 'Orr said "we will wait for the court".'
    found = attached(text, draft(text, "said", "we will wait"))
    assert found == [["we will wait for the court"]]


def test_marks_stay_where_the_reporters_words_go_on_beside_them() -> None:
    text = 'Orr said the talks were "a waste of his time".'
    content = 'the talks were "a waste of his time'
    assert attached(text, draft(text, "said", content)) == [[f'{content}"']]


def test_a_cue_behind_a_full_stop_is_another_sentences() -> None:
    text = 'Orr said nothing. Then came this: "We will wait for the court."'
    assert attached(text, draft(text, "said")) == [[]]


def test_a_cue_in_another_paragraph_takes_nothing() -> None:
    text = 'Orr said:\n\n"We will wait for the court."'
    assert attached(text, draft(text, "said")) == [[]]


def test_a_cue_far_away_takes_nothing() -> None:
    text = f'Orr said {"so " * 60}"We will wait for the court."'
    assert attached(text, draft(text, "said")) == [[]]


def test_a_scare_quote_is_left_alone() -> None:
    text = 'Orr said the "floating prison" left.'
    assert attached(text, draft(text, "said")) == [[]]


def uncued(text: str, *drafts: Draft) -> list[tuple[str, str | None]]:
    context = context_of(text)
    added = uncued_quotes(context, list(drafts))
    return [(context.words(d.contents[0]), d.speakers[0].actor) for d in added]


def test_a_quotation_without_a_cue_goes_to_the_speaker_in_play() -> None:
    text = 'Orr said it rained.\n\n"We will wait for the court."'
    made = draft(text, "said", "it rained", speaker="ac-orr")
    assert uncued(text, made) == [("We will wait for the court.", "ac-orr")]


def test_the_last_speaker_is_in_play() -> None:
    text = 'Orr said it rained. Brun added it snowed.\n\n"We will wait for it."'
    first = draft(text, "said", "it rained", speaker="ac-orr")
    second = draft(text, "added", "it snowed", speaker="ac-brun")
    assert uncued(text, first, second) == [("We will wait for it.", "ac-brun")]


def test_two_paragraphs_on_nobody_is_in_play() -> None:
    text = 'Orr said it rained.\n\nThe ship left.\n\n"We will wait for the court."'
    assert uncued(text, draft(text, "said", "it rained")) == []


def test_one_quotation_hands_the_turn_to_the_next() -> None:
    text = 'Orr said it rained.\n\n"We will wait for it."\n\n"Nobody answered us."'
    made = draft(text, "said", "it rained")
    assert [words for words, _ in uncued(text, made)] == [
        "We will wait for it.",
        "Nobody answered us.",
    ]


@pytest.mark.parametrize(
    "text", ['Orr said it rained, "and it will rain on."', '"We will wait for it."']
)
def test_without_a_sentence_or_a_speaker_it_is_nobodys(text: str) -> None:
    drafts = [draft(text, "said", "it rained")] if "said" in text else []
    assert uncued(text, *drafts) == []
