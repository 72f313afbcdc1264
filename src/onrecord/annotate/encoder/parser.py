"""The encoder's reading as the `Parse` that the rules of `annotate` ask for."""

from collections.abc import Container, Sequence
from itertools import pairwise

from onrecord.annotate.encoder.lemmas import Lemmas
from onrecord.annotate.encoder.network import Network
from onrecord.annotate.encoder.reading import Reading, read_text
from onrecord.annotate.layout import flatten
from onrecord.annotate.parse import Parse, Word
from onrecord.annotate.universal import Node, to_phrases
from onrecord.model.evidence import Span

_ADJECTIVE = {"compound": "amod"}
_NAMES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}


class EncoderParser:
    """Turns paragraphs into a `Parse`. Not thread-safe; one for each process."""

    def __init__(
        self,
        network: Network,
        lemmas: Lemmas,
        speech: Container[str],
        pairs: frozenset[str] = frozenset(),
    ) -> None:
        """Take the weights and tables.

        Args:
            network: The loaded weights.
            lemmas: Base forms.
            speech: Lemmas of verbs of saying.
            pairs: Words that only two together mean ("south korean"): the second
                word's `lower` is then both.
        """
        self._network = network
        self._lemmas = lemmas
        self._speech = speech
        self._pairs = pairs

    def parse(self, text: str, paragraphs: Sequence[Span]) -> Parse:
        """Return the parse of a text; its `reading` holds the encoder's other layers.

        Args:
            text: The article's text, untouched; offsets count in it.
            paragraphs: In order, not overlapping.
        """
        reading = read_text(self._network, text, paragraphs)
        parse = Parse(text)
        parse.reading = reading
        lemmas = [
            self._lemmas.find(text[w.start : w.end], upos, xpos).lower()
            for w, upos, xpos in zip(
                reading.words, reading.upos, reading.xpos, strict=True
            )
        ]
        nodes = self._nodes(text, reading, lemmas)
        plain = flatten(text)
        words = [
            Word(i, plain[span.start : span.end], span.start, node.tag, node.rel)
            for i, (span, node) in enumerate(zip(reading.words, nodes, strict=True))
        ]
        for word, node, lemma in zip(words, nodes, lemmas, strict=True):
            word.head = words[node.head] if node.head >= 0 else word
            word.lemma = lemma
            if node.head >= 0:
                word.head.kids.append(word)
        for first, second in pairwise(words):
            both = f"{first.lower} {second.lower}"
            if both.removesuffix("s") in self._pairs:
                second.lower = both
        parse.words = words
        for number, (low, high) in enumerate(reading.sents):
            words[low].opens = True
            for word in words[low : high + 1]:
                word.sent = number
            parse.sents.append(Span(words[low].start, words[high].end))
        for low, high, kind in reading.names:
            label = _NAMES.get(kind) or _other(words[low : high + 1])
            parse.ents.append((low, high + 1, label))
            for word in words[low : high + 1]:
                word.ent = label
            if label == "NORP" and reading.upos[low] == "ADJ":
                words[low].tag = "JJ"  # Universal tags call "Tavaran" a proper noun
                words[low].dep = _ADJECTIVE.get(words[low].dep, words[low].dep)
        return parse

    def _nodes(self, text: str, reading: Reading, lemmas: list[str]) -> list[Node]:
        """Return the trees in the shape that the rules ask for."""
        plain = flatten(text)
        nodes = [
            Node(plain[w.start : w.end].lower(), tag, head, rel)
            for w, tag, head, rel in zip(
                reading.words, reading.xpos, reading.head, reading.rel, strict=True
            )
        ]
        said = {
            n.lower
            for n, lemma in zip(nodes, lemmas, strict=True)
            if lemma in self._speech and n.tag[:2] == "VB"
        }
        to_phrases(nodes, said)
        return nodes


def _other(words: list[Word]) -> str:
    """Return the label of a name that is no person, body or place."""
    return "NORP" if len(words) == 1 else "MISC"
