"""Votes for the type of a name: what its words and its surroundings say it is."""

import re
from collections import Counter

from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind

LABELS = {
    "PERSON": "PER",
    "ORG": "ORG",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "MISC",
    "LAW": "MISC",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LANGUAGE": "MISC",
}
_IN = frozenset(
    ["in", "at", "from", "near", "outside", "inside", "across", "around", "within"]
)
_SUFFIXES = re.compile(r"\b(?:Inc|Ltd|Corp|Co|PLC|GmbH|AG|SA|Group|Bank)\b\.?$")
_TEXTS = frozenset(
    ["act", "law", "treaty", "convention", "code", "bill", "charter", "protocol"]
)
GOVERNED = frozenset(
    [
        "government",
        "ministry",
        "minister",
        "president",
        "parliament",
        "capital",
        "embassy",
        "ambassador",
        "police",
        "army",
        "court",
        "people",
        "border",
        "territory",
        "economy",
        "king",
        "queen",
        "premier",
    ]
)

# Weights of the votes for a name's type. A known state or an honorific settles it; the
# small parser's own label is right two times in three on agency news.
SURE, STRONG, LABEL, WEAK = 60, 30, 10, 7


def add_votes(
    votes: Counter[str], parse: Parse, low: int, high: int, label: str, words: Words
) -> None:
    """Add one occurrence's votes for the type of a name."""
    if label in LABELS:
        votes[LABELS[label]] += LABEL
    inside = parse.words[low : high + 1]
    key = " ".join(w.lower for w in inside)
    before = parse.words[low - 1] if low and parse.words[low - 1].i == low - 1 else None
    after = parse.words[high + 1] if high + 1 < len(parse.words) else None
    if key in words.states or key in words.capitals:
        votes["LOC"] += SURE
    if before is not None and before.lower == "the" and before.head in inside:
        votes["PER"] -= STRONG  # nobody is called "the Halvik"
        votes["ORG"] += WEAK
    if before is not None and before.text.islower():
        said = _said_before(before, words)
        if said:
            votes[said] += STRONG
    if is_body(inside[-1], words):
        votes["ORG"] += SURE
    elif is_body(inside[0], words):
        votes["ORG"] += STRONG
    if len(inside) > 1 and inside[-1].lower in _TEXTS:
        votes["MISC"] += SURE
    if _SUFFIXES.search(inside[-1].text):
        votes["ORG"] += STRONG
    if before is not None and before.lower in words.titles:
        votes["PER"] += SURE if before.lower in words.honorifics else STRONG
    if before is not None and before.lower in _IN and len(inside) < 3:
        votes["LOC"] += STRONG
    if before is not None and before.lower == "of" and _names_place(before.head, words):
        votes["LOC"] += STRONG
    head = head_of(inside)
    if head.dep in ("compound", "nmod") and _names_place(head.head, words):
        votes["LOC"] += STRONG
    if {inside[0].lower, inside[-1].lower} & words.places and len(inside) > 1:
        votes["LOC"] += STRONG
    if after is not None and after.lower in ("'s", "'") and len(inside) == 1:
        owned = inside[-1].head
        votes["LOC"] += STRONG if owned.lemma in GOVERNED else 0
    if after is not None and after.text == "," and _age_follows(parse, high + 2):
        votes["PER"] += STRONG
    if _explained_as_person(head_of(inside), words):
        votes["PER"] += STRONG
    if 1 < len(inside) < 5 and all(w.text.isalpha() for w in inside):
        votes["PER"] += WEAK


def _said_before(word: Word, words: Words) -> str | None:
    """Return the type that a noun right before a name gives it.

    "The capital X", "the daily X", "rebel leader X".
    """
    if word.tag != "NN":
        return None
    kind = words.nouns.get(word.lower)
    if kind in (ActorKind.PERSON, ActorKind.OFFICE):
        return "PER"
    if kind in (ActorKind.ORGANIZATION, ActorKind.GROUP):
        return "ORG"
    return "LOC" if word.lower in ("capital", "city", "town", "village") else None


def _names_place(word: Word, words: Words) -> bool:
    """Whether a noun is one of places: "the port of X", "the city limits of X"."""
    return word.lemma in words.places or any(
        k.dep == "compound" and k.lemma in words.places for k in word.kids
    )


def _explained_as_person(head: Word, words: Words) -> bool:
    """Whether an apposition ties the name to a noun for a person."""
    tied = [k for k in head.kids if k.dep == "appos"]
    if head.dep == "appos":
        tied.append(head.head)
    people = (ActorKind.PERSON, ActorKind.OFFICE)
    return any(k.tag == "NN" and words.nouns.get(k.lemma) in people for k in tied)


def _age_follows(parse: Parse, i: int) -> bool:
    """Whether ", 52," stands after a name."""
    two = parse.words[i : i + 2]
    if len(two) < 2 or two[1].text not in ",.":
        return False
    return two[0].text.isdigit() and 1 < len(two[0].text) < 4


def winner(votes: Counter[str]) -> str:
    """Return the type with most votes; `MISC` where there is none."""
    order = {"PER": 0, "ORG": 1, "LOC": 2, "MISC": 3}
    ranked = sorted(votes.items(), key=lambda v: (-v[1], order[v[0]]))
    return ranked[0][0] if ranked and ranked[0][1] > 0 else "MISC"


def is_body(word: Word, words: Words) -> bool:
    """Whether a word is the head noun of an organisation."""
    return words.nouns.get(word.lower) in (
        ActorKind.PUBLIC_BODY,
        ActorKind.ORGANIZATION,
    )


def head_of(words: list[Word]) -> Word:
    """Return the word of a name that the others hang on."""
    indices = {w.i for w in words}
    for word in reversed(words):
        if word.head.i not in indices or word.head is word:
            return word
    return words[-1]
