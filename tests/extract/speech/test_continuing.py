from onrecord.annotate.layout import find_paragraphs
from onrecord.extract.context import Context, Who
from onrecord.extract.speech.continuing import keep_speaking
from onrecord.extract.speech.quoted import Draft
from onrecord.model.document import Document, Form, Gender, Phrase
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Lexicons
from shapes import make_article

TEXT = "Ilic said it rained. It poured on Brun, he said."
FIRST, SECOND = "it rained", "It poured on Brun"


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def context_of(text: str, gender: Gender) -> Context:
    """A text in which Ilic, of this gender, is a name."""
    span = span_of("Ilic", text)
    phrase = Phrase(
        span=span,
        head=span,
        head_lemma="ilic",
        form=Form.NAME,
        sent=0,
        name=span,
        actor="ac-ilic",
        gender=gender,
        animate=True,
    )
    document = Document(
        article=make_article(text),
        paragraphs=find_paragraphs(text),
        phrases=(phrase,),
    )
    return Context(document, Lexicons(tables={}, digest=""))


def drafts(text: str = TEXT, pronoun: str = "he") -> list[Draft]:
    """Ilic's words, and words behind which a pronoun was taken for Brun."""
    row = {"act": "assert", "frames": "c"}
    said = text.rindex("said")
    behind = span_of(f" {pronoun} said", text)
    ilic = Who("ac-ilic", "Ilic", span_of("Ilic", text))
    brun = Who("ac-brun", pronoun, Span(behind.start + 1, behind.start + 3))
    return [
        Draft(None, span_of("said", text), row, [ilic], [span_of(FIRST, text)]),
        Draft(None, Span(said, said + 4), row, [brun], [span_of(SECOND, text)]),
    ]


def test_he_behind_the_words_is_the_paragraphs_only_speaker() -> None:
    made = drafts()
    keep_speaking(context_of(TEXT, Gender.MALE), made)
    assert made[1].speakers[0].actor == "ac-ilic"


def test_not_where_the_speaker_is_a_woman() -> None:
    made = drafts()
    keep_speaking(context_of(TEXT, Gender.FEMALE), made)
    assert made[1].speakers[0].actor == "ac-brun"


def test_not_from_another_paragraph() -> None:
    text = TEXT.replace("rained. It", "rained.\n\nIt")
    made = drafts(text)
    keep_speaking(context_of(text, Gender.MALE), made)
    assert made[1].speakers[0].actor == "ac-brun"


def test_nobody_names_himself_in_his_own_words() -> None:
    text = "Voss said it rained.\n\nIlic is ill, he said."
    row = {"act": "assert", "frames": "c"}
    voss = Who("ac-voss", "Voss", span_of("Voss", text))
    he = Who("ac-ilic", "he", span_of("he said", text))
    said = text.rindex("said")
    made = [
        Draft(None, span_of("said", text), row, [voss], [span_of(FIRST, text)]),
        Draft(None, Span(said, said + 4), row, [he], [span_of("Ilic is ill", text)]),
    ]
    keep_speaking(context_of(text, Gender.MALE), made)
    assert made[1].speakers[0].actor == "ac-voss"


def test_not_where_another_spoke_too() -> None:
    made = drafts()
    made[0].speakers.append(Who("ac-voss", "Voss", Span(0, 4)))
    keep_speaking(context_of(TEXT, Gender.MALE), made)
    assert made[1].speakers[0].actor == "ac-brun"
