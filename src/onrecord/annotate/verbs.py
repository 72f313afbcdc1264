"""Verb clauses: voice, tense, modality, polarity, and arguments from the parse."""

from onrecord.annotate.frames import Builder
from onrecord.annotate.parse import Word
from onrecord.model.clause import (
    Argument,
    Clause,
    Link,
    PredicateKind,
    Role,
    Tense,
    Voice,
)
from onrecord.model.evidence import Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_IF = frozenset(["if", "unless", "provided", "once"])
_RELATIVE = frozenset(["who", "whom", "which", "that", "whose"])
_NOBODY = frozenset(["nobody", "none", "neither", "nothing"])
# A gerund after these is what the object of the verb does: "accused him of lying".
_OBJECT_CONTROL = frozenset(["of", "for", "from", "with", "into"])
_DEPTH = 6  # how far a shared subject is followed


def is_predicate(word: Word) -> bool:
    """Whether a word is a verb with a clause of its own."""
    if word.tag[:2] != "VB" or word.dep in ("aux", "auxpass", "case", "mark"):
        return False
    if word.dep == "amod":
        return word.tag == "VBN" and word.i < word.head.i
    # "according to", "following", "including": prepositions by use.
    return word.dep not in ("prep", "compound", "nmod")


def build_verb(word: Word, builder: Builder) -> Clause:
    """Build the clause of a verb."""
    passive = _is_passive(word)
    particle = word.kid("prt")
    raised = _raised(word)
    auxiliaries = word.all("aux", "auxpass")
    modal = next((a.lower for a in auxiliaries if a.tag == "MD"), None)
    subject, shared = _subject(word, builder)
    link, marker = _link(word)
    if (
        link is Link.COMPLEMENT
        and word.dep == "acl"
        and word.head.i not in builder.number
    ):
        link = Link.PURPOSE  # "pressure to bring about": no clause has this content
    return Clause(
        index=builder.number[word.i],
        sent=word.sent,
        kind=PredicateKind.VERB,
        predicate=_predicate(word, particle),
        lemma=f"{word.lemma} {particle.lower}" if particle else word.lemma,
        extent=builder.extent(word),
        voice=Voice.PASSIVE if passive else Voice.ACTIVE,
        tense=_tense(word) if raised is None else _tense(word.head),
        modality=_MODALS.get(modal, modal) if modal else None,
        negated=_is_negated(word) or (raised is not None and _is_negated(word.head)),
        question=_is_question(word, builder),
        raised=raised,
        subject_shared=shared,
        arguments=tuple(_arguments(word, builder, subject, passive)),
        parent=builder.parent(word),
        link=link,
        marker=marker,
    )


_MODALS = {"'ll": "will", "'d": "would", "ca": "can", "wo": "will"}


def _predicate(word: Word, particle: Word | None) -> Span:
    """Return the span of the verb, with its particle where that follows at once."""
    if particle is not None and particle.i == word.i + 1:
        return Span(word.start, particle.end)
    return Span(word.start, word.end)


def _is_passive(word: Word) -> bool:
    """Whether a verb form is passive."""
    if word.kid("auxpass", "nsubjpass") is not None:
        return True
    if word.tag != "VBN":
        return False
    if word.dep in ("acl", "amod", "advcl"):
        return word.kid("aux", "nsubj") is None
    if word.dep == "conj" and word.kid("aux", "nsubj") is None:
        return _is_passive(word.head) and word.head.tag == "VBN"
    return False


def _tense(word: Word) -> Tense:
    """Return the tense a verb form puts itself in."""
    auxiliaries = word.all("aux", "auxpass")
    if any(a.lower in ("will", "'ll", "shall", "wo") for a in auxiliaries):
        return Tense.FUTURE
    for form in [*auxiliaries, word]:
        if form.tag == "VBD" or form.lower in ("has", "have", "had", "having", "'ve"):
            return Tense.PAST
        if form.tag in ("VBZ", "VBP"):
            return Tense.PRESENT
    if word.dep == "conj" and word.head.coarse == "verb" and not auxiliaries:
        return _tense(word.head)
    return Tense.PAST if word.tag == "VBN" else Tense.NONE


def _is_negated(word: Word) -> bool:
    """Whether a verb is negated by itself, its auxiliary or its subject."""
    if word.kid("neg") is not None:
        return True
    if any(k.dep == "advmod" and k.lower in ("never", "no") for k in word.kids):
        return True
    subject = word.kid(*_SUBJECTS)
    if subject is None:
        return False
    determiner = subject.kid("det")
    return subject.lower in _NOBODY or (
        determiner is not None and determiner.lower in ("no", "neither")
    )


def _is_question(word: Word, builder: Builder) -> bool:
    """Whether the verb heads a sentence that ends with a question mark."""
    if word.dep != "ROOT":
        return False
    sent = (
        builder.parse.sents[word.sent] if word.sent < len(builder.parse.sents) else None
    )
    return sent is not None and "?" in builder.parse.text[sent.end - 2 : sent.end]


def _raised(word: Word) -> str | None:
    """Return the verb that colours this one: "agree" for "agreed to release"."""
    if word.dep == "xcomp" and word.head.tag[:2] in ("VB", "JJ"):
        return word.head.lemma if word.head.kid("dobj") is None else None
    return None


