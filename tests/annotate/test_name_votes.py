from collections import Counter

import pytest

from onrecord.annotate.name_votes import add_votes, head_of, is_body, winner
from parse_by_hand import WORDS, make_parse


def voted(sentence: str, name: str, label: str = "") -> str:
    parse = make_parse(sentence)
    parts = name.split()
    texts = [w.text for w in parse.words]
    low = texts.index(parts[0])
    votes: Counter[str] = Counter()
    add_votes(votes, parse, low, low + len(parts) - 1, label, WORDS)
    return winner(votes)


@pytest.mark.parametrize(
    ("sentence", "name", "answer"),
    [
        ("Mr./NNP/compound/1 Brun/NNP/ROOT/1", "Brun", "PER"),
        ("in/IN/prep/0 Brun/NNP/pobj/0", "Brun", "LOC"),
        ("port/NN/ROOT/0 of/IN/prep/0 Brun/NNP/pobj/1", "Brun", "LOC"),
        ("Brun/NNP/nsubj/3 ,/,/punct/0 52/CD/appos/0 ,/,/punct/0", "Brun", "PER"),
        ("Brun/NNP/compound/1 Court/NNP/ROOT/1", "Brun Court", "ORG"),
        ("Brun/NNP/compound/1 Ltd/NNP/ROOT/1", "Brun Ltd", "ORG"),
        ("Brun/NNP/compound/1 Treaty/NNP/ROOT/1", "Brun Treaty", "MISC"),
        ("Brun/NNP/poss/2 's/POS/case/0 police/NN/ROOT/2", "Brun", "LOC"),
        ("Oskar/NNP/compound/1 Brun/NNP/ROOT/1", "Oskar Brun", "PER"),
        ("Brun/NNP/ROOT/0 diver/NN/appos/0", "Brun", "PER"),
        ("saw/VBD/ROOT/0 Brun/NNP/dobj/0", "Brun", "MISC"),
    ],
)
def test_surroundings_vote(sentence: str, name: str, answer: str) -> None:
    assert voted(sentence, name) == answer


def test_surroundings_outvote_the_parsers_label() -> None:
    sentence = "Mr./NNP/compound/1 Brun/NNP/ROOT/1"
    assert voted(sentence, "Brun", "GPE") == "PER"


def test_the_label_decides_where_nothing_else_speaks() -> None:
    sentence = "saw/VBD/ROOT/0 Brun/NNP/dobj/0"
    assert voted(sentence, "Brun", "FAC") == "LOC"
    assert voted(sentence, "Brun", "DATE") == "MISC"


def test_a_tie_goes_to_the_person() -> None:
    assert winner(Counter(LOC=7, PER=7)) == "PER"
    assert winner(Counter()) == "MISC"


def test_the_head_of_a_name_hangs_on_nothing_in_it() -> None:
    words = make_parse("Court/NNP/ROOT/0 of/IN/prep/0 Appeal/NNP/pobj/1").words
    assert head_of(words) is words[0]


def test_a_body_is_told_by_its_noun() -> None:
    court, diver = make_parse("court/NN/ROOT/0 diver/NN/dep/0").words
    assert is_body(court, WORDS)
    assert not is_body(diver, WORDS)
