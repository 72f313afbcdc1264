"""Noun phrases: every candidate for a mention, with its head, name and kind.

A phrase is a noun with what describes it: determiners, adjectives, possessors, titles,
of-phrases ("the foreign minister of Tessaly"). Relative clauses and appositions are
left out: an apposition is a phrase of its own that points at the one it explains.
"""

from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.annotate.describe import (
    HEAD_WORDS,
    count_of,
    describe_kind,
    gender_of,
    is_definite,
)
from onrecord.annotate.names import NameSpan, NameTypes
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind, Form
from onrecord.model.document import Gender, Phrase
from onrecord.model.evidence import Span

_LEFT = frozenset(
    [
        "det",
        "amod",
        "compound",
        "poss",
        "nummod",
        "nmod",
        "quantmod",
        "predet",
        "nn",
        "case",
        "advmod",
        "punct",
    ]
)
_PRONOUNS: dict[str, tuple[Gender, int]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (Gender.MALE, 1)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (Gender.FEMALE, 1)),
    **dict.fromkeys(("it", "its", "itself"), (Gender.THING, 1)),
    **dict.fromkeys(("they", "them", "their", "themselves"), (Gender.UNKNOWN, 2)),
    **dict.fromkeys(("i", "me", "my", "myself"), (Gender.UNKNOWN, 1)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (Gender.UNKNOWN, 2)),
    **dict.fromkeys(("you", "your", "yours"), (Gender.UNKNOWN, 1)),
    **dict.fromkeys(("yourself", "mine"), (Gender.UNKNOWN, 1)),
    **dict.fromkeys(("who", "whom", "whose"), (Gender.UNKNOWN, 1)),
}
# Stand for what was said as often as for a thing; only where they stand alone.
_POINTERS = {"this": 1, "that": 1, "these": 2, "those": 2}
_ALONE = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "attr", "dative", "conj"])
# Behind these comes what a phrase is told by, not more of it.
_BREAKS = frozenset([":", ";", "(", "[", "--"])
# What hangs on a noun without being part of it.
_ASIDE = frozenset(["punct", "cc", "conj", "preconj", "mark", "prt", "dep", "cop"])
# A description keeps these when they say which one is meant.
_DESCRIBES = frozenset({"of", "for"})
_PLACED = frozenset({"in", "at", "from", "with"})


@dataclass(slots=True)
class Found:
    """A phrase with the words it was made from, while `annotate` works on it."""

    phrase: Phrase
    head: Word
    low: int
    high: int


def find_phrases(parse: Parse, names: NameTypes, words: Words) -> list[Found]:
    """Return the noun phrases of an article, in text order of their heads.

    Args:
        parse: The article's words.
        names: Its proper names with their types.
        words: Tables of head nouns and titles.
    """
    found: list[Found] = []
    for word in parse.words:
        if _is_head(word, names) or _is_body_before(word, names, words):
            found.append(_make(word, parse, names, words))
    by_head = {f.head.i: n for n, f in enumerate(found)}
    for n, item in enumerate(found):
        within = _owner(item, by_head)
        apposed = _apposed(item.head, by_head)
        if within is not None or apposed is not None:
            item.phrase = replace(item.phrase, within=within, apposition_of=apposed)
        found[n] = item
    return found


def _is_head(word: Word, names: NameTypes) -> bool:
    """Whether a word heads a noun phrase."""
    name = names.at(word.i)
    if name is not None and name.head != word.i:
        return False
    if word.tag in ("PRP", "PRP$") or word.lower in ("who", "whom", "whose"):
        return word.lower in _PRONOUNS
    if _is_demonym(word, names):
        return True
    if word.tag == "EX" or not any(c.isalnum() for c in word.text):
        return False
    if word.lower in _POINTERS and word.tag == "DT":
        return word.dep in _ALONE
    if name is not None:
        return True
    if word.tag[:2] == "NN":
        return word.dep not in ("compound", "nmod", "nn", "npadvmod")
    bare = word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "ROOT")
    return bare and word.lower in HEAD_WORDS


def _is_body_before(word: Word, names: NameTypes, words: Words) -> bool:
    """Whether a noun is the body that somebody works for: "ministry spokesman"."""
    if word.dep not in ("compound", "nmod", "nn") or word.tag[:2] != "NN":
        return False
    if names.at(word.i) is not None or word.lemma not in words.nouns:
        return False
    if word.i + 1 != word.head.i and word.head.i - word.i > 4:
        return False
    body = words.nouns[word.lemma] in (ActorKind.PUBLIC_BODY, ActorKind.ORGANIZATION)
    owner = words.nouns.get(word.head.lemma)
    name = names.at(word.head.i)
    person = name is not None and name.name_type == "PER"
    return body and (person or owner in (ActorKind.PERSON, ActorKind.OFFICE))


