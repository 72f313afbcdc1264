import pytest

from parse_by_hand import chains_in, make_parse


def test_a_definite_description_joins_what_all_its_words_fit() -> None:
    parse = make_parse(
        "a/DT/det/2 young/JJ/amod/2 diver/NN/nsubj/3 came:come/VBD/ROOT/3",
        "an/DT/det/2 old/JJ/amod/2 diver/NN/nsubj/3 left:leave/VBD/ROOT/3",
        "the/DT/det/2 young/JJ/amod/2 diver/NN/nsubj/3 sat:sit/VBD/ROOT/3",
    )
    assert chains_in(parse) == [["a young diver", "the young diver"], ["an old diver"]]


def test_indefinite_descriptions_join_nobody() -> None:
    sentence = "a/DT/det/1 diver/NN/nsubj/2 came:come/VBD/ROOT/2"
    assert chains_in(make_parse(sentence, sentence)) == [["a diver"], ["a diver"]]


def test_one_is_not_many() -> None:
    parse = make_parse(
        "divers:diver/NNS/nsubj/1 came:come/VBD/ROOT/1",
        "the/DT/det/1 diver/NN/nsubj/2 left:leave/VBD/ROOT/2",
    )
    assert len(chains_in(parse)) == 2


@pytest.mark.parametrize("word", ["both", "two"])
def test_a_count_takes_the_group_of_so_many(word: str) -> None:
    parse = make_parse(
        "two/CD/nummod/1 divers:diver/NNS/nsubj/2 came:come/VBD/ROOT/2",
        "three/CD/nummod/1 divers:diver/NNS/nsubj/2 left:leave/VBD/ROOT/2",
        f"{word}/DT/nsubj/1 sat:sit/VBD/ROOT/1",
    )
    assert chains_in(parse)[0] == ["two divers", word]


def test_a_thing_is_picked_up_by_the_same_noun() -> None:
    parse = make_parse(
        "a/DT/det/1 boat/NN/nsubj/2 left/VBD/ROOT/2",
        "the/DT/det/1 boat/NN/nsubj/2 sank/VBD/ROOT/2",
        "another/DT/det/1 boat/NN/nsubj/2 came/VBD/ROOT/2",
    )
    assert chains_in(parse) == [["a boat", "the boat"], ["another boat"]]


def test_bare_things_of_one_noun_are_not_one() -> None:
    parse = make_parse("boats:boat/NNS/nsubj/1 left/VBD/ROOT/1")
    both = make_parse(
        "boats:boat/NNS/nsubj/1 left/VBD/ROOT/1",
        "boats:boat/NNS/nsubj/1 sank/VBD/ROOT/1",
    )
    assert chains_in(parse) == [["boats"]]
    assert chains_in(both) == [["boats"], ["boats"]]
