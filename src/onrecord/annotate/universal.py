"""Universal Dependencies -> the trees that the rules of `annotate` read.

Universal trees hang function words on content words: good to learn, awkward for rules
that ask "what stands behind which preposition of which verb". Here prepositions govern
their nouns, a copula governs what it says, a verb of saying its words, and a name ends
in its head; relations have the names that `annotate` uses (after Choi and Palmer's
CLEAR scheme, 2012).
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

_PLAIN = {
    "nsubj": "nsubj",
    "nsubj:pass": "nsubjpass",
    "nsubj:outer": "nsubj",
    "csubj": "csubj",
    "csubj:pass": "csubjpass",
    "csubj:outer": "csubj",
    "obj": "dobj",
    "iobj": "dative",
    "obl": "npadvmod",
    "obl:unmarked": "npadvmod",
    "obl:agent": "npadvmod",
    "nmod": "nmod",
    "nmod:unmarked": "npadvmod",
    "nmod:desc": "compound",
    "nmod:poss": "poss",
    "aux:pass": "auxpass",
    "compound:prt": "prt",
    "det:predet": "predet",
    "cc:preconj": "preconj",
    "acl:relcl": "relcl",
    "advcl:relcl": "advcl",
    "flat": "compound",
    "discourse": "intj",
    "vocative": "npadvmod",
    "root": "ROOT",
    "list": "dep",
    "orphan": "dep",
    "reparandum": "dep",
    "dislocated": "dep",
    "goeswith": "dep",
    "cop": "aux",
}
# What belongs to a copular clause and not to the noun or adjective that it says.
_OF_CLAUSE = frozenset(
    "nsubj nsubj:pass nsubj:outer csubj csubj:pass csubj:outer expl aux mark punct"
    " advcl parataxis discourse vocative obl:unmarked cc ccomp".split()
)
_NOT = frozenset({"not", "n't", "n’t", "never"})
_NAMES = frozenset({"NNP", "NNPS"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})


@dataclass(slots=True)
class Node:
    """A word of the tree: form in lower case, Penn tag, head (-1: root), relation."""

    lower: str
    tag: str
    head: int
    rel: str


def to_phrases(nodes: Sequence[Node], speech: Container[str]) -> None:
    """Change the trees in place, relations included.

    Args:
        nodes: Words of whole sentences, heads as numbers in the list.
        speech: Forms of verbs of saying, lower case.
    """
    tree = _Tree(nodes)
    tree.turn_names()
    tree.turn_copulas()
    tree.turn_saying(speech)
    tree.turn_prepositions()
    tree.chain_conjuncts()
    tree.name_relations()


class _Tree:
    """The nodes with their dependants."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.kids: list[list[int]] = [[] for _ in nodes]
        for i, node in enumerate(nodes):
            if node.head >= 0:
                self.kids[node.head].append(i)

    def move(self, i: int, head: int) -> None:
        """Hang a word on another."""
        node = self.nodes[i]
        if node.head >= 0:
            self.kids[node.head].remove(i)
        node.head = head
        if head >= 0:
            self.kids[head].append(i)
            self.kids[head].sort()

    def put_above(self, new: int, old: int) -> None:
        """Let `new`, a dependant of `old`, take the place of `old` in the tree."""
        self.move(new, self.nodes[old].head)
        self.nodes[new].rel = self.nodes[old].rel
        self.move(old, new)

    def all(self, i: int, *rels: str) -> list[int]:
        """Return the dependants of a word in some relations."""
        return [k for k in self.kids[i] if self.nodes[k].rel in rels]

    def turn_names(self) -> None:
        """A name of several words ends in its head: "Sera Ilic", "New Port Sel"."""
        for i, node in enumerate(self.nodes):
            parts = self.all(i, "flat")
            if not parts or node.tag not in _NAMES or node.rel == "flat":
                continue
            last = parts[-1]
            if self.nodes[last].tag not in _NAMES:
                continue
            self.put_above(last, i)
            node.rel = "compound"
            for k in list(self.kids[i]):
                if self.nodes[k].rel == "flat":
                    self.nodes[k].rel = "compound"
                self.move(k, last)

    def turn_copulas(self) -> None:
        """Put the verb above subject and predicate: "she is a judge"."""
        for i, node in enumerate(self.nodes):
            copulas = self.all(i, "cop")
            if not copulas:
                continue
            verb = copulas[-1]
            case = self.all(i, "case")
            self.put_above(verb, i)
            node.rel = _predicate(node.tag, bool(case))
            noun = node.rel != "acomp"
            for k in list(self.kids[i]):
                kid = self.nodes[k]
                rel = kid.rel
                clausal = rel in _OF_CLAUSE or rel == "cop"
                if rel == "mark" and k > i:
                    clausal = False
                if rel == "advmod" and (k < verb or kid.lower in _NOT or noun):
                    clausal = True
                if rel in {"obl", "advmod"} and noun and not case:
                    clausal = True
                if rel == "conj" and self._is_clause(k):
                    clausal = True
                if rel in {"punct", "cc"} and verb < k < i:
                    clausal = rel == "punct"
                if rel == "cc" and not self._clause_conj(i):
                    clausal = False
                if clausal:
                    kid.rel = "aux" if rel == "cop" else rel
                    self.move(k, verb)

    def _is_clause(self, i: int) -> bool:
        """Whether a word heads a clause: a verb, or with a copula or subject."""
        node = self.nodes[i]
        return (
            node.tag in _VERBS
            or bool(self.all(i, "cop"))
            or bool(self.all(i, "nsubj", "nsubj:pass"))
        )

    def _clause_conj(self, i: int) -> bool:
        """Whether what is joined to a word is a clause."""
        return any(self._is_clause(k) for k in self.all(i, "conj"))

    def turn_saying(self, speech: Container[str]) -> None:
        """Put a verb of saying above its words: "it rained, she said"."""
        for i, node in enumerate(self.nodes):
            said = node.rel == "parataxis" and node.lower in speech
            if not said or node.head < 0 or self.all(i, "ccomp", "obj"):
                continue
            subject = self.all(i, "nsubj", "nsubj:pass")
            words = node.head
            if not subject or (i < words and not self._quoted(i, words)):
                continue
            self.put_above(i, words)
            self.nodes[words].rel = "ccomp"

    def _quoted(self, verb: int, words: int) -> bool:
        """Whether a verb of saying stands inside its words: "That, she said, is"."""
        first = words
        todo = list(self.kids[words])
        while todo:
            k = todo.pop()
            if k != verb:
                first = min(first, k)
                todo.extend(self.kids[k])
        return first < verb

    def turn_prepositions(self) -> None:
        """A preposition governs its noun, or the clause with no subject behind it."""
        for i, node in enumerate(self.nodes):
            case = self.all(i, "case")
            if any(self.nodes[k].tag == "POS" for k in case):
                node.rel = "nmod:poss"
            if case and not node.rel.startswith("nmod:poss"):
                self._govern(i, case, "pobj")
                continue
            if node.rel.split(":")[0] not in {"advcl", "acl"} or node.tag != "VBG":
                continue
            marks = [k for k in self.all(i, "mark") if self.nodes[k].tag != "TO"]
            if marks and not self.all(i, "nsubj", "nsubj:pass"):
                self._govern(i, marks, "pcomp")

    def _govern(self, i: int, case: list[int], rel: str) -> None:
        """Hang a word on its prepositions, the first on what the word hung on."""
        node = self.nodes[i]
        before = [k for k in case if k < i] or case
        chain: list[int] = []
        for k in before:
            chain.append(k)
            chain.extend(self.all(k, "fixed"))
        first, last = chain[0], chain[-1]
        agent = node.rel == "obl:agent" or (
            node.rel == "obl"
            and self.nodes[first].lower == "by"
            and self._passive(node.head)
        )
        keeps = node.rel if node.rel in {"root", "conj", "ccomp"} else "prep"
        joined = keeps == "conj" and self._noun_joined(node.head)
        self.move(first, self.nodes[node.head].head if joined else node.head)
        self.nodes[first].rel = "agent" if agent else keeps
        for above, below in pairwise(chain):
            self.move(below, above)
            self.nodes[below].rel = "prep"
        self.move(i, last)
        node.rel = rel
        for k in list(self.kids[i]):
            if self.nodes[k].rel in {"cc", "conj"} and keeps == "conj":
                continue
            early = self.nodes[k].rel in {"advmod", "punct"} and k < first
            if early:
                self.move(k, first)

    def chain_conjuncts(self) -> None:
        """Hang each conjunct on the one before it, "and" on the word before it."""
        for i in range(len(self.nodes)):
            before = i
            for k in self.all(i, "conj"):
                if before != i and k > before:
                    self.move(k, before)
                for c in self.all(k, "cc"):
                    self.move(c, before)
                before = k

    def _noun_joined(self, i: int) -> bool:
        """Whether a word is one behind a preposition already."""
        return i >= 0 and self.nodes[i].rel in {"pobj", "pcomp"}

    def _passive(self, i: int) -> bool:
        """Whether a verb is passive or a participle behind a noun."""
        if i < 0 or self.nodes[i].tag != "VBN":
            return False
        return bool(self.all(i, "aux:pass")) or self.nodes[i].rel in {"acl", "advcl"}

    def name_relations(self) -> None:
        """Give every relation the name that `annotate` uses."""
        for i, node in enumerate(self.nodes):
            node.rel = self._name(i, node)

    def _name(self, i: int, node: Node) -> str:
        """Return the name of a word's relation."""
        rel = node.rel
        if rel == "advmod" and node.lower in _NOT:
            return "neg"
        if rel == "mark" and node.tag == "TO":
            return "aux"
        if rel == "amod" and node.tag in _NAMES:
            return "compound"
        if rel == "xcomp" and node.tag not in _VERBS:
            heads = self.all(node.head, "obj", "dobj", "nsubj:pass", "nsubjpass")
            return "oprd" if heads else _predicate(node.tag, False)
        if rel == "acl" and node.tag == "VB" and self.all(i, "nsubj"):
            return "relcl"
        return _PLAIN.get(rel, rel.split(":")[0] if rel not in _PLAIN else rel)


def _predicate(tag: str, behind: bool) -> str:
    """Return the relation of what a copula says."""
    if behind:
        return "obl"  # "is in jail": a preposition will govern it
    return "acomp" if tag[:2] == "JJ" or tag in {"VBN", "RB"} else "attr"
