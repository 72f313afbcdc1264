"""Clusters that hold a name: how well they are found, and which are run together.

Two figures that the bench's own scorer does not give, for rows of its form
(`{id, text, mentions: [{start, end, type?, head?}], clusters}`):

named clusters   CoNLL average (MUC, B3, CEAF-e) over the clusters that hold a name, on
                 either side. A mention is its head word: two that share it match, and
                 what a guideline takes into a span does not count.
run together     our clusters that hold names of two or more gold clusters of named
                 actors, for each 100 articles.

The head of a mention is the one it states (`head: [start, end]`), else the last word
before the first comma, preposition, relative pronoun or bracket. A mention is a name
where its head word has a capital, it is no pronoun, and the capital is not only that of
a sentence's beginning: the word is not seen in lower case in the article, and at a
sentence's beginning it is seen with a capital elsewhere, or the mention has two words
with one. A gold cluster is one of named actors where it holds a name and is not typed
as something else than a person, an organisation or a place. Two of them are two actors
where each has a word in its names that the other lacks: guidelines split a country from
its government, and annotators now and then one person, under one name.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import ModuleType
from typing import Any

Row = dict[str, Any]
Place = tuple[int, int]

_ENDS = re.compile(
    r"(?<=\S)(?:,|;|:| \(| - | (?:of|in|at|on|for|from|to|with|by|near|who|whom|whose|"
    r"which|that|where|when|about|against|under|over|between|and|or|based)(?= ))"
)
_OWN = re.compile(r"(?:['’]s|(?<=s)['’])$")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself he him his "
    "himself she her hers herself it its itself they them their theirs themselves who "
    "whom whose this that these those one".split()
)
_ACTORS = frozenset({"person", "organization", "place", "animal", None})


class Article:
    """One article's mentions as heads and names."""

    def __init__(self, row: Row) -> None:
        """Take a row of either side; it must carry the article's text."""
        self.row, self.text = row, row["text"]

    @cached_property
    def _forms(self) -> Counter[str]:
        """Return how often each word stands, as it is written."""
        return Counter(m.group() for m in _WORD.finditer(self.text))

    @cached_property
    def _opening(self) -> frozenset[int]:
        """Return where sentences begin."""
        ends = re.finditer(r"(?:\A|[.!?]['\"”’]?\s+|\n)\s*['\"“‘]?", self.text)
        return frozenset(m.end() for m in ends)

    def head(self, mention: Row) -> Place:
        """Return the head word's place of a mention."""
        start, end = mention["start"], mention["end"]
        if "head" in mention:
            start, end = mention["head"]
            end -= len(self.text[start:end]) - len(_OWN.sub("", self.text[start:end]))
            return self._whole_word(start, end)
        words = self.text[start:end]
        cut = _ENDS.search(words)
        words = _OWN.sub("", words[: cut.start()] if cut else words)
        found = list(_WORD.finditer(words))
        if not found:
            return start, end
        last = found[-1]
        return self._whole_word(start + last.start(), start + last.end())

    def _whole_word(self, start: int, end: int) -> Place:
        """Return a word with what a hyphen joins to it."""
        for found in _WORD.finditer(self.text, max(0, start - 40), end + 40):
            low, high = found.span()
            if low <= start and end <= high and "-" in found.group():
                return low, low + len(_OWN.sub("", found.group()))
        return start, end

    def is_name(self, mention: Row) -> bool:
        """Whether a mention names somebody or something."""
        start, end = self.head(mention)
        word = self.text[start:end]
        if not word[:1].isupper() or word.lower() in _PRONOUNS:
            return False
        if self._forms[word.lower()]:
            return False
        begin = mention["start"]
        capitals = [
            m
            for m in _WORD.finditer(self.text, begin, mention["end"])
            if m.group()[:1].isupper()
        ]
        if start not in self._opening or len(capitals) > 1:
            return True
        return self._forms[word] > sum(
            self.text.startswith(word, place) for place in self._opening
        )

    def capitals(self, mention: Row) -> set[str]:
        """Return the words with a capital up to a mention's head, in lower case."""
        end = self.head(mention)[1]
        return {
            m.group().lower()
            for m in _WORD.finditer(self.text, mention["start"], end)
            if m.group()[:1].isupper()
        }

    def is_pair(self, mention: Row) -> bool:
        """Whether a mention lists several, so that its head is not all of it."""
        words = self.text[mention["start"] : mention["end"]]
        return bool(re.search(r"[A-Z]\S*(?:,| and| or) (?:the )?[A-Z]", words))


def keep_named(row: Row, text: str) -> Row:
    """Return a row with only its clusters that hold a name, mentions as heads.

    A list of several ("Orvenia and Kestria") is kept as it stands, not as its head.
    """
    article = Article({**row, "text": text})
    mentions, clusters = [], []
    for cluster in row["clusters"]:
        held = [row["mentions"][i] for i in cluster]
        if not any(article.is_name(one) for one in held):
            continue
        clusters.append(list(range(len(mentions), len(mentions) + len(held))))
        for one in held:
            pair = "head" not in one and article.is_pair(one)
            start, end = (one["start"], one["end"]) if pair else article.head(one)
            mentions.append({"start": start, "end": end})
    kept = {name: row[name] for name in ("id", "source", "genre") if name in row}
    return {**kept, "mentions": mentions, "clusters": clusters}


def score_named(
    scorer: ModuleType, gold: Iterable[Row], ours: Iterable[Row]
) -> Mapping[str, Any]:
    """Return the bench's own scores over clusters that hold a name."""
    gold = list(gold)
    texts = {row["id"]: row["text"] for row in gold}
    named = [keep_named(row, texts[row["id"]]) for row in gold]
    found = [keep_named(row, texts[row["id"]]) for row in ours]
    scores: Mapping[str, Any] = scorer.score(named, found)
    return scores


def find_run_together(gold: Row, ours: Row) -> list[list[str]]:
    """Return, for each of our clusters with names of two gold actors, those names."""
    article = Article(gold)
    of: dict[Place, int] = {}
    words: dict[int, set[str]] = {}
    for n, cluster in enumerate(gold["clusters"]):
        held = [gold["mentions"][i] for i in cluster]
        if not {one.get("type") for one in held} <= _ACTORS:
            continue
        for one in held:
            if article.is_name(one) and not article.is_pair(one):
                of.setdefault(article.head(one), n)
                words.setdefault(n, set()).update(article.capitals(one))
    together = []
    for cluster in ours["clusters"]:
        named: dict[int, str] = {}
        for one in (ours["mentions"][i] for i in cluster):
            place = article.head(one)
            if place in of and article.is_name(one):
                named.setdefault(of[place], gold["text"][place[0] : place[1]])
        if any(
            words[one] - words[other] and words[other] - words[one]
            for one in named
            for other in named
        ):
            together.append(list(named.values()))
    return together
