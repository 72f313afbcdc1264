from parse_by_hand import chains_in, make_parse, reasons_in


def test_an_apposition_ties_a_description_to_a_name() -> None:
    parse = make_parse(
        "Oskar/NNP/compound/1 Brun/NNP/nsubj/6 ,/,/punct/1 the/DT/det/4 "
        "captain/NN/appos/1 ,/,/punct/1 left:leave/VBD/ROOT/6",
        "the/DT/det/1 captain/NN/nsubj/2 came:come/VBD/ROOT/2",
    )
    assert chains_in(parse) == [["Oskar Brun", "the captain", "the captain"]]
    assert reasons_in(parse) == ["name", "apposition", "description"]
