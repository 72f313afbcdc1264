import pytest

from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.quotes import find_quotes
from onrecord.extract.context import Context
from onrecord.extract.speech.captions import captioned_quotes, transcript_turns
from onrecord.model.actor import Actor, ActorKind
from onrecord.model.document import Document, Form, Phrase
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons
from shapes import make_article


def context_of(text: str, name: str, *actors: str) -> Context:
    paragraphs = find_paragraphs(text)
    start = text.index(name)
    span = Span(start, start + len(name))
    phrase = Phrase(
        span=span,
        head=span,
        head_lemma=name,
        form=Form.NAME,
        sent=0,
        name=span,
        actor="ac-0",
        animate=True,
    )
    document = Document(
        article=make_article(text),
        paragraphs=paragraphs,
        quotes=find_quotes(text, paragraphs),
        phrases=(phrase,),
        actors=tuple(
            Actor(id=f"ac-{n}", evidence=(), method="t", name=a, kind=ActorKind.PERSON)
            for n, a in enumerate(actors)
        ),
    )
    return Context(document, Lexicons(tables={}, digest=""))


@pytest.mark.parametrize("between", [" – ", "\n— ", " - ", " --"])
def test_a_name_behind_a_dash_is_whose_words_they_are(between: str) -> None:
    context = context_of(f'"We have waited."{between}Lena Orr', "Lena Orr")
    (draft,) = captioned_quotes(context, [])
    assert [w.actor for w in draft.speakers] == ["ac-0"]
    assert [context.words(c) for c in draft.contents] == ["We have waited."]


@pytest.mark.parametrize("between", [" ", ", ", "\n\n\n— ", " – the "])
def test_a_name_without_a_dash_before_it_speaks_no_caption(between: str) -> None:
    context = context_of(f'"We have waited."{between}Lena Orr', "Lena Orr")
    assert captioned_quotes(context, []) == []


def test_lines_of_a_transcript_are_those_of_whose_names_end_so() -> None:
    text = "ORR: We have waited.\nBRUN: The court will decide."
    context = context_of(text, "ORR", "Lena Orr", "Jan Brun", "Oskar Brun")
    turns = transcript_turns(context, [])
    assert [t.speakers[0].actor for t in turns] == ["ac-0", None]
    said = [context.words(c) for t in turns for c in t.contents]
    assert said == ["We have waited.", "The court will decide."]


@pytest.mark.parametrize("text", ["NOTE: The ship left.", "ORR:\nBRUN:", "Orr: Yes."])
def test_one_heading_is_no_transcript(text: str) -> None:
    assert transcript_turns(context_of(text, text[:3]), []) == []
