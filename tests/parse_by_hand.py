"""Parses written by hand, so that the rules of `annotate` are tested without a model.

A word is `text:lemma/tag/relation/head`, its lemma left out where it is the word in
lower case, its head counted from 0 inside the sentence.
"""

from onrecord.annotate.chains import link_phrases
from onrecord.annotate.frames import Builder
from onrecord.annotate.layout import find_paragraphs
from onrecord.annotate.names import NameTypes, find_names
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.phrases import Found, find_phrases
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Argument
from onrecord.model.evidence import Span

WORDS = Words(
    nouns={
        "police": ActorKind.PUBLIC_BODY,
        "court": ActorKind.PUBLIC_BODY,
        "ministry": ActorKind.PUBLIC_BODY,
        "union": ActorKind.ORGANIZATION,
        "minister": ActorKind.OFFICE,
        "captain": ActorKind.PERSON,
        "diver": ActorKind.PERSON,
        "spokesman": ActorKind.PERSON,
        "lawyer": ActorKind.PERSON,
        "letter": ActorKind.DOCUMENT,
        "families": ActorKind.GROUP,
    },
    titles={"mr.": "male", "ms.": "female", "captain": "", "minister": ""},
    honorifics=frozenset(["mr.", "ms."]),
    offices=frozenset(["captain", "minister", "diver", "lawyer"]),
    speech=frozenset(["say"]),
    states=frozenset(["tavara"]),
    demonyms={"tavaran": "tavara"},
    places=frozenset(["port", "prison"]),
    nominals={
        "arrest": ("arrest", "patient", "patient"),
        "demand": ("demand", "agent", "agent"),
        "talks": ("talk", "agent", "agent"),
    },
)


def make_parse(*sentences: str) -> Parse:
    text = " ".join(
        " ".join(part.split("/")[0].split(":")[0] for part in s.split())
        for s in sentences
    )
    parse = Parse(text)
    start = 0
    for sentence in sentences:
        base = len(parse.words)
        heads = []
        for part in sentence.split():
            form, tag, dep, head = part.split("/")
            shown, _, lemma = form.partition(":")
            word = Word(len(parse.words), shown, start, tag, dep)
            word.lemma = lemma or shown.lower()
            word.sent = len(parse.sents)
            parse.words.append(word)
            heads.append(base + int(head))
            start = word.end + 1
        for word, head in zip(parse.words[base:], heads, strict=True):
            word.head = parse.words[head]
            if word.head is not word:
                word.head.kids.append(word)
        parse.sents.append(Span(parse.words[base].start, parse.words[-1].end))
    return parse


def name_entities(parse: Parse, **labels: str) -> Parse:
    """Label words as the parser's name finder would; `_` joins words of one name.

    The longer name is given first where one holds the other.
    """
    for joined, label in labels.items():
        parts = joined.split("_")
        texts = [w.text for w in parse.words]
        for i in range(len(texts)):
            if texts[i : i + len(parts)] == parts and not parse.words[i].ent:
                parse.ents.append((i, i + len(parts), label))
                for word in parse.words[i : i + len(parts)]:
                    word.ent = label
    return parse


def phrases_of(parse: Parse) -> tuple[list[Found], NameTypes]:
    names = find_names(parse, WORDS)
    return find_phrases(parse, names, WORDS), names


def make_builder(
    parse: Parse, *predicates: int, times: tuple[str, ...] = ()
) -> Builder:
    found, _ = phrases_of(parse)
    spans = [Span(parse.text.index(t), parse.text.index(t) + len(t)) for t in times]
    return Builder(
        parse=parse,
        by_head={f.head.i: n for n, f in enumerate(found)},
        found=found,
        times=spans,
        number={i: n for n, i in enumerate(predicates)},
        places=WORDS.places,
    )


def told(parse: Parse, arguments: tuple[Argument, ...] | list[Argument]) -> list[str]:
    """Each argument as `role:words` or `role:marker:words`."""
    return [
        ":".join(
            part
            for part in (
                str(a.role),
                a.marker or "",
                parse.text[a.span.start : a.span.end],
            )
            if part
        )
        for a in arguments
    ]


def chains_in(parse: Parse) -> list[list[str]]:
    """Return the words of the phrases of each chain."""
    found, names = phrases_of(parse)
    paragraphs = find_paragraphs(parse.text)
    made, _ = link_phrases(found, parse, names, WORDS, (), paragraphs)
    spans = [[found[i].phrase.span for i in sorted(c.phrases)] for c in made]
    return [[parse.text[s.start : s.end] for s in chain] for chain in spans]


def reasons_in(parse: Parse) -> list[str | None]:
    """Return why each phrase is in its chain, None for one in none."""
    found, names = phrases_of(parse)
    paragraphs = find_paragraphs(parse.text)
    _, links = link_phrases(found, parse, names, WORDS, (), paragraphs)
    return [links[i][1] if i in links else None for i in range(len(found))]
