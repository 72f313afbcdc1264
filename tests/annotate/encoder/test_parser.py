"""The reading as the parse that the rules ask for."""

from onrecord.annotate.encoder.lemmas import Lemmas
from onrecord.annotate.encoder.parser import EncoderParser
from onrecord.annotate.parse import Parse
from onrecord.model.evidence import Span
from scripted_network import SAID, TEXT


def parsed() -> Parse:
    lemmas = Lemmas({"said/v": "say", "fell/v": "fall"}, frozenset())
    parser = EncoderParser(SAID, lemmas, frozenset({"say"}))  # type: ignore[arg-type]
    return parser.parse(TEXT, [Span(0, len(TEXT))])


def test_the_verb_of_saying_governs_its_words() -> None:
    words = parsed().words
    assert words[4].dep == "ROOT"
    assert (words[1].dep, words[1].head.text) == ("ccomp", "said")
    assert [k.text for k in words[4].kids] == ["fell", "Ilic"]


def test_words_have_base_forms_sentences_and_names() -> None:
    parse = parsed()
    assert [w.lemma for w in parse.words][:2] == ["rain", "fall"]
    assert parse.sents == [Span(0, len(TEXT))]
    assert parse.words[0].opens
    assert parse.ents == [(3, 4, "PERSON")]
    assert parse.words[3].ent == "PERSON"


def test_the_reading_stays_beside_the_parse() -> None:
    reading = parsed().reading
    assert reading is not None
    assert len(reading.said) == 1