def _with_owner(low: int, words: list[Word], names: NameTypes) -> int:
    """Take in whose body it is: "Orvenian" or "Orvenia's" before "foreign ministry"."""
    before = words[low - 1] if low > 0 else None
    if before is None or before.sent != words[low].sent:
        return low
    if before.lower in names.demonyms:
        return low - 1
    if before.tag == "POS" and before.head.i < low:
        return _leftmost(before.head, before.head.i)
    return low


def _is_demonym(word: Word, names: NameTypes) -> bool:
    """Whether a word is a state's adjective before a noun: "an Orvenian offer"."""
    return word.lower in names.demonyms and word.dep in ("amod", "compound", "nmod")


def _make(word: Word, parse: Parse, names: NameTypes, words: Words) -> Found:
    """Build the phrase that `word` heads."""
    name = names.at(word.i)
    low, high = _extent(word, name, words)
    all_words = parse.words
    if _is_body_before(word, names, words):
        low = _with_owner(low, all_words, names)
    high = _before_bracket(word.i, high, all_words)
    span = Span(all_words[low].start, all_words[high].end)
    if _is_demonym(word, names) and name is None:
        return Found(_demonym(word), word, word.i, word.i)
    if word.lower in _PRONOUNS and name is None:
        return Found(_pronoun(word, span), word, low, high)
    if word.lower in _POINTERS and word.tag == "DT":
        return Found(_pointer(word), word, low, high)
    phrase = _noun(word, span, name, words, all_words[low:high], names.demonyms)
    whole = _whole(word, low, high, parse)
    if whole != span:
        phrase = replace(phrase, whole=whole)
    return Found(phrase, word, low, high)


def _before_bracket(head: int, high: int, words: list[Word]) -> int:
    """Return a phrase's last word, an aside that it opens and does not close cut."""
    for i in range(head + 1, high + 1):
        if words[i].text in ("(", "["):
            closed = any(w.text in (")", "]") for w in words[i + 1 : high + 1])
            return high if closed else i - 1
    return high


def _whole(word: Word, low: int, high: int, parse: Parse) -> Span:
    """Return a phrase with the clauses and appositions that hang on it."""
    first, last = low, high
    for kid in word.kids:
        if kid.dep in _ASIDE:
            continue
        if kid.i < word.i:
            first = min(first, low if kid.dep not in _LEFT else _edge(kid, 0))
            break
    for kid in reversed(word.kids):
        if kid.i < word.i:
            break
        if kid.dep not in _ASIDE:
            last = max(last, _edge(kid, -1))
            break
    words = parse.words
    for i in range(high + 1, last):
        if words[i].text in _BREAKS:
            last = i - 1
            break
    while last > high and not _closes(words, last):
        last -= 1
    while first < low and words[first].dep == "punct":
        first += 1
    return Span(words[first].start, words[last].end)


# No language hangs so many words one on the other; a row of 10,000 brackets does.
_DEEPEST = 200


def _edge(word: Word, side: int) -> int:
    """Return the first (0) or last (-1) word of all that hangs on a word."""
    for _ in range(_DEEPEST):
        if not word.kids or (word.kids[side].i > word.i) == (side == 0):
            break
        word = word.kids[side]
    return word.i


def _closes(words: list[Word], last: int) -> bool:
    """Whether a phrase may end in a word: no mark but a bracket."""
    word = words[last]
    return word.text in (")", "]", "%") or (word.dep != "punct" and word.tag != "POS")


def _pointer(word: Word) -> Phrase:
    """Build the phrase of "this" or "those" that stands alone."""
    span = Span(word.start, word.end)
    return Phrase(
        span=span,
        head=span,
        head_lemma=word.lower,
        form=Form.PRONOUN,
        sent=word.sent,
        number=_POINTERS[word.lower],
        gender=Gender.THING,
        definite=True,
    )


def _pronoun(word: Word, span: Span) -> Phrase:
    """Build the phrase of a pronoun; who it stands for is the chains' affair."""
    gender, number = _PRONOUNS[word.lower]
    return Phrase(
        span=span,
        head=span,
        head_lemma=word.lower,
        form=Form.PRONOUN,
        sent=word.sent,
        number=number,
        gender=gender,
        definite=True,
        animate=gender is not Gender.THING,
    )


