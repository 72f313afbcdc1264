from collections.abc import Callable

import pytest

from onrecord.annotate.clauses import find_clauses
from onrecord.model.clause import PredicateKind
from onrecord.model.document import Document
from parse_by_hand import WORDS, make_parse, phrases_of


def test_verbs_and_nouns_give_clauses_in_text_order() -> None:
    parse = make_parse(
        "police/NNS/nsubj/1 regret/VBP/ROOT/1 the/DT/det/3 arrest/NN/dobj/1 "
        "of/IN/prep/3 captain/NN/pobj/4"
    )
    found, _ = phrases_of(parse)
    verb, noun = find_clauses(parse, found, (), WORDS)
    assert (verb.kind, noun.kind) == (PredicateKind.VERB, PredicateKind.NOUN)
    assert (verb.index, noun.index) == (0, 1)
    assert noun.parent == 0


def test_arguments_point_at_their_phrases() -> None:
    parse = make_parse("police/NNS/nsubj/1 left:leave/VBD/ROOT/1")
    found, _ = phrases_of(parse)
    (clause,) = find_clauses(parse, found, (), WORDS)
    assert clause.arguments[0].mention == 0


def test_a_text_without_predicates_has_no_clause() -> None:
    parse = make_parse("police/NNS/ROOT/0")
    found, _ = phrases_of(parse)
    assert find_clauses(parse, found, (), WORDS) == ()


@pytest.mark.model
def test_a_time_expression_is_a_time_argument(
    annotate: Callable[..., Document],
) -> None:
    document = annotate("Police arrested the captain on Tuesday.")
    (clause,) = document.clauses
    assert [str(a.role) for a in clause.arguments] == ["agent", "patient", "time"]
