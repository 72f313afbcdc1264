"""Data sets of the bench folder -> documents of words with gold, in one form.

    for doc in read_task("names", bench, "train", Pieces(vocabulary)): ...

A `Doc` holds words cut as the runtime cuts them (`cut_words`), except where a treebank
gives its own. Offsets never leave this module: gold is in word numbers.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.annotate.encoder.tokens import cut_words

# Sets whose terms let anyone use the weights; `free` training lists hold only these.
FREE_GENRES = frozenset(
    "news interview bio voyage speech textbook academic vlog conversation court"
    " essay letter podcast".split()
)
NAME_TYPES = ("PER", "ORG", "LOC", "MISC")


@dataclass
class Doc:
    """Words of one document or sentence group with what is known of them.

    Attributes:
        breaks: Word numbers at which a paragraph (or line) begins, 0 first.
        sents: For syntax: word numbers at which a sentence begins, 0 first.
        gold: Arrays and lists by name, all in word numbers; see each reader.
    """

    task: str
    id: str
    words: list[str]
    breaks: list[int]
    sents: list[int] = field(default_factory=list)
    gold: dict[str, Any] = field(default_factory=dict)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


class Words:
    """The words of a text with the number of the word at each character."""

    def __init__(self, text: str) -> None:
        """Cut a text."""
        self.text = text
        self.spans = cut_words(text)
        self.words = [text[s.start : s.end] for s in self.spans]
        self.at = [-1] * (len(text) + 1)
        for i, span in enumerate(self.spans):
            for k in range(span.start, span.end):
                self.at[k] = i
        self.breaks = [
            i
            for i, span in enumerate(self.spans)
            if i == 0 or "\n" in text[self.spans[i - 1].end : span.start]
        ]

    def cover(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last word touched by `text[start:end]`, or None."""
        hit = [i for i in self.at[start:end] if i >= 0]
        return (hit[0], hit[-1]) if hit else None


def read_syntax(bench: Path, part: str, *, free: bool = False) -> Iterator[Doc]:
    """Treebank documents: tags, heads, relations, roles.

    gold: `upos`, `xpos` (None where the scheme differs), `head` (word number, -1 for a
    root), `rel`, `srl` (None where not annotated): [(predicate, [(label, first, last,
    head)])].
    """
    for row in rows(bench / "syntax" / f"{part}.jsonl.gz"):
        corpus = row["corpus"]
        if free and (
            corpus == "lines" or (corpus == "gum" and row["genre"] not in FREE_GENRES)
        ):
            continue
        doc = Doc("syntax", row["id"], [], [0])
        upos: list[str] = []
        xpos: list[str | None] = []
        head: list[int] = []
        rel: list[str] = []
        roles: list[tuple[int, list[tuple[str, int, int, int]]]] = []
        annotated: list[bool] = []
        for sent in row["sentences"]:
            base = len(doc.words)
            doc.sents.append(base)
            tokens = sent["tokens"]
            heads = [t[7] - 1 for t in tokens]
            for token, above in zip(tokens, heads, strict=True):
                doc.words.append(token[0])
                upos.append(token[4])
                xpos.append(token[5] if corpus != "lines" else None)
                head.append(base + above if above >= 0 else -1)
                rel.append(token[8])
            annotated.append("srl" in sent)
            for prop in sent.get("srl", ()):
                found = [
                    (label, base + a, base + b, base + top(heads, a, b))
                    for label, a, b in prop["args"]
                ]
                roles.append((base + prop["predicate"], found))
        doc.gold = {
            "corpus": corpus,
            "upos": upos,
            "xpos": xpos,
            "head": head,
            "rel": rel,
            "roles": roles,
            "annotated": annotated,
        }
        yield doc


def top(heads: list[int], first: int, last: int) -> int:
    """Return the word of a span whose head lies outside it (the first such)."""
    inside = range(first, last + 1)
    return next((i for i in inside if not first <= heads[i] <= last), first)


