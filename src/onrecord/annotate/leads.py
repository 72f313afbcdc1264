"""What the opening of a story describes and its next paragraphs name.

Agency style describes first ("an engineer wanted in Kestria") and names later. The link
is made only where it cannot be another: one such description, one such name.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field

from onrecord.annotate.phrases import Found
from onrecord.annotate.words import Words
from onrecord.model.actor import ActorKind
from onrecord.model.document import Gender
from onrecord.model.evidence import Span

# Titles that say the same of somebody.
_ALIKE = {
    "justice": "judge",
    "magistrate": "judge",
    "gen.": "general",
    "sen.": "senator",
}


@dataclass(slots=True)
class Chain:
    """One actor of an article while its mentions are gathered."""

    kind: ActorKind | None
    phrases: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gender: Gender = Gender.UNKNOWN
    number: int = 1
    count: int | None = None
    named: bool = False


def find_leads(
    chains: list[Chain],
    found: list[Found],
    paragraphs: tuple[Span, ...],
    words: Words,
) -> list[tuple[int, int]]:
    """Return (named chain, described chain) where a lead's description is a name's.

    The description is one person's, in the first paragraph, not somebody's relative or
    office; the name comes after it, in full. It has the description for its title ("a
    judge", then "Justice Amalia Renn"), or nowhere a title or explanation.
    """
    if len(paragraphs) < 2:
        return []
    described = [
        n
        for n, c in enumerate(chains)
        if _is_described(c, found, paragraphs, words.nominals.keys())
    ]
    titled = _titled(described, chains, found)
    described = [n for n in described if n not in titled.values()]
    telling = [n for n in described if len(chains[n].words) > 1]
    described = telling or described
    bare = [n for n, c in enumerate(chains) if _is_bare(c, found, paragraphs)]
    bare = [n for n in bare if not chains[n].heads & words.offices]
    bare = [n for n in bare if not _speaks(found[min(chains[n].phrases)], words)]
    joined = list(titled.items())
    if len(described) == len(bare) == 1 and _same_gender(chains, bare[0], described[0]):
        joined.append((bare[0], described[0]))
    return joined


def _titled(
    described: list[int], chains: list[Chain], found: list[Found]
) -> dict[int, int]:
    """Return, by name, the description that the name's title repeats, one to one."""
    pairs: dict[int, int] = {}
    for n in described:
        heads = {_ALIKE.get(h, h) for h in chains[n].heads}
        start = found[min(chains[n].phrases)].phrase.span.start
        fits = [
            k
            for k, c in enumerate(chains)
            if c.named
            and c.kind is ActorKind.PERSON
            and heads & {_ALIKE.get(h, h) for h in c.heads}
            and found[min(c.phrases)].phrase.span.start > start
            and _same_gender(chains, k, n)
        ]
        if len(fits) == 1 and fits[0] not in pairs:
            pairs[fits[0]] = n
    return pairs


def _same_gender(chains: list[Chain], one: int, other: int) -> bool:
    """Whether nothing known of their genders sets two chains apart."""
    genders = {chains[one].gender, chains[other].gender} - {Gender.UNKNOWN}
    return len(genders) < 2


def _speaks(first: Found, words: Words) -> bool:
    """Whether a name is brought in as a speaker: such a one seldom was described."""
    return first.head.dep == "nsubj" and first.head.head.lemma in words.speech


def _is_described(
    chain: Chain,
    found: list[Found],
    paragraphs: tuple[Span, ...],
    nominals: Collection[str],
) -> bool:
    """Whether a chain is one unnamed person whom the lead describes.

    One inside another phrase counts only where that is something done to him: "the
    arrest of an engineer", but not "the home of a supporter".
    """
    if chain.named or chain.kind is not ActorKind.PERSON or chain.number > 1:
        return False
    if not chain.phrases:
        return False
    first = found[min(chain.phrases)]
    if not paragraphs[0].holds(first.phrase.span):
        return False
    owner = first.phrase.within
    if owner is not None and found[owner].head.lemma not in nominals:
        return False
    return not any(k.dep == "poss" and k.tag == "PRP$" for k in first.head.kids)


def _is_bare(chain: Chain, found: list[Found], paragraphs: tuple[Span, ...]) -> bool:
    """Whether a chain is a full personal name without title or explanation.

    One first met inside another's description ("the brother of Ilo Fask") only explains
    that other.
    """
    if not chain.named or chain.kind is not ActorKind.PERSON:
        return False
    if not any(" " in name for name in chain.names) or len(chain.heads) == 0:
        return False
    phrases = [found[i].phrase for i in chain.phrases]
    first = found[min(chain.phrases)].phrase
    if paragraphs[0].holds(first.span):
        return False
    if first.within is not None and found[first.within].phrase.animate:
        return False
    return all(p.name is not None and p.span == p.name for p in phrases[:1]) and all(
        p.name is not None for p in phrases
    )


def find_members(
    chains: list[Chain], found: list[Found], paragraphs: tuple[Span, ...]
) -> dict[int, tuple[int, ...]]:
    """Return, for a counted group, the chains of the persons it is made of.

    The n persons are those named together ("Noor Fask and Bram Ostrey"), else the n
    untitled ones that the text first names after the group, in its own paragraph or the
    next.
    """
    lists = _named_lists(chains, found)
    firsts = sorted(
        (found[min(c.phrases)].phrase.span.start, n)
        for n, c in enumerate(chains)
        if c.named and c.kind is ActorKind.PERSON and c.phrases
    )
    members = {}
    for n, chain in enumerate(chains):
        if chain.named or chain.kind is not ActorKind.GROUP or not chain.phrases:
            continue
        first = found[min(chain.phrases)]
        if not _undergoes(first) or chain.count is None or not 2 <= chain.count <= 6:
            continue
        named = _named_together(lists.get(chain.count, []), first)
        if not named:
            people = _named_next(chains, found, firsts, paragraphs, first)
            named = people if len(people) == chain.count else ()
        if named:
            members[n] = named
    return members


def _undergoes(first: Found) -> bool:
    """Whether something is done to a group; one that speaks is seldom named after."""
    head = first.head
    of = head.dep == "pobj" and head.head.lower == "of"
    return of or head.dep in ("dobj", "nsubjpass")


def _named_lists(
    chains: list[Chain], found: list[Found]
) -> dict[int, list[tuple[int, tuple[int, ...]]]]:
    """Return the lists of personal names by their length, each with where it begins."""
    of = {i: n for n, c in enumerate(chains) for i in c.phrases}
    by_head = {f.head.i: n for n, f in enumerate(found)}
    lists: dict[int, list[tuple[int, tuple[int, ...]]]] = {}
    for item in found:
        if item.head.dep == "conj":
            continue
        heads, word = [item.head], item.head.kid("conj")
        while word is not None:
            heads.append(word)
            word = word.kid("conj")
        indices = [of.get(by_head.get(h.i, -1)) for h in heads]
        people = tuple(
            i
            for i in indices
            if i is not None and chains[i].named and chains[i].kind is ActorKind.PERSON
        )
        if len(heads) > 1 and len(set(people)) == len(people) == len(heads):
            lists.setdefault(len(people), []).append((item.head.i, people))
    return lists


def _named_together(
    lists: list[tuple[int, tuple[int, ...]]], first: Found
) -> tuple[int, ...]:
    """Return the first list of names behind a group; all are as long as it is large."""
    at = bisect_right(lists, first.head.i, key=lambda named: named[0])
    return lists[at][1] if at < len(lists) else ()


def _named_next(
    chains: list[Chain],
    found: list[Found],
    firsts: list[tuple[int, int]],
    paragraphs: tuple[Span, ...],
    first: Found,
) -> tuple[int, ...]:
    """Return the persons without title first named behind a group, if any are.

    In its own paragraph, else in the next.
    """
    span = first.phrase.span
    here = bisect_right(paragraphs, span.start, key=lambda p: p.start) - 1
    if here < 0 or not paragraphs[here].holds(span):
        return ()
    for paragraph in paragraphs[here : here + 2]:
        low = bisect_left(firsts, max(span.start + 1, paragraph.start), key=_place)
        high = bisect_left(firsts, paragraph.end, key=_place)
        people = tuple(
            sorted(n for _, n in firsts[low:high] if _is_untitled(chains[n], found))
        )
        if people:
            return people
    return ()


def _place(first: tuple[int, int]) -> int:
    """Return where a chain begins."""
    return first[0]


def _is_untitled(chain: Chain, found: list[Found]) -> bool:
    """Whether a person is first met by name alone."""
    phrase = found[min(chain.phrases)].phrase
    return phrase.name == phrase.span
