from collections.abc import Callable

import pytest

from onrecord.annotate.parse import edges, text_of
from onrecord.model.document import Document
from onrecord.model.evidence import Span
from parse_by_hand import make_parse

PARSE = make_parse("Police/NNS/nsubj/1 searched/VBD/ROOT/1 the/DT/det/3 boat/NN/dobj/1")


def test_a_word_finds_its_dependants_in_order() -> None:
    verb = PARSE.words[1]
    assert verb.kid("dobj", "nsubj") is PARSE.words[0]
    assert verb.kid("agent") is None
    assert verb.all("nsubj", "dobj") == [PARSE.words[0], PARSE.words[3]]


def test_a_modal_counts_as_a_verb() -> None:
    modal, noun = make_parse("may/MD/aux/0 court/NN/nsubj/0").words
    assert (modal.coarse, noun.coarse) == ("verb", "noun")


def test_edges_of_a_subtree_may_leave_relations_out() -> None:
    verb = PARSE.words[1]
    assert edges(verb) == (0, 3)
    assert edges(verb, skip=frozenset(["dobj"])) == (0, 1)


def test_words_of_a_span_stand_with_single_spaces() -> None:
    parse = make_parse("Port/NNP/compound/1 Sel/NNP/ROOT/1")
    parse.text = "Port\r\nSel"
    assert text_of(parse, Span(0, 9)) == "Port Sel"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The ship left.", "leave"),
        ("Police have freed the men.", "free"),
        ("He denies it.", "deny"),
        ("They were freeing both.", "free"),
    ],
)
def test_lemmas_are_base_forms(
    annotate: Callable[..., Document], text: str, lemma: str
) -> None:
    assert lemma in [c.lemma for c in annotate(text).clauses]


@pytest.mark.model
def test_offsets_count_code_points(annotate: Callable[..., Document]) -> None:
    text = "\U0001f6a2\U0001f6a2 e\u0301\xa0“Captain”\r\n\r\nJonas Halvik left."
    document = annotate(text)
    last = document.tokens[-2]
    assert text[last.start : last.end] == "left"


@pytest.mark.model
def test_an_article_is_analysed_the_same_whatever_stands_before_it(
    annotate: Callable[..., Document],
) -> None:
    text = "Police arrested the captain. He was released."
    alone = annotate(text)
    annotate("Quite another article. With other words.")
    assert annotate(text) == alone


@pytest.mark.model
def test_white_space_is_no_token(annotate: Callable[..., Document]) -> None:
    text = "  The ship \xa0 left.  "
    tokens = annotate(text).tokens
    assert [text[t.start : t.end] for t in tokens] == ["The", "ship", "left", "."]
