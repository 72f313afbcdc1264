"""The parser behind our layers: spaCy's small English pipeline, for now.

Only `annotate` knows this module; nothing outside it sees a parser's labels. An
article is parsed paragraph by paragraph, alone, so that its analysis is the same
whatever else is read beside it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from onrecord.annotate.layout import flatten
from onrecord.annotate.runs import break_runs
from onrecord.model.evidence import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.lookups import Lookups
    from spacy.tokens import Doc

    from onrecord.annotate.encoder.reading import Reading

# Penn tags to the coarse classes that the rules of `annotate` ask for.
_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}


class Word:
    """A token of the parse, with its head and its dependants."""

    __slots__ = (
        "dep",
        "end",
        "ent",
        "head",
        "i",
        "kids",
        "lemma",
        "lower",
        "opens",
        "sent",
        "start",
        "tag",
        "text",
    )

    def __init__(self, i: int, text: str, start: int, tag: str, dep: str) -> None:
        """Make a word; heads and dependants are filled in by `parse_text`."""
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.start = start
        self.end = start + len(text)
        self.tag = tag
        self.dep = dep
        self.lemma = self.lower
        self.ent = ""
        self.sent = 0
        self.opens = False
        self.head: Word = self
        self.kids: list[Word] = []

    def __repr__(self) -> str:
        """Show the word with its tag and relation."""
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def coarse(self) -> str:
        """`verb`, `noun`, `adj`, `adv` or ``."""
        return "verb" if self.tag == "MD" else _COARSE.get(self.tag[:1], "")

    def kid(self, *deps: str) -> "Word | None":
        """Return the first dependant in one of these relations."""
        return next((k for k in self.kids if k.dep in deps), None)

    def all(self, *deps: str) -> "list[Word]":
        """Return the dependants in any of these relations, in text order."""
        return [k for k in self.kids if k.dep in deps]


class Parse:
    """The words of one article with its sentences and names."""

    __slots__ = ("ents", "reading", "sents", "text", "words")

    def __init__(self, text: str) -> None:
        """Start an empty parse of `text`."""
        self.text = text
        self.words: list[Word] = []
        self.sents: list[Span] = []
        self.ents: list[tuple[int, int, str]] = []
        self.reading: Reading | None = None


class Parser:
    """Turns paragraphs into a `Parse`. Not thread-safe; one for each process."""

    def __init__(
        self, pipeline: "tuple[Language, Lookups]", pairs: frozenset[str] = frozenset()
    ) -> None:
        """Take a spaCy pipeline with its lemmatizer's tables.

        `pairs` are words that only two together mean ("south korean"): the second
        word's `lower` is then both.
        """
        self._nlp, lookups = pipeline
        self._pairs = pairs
        self._lemmas: dict[tuple[str, str], str] = {}
        self._rules = lookups.get_table("lemma_rules")
        self._index = lookups.get_table("lemma_index")
        self._except = lookups.get_table("lemma_exc")

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Return the parse of a text.

        Args:
            text: The article's text, untouched; offsets count in it.
            paragraphs: In order, not overlapping.
        """
        found = Parse(text)
        plain = break_runs(flatten(text))
        pieces = [plain[p.start : p.end] for p in paragraphs]
        # One article a batch: what stands beside it can never change its analysis.
        docs: Iterable[Any] = self._nlp.pipe(pieces, batch_size=max(1, len(pieces)))
        for paragraph, doc in zip(paragraphs, docs, strict=True):
            self._add(found, doc, paragraph.start)
        return found

    def _add(self, found: Parse, doc: "Doc", offset: int) -> None:
        """Append one paragraph's words, sentences and names."""
        base = len(found.words)
        tokens = list(doc)
        words = [
            Word(base + i, t.text, offset + t.idx, t.tag_, t.dep_)
            for i, t in enumerate(tokens)
        ]
        for word, token in zip(words, tokens, strict=True):
            word.head = words[token.head.i]
            if token.head.i != token.i:
                word.head.kids.append(word)
            word.ent = token.ent_type_
            word.lemma = self.lemma(word.lower, word.coarse)
        for first, second in pairwise(words):
            both = f"{first.lower} {second.lower}"
            if both.removesuffix("s") in self._pairs:
                second.lower = both
        found.words.extend(words)
        for sent in doc.sents:
            self._add_sentence(found, words[sent.start : sent.end])
        found.ents.extend(
            (base + e.start, base + e.end, e.label_) for e in doc.ents if e.text.strip()
        )

    def _add_sentence(self, found: Parse, words: list[Word]) -> None:
        """Number a sentence's words; white space at its ends is not part of it."""
        solid = [w for w in words if w.text.strip()]
        for word in words:
            word.sent = max(0, len(found.sents) - (0 if solid else 1))
        if solid:
            solid[0].opens = True
            found.sents.append(Span(solid[0].start, solid[-1].end))

    def lemma(self, lower: str, coarse: str) -> str:
        """Return the base form of a word of a coarse class, lower case."""
        if not coarse:
            return lower
        key = (lower, coarse)
        if key not in self._lemmas:
            self._lemmas[key] = self._find_lemma(lower, coarse)
        return self._lemmas[key]

    def _find_lemma(self, lower: str, coarse: str) -> str:
        """Return a lemma by spaCy's own tables: exceptions, then suffix rules."""
        irregular = self._except.get(coarse, {}).get(lower)
        if irregular:
            return str(irregular[0])
        index = self._index.get(coarse, {})
        if lower in index:
            return lower
        for old, new in self._rules.get(coarse, []):
            if lower.endswith(old):
                form = lower[: len(lower) - len(old)] + new
                if form and form in index:
                    return str(form)
        return lower


def edges(word: Word, *, skip: frozenset[str] = frozenset()) -> tuple[int, int]:
    """Return the first and last word index of a subtree, some relations left out."""
    low = high = word.i
    todo = [word]
    while todo:
        here = todo.pop()
        for kid in here.kids:
            if kid.dep not in skip:
                low, high = min(low, kid.i), max(high, kid.i)
                todo.append(kid)
    return low, high


def text_of(parse: Parse, span: Span) -> str:
    """Return the words of a span with single spaces."""
    return " ".join(parse.text[span.start : span.end].split())