def _link(word: Word) -> tuple[Link, str | None]:
    """Return how a clause hangs on its parent, with the word that says so."""
    mark = word.kid("mark")
    marker = mark.lower if mark is not None else None
    to = any(a.lower == "to" for a in word.all("aux"))
    if word.dep == "ccomp" and _is_own_sentence(word):
        return Link.ROOT, None
    if word.dep in ("ccomp", "xcomp", "csubj", "csubjpass"):
        return Link.COMPLEMENT, marker or ("to" if to else None)
    if word.dep == "pcomp":
        return Link.COMPLEMENT, word.head.lower
    if word.dep == "advcl":
        return _adverbial_link(word, marker, to)
    if word.dep in ("relcl", "acl", "amod"):
        return (
            (Link.COMPLEMENT, "to")
            if to and word.dep == "acl"
            else (
                Link.RELATIVE,
                marker,
            )
        )
    if word.dep == "conj" and word.head.coarse == "verb":
        return Link.COORDINATE, marker
    return Link.CONDITION if marker in _IF else Link.ROOT, marker


def _is_own_sentence(word: Word) -> bool:
    """Whether a semicolon sets a clause apart from the verb it hangs on."""
    return any(
        k.text == ";" and min(word.i, word.head.i) < k.i < max(word.i, word.head.i)
        for k in word.head.kids
    )


def _adverbial_link(
    word: Word, marker: str | None, to: bool
) -> tuple[Link, str | None]:
    """Tell conditions and purposes from other adverbial clauses."""
    when = next((k.lower for k in word.kids if k.tag == "WRB"), None)
    if marker in _IF:
        return Link.CONDITION, marker
    if marker is None and when is None and to:
        return Link.PURPOSE, "to"
    return Link.ADVERBIAL, marker or when


def _subject(word: Word, builder: Builder, depth: int = 0) -> tuple[Word | None, bool]:
    """Return the surface subject, and whether it was taken from another clause."""
    own = word.kid(*_SUBJECTS)
    if own is not None:
        if own.lower in _RELATIVE and word.dep == "relcl":
            return word.head, True
        return own, False
    head = word.head
    if depth > _DEPTH or head is word:
        return None, False
    if word.dep in ("acl", "amod"):
        to = any(a.lower == "to" for a in word.all("aux"))
        return (None if to else head), True
    if word.dep == "xcomp":
        controlled = head.kid("dobj", "dative")
        if controlled is not None and head.lemma != "promise":
            return controlled, True
        return _subject(head, builder, depth + 1)[0], True
    if word.dep == "conj" and head.coarse == "verb":
        return _subject(head, builder, depth + 1)[0], True
    if word.dep == "advcl" and head.coarse == "verb":
        return _subject(head, builder, depth + 1)[0], True
    if word.dep == "pcomp":
        return _gerund_subject(word, builder, depth), True
    return None, False


def _gerund_subject(word: Word, builder: Builder, depth: int) -> Word | None:
    """Return who does what a gerund after a preposition names."""
    verb = word.head.head
    while verb.dep in ("prep", "pobj"):
        verb = verb.head
    if verb.coarse != "verb":
        return None
    controlled = verb.kid("dobj")
    if controlled is not None and word.head.lower in _OBJECT_CONTROL:
        return controlled
    return _subject(verb, builder, depth + 1)[0]


def _arguments(
    word: Word, builder: Builder, subject: Word | None, passive: bool
) -> list[Argument]:
    """Return a verb's arguments in text order."""
    made: list[Argument] = []
    if subject is not None:
        made += builder.arguments(Role.PATIENT if passive else Role.AGENT, subject)
    for kid in word.kids:
        made += _object_arguments(kid, word, builder)
    relative = _relative_object(word, made)
    if relative is not None:
        made += builder.arguments(Role.PATIENT, relative)
    made += builder.prepositions(word)
    seen: dict[tuple[Role, int], Argument] = {}
    for argument in made:
        seen.setdefault((argument.role, argument.head.start), argument)
    return sorted(seen.values(), key=lambda a: (a.span.start, a.span.end))


def _object_arguments(kid: Word, word: Word, builder: Builder) -> list[Argument]:
    """Return the argument that one dependant of a verb is."""
    if kid.dep == "agent":
        return [
            a
            for o in kid.all("pobj")
            for a in builder.arguments(Role.AGENT, o, marker="by")
        ]
    if kid.dep == "dobj" and kid.lower not in _RELATIVE:
        return builder.arguments(Role.PATIENT, kid)
    if kid.dep == "dative" and kid.coarse == "noun":
        return builder.arguments(Role.RECIPIENT, kid)
    if kid.dep in ("attr", "acomp", "oprd"):
        return builder.arguments(Role.ATTRIBUTE, kid)
    if kid.dep in ("ccomp", "xcomp"):
        marker = _link(kid)[1]
        return [builder.clause_argument(Role.COMPLEMENT, kid, marker=marker)]
    return []


def _relative_object(word: Word, made: list[Argument]) -> Word | None:
    """Return the noun that a relative clause leaves its object's place to."""
    if word.dep != "relcl" or word.kid("nsubj") is None:
        return None
    if word.kid("nsubj").lower in _RELATIVE:  # type: ignore[union-attr]
        return None
    if any(a.role in (Role.PATIENT, Role.COMPLEMENT, Role.ATTRIBUTE) for a in made):
        return None
    return word.head
