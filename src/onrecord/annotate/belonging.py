"""Descriptions joined by whose they are, or by whom they are said to be."""

from onrecord.annotate.linking import Links

# "A man identified as X", "a port known as X".
_NAMING = frozenset(["identify", "name", "know", "call", "dub"])


def join_client(links: Links, i: int) -> None:
    """Join "his client" to whoever his lawyer was said to speak for."""
    owner = next((k for k in links.found[i].head.kids if k.dep == "poss"), None)
    mine = links.by_head.get(owner.i) if owner is not None else None
    if mine not in links.of or i not in links.of:
        return
    for n in links.chains[links.of[mine][0]].phrases:
        for other in links.inside.get(n, ()):
            owned = other in links.of and other != mine
            if owned and links.found[other].head.dep == "poss":
                links.merge(links.of[i][0], links.of[other][0], "client")
                return


def join_owned(links: Links) -> None:
    """Join "his brother" to what else is said to be the same one's brother."""
    owned: dict[tuple[int, str, int], int] = {}
    for i, item in enumerate(links.found):
        if i not in links.of or item.phrase.name is not None:
            continue
        owner = next((k for k in item.head.kids if k.dep == "poss"), None)
        mine = links.by_head.get(owner.i) if owner is not None else None
        if mine is None or mine not in links.of:
            continue
        key = (links.of[mine][0], item.phrase.head_lemma, min(2, item.phrase.number))
        before = owned.setdefault(key, i)
        chain, other = links.of[before][0], links.of[i][0]
        if before != i and chain != other and not links.chains[other].named:
            links.merge(other, chain, "owner")


def join_identified(links: Links) -> None:
    """Join "the suspect, identified as X" to X."""
    for i, item in enumerate(links.found):
        if item.phrase.name is not None or i not in links.of:
            continue
        for clause in item.head.all("acl", "relcl"):
            if clause.lemma not in _NAMING:
                continue
            to = clause.kid("oprd") or clause.kid("prep")
            name = to.kid("pobj") if to is not None and to.dep == "prep" else to
            n = links.by_head.get(name.i) if name is not None else None
            if n in links.of and links.found[n].phrase.name is not None:
                links.merge(links.of[i][0], links.of[n][0], "identified")
