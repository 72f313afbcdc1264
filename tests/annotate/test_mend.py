import pytest

from onrecord.annotate.mend import mend_parse
from parse_by_hand import make_parse

LETTER = (
    "Orr/NNP/nsubj/1 {verb}/VBD/ROOT/1 in/IN/prep/1 a/DT/det/4 letter/NN/pobj/2 "
    "that/WDT/dobj/7 it/PRP/nsubj/7 {inner}/VBD/relcl/4"
)


def relation(verb: str, inner: str) -> tuple[str, str]:
    parse = make_parse(LETTER.format(verb=verb, inner=inner))
    mend_parse(parse)
    word = parse.words[7]
    assert word in word.head.kids
    return word.dep, word.head.text


def test_what_is_said_in_a_letter_hangs_on_the_verb() -> None:
    assert relation("said:say", "rained:rain") == ("ccomp", "said")


@pytest.mark.parametrize(
    ("verb", "inner"), [("said:say", "sent:send"), ("found:find", "hid:hide")]
)
def test_a_clause_about_the_letter_stays_with_it(verb: str, inner: str) -> None:
    assert relation(verb, inner) == ("relcl", "letter")


def test_that_as_a_subject_is_a_relative() -> None:
    parse = make_parse(
        "Orr/NNP/nsubj/1 told:tell/VBD/ROOT/1 a/DT/det/3 court/NN/dobj/1 "
        "that/WDT/nsubj/5 sat:sit/VBD/relcl/3"
    )
    mend_parse(parse)
    assert parse.words[5].dep == "relcl"


def test_a_verb_that_has_its_content_takes_no_other() -> None:
    sentence = LETTER.format(verb="said:say", inner="rained:rain")
    parse = make_parse(f"{sentence} left:leave/VBD/ccomp/1")
    mend_parse(parse)
    assert parse.words[7].dep == "relcl"


def test_what_one_is_accused_of_hangs_on_the_verb() -> None:
    parse = make_parse(
        "Orr/NNP/nsubj/1 accused:accuse/VBD/ROOT/1 the/DT/det/3 mill/NN/dobj/1 "
        "of/IN/prep/3 hiding:hide/VBG/pcomp/4 it/PRP/dobj/5"
    )
    mend_parse(parse)
    assert parse.words[4].head.text == "accused"
    assert [k.text for k in parse.words[3].kids] == ["the"]


def test_what_a_body_is_of_stays() -> None:
    parse = make_parse(
        "Orr/NNP/nsubj/1 accused:accuse/VBD/ROOT/1 the/DT/det/3 head/NN/dobj/1 "
        "of/IN/prep/3 police/NNS/pobj/4"
    )
    mend_parse(parse)
    assert parse.words[4].head.text == "head"


def test_a_name_has_no_deed_of_its_own() -> None:
    parse = make_parse(
        "Orr/NNP/nsubj/1 accused:accuse/VBD/ROOT/1 Brun/NNP/dobj/1 "
        "of/IN/prep/2 fraud/NN/pobj/3"
    )
    mend_parse(parse)
    assert parse.words[3].head.text == "accused"
