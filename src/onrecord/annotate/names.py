"""Proper names: where they stand and what they name, one type a name and article.

The parser's labels are one vote among several: titles before a name, the head noun of
an organisation, a known state, prepositions, a demonym of the same stem elsewhere in
the article. The same name gets the same type everywhere in its article.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.name_votes import (
    GOVERNED,
    LABEL,
    STRONG,
    SURE,
    add_votes,
    head_of,
    is_body,
    winner,
)
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind
from onrecord.model.evidence import Span

_NO_NAME = frozenset(
    ["DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"]
)  # numbers and days
DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_PARTICLES = frozenset(
    ["al", "el", "bin", "ibn", "bint", "ben", "van", "von", "der", "den", "de", "du"]
)
_SPEAKS_TO = frozenset(
    ["accuse", "ask", "blame", "condemn", "implore", "order", "tell", "urge", "warn"]
)  # nobody says these to a mere place
_DEMONYM_END = re.compile(r"(?:n|an|ian|ean|ese|ish|i|er|ic|ch)s?$")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One proper name: its word indices, head word, span, type and kind of actor."""

    low: int
    high: int
    head: int
    span: Span
    text: str
    name_type: str
    kind: ActorKind | None


class NameTypes:
    """All names of an article, by the words they cover; `demonyms` are its own."""

    __slots__ = ("_at", "demonyms", "names")

    def __init__(self, names: list[NameSpan], demonyms: dict[str, str]) -> None:
        """Index names by word."""
        self.names = names
        self.demonyms = demonyms
        self._at = {i: n for n in names for i in range(n.low, n.high + 1)}

    def at(self, i: int) -> NameSpan | None:
        """Return the name that covers word `i`."""
        return self._at.get(i)


def find_names(parse: Parse, words: Words) -> NameTypes:
    """Return the proper names of an article with one type for each.

    Args:
        parse: The article's words with the parser's name labels.
        words: Titles, head nouns and states.
    """
    spans = list(_candidates(parse, words))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for low, high, label in spans:
        key = _key(parse, low, high)
        add_votes(votes[key], parse, low, high, label, words)
    _share_votes(votes)
    demonyms = _find_demonyms(parse, votes, words)
    acting = _acting_places(parse, spans)
    names = []
    for low, high, _ in spans:
        key = _key(parse, low, high)
        if key in demonyms or key.removesuffix("s") in demonyms:
            continue  # "Tavaran police", "two Tavarans": a demonym names no one
        name_type = winner(votes[key])
        if name_type == "MISC" and low == high and parse.words[low].ent == "NORP":
            continue
        head = head_of(parse.words[low : high + 1])
        span = Span(parse.words[low].start, parse.words[high].end)
        states = acting | set(demonyms.values()) | words.states
        kind = _kind(name_type, parse.words[low : high + 1], key, states, words)
        text = parse.text[span.start : span.end]
        names.append(NameSpan(low, high, head.i, span, text, name_type, kind))
    return NameTypes(names, demonyms)


def _key(parse: Parse, low: int, high: int) -> str:
    """Return the name in lower case with single spaces."""
    return " ".join(w.lower for w in parse.words[low : high + 1] if w.text.strip())


def _candidates(parse: Parse, words: Words) -> Iterator[tuple[int, int, str]]:
    """Yield (first word, last word, parser's label) of each name, in text order."""
    label: dict[int, str] = {}
    covered: dict[int, int] = {}
    for n, (start, end, name) in enumerate(parse.ents):
        for i in range(start, end):
            label[i] = name
            covered[i] = n
    sure = frozenset(
        w.lower
        for w in parse.words
        if w.tag == "NNP" and not w.opens and _names(w, label)
    )
    run: list[Word] = []
    for word in parse.words:
        if _continues(run, word, label, covered) or _is_called(run, word, words):
            run.append(word)
            continue
        yield from _split_run(run, label, words, sure)
        run = [word] if _names(word, label) or _is_known(word, sure) else []
    yield from _split_run(run, label, words, sure)


