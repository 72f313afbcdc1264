"""What a noun phrase says of whom it describes: kind, number, gender, definiteness."""

import re

from onrecord.annotate.names import NameSpan
from onrecord.annotate.parse import Word
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender

_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_NUMBERS = {
    w: i
    for i, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
HEAD_WORDS = frozenset(
    [
        "both",
        "neither",
        "others",
        "two",
        "three",
        "four",
        "five",
        "six",
        "dozens",
        "hundreds",
        "thousands",
        "some",
        "many",
        "several",
        "few",
        "most",
        "all",
        "those",
        "none",
    ]
)
_OPEN = frozenset(["a", "an", "another", "some", "any", "no", "each", "every", "what"])
_MALE = frozenset(
    [
        "man",
        "boy",
        "father",
        "son",
        "brother",
        "husband",
        "uncle",
        "nephew",
        "grandfather",
        "widower",
        "king",
        "prince",
        "spokesman",
        "policeman",
        "gunman",
        "businessman",
        "chairman",
        "congressman",
        "fisherman",
        "lord",
    ]
)
_FEMALE = frozenset(
    [
        "woman",
        "girl",
        "mother",
        "daughter",
        "sister",
        "wife",
        "aunt",
        "niece",
        "grandmother",
        "widow",
        "queen",
        "princess",
        "spokeswoman",
        "policewoman",
        "businesswoman",
        "chairwoman",
        "congresswoman",
    ]
)


def describe_kind(
    word: Word, inside: list[Word], plural: bool, words: Words
) -> ActorKind | None:
    """Return the kind of actor that a description names, None for a thing."""
    if word.lower in HEAD_WORDS:
        return _kind_of_some(word, words)
    before = [w.lower for w in inside if w.i < word.i]
    head = word.lemma
    for key in (f"{before[-1]} {head}" if before else "", word.lower, head):
        kind = words.nouns.get(key)
        if kind is not None:
            break
    else:
        if not re.search(r"(?:men|women|people)$", word.lower):
            return None
        return ActorKind.GROUP
    if plural and kind in (ActorKind.PERSON, ActorKind.OFFICE):
        return ActorKind.GROUP
    if kind is ActorKind.OFFICE and not is_definite(word, None):
        return ActorKind.PERSON
    return kind


def _kind_of_some(word: Word, words: Words) -> ActorKind | None:
    """Return what "both", "many of them", "two of the men" are: people or things."""
    of = next((k for k in word.kids if k.dep == "prep" and k.lower == "of"), None)
    some = of.kid("pobj") if of is not None else None
    if some is None or some.tag == "PRP":
        return ActorKind.GROUP
    return ActorKind.GROUP if some.lemma in words.nouns else None


def stated_count(word: Word) -> int | None:
    """Return the number that stands before a noun, or is one: "sixty-three"."""
    for kid in word.all("nummod"):
        digits = kid.lower.replace(",", "")
        if digits.isascii() and digits.isdigit() and len(digits) < 8:
            return int(digits)
        tens = next((_TENS[k.lower] for k in kid.kids if k.lower in _TENS), 0)
        if kid.lower in _NUMBERS or tens:
            return tens + _NUMBERS.get(kid.lower, 0)
        if kid.lower in _TENS:
            return _TENS[kid.lower]
    return _NUMBERS.get(word.lower)


def count_of(word: Word, plural: bool) -> int:
    """Return the stated number, else 2 for a bare plural and 1 for a singular."""
    stated = stated_count(word)
    return stated if stated is not None else (2 if plural else 1)


def gender_of(
    word: Word, inside: list[Word], name: NameSpan | None, words: Words
) -> Gender:
    """Return what pronoun would pick the phrase up, from its own words only."""
    lemmas = {w.lemma for w in inside} | {word.lemma}
    lowers = {w.lower for w in inside}
    if lemmas & _MALE or any(words.titles.get(w) == "male" for w in lowers):
        return Gender.MALE
    if lemmas & _FEMALE or any(words.titles.get(w) == "female" for w in lowers):
        return Gender.FEMALE
    if name is not None and name.name_type != "PER":
        return Gender.THING
    return Gender.UNKNOWN


def is_definite(word: Word, name: NameSpan | None) -> bool:
    """Whether the phrase speaks of somebody known: a name, "the", "his", "X's"."""
    if name is not None:
        return True
    for kid in word.kids:
        if kid.dep == "poss":
            return True
        if kid.dep == "det":
            return kid.lower not in _OPEN
    return False
