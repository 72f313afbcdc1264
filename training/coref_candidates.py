"""Noun phrases that corefer with nothing, for the coreference head to say no to.

OntoNotes-style gold keeps no lone mentions. The same documents stand in the treebank:
there every nominal's subtree is a candidate, and those outside all chains are lone.
"""

from readers import Doc

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_PART = frozenset({"compound", "flat", "fixed", "goeswith"})
# Left off a candidate, as OntoNotes' mentions leave off their later modifiers' commas.
_OUTSIDE = frozenset({"punct", "case", "cc", "mark"})


def add_candidates(docs: dict[str, list[Doc]]) -> None:
    """Give coreference documents their lone phrases under `others`."""
    trees = {d.id: d for d in docs.get("syntax", ())}
    for doc in docs.get("coref", ()):
        tree = trees.get(doc.id)
        if tree is not None:
            doc.gold["others"] = _candidates(doc, tree)


def _candidates(doc: Doc, tree: Doc) -> list[tuple[int, int]]:
    """Return spans of `doc` that are nominal subtrees of `tree`."""
    at = _align(tree.words, doc.words)
    heads, rels, upos = tree.gold["head"], tree.gold["rel"], tree.gold["upos"]
    kids: dict[int, list[int]] = {}
    for i, head in enumerate(heads):
        kids.setdefault(head, []).append(i)
    out: list[tuple[int, int]] = []
    for i, tag in enumerate(upos):
        if tag not in _NOMINAL or rels[i].split(":")[0] in _PART:
            continue
        low = high = i
        todo = [
            k
            for k in kids.get(i, ())
            if rels[k].split(":")[0] not in _OUTSIDE | {"conj", "cop", "nsubj"}
        ]
        while todo:
            k = todo.pop()
            low, high = min(low, k), max(high, k)
            todo.extend(kids.get(k, ()))
        if low in at and high in at and high - low < 30:
            out.append((at[low], at[high]))
    return sorted(set(out))


def _align(one: list[str], two: list[str]) -> dict[int, int]:
    """Map words of one cut to words of another of the same characters."""
    ends: dict[int, int] = {}
    place = 0
    for i, word in enumerate(two):
        for _ in word.replace(" ", ""):
            ends[place] = i
            place += 1
    out: dict[int, int] = {}
    place = 0
    for i, word in enumerate(one):
        size = len(word.replace(" ", ""))
        if place in ends:
            out[i] = ends[place]
        place += size
    return out
