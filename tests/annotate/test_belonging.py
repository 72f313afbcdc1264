from parse_by_hand import chains_in, make_parse


def test_a_relative_joins_nobody_by_its_noun_alone() -> None:
    sentence = "his/PRP$/poss/1 lawyer/NN/nsubj/2 came:come/VBD/ROOT/2"
    first, second = chains_in(make_parse(sentence, sentence))
    assert "his lawyer" in first
    assert second == ["his lawyer"]


def test_a_relative_of_the_same_person_is_the_same_relative() -> None:
    parse = make_parse(
        "Brun/NNP/poss/2 's/POS/case/0 lawyer/NN/nsubj/3 came:come/VBD/ROOT/3",
        "Brun/NNP/poss/2 's/POS/case/0 lawyer/NN/nsubj/3 left:leave/VBD/ROOT/3",
        "Orel/NNP/poss/2 's/POS/case/0 lawyer/NN/nsubj/3 sat:sit/VBD/ROOT/3",
    )
    lawyers = [c for c in chains_in(parse) if "lawyer" in c[0]]
    assert [len(c) for c in lawyers] == [2, 1]
