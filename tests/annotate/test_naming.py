from parse_by_hand import chains_in, make_parse, name_entities, reasons_in

MR_BRUN = "Mr./NNP/compound/1 {name}/NNP/nsubj/2 left:leave/VBD/ROOT/2"
FULL = "Oskar/NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2"


def test_a_short_form_joins_the_only_full_name_that_has_it() -> None:
    parse = make_parse(FULL, MR_BRUN.format(name="Brun"))
    assert chains_in(parse) == [["Oskar Brun", "Mr. Brun"]]
    assert reasons_in(parse) == ["name", "short form"]


def test_a_short_form_of_two_people_joins_neither() -> None:
    other = "Lena/NNP/compound/1 Brun/NNP/nsubj/2 came:come/VBD/ROOT/2"
    parse = name_entities(
        make_parse(FULL, other, "Brun/NNP/nsubj/1 left:leave/VBD/ROOT/1"),
        Oskar_Brun="PERSON",
        Lena_Brun="PERSON",
        Brun="PERSON",
    )
    assert chains_in(parse) == [["Oskar Brun"], ["Lena Brun"], ["Brun"]]


def test_an_acronym_joins_the_name_it_shortens() -> None:
    parse = make_parse(
        "Harbour/NNP/compound/2 Workers/NNPS/compound/2 Union/NNP/nsubj/3 "
        "met:meet/VBD/ROOT/3",
        "HWU/NNP/nsubj/1 left:leave/VBD/ROOT/1",
    )
    assert chains_in(parse) == [["Harbour Workers Union", "HWU"]]


def test_a_short_name_in_brackets_is_the_body_before_it() -> None:
    parse = name_entities(
        make_parse(
            "the/DT/det/3 Harbour/NNP/compound/3 Workers/NNPS/compound/3 "
            "Union/NNP/nsubj/7 (/-LRB-/punct/3 KVF/NNP/appos/3 )/-RRB-/punct/3 "
            "met:meet/VBD/ROOT/7",
            "KVF/NNP/nsubj/1 left:leave/VBD/ROOT/1",
        ),
        Harbour_Workers_Union="ORG",
        KVF="ORG",
    )
    assert [len(c) for c in chains_in(parse)] == [3]


def test_a_ministry_of_something_has_the_initials_of_all_its_words() -> None:
    parse = name_entities(
        make_parse(
            "Ministry/NNP/nsubj/3 of/IN/prep/0 Defence/NNP/pobj/1 met:meet/VBD/ROOT/3",
            "MOD/NNP/nsubj/1 left:leave/VBD/ROOT/1",
            "MOX/NNP/nsubj/1 left:leave/VBD/ROOT/1",
        ),
        Ministry_of_Defence="ORG",
        MOD="ORG",
        MOX="ORG",
    )
    assert ["MOX"] in chains_in(parse)
    assert ["MOD"] not in chains_in(parse)
