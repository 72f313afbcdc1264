import pytest

from onrecord.annotate.chains import link_phrases
from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.parse import Parse
from parse_by_hand import WORDS, make_parse, name_entities, phrases_of

MR_BRUN = "Mr./NNP/compound/1 {name}/NNP/nsubj/2 left:leave/VBD/ROOT/2"
FULL = "Oskar/NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2"


def chains(parse: Parse) -> list[list[str]]:
    found, names = phrases_of(parse)
    paragraphs = find_paragraphs(parse.text)
    made, _ = link_phrases(found, parse, names, WORDS, (), paragraphs)
    spans = [[found[i].phrase.span for i in sorted(c.phrases)] for c in made]
    return [[parse.text[s.start : s.end] for s in chain] for chain in spans]


def reasons(parse: Parse) -> list[str | None]:
    found, names = phrases_of(parse)
    paragraphs = find_paragraphs(parse.text)
    _, links = link_phrases(found, parse, names, WORDS, (), paragraphs)
    return [links[i][1] if i in links else None for i in range(len(found))]


def test_a_short_form_joins_the_only_full_name_that_has_it() -> None:
    parse = make_parse(FULL, MR_BRUN.format(name="Brun"))
    assert chains(parse) == [["Oskar Brun", "Mr. Brun"]]
    assert reasons(parse) == ["name", "short form"]


def test_a_short_form_of_two_people_joins_neither() -> None:
    other = "Lena/NNP/compound/1 Brun/NNP/nsubj/2 came:come/VBD/ROOT/2"
    parse = name_entities(
        make_parse(FULL, other, "Brun/NNP/nsubj/1 left:leave/VBD/ROOT/1"),
        Oskar_Brun="PERSON",
        Lena_Brun="PERSON",
        Brun="PERSON",
    )
    assert chains(parse) == [["Oskar Brun"], ["Lena Brun"], ["Brun"]]


def test_an_apposition_ties_a_description_to_a_name() -> None:
    parse = make_parse(
        "Oskar/NNP/compound/1 Brun/NNP/nsubj/6 ,/,/punct/1 the/DT/det/4 "
        "captain/NN/appos/1 ,/,/punct/1 left:leave/VBD/ROOT/6",
        "the/DT/det/1 captain/NN/nsubj/2 came:come/VBD/ROOT/2",
    )
    assert chains(parse) == [["Oskar Brun", "the captain", "the captain"]]
    assert reasons(parse) == ["name", "apposition", "description"]


def test_an_acronym_joins_the_name_it_shortens() -> None:
    parse = make_parse(
        "Harbour/NNP/compound/2 Workers/NNPS/compound/2 Union/NNP/nsubj/3 "
        "met:meet/VBD/ROOT/3",
        "HWU/NNP/nsubj/1 left:leave/VBD/ROOT/1",
    )
    assert chains(parse) == [["Harbour Workers Union", "HWU"]]


def test_a_definite_description_joins_what_all_its_words_fit() -> None:
    parse = make_parse(
        "a/DT/det/2 young/JJ/amod/2 diver/NN/nsubj/3 came:come/VBD/ROOT/3",
        "an/DT/det/2 old/JJ/amod/2 diver/NN/nsubj/3 left:leave/VBD/ROOT/3",
        "the/DT/det/2 young/JJ/amod/2 diver/NN/nsubj/3 sat:sit/VBD/ROOT/3",
    )
    assert chains(parse) == [["a young diver", "the young diver"], ["an old diver"]]


def test_indefinite_descriptions_join_nobody() -> None:
    sentence = "a/DT/det/1 diver/NN/nsubj/2 came:come/VBD/ROOT/2"
    assert chains(make_parse(sentence, sentence)) == [["a diver"], ["a diver"]]


def test_one_is_not_many() -> None:
    parse = make_parse(
        "divers:diver/NNS/nsubj/1 came:come/VBD/ROOT/1",
        "the/DT/det/1 diver/NN/nsubj/2 left:leave/VBD/ROOT/2",
    )
    assert len(chains(parse)) == 2


@pytest.mark.parametrize("word", ["both", "two"])
def test_a_count_takes_the_group_of_so_many(word: str) -> None:
    parse = make_parse(
        "two/CD/nummod/1 divers:diver/NNS/nsubj/2 came:come/VBD/ROOT/2",
        "three/CD/nummod/1 divers:diver/NNS/nsubj/2 left:leave/VBD/ROOT/2",
        f"{word}/DT/nsubj/1 sat:sit/VBD/ROOT/1",
    )
    assert chains(parse)[0] == ["two divers", word]


def test_a_relative_joins_nobody_by_its_noun_alone() -> None:
    sentence = "his/PRP$/poss/1 lawyer/NN/nsubj/2 came:come/VBD/ROOT/2"
    first, second = chains(make_parse(sentence, sentence))
    assert "his lawyer" in first
    assert second == ["his lawyer"]


def test_a_demonym_is_its_state() -> None:
    parse = make_parse(
        "Tavara/NNP/nsubj/1 left:leave/VBD/ROOT/1",
        "Tavaran/JJ/amod/1 boats:boat/NNS/nsubj/2 came:come/VBD/ROOT/2",
    )
    assert ["Tavara", "Tavaran"] in chains(parse)


def test_a_thing_is_picked_up_by_the_same_noun() -> None:
    parse = make_parse(
        "a/DT/det/1 boat/NN/nsubj/2 left/VBD/ROOT/2",
        "the/DT/det/1 boat/NN/nsubj/2 sank/VBD/ROOT/2",
        "another/DT/det/1 boat/NN/nsubj/2 came/VBD/ROOT/2",
    )
    assert chains(parse) == [["a boat", "the boat"], ["another boat"]]


def test_bare_things_of_one_noun_are_not_one() -> None:
    parse = make_parse("boats:boat/NNS/nsubj/1 left/VBD/ROOT/1")
    both = make_parse(
        "boats:boat/NNS/nsubj/1 left/VBD/ROOT/1",
        "boats:boat/NNS/nsubj/1 sank/VBD/ROOT/1",
    )
    assert chains(parse) == [["boats"]]
    assert chains(both) == [["boats"], ["boats"]]
