import pytest

from onrecord.annotate.parse import Parse
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Phrase
from parse_by_hand import make_parse, name_entities, phrases_of


def texts(parse: Parse) -> list[str]:
    spans = [f.phrase.span for f in phrases_of(parse)[0]]
    return [parse.text[s.start : s.end] for s in spans]


def only(sentence: str, **labels: str) -> Phrase:
    (found,), _ = phrases_of(name_entities(make_parse(sentence), **labels))
    return found.phrase


def test_a_phrase_holds_its_title_and_knows_its_name() -> None:
    parse = make_parse(
        "Minister/NNP/compound/2 Mira/NNP/compound/2 Adeyemi/NNP/nsubj/3 "
        "left:leave/VBD/ROOT/3"
    )
    (found,), _ = phrases_of(parse)
    phrase = found.phrase
    assert texts(parse) == ["Minister Mira Adeyemi"]
    assert phrase.name is not None
    assert parse.text[phrase.name.start : phrase.name.end] == "Mira Adeyemi"
    assert (phrase.form, phrase.kind) == (Form.NAME, ActorKind.PERSON)
    assert (phrase.animate, phrase.definite) == (True, True)


def test_of_phrases_belong_to_a_description_and_are_phrases_too() -> None:
    parse = make_parse(
        "the/DT/det/1 captain/NN/nsubj/5 of/IN/prep/1 the/DT/det/4 boat/NN/pobj/2 "
        "left:leave/VBD/ROOT/5"
    )
    found, _ = phrases_of(parse)
    assert texts(parse) == ["the captain of the boat", "the boat"]
    assert [f.phrase.within for f in found] == [None, 0]


def test_relative_clauses_are_left_out() -> None:
    parse = make_parse(
        "a/DT/det/1 diver/NN/nsubj/5 who/WP/nsubj/3 fled:flee/VBD/relcl/1 "
        "home/RB/advmod/3 left:leave/VBD/ROOT/5"
    )
    assert texts(parse) == ["a diver", "who"]


def test_an_apposition_points_at_what_it_explains() -> None:
    parse = make_parse(
        "Mira/NNP/nsubj/5 ,/,/punct/0 the/DT/det/3 minister/NN/appos/0 ,/,/punct/0 "
        "left:leave/VBD/ROOT/5"
    )
    found, _ = phrases_of(parse)
    assert found[1].phrase.apposition_of == 0


@pytest.mark.parametrize(
    ("word", "gender", "number"),
    [
        ("he", Gender.MALE, 1),
        ("herself", Gender.FEMALE, 1),
        ("it", Gender.THING, 1),
        ("they", Gender.UNKNOWN, 2),
    ],
)
def test_pronouns_have_gender_and_number(
    word: str, gender: Gender, number: int
) -> None:
    phrase = only(f"{word}/PRP/nsubj/1 left:leave/VBD/ROOT/1")
    assert (phrase.form, phrase.gender) == (Form.PRONOUN, gender)
    assert phrase.number == number


def test_an_adjective_of_a_state_stands_for_the_state() -> None:
    found, _ = phrases_of(make_parse("Tavaran/JJ/amod/1 boats:boat/NNS/ROOT/1"))
    assert found[0].phrase.name_type == "MISC:demonym"
    assert found[0].phrase.kind is ActorKind.STATE


def test_the_body_before_its_spokesman_is_a_phrase() -> None:
    parse = make_parse("a/DT/det/2 ministry/NN/compound/2 spokesman/NN/ROOT/2")
    assert texts(parse) == ["ministry", "a ministry spokesman"]


def test_a_thing_is_a_phrase_that_nobody_is() -> None:
    phrase = only("the/DT/det/1 boat/NN/nsubj/2 left:leave/VBD/ROOT/2")
    assert (phrase.kind, phrase.animate) == (None, False)


def test_punctuation_alone_heads_no_phrase() -> None:
    assert phrases_of(make_parse("--/NN/ROOT/0 there/EX/expl/0"))[0] == []


def test_an_aside_that_a_phrase_opens_and_does_not_close_is_no_part_of_it() -> None:
    parse = make_parse(
        "the/DT/det/1 court/NN/nsubj/6 (/-LRB-/punct/1 of/IN/prep/1 "
        "appeal/NN/pobj/3 ,/,/punct/6 spoke:speak/VBD/ROOT/6"
    )
    assert "the court" in texts(parse)