def _names(word: Word, label: dict[int, str]) -> bool:
    """Whether a word can be part of a name."""
    if word.lower in DAYS or label.get(word.i) in _NO_NAME:
        return False
    if word.tag in ("NNP", "NNPS"):
        return word.text[:1].isupper() or word.text[:1].isdigit()
    return word.text[:1].isupper() and word.i in label and word.tag[:2] in ("NN", "JJ")


def _is_called(run: list[Word], word: Word, words: Words) -> bool:
    """Whether a word is a name because a title stands before it: "Doctor Than"."""
    if not run or word.sent != run[-1].sent or word.i != run[-1].i + 1:
        return False
    return run[-1].lower in words.titles and word.text.isalpha() and word.text.istitle()


def _is_known(word: Word, sure: frozenset[str]) -> bool:
    """Whether a word that opens a sentence is one that names elsewhere."""
    nominal = word.dep in ("nsubj", "nsubjpass", "poss")
    return word.opens and nominal and word.lower in sure and word.text[:1].isupper()


def _continues(
    run: list[Word], word: Word, label: dict[int, str], covered: dict[int, int]
) -> bool:
    """Whether a word goes on with the name that `run` began."""
    if not run or word.sent != run[-1].sent or word.i != run[-1].i + 1:
        return False
    same = word.i in covered and covered.get(run[-1].i) == covered[word.i]
    joined = run[-1].text == "-" or (word.text == "-" and run[-1].end == word.start)
    if _names(word, label) or (joined and word.text[:1].isupper()):
        return True
    if word.lower in _PARTICLES or (word.text == "-" and joined):
        return True
    # Joints inside one name: "Court of Appeal", "Meridian Bank & Trust".
    return same and word.lower in ("of", "&", "and", "for", "de", "la", "van", "the")


