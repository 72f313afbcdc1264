import pytest

from onrecord.annotate.describe import (
    count_of,
    describe_kind,
    gender_of,
    is_definite,
    stated_count,
)
from onrecord.annotate.parse import Word
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender
from parse_by_hand import WORDS, make_parse


def last(sentence: str) -> tuple[Word, list[Word]]:
    words = make_parse(sentence).words
    return words[-1], words[:-1]


@pytest.mark.parametrize(
    ("sentence", "plural", "kind"),
    [
        ("the/DT/det/1 diver/NN/ROOT/1", False, ActorKind.PERSON),
        ("the/DT/det/1 divers:diver/NNS/ROOT/1", True, ActorKind.GROUP),
        ("the/DT/det/1 minister/NN/ROOT/1", False, ActorKind.OFFICE),
        ("a/DT/det/1 minister/NN/ROOT/1", False, ActorKind.PERSON),
        ("the/DT/det/1 boat/NN/ROOT/1", False, None),
        ("the/DT/det/1 gunmen/NNS/ROOT/1", True, ActorKind.GROUP),
        ("both/DT/nsubj/0", True, ActorKind.GROUP),
    ],
)
def test_a_description_has_the_kind_of_its_noun(
    sentence: str, plural: bool, kind: ActorKind | None
) -> None:
    word, inside = last(sentence)
    assert describe_kind(word, inside, plural, WORDS) is kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("two/CD/ROOT/0 of/IN/prep/0 divers:diver/NNS/pobj/1", ActorKind.GROUP),
        ("two/CD/ROOT/0 of/IN/prep/0 boats:boat/NNS/pobj/1", None),
        ("two/CD/ROOT/0 of/IN/prep/0 them/PRP/pobj/1", ActorKind.GROUP),
    ],
)
def test_some_of_people_are_people(sentence: str, kind: ActorKind | None) -> None:
    word = make_parse(sentence).words[0]
    assert describe_kind(word, [], True, WORDS) is kind


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("three/CD/nummod/1 divers/NNS/ROOT/1", 3),
        ("1,200/CD/nummod/1 divers/NNS/ROOT/1", 1200),
        ("sixty/CD/nummod/1 divers/NNS/ROOT/1", 60),
        ("sixty/CD/compound/1 three/CD/nummod/2 divers/NNS/ROOT/2", 63),
        ("divers/NNS/ROOT/0", None),
        ("two/CD/ROOT/0", 2),
        ("٣/CD/nummod/1 divers/NNS/ROOT/1", None),
        ("99999999999/CD/nummod/1 divers/NNS/ROOT/1", None),
    ],
)
def test_a_number_is_read_in_digits_and_words(sentence: str, count: int | None) -> None:
    assert stated_count(last(sentence)[0]) == count


def test_a_bare_plural_counts_as_two() -> None:
    word, _ = last("divers/NNS/ROOT/0")
    assert (count_of(word, True), count_of(word, False)) == (2, 1)


@pytest.mark.parametrize(
    ("sentence", "gender"),
    [
        ("Mr./NNP/compound/1 Brun/NNP/ROOT/1", Gender.MALE),
        ("Ms./NNP/compound/1 Brun/NNP/ROOT/1", Gender.FEMALE),
        ("the/DT/det/1 widow/NN/ROOT/1", Gender.FEMALE),
        ("the/DT/det/1 spokesman/NN/ROOT/1", Gender.MALE),
        ("the/DT/det/1 diver/NN/ROOT/1", Gender.UNKNOWN),
    ],
)
def test_gender_comes_from_the_phrases_own_words(sentence: str, gender: Gender) -> None:
    word, inside = last(sentence)
    assert gender_of(word, inside, None, WORDS) is gender


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("the/DT/det/1 diver/NN/ROOT/1", True),
        ("a/DT/det/1 diver/NN/ROOT/1", False),
        ("no/DT/det/1 diver/NN/ROOT/1", False),
        ("his/PRP$/poss/1 lawyer/NN/ROOT/1", True),
        ("divers/NNS/ROOT/0", False),
    ],
)
def test_definite_is_who_is_known(sentence: str, answer: bool) -> None:
    assert is_definite(last(sentence)[0], None) is answer
