from parse_by_hand import chains_in, make_parse, name_entities, reasons_in


def test_an_apposition_ties_a_description_to_a_name() -> None:
    parse = make_parse(
        "Oskar/NNP/compound/1 Brun/NNP/nsubj/6 ,/,/punct/1 the/DT/det/4 "
        "captain/NN/appos/1 ,/,/punct/1 left:leave/VBD/ROOT/6",
        "the/DT/det/1 captain/NN/nsubj/2 came:come/VBD/ROOT/2",
    )
    assert chains_in(parse) == [["Oskar Brun", "the captain", "the captain"]]
    assert reasons_in(parse) == ["name", "apposition", "description"]


def test_a_title_read_apart_from_its_name_is_the_named_one() -> None:
    parse = name_entities(
        make_parse(
            "Captain/NN/nsubj/4 Orel/NNP/compound/2 Brun/NNP/nsubj/4 was/VBD/auxpass/4 "
            "freed:free/VBN/ROOT/4"
        ),
        Orel_Brun="PERSON",
    )
    assert chains_in(parse) == [["Captain", "Orel Brun"]]
    assert reasons_in(parse) == ["title", "name"]


def test_a_title_with_a_comma_behind_it_is_not_the_one_named_next() -> None:
    parse = name_entities(
        make_parse(
            "the/DT/det/1 captain/NN/nsubj/5 ,/,/punct/1 Orel/NNP/compound/4 "
            "Brun/NNP/nsubj/5 said:say/VBD/ROOT/5"
        ),
        Orel_Brun="PERSON",
    )
    assert chains_in(parse) == [["the captain"], ["Orel Brun"]]
