from onrecord.annotate.nominals import build_nominal, is_nominal
from onrecord.annotate.parse import Parse
from onrecord.model.clause import Link, PredicateKind
from parse_by_hand import WORDS, make_builder, make_parse, told


def roles(parse: Parse, noun: int) -> list[str]:
    made = build_nominal(parse.words[noun], make_builder(parse, noun), WORDS)
    return told(parse, made.arguments)


ARREST = make_parse(
    "the/DT/det/1 arrest/NN/ROOT/1 of/IN/prep/1 captain/NN/pobj/2 by/IN/prep/1 "
    "police/NNS/pobj/4"
)


def test_of_and_by_have_the_roles_of_the_verb() -> None:
    assert roles(ARREST, 1) == ["patient:of:captain", "agent:by:police"]


def test_a_noun_clause_has_the_lemma_of_its_verb() -> None:
    made = build_nominal(ARREST.words[1], make_builder(ARREST, 1), WORDS)
    assert (made.kind, made.lemma) == (PredicateKind.NOUN, "arrest")
    assert made.link is Link.NOMINAL


def test_a_possessor_has_the_role_the_lexicon_gives() -> None:
    parse = make_parse("her/PRP$/poss/1 arrest/NN/ROOT/1 the/DT/det/3 end/NN/dep/1")
    assert roles(parse, 1) == ["patient:her"]
    parse = make_parse("court/NN/poss/2 's/POS/case/0 demand/NN/ROOT/2")
    assert roles(parse, 2) == ["agent:court"]


def test_between_names_both_sides() -> None:
    parse = make_parse(
        "talks/NNS/ROOT/0 between/IN/prep/0 police/NNS/pobj/1 and/CC/cc/2 "
        "families/NNS/conj/2"
    )
    assert roles(parse, 0) == ["agent:between:police", "agent:between:families"]


def test_no_negates_a_noun() -> None:
    parse = make_parse("no/DT/det/1 arrest/NN/ROOT/1")
    assert build_nominal(parse.words[1], make_builder(parse, 1), WORDS).negated


def test_what_is_demanded_is_a_complement() -> None:
    parse = make_parse("demand/NN/ROOT/0 to/TO/aux/2 act/VB/acl/0")
    assert roles(parse, 0) == ["complement:to:to act"]


def test_names_and_parts_of_compounds_are_no_clauses() -> None:
    parse = make_parse("arrest/NN/compound/1 warrant/NN/ROOT/1 Arrest/NNP/dep/1")
    assert not any(is_nominal(w, WORDS) for w in parse.words)
