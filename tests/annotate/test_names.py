from onrecord.annotate.names import find_names
from onrecord.model.actor import ActorKind
from parse_by_hand import WORDS, make_parse, name_entities


def found(*sentences: str, **labels: str) -> dict[str, tuple[str, ActorKind | None]]:
    parse = name_entities(make_parse(*sentences), **labels)
    names = find_names(parse, WORDS).names
    return {n.text: (n.name_type, n.kind) for n in names}


def test_a_title_is_no_part_of_a_personal_name() -> None:
    names = found(
        "Minister/NNP/compound/2 Mira/NNP/compound/2 Adeyemi/NNP/nsubj/3 "
        "left:leave/VBD/ROOT/3"
    )
    assert names == {"Mira Adeyemi": ("PER", ActorKind.PERSON)}


def test_a_known_state_is_one_against_the_parsers_label() -> None:
    names = found("Tavara/NNP/nsubj/1 left:leave/VBD/ROOT/1", Tavara="PERSON")
    assert names == {"Tavara": ("LOC", ActorKind.STATE)}


def test_a_place_is_a_state_only_where_it_acts() -> None:
    names = found(
        "Orvenia/NNP/nsubj/1 left:leave/VBD/ROOT/1 in/IN/prep/1 Kestria/NNP/pobj/2",
        Orvenia="GPE",
        Kestria="GPE",
    )
    assert names == {"Orvenia": ("LOC", ActorKind.STATE), "Kestria": ("LOC", None)}


def test_a_place_that_is_accused_is_a_state() -> None:
    names = found(
        "he/PRP/nsubj/1 accused:accuse/VBD/ROOT/1 Kestria/NNP/dobj/1", Kestria="GPE"
    )
    assert names == {"Kestria": ("LOC", ActorKind.STATE)}


def test_the_head_noun_makes_a_body() -> None:
    names = found(
        "the/DT/det/2 Harbour/NNP/compound/2 Union/NNP/nsubj/3 left:leave/VBD/ROOT/3"
    )
    assert names == {"Harbour Union": ("ORG", ActorKind.ORGANIZATION)}


def test_a_name_has_one_type_in_its_article() -> None:
    names = found(
        "Mr./NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2",
        "Brun/NNP/nsubj/1 came:come/VBD/ROOT/1",
        Brun="ORG",
    )
    assert names == {"Brun": ("PER", ActorKind.PERSON)}


def test_a_family_name_votes_with_the_full_name() -> None:
    names = found(
        "Oskar/NNP/compound/1 Brun/NNP/nsubj/2 left:leave/VBD/ROOT/2",
        "Brun/NNP/nsubj/1 came:come/VBD/ROOT/1",
        Oskar_Brun="PERSON",
        Brun="GPE",
    )
    assert names["Brun"] == ("PER", ActorKind.PERSON)


def test_an_adjective_of_a_state_names_nobody() -> None:
    parse = name_entities(
        make_parse(
            "Orvenian/JJ/amod/1 police/NNS/nsubj/2 left:leave/VBD/ROOT/2",
            "Orvenia/NNP/nsubj/1 came:come/VBD/ROOT/1",
        ),
        Orvenian="NORP",
        Orvenia="GPE",
    )
    names = find_names(parse, WORDS)
    assert [n.text for n in names.names] == ["Orvenia"]
    assert names.demonyms == {"orvenian": "orvenia"}


def test_days_and_numbers_are_no_names() -> None:
    assert found("Monday/NNP/nsubj/1 came:come/VBD/ROOT/1") == {}
    assert found("March/NNP/nsubj/1 came:come/VBD/ROOT/1", March="DATE") == {}


def test_joints_hold_a_name_together() -> None:
    names = found(
        "Court/NNP/nsubj/3 of/IN/prep/0 Appeal/NNP/pobj/1 sat:sit/VBD/ROOT/3",
        Court_of_Appeal="ORG",
    )
    assert names == {"Court of Appeal": ("ORG", ActorKind.PUBLIC_BODY)}