def _demonym(word: Word) -> Phrase:
    """Build the phrase of a state's adjective, which stands for the state.

    An adjective of two words ("South Korean") is its second word to the parser.
    """
    first = word.end - max(len(word.text), len(word.lower))
    span = Span(max(0, first), word.end)
    return Phrase(
        span=span,
        head=span,
        head_lemma=word.lower,
        form=Form.NOMINAL,
        sent=word.sent,
        name_type="MISC:demonym",
        kind=ActorKind.STATE,
        gender=Gender.THING,
        definite=True,
        animate=True,
    )


def _noun(
    word: Word,
    span: Span,
    name: NameSpan | None,
    words: Words,
    inside: list[Word],
    demonyms: dict[str, str],
) -> Phrase:
    """Build the phrase of a noun or a name."""
    plural = word.tag in ("NNS", "NNPS") or word.lower in HEAD_WORDS
    kind = name.kind if name else describe_kind(word, inside, plural, words)
    if kind is None and word.dep == "nsubj" and word.head.lemma in words.speech:
        kind = (
            ActorKind.ORGANIZATION
        )  # what says something is somebody: "the list said"
    people = {word.lower, word.lower.removesuffix("s")} & demonyms.keys()
    if name is None and kind is None and (people or word.ent == "NORP"):
        kind = ActorKind.GROUP if plural else ActorKind.PERSON  # "two Tavarans"
    return Phrase(
        span=span,
        head=Span(word.start, word.end),
        head_lemma=word.lemma if name is None else word.lower,
        form=Form.NAME if name else Form.NOMINAL,
        sent=word.sent,
        name=name.span if name else None,
        name_type=name.name_type if name else None,
        kind=kind,
        number=count_of(word, plural),
        gender=gender_of(word, inside, name, words),
        definite=is_definite(word, name),
        animate=kind is not None and kind is not ActorKind.DOCUMENT,
    )


def _extent(word: Word, name: NameSpan | None, words: Words) -> tuple[int, int]:
    """Return the first and last word index of the phrase."""
    low = high = word.i
    if name is not None:
        low, high = min(low, name.low), max(high, name.high)
    for kid in word.kids:
        if kid.i < low and kid.dep in _LEFT and _belongs(kid):
            low = _leftmost(kid, low)
    person = name is not None and name.name_type == "PER"
    if person:
        return low, high
    places = name is None and words.nouns.get(word.lemma) in (
        ActorKind.PUBLIC_BODY,
        ActorKind.ORGANIZATION,
        ActorKind.OFFICE,
    )
    for kid in word.kids:
        if kid.i > high and _describes(kid, places):
            high = max(high, _rightmost(kid))
    return low, high


def _belongs(kid: Word) -> bool:
    """Whether a left dependant is part of the description: no mark, no date."""
    if kid.dep == "punct" and kid.text != "-":
        return False
    return kid.tag not in ("``", "''", ",", ":") and kid.ent not in ("DATE", "TIME")


def _describes(kid: Word, places: bool) -> bool:
    """Whether a dependant to the right belongs to the description."""
    if kid.dep == "prep":
        return kid.lower in _DESCRIBES or (places and kid.lower in _PLACED)
    return kid.dep == "amod" and kid.i > kid.head.i


def _leftmost(kid: Word, low: int) -> int:
    """Return the first word of a left dependant, as far as it stays together."""
    best = kid.i
    for below in kid.kids:
        if below.i < best and below.dep != "punct":
            best = _leftmost(below, best)
    return min(low, best)


def _rightmost(kid: Word) -> int:
    """Return the last word of a right dependant, clauses and asides left out."""
    best = kid.i
    for below in kid.kids:
        if below.i > kid.i and below.dep not in (
            "relcl",
            "acl",
            "appos",
            "punct",
            "advcl",
            "conj",
            "cc",
        ):
            best = max(best, _rightmost(below))
    return best


def _owner(item: Found, by_head: dict[int, int]) -> int | None:
    """Return the phrase that this one is a part of, by the chain of heads."""
    word = item.head
    for _ in range(12):
        if word.dep not in (
            "poss",
            "pobj",
            "prep",
            "compound",
            "nmod",
            "amod",
            "pcomp",
        ):
            return None
        word = word.head
        if word.i in by_head:
            return by_head[word.i]
    return None


def _apposed(word: Word, by_head: dict[int, int]) -> int | None:
    """Return the phrase that this one explains."""
    return by_head.get(word.head.i) if word.dep == "appos" else None