def read_names(bench: Path, part: str, *, free: bool = False) -> Iterator[Doc]:
    """Named entities: gold `names`: [(first, last, type)]."""
    if free:
        return
    for row in rows(bench / "entities" / f"{part}.jsonl.gz"):
        words = Words(row["text"])
        spans = [
            (*found, e["type"])
            for e in row["entities"]
            if (found := words.cover(e["start"], e["end"]))
        ]
        yield Doc("names", row["id"], words.words, words.breaks, gold={"names": spans})


def read_attribution(bench: Path, part: str, *, free: bool = False) -> Iterator[Doc]:
    """Attributions: gold `said`: [(source spans, cue spans, content spans)]."""
    if free:
        return
    for row in rows(bench / "attribution" / f"{part}.jsonl.gz"):
        words = Words(row["text"])
        said = [
            tuple(
                [c for s in a.get(k) or () if (c := words.cover(s[0], s[1]))]
                for k in ("source", "cue", "content")
            )
            for a in row["attributions"]
        ]
        yield Doc(
            "attribution", row["id"], words.words, words.breaks, gold={"said": said}
        )


def read_factuality(bench: Path, part: str, *, free: bool = False) -> Iterator[Doc]:
    """Event factuality: gold `events`: [(word, value from -3 to 3)].

    FactBank and UW are left out: their terms do not reach a released weight.
    """
    del free
    for row in rows(bench / "factuality" / f"{part}.jsonl.gz"):
        if row["corpus"] not in ("meantime", "uds_ih2"):
            continue
        words = Words(row["text"])
        events = [
            (found[1], e["factuality"])
            for e in row["events"]
            if (found := words.cover(e["start"], e["end"]))
        ]
        yield Doc("factuality", row["id"], words.words, [0], gold={"events": events})
    yield from _megaveridicality(bench, part)


def _megaveridicality(bench: Path, part: str) -> Iterator[Doc]:
    """Frames of verbs: the value of "happened" by which reading is entailed."""
    value = {
        "that thing happened .": 3.0,
        "that thing didn't happen .": -3.0,
    }
    readings: dict[str, float] = {}
    for row in rows(bench / "factuality" / f"megaveridicality_{part}.jsonl.gz"):
        readings.setdefault(row["text"], 0.0)
        if row["label"] == "entailed":
            readings[row["text"]] = value.get(row["hypothesis"], 0.0)
    for i, (text, value_) in enumerate(readings.items()):
        words = Words(text)
        low = [w.lower() for w in words.words]
        verb = next((k for k in range(len(low) - 1, -1, -1) if low[k] in _HAPPEN), None)
        if verb is not None:
            yield Doc(
                "factuality",
                f"megaveridicality-{part}-{i}",
                words.words,
                [0],
                gold={"events": [(verb, value_)]},
            )


_HAPPEN = frozenset({"happened", "happen", "do", "have"})


def read_coref(bench: Path, part: str, *, free: bool = False) -> Iterator[Doc]:
    """Coreference: gold `clusters`: lists of (first, last); `held`: leave out."""
    for row in rows(bench / "coref" / f"{part}.jsonl.gz"):
        if "433174" in row["id"]:
            continue
        gum = row["source"] == "ontogum"
        if free and not (gum and row["genre"] in FREE_GENRES):
            continue
        words = Words(row["text"])
        covers = [words.cover(m["start"], m["end"]) for m in row["mentions"]]
        clusters = [[covers[i] for i in c if covers[i]] for c in row["clusters"]]
        yield Doc(
            "coref",
            row["id"],
            words.words,
            words.breaks,
            gold={"clusters": [c for c in clusters if len(c) > 1]},
        )


READERS = {
    "syntax": read_syntax,
    "names": read_names,
    "attribution": read_attribution,
    "factuality": read_factuality,
    "coref": read_coref,
}