def _split_run(
    run: list[Word], label: dict[int, str], words: Words, sure: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    """Take titles and demonyms off a run of capitalised words; yield the name.

    `sure` are words that have a capital inside a sentence too.
    """
    while len(run) > 1 and not (_names(run[-1], label) or _ends_joined(run)):
        run = run[:-1]
    if not run:
        return
    start = _after_titles(run, words)
    rest = run[start:]
    if start:
        yield from _before_titles(run[:start], label, words)
    if start == 0 and len(run) > 1 and _is_demonym(run[0], words):
        rest = run[1:]
    if not rest or (len(rest) == 1 and _is_title(rest[0], words)):
        return
    if len(rest) == 1 and words.nouns.get(rest[0].lower) is ActorKind.PERSON:
        return  # "MP", "Doctor"
    if len(rest) == 1 and rest[0].lower not in sure and _opens_sentence(rest[0], label):
        return
    if len(rest) == 1 and rest[0].tag == "JJ" and not _is_known(rest[0], sure):
        return  # "Tavaran police": an adjective names nobody by itself
    tag = "PERSON" if start else ""
    tag = tag or label.get(rest[-1].i) or label.get(rest[0].i, "")
    yield rest[0].i, rest[-1].i, tag


def _before_titles(
    run: list[Word], label: dict[int, str], words: Words
) -> Iterator[tuple[int, int, str]]:
    """Yield the state whose officer somebody is: "Kestria" of "Kestria President X"."""
    for size in (3, 2, 1):
        key = " ".join(w.lower for w in run[:size])
        if len(run) > size and (key in words.states or _is_place(run[:size], label)):
            yield run[0].i, run[size - 1].i, "GPE"
            return


def _is_place(run: list[Word], label: dict[int, str]) -> bool:
    """Whether the parser takes just these words for a place."""
    return all(label.get(w.i) == "GPE" for w in run)


def _opens_sentence(word: Word, label: dict[int, str]) -> bool:
    """Whether a word has its capital only because a sentence begins with it."""
    qualifies = word.dep in ("compound", "amod", "nmod")
    return qualifies and word.i not in label and word.opens


def _ends_joined(run: list[Word]) -> bool:
    """Whether a run ends in the second half of a hyphenated name."""
    return len(run) > 2 and run[-2].text == "-" and run[-1].text[:1].isupper()


def _after_titles(run: list[Word], words: Words) -> int:
    """Return where a personal name begins after its titles, 0 when there is none."""
    start = 0
    for n, word in enumerate(run[:-1]):
        if _is_title(word, words):
            start = n + 1
    if start and any(is_body(w, words) for w in run[start:]):
        return 0
    return start


def _is_title(word: Word, words: Words) -> bool:
    """Whether a capitalised word is a title before a name."""
    return word.lower in words.titles or words.nouns.get(word.lower) in (
        ActorKind.OFFICE,
    )


def _is_demonym(word: Word, words: Words) -> bool:
    """Whether a word is a nationality that only qualifies the name after it."""
    return word.tag == "JJ" or word.lower in words.demonyms or word.ent == "NORP"


def _share_votes(votes: dict[str, Counter[str]]) -> None:
    """Let a single word vote with the fuller personal names that end in it."""
    last = defaultdict(list)
    for key in votes:
        parts = key.split()
        if len(parts) > 1:
            last[parts[-1]].append(key)
    for key, own in votes.items():
        if " " in key:
            continue
        fuller = [f for f in last.get(key, []) if winner(votes[f]) == "PER"]
        if fuller and own["LOC"] < SURE:
            own["PER"] += STRONG + sum(own.values())


def _find_demonyms(
    parse: Parse, votes: dict[str, Counter[str]], words: Words
) -> dict[str, str]:
    """Return adjectives of this article to the name of the state they belong to."""
    places = [k for k in votes if " " not in k and _maybe_place(votes[k])]
    found: dict[str, str] = {}
    for lower in sorted({w.lower for w in parse.words if w.text[:1].isupper()}):
        if lower in words.demonyms:
            found[lower] = words.demonyms[lower]
            continue
        for place in places:
            if _is_demonym_of(lower, place):
                found[lower] = place
                votes[place]["LOC"] += STRONG
    return found


def _maybe_place(votes: Counter[str]) -> bool:
    """Whether a name has any sign of being a place, and none of being a person."""
    return votes["LOC"] > 0 or votes["PER"] <= LABEL


def _is_demonym_of(adjective: str, place: str) -> bool:
    """Whether an adjective has the stem of a place: "Tavaran" of "Tavara"."""
    if adjective == place or len(place) < 4:
        return False
    stem = re.sub(r"(?:ia|a|e|y|o)$", "", place)
    grown = len(adjective) - len(stem)
    return (
        adjective.startswith(stem)
        and 0 < grown <= 4
        and len(adjective) > len(place) - 2
        and bool(_DEMONYM_END.search(adjective))
        and adjective not in (place + "s", place + "'s")
    )


def _kind(
    name_type: str, inside: list[Word], key: str, states: frozenset[str], words: Words
) -> ActorKind | None:
    """Return the kind of actor that a name of this type stands for."""
    if name_type == "PER":
        return ActorKind.PERSON
    if name_type == "ORG":
        named = [*(w.lower for w in inside), key]
        public = any(words.nouns.get(n) is ActorKind.PUBLIC_BODY for n in named)
        return ActorKind.PUBLIC_BODY if public else ActorKind.ORGANIZATION
    if name_type == "LOC":
        return ActorKind.STATE if key in states else None
    return None


def _is_spoken_to(head: Word) -> bool:
    """Whether somebody is told to do something or said to have done it.

    "Urged Kestria to free them", "called on Kestria to", "accused Kestria of".
    """
    verb = head.head.head if head.dep == "pobj" else head.head
    if head.dep == "pobj":
        return head.head.lower in ("on", "upon") and verb.lemma == "call"
    return head.dep == "dobj" and verb.lemma in _SPEAKS_TO


def _acting_places(parse: Parse, spans: list[tuple[int, int, str]]) -> frozenset[str]:
    """Return names that act, are governed or are asked: if places, they are states.

    A capital that demands something stands for its government.
    """
    found = set()
    for low, high, _ in spans:
        head = head_of(parse.words[low : high + 1])
        owner = head.dep == "poss" and head.head.lemma in GOVERNED
        if owner or head.dep in ("nsubj", "agent") or _is_spoken_to(head):
            found.add(_key(parse, low, high))
    return frozenset(found)
