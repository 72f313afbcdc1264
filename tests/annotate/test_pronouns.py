from onrecord.annotate.chains import link_phrases
from onrecord.annotate.parse import Parse
from onrecord.annotate.quotes import find_quotes
from onrecord.model.evidence import Span
from parse_by_hand import WORDS, make_parse, phrases_of

BRUN = "Mr./NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2"
ORR = "Ms./NNP/compound/1 Orr/NNP/nsubj/2 came:come/VBD/ROOT/2"


def referent(parse: Parse, pronoun: str) -> str | None:
    """The first mention of the chain that the last such pronoun is in."""
    found, names = phrases_of(parse)
    whole = (Span(0, len(parse.text)),)
    quotes = find_quotes(parse.text, whole)
    chains, links = link_phrases(found, parse, names, WORDS, quotes, whole)
    i = max(n for n, f in enumerate(found) if f.head.lower == pronoun)
    if i not in links:
        return None
    span = found[min(chains[links[i][0]].phrases)].phrase.span
    return parse.text[span.start : span.end]


def test_gender_chooses() -> None:
    assert referent(make_parse(BRUN, ORR, "he/PRP/nsubj/1 sat/VBD/ROOT/1"), "he") == (
        "Mr. Brun"
    )
    assert referent(make_parse(ORR, BRUN, "she/PRP/nsubj/1 sat/VBD/ROOT/1"), "she") == (
        "Ms. Orr"
    )


def test_the_nearest_that_agrees_is_taken() -> None:
    other = BRUN.replace("Brun", "Halvik")
    parse = make_parse(BRUN, other, "he/PRP/nsubj/1 sat/VBD/ROOT/1")
    assert referent(parse, "he") == "Mr. Halvik"


def test_nobody_is_looked_for_far_back() -> None:
    between = ["rain/NN/nsubj/1 fell/VBD/ROOT/1"] * 4
    other = BRUN.replace("Brun", "Halvik")
    parse = make_parse(BRUN, other, *between, "he/PRP/nsubj/1 sat/VBD/ROOT/1")
    assert referent(parse, "he") is None


def test_the_only_man_so_far_is_he_however_far_back() -> None:
    between = ["rain/NN/nsubj/1 fell/VBD/ROOT/1"] * 4
    parse = make_parse(BRUN, *between, "he/PRP/nsubj/1 sat/VBD/ROOT/1")
    assert referent(parse, "he") == "Mr. Brun"


def test_it_stands_for_nothing_where_a_clause_follows() -> None:
    parse = make_parse(
        "Tavara/NNP/nsubj/1 left:leave/VBD/ROOT/1",
        "it/PRP/nsubj/1 is:be/VBZ/ROOT/1 clear/JJ/acomp/1 that/IN/mark/4 "
        "rain/NN/nsubj/5 fell:fall/VBD/ccomp/1",
    )
    assert referent(parse, "it") is None


def test_an_object_is_not_the_subject_of_its_verb() -> None:
    parse = make_parse(
        BRUN,
        "Mr./NNP/compound/1 Halvik/NNP/nsubj/2 saw:see/VBD/ROOT/2 him/PRP/dobj/2",
    )
    assert referent(parse, "him") == "Mr. Brun"


def test_a_reflexive_is_the_subject_of_its_verb() -> None:
    parse = make_parse(
        BRUN,
        "Mr./NNP/compound/1 Halvik/NNP/nsubj/2 saw:see/VBD/ROOT/2 himself/PRP/dobj/2",
    )
    assert referent(parse, "himself") == "Mr. Halvik"


def test_a_possessor_is_not_what_it_owns() -> None:
    parse = make_parse("his/PRP$/poss/1 lawyer/NN/nsubj/2 came:come/VBD/ROOT/2")
    assert referent(parse, "his") is None


def test_it_is_no_person_and_they_are_no_single_one() -> None:
    assert referent(make_parse(BRUN, "it/PRP/nsubj/1 sat/VBD/ROOT/1"), "it") is None
    assert referent(make_parse(BRUN, "they/PRP/nsubj/1 sat/VBD/ROOT/1"), "they") is None


def test_they_takes_a_group() -> None:
    parse = make_parse(
        "the/DT/det/1 families/NNS/nsubj/2 came:come/VBD/ROOT/2",
        "they/PRP/nsubj/1 sat/VBD/ROOT/1",
    )
    assert referent(parse, "they") == "the families"


def test_who_is_the_noun_its_clause_describes() -> None:
    parse = make_parse(
        "a/DT/det/1 diver/NN/nsubj/4 who/WP/nsubj/3 fled:flee/VBD/relcl/1 "
        "came:come/VBD/ROOT/4"
    )
    assert referent(parse, "who") == "a diver"


def test_nobody_in_particular_is_no_antecedent() -> None:
    parse = make_parse(
        "no/DT/det/1 diver/NN/nsubj/2 came:come/VBD/ROOT/2",
        "he/PRP/nsubj/1 sat/VBD/ROOT/1",
    )
    assert referent(parse, "he") is None


def test_who_is_spoken_of_in_a_quote_seldom_speaks_after_it() -> None:
    parse = make_parse(
        BRUN.replace("left:leave/VBD/ROOT/2", "spoke:speak/VBD/ROOT/2"),
        '"Mr./NNP/compound/1 Halvik/NNP/nsubj/2 left:leave/VBD/ROOT/2 now,"/RB/dep/2',
        "he/PRP/nsubj/1 said/VBD/ROOT/1",
    )
    assert referent(parse, "he") == "Mr. Brun"
