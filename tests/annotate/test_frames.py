from onrecord.model.clause import Role
from onrecord.model.evidence import Span
from parse_by_hand import make_builder, make_parse, name_entities, told


def test_whose_request_it_was_has_a_marker_of_its_own() -> None:
    parse = make_parse(
        "held:hold/VBN/ROOT/0 at/IN/prep/0 the/DT/det/3 request/NN/pobj/1 of/IN/prep/3 "
        "court/NN/pobj/4"
    )
    builder = make_builder(parse, 0)
    assert told(parse, builder.prepositions(parse.words[0])) == [
        "oblique:at request of:court"
    ]


def test_the_owner_of_a_request_is_found_too() -> None:
    parse = make_parse(
        "held:hold/VBN/ROOT/0 at/IN/prep/0 court/NN/poss/3 request/NN/pobj/1"
    )
    builder = make_builder(parse, 0)
    assert told(parse, builder.prepositions(parse.words[0])) == [
        "oblique:at request of:court"
    ]


def test_a_day_is_a_time_and_a_prison_a_place() -> None:
    parse = make_parse(
        "held:hold/VBN/ROOT/0 in/IN/prep/0 prison/NN/pobj/1 on/IN/prep/0 "
        "Monday/NNP/pobj/3 with/IN/prep/0 families/NNS/pobj/5"
    )
    builder = make_builder(parse, 0, times=("Monday",))
    assert told(parse, builder.prepositions(parse.words[0])) == [
        "place:in:prison",
        "time:on:Monday",
        "oblique:with:families",
    ]


def test_a_known_place_name_is_a_place() -> None:
    parse = name_entities(
        make_parse("held:hold/VBN/ROOT/0 in/IN/prep/0 Tavara/NNP/pobj/1"), Tavara="GPE"
    )
    (argument,) = make_builder(parse, 0).prepositions(parse.words[0])
    assert argument.role is Role.PLACE
    assert argument.mention == 0


def test_a_bare_day_is_a_time() -> None:
    parse = make_parse("left:leave/VBD/ROOT/0 Monday/NNP/npadvmod/0")
    builder = make_builder(parse, 0, times=("Monday",))
    assert told(parse, builder.prepositions(parse.words[0])) == ["time:Monday"]
    assert make_builder(parse, 0).prepositions(parse.words[0]) == []


def test_punctuation_at_the_ends_is_no_part_of_a_span() -> None:
    parse = make_parse(",/,/punct/1 left:leave/VBD/ROOT/1 \"/''/punct/1 ././punct/1")
    assert make_builder(parse, 1).extent(parse.words[1]) == Span(2, 6)


def test_a_clause_hangs_on_the_nearest_predicate_above() -> None:
    parse = make_parse(
        "said:say/VBD/ROOT/0 that/IN/mark/3 police/NNS/nsubj/3 left:leave/VBD/ccomp/0"
    )
    builder = make_builder(parse, 0, 3)
    assert builder.parent(parse.words[3]) == 0
    assert builder.parent(parse.words[0]) is None
