"""What the heads say becomes words, sentences, trees, names and attributions."""

from onrecord.annotate.encoder.reading import Said, read_text
from onrecord.model.evidence import Span
from scripted_network import SAID, TEXT, ScriptedNetwork


def read(network: ScriptedNetwork = SAID, text: str = TEXT, **options: object):
    return read_text(network, text, [Span(0, len(text))], **options)  # type: ignore[arg-type]


def test_words_and_tags() -> None:
    reading = read()
    assert [TEXT[w.start : w.end] for w in reading.words][:3] == ["Rain", "fell", ","]
    assert reading.xpos == ["NN", "VBD", ",", "NNP", "VBD", "."]


def test_a_tree_with_its_relations() -> None:
    reading = read()
    assert reading.head == [1, -1, 1, 4, 1, 1]
    assert reading.rel == ["nsubj", "root", "punct", "nsubj", "parataxis", "punct"]


def test_names_are_typed_runs() -> None:
    assert read().names == [(3, 3, "PER")]


def test_an_attribution_ties_source_and_words_to_the_cue() -> None:
    assert read().said == [Said((3, 3), (4, 4), ((0, 1),))]


def test_every_word_has_a_factuality() -> None:
    assert read().fact == [2.5] * 6


def test_sentences_begin_where_the_head_says_so() -> None:
    rows = [("NOUN", "NN", 0, "root", "O", "O", "O", "O")] * 4
    network = ScriptedNetwork(rows)
    network.begins = {2}
    assert read(network, "a b c d").sents == [(0, 1), (2, 3)]
    assert read(network, "a b c d", split=False).sents == [(0, 3)]


def test_a_paragraph_always_begins_a_sentence() -> None:
    rows = [("NOUN", "NN", 0, "root", "O", "O", "O", "O")] * 4
    reading = read_text(ScriptedNetwork(rows), "a b\n\nc d", [Span(0, 3), Span(5, 8)])
    assert reading.sents == [(0, 1), (2, 3)]


def test_nothing_is_read_from_nothing() -> None:
    assert read_text(SAID, "  ", []).words == []
