"""Mends what the parser gets wrong as a rule, before anybody reads its tree.

Each rule names its construction; none adds a word or moves one.
"""

from onrecord.annotate.parse import Parse, Word

_SAYING = frozenset(
    [
        "add",
        "announce",
        "argue",
        "claim",
        "complain",
        "explain",
        "inform",
        "insist",
        "repeat",
        "say",
        "state",
        "tell",
        "testify",
        "warn",
        "write",
    ]
)
# A clause with "that" behind these is what was said; behind "claim", what it claims.
_MEANS = frozenset(
    [
        "address",
        "broadcast",
        "email",
        "filing",
        "hearing",
        "interview",
        "letter",
        "message",
        "note",
        "post",
        "speech",
        "statement",
    ]
)
_HIGHEST = 6  # "said in a letter sent on 9 March that": prep, pobj, acl, prep, pobj
# What is done to a letter or a meeting: after these "that" does stand for it.
_HANDLES = frozenset(
    [
        "address",
        "attend",
        "call",
        "give",
        "hold",
        "issue",
        "make",
        "obtain",
        "post",
        "print",
        "publish",
        "read",
        "receive",
        "release",
        "see",
        "send",
        "show",
        "sign",
        "write",
    ]
)


# "Accused the mill of hiding it": what is done is told of the verb, not of the mill.
_CHARGES = frozenset(["absolve", "accuse", "acquit", "convict", "exonerate", "suspect"])


def mend_parse(parse: Parse) -> None:
    """Correct the tree in place."""
    for word in parse.words:
        if word.lower == "of" and word.dep == "prep":
            _mend_charge(word)
        if word.dep == "relcl" or (word.dep == "acl" and word.head.lemma in _MEANS):
            _mend_said_that(word)


def _mend_charge(of: Word) -> None:
    """Hang "accused the mill of hiding it", "Brun of fraud" on the verb.

    A person's name has no "of" with a bare common noun of its own.
    """
    noun = of.head
    verb = noun.head
    if noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in _CHARGES:
        return
    deed = of.kid("pobj")
    bare = (
        deed is not None and deed.tag in ("NN", "NNS") and not deed.all("det", "poss")
    )
    named = noun.tag in ("NNP", "NNPS", "PRP")
    if verb.i > of.i or not (of.kid("pcomp") is not None or (named and bare)):
        return
    noun.kids.remove(of)
    of.head = verb
    verb.kids.append(of)
    verb.kids.sort(key=lambda kid: kid.i)


def _mend_said_that(word: Word) -> None:
    """Hang "said in a letter that it rained" on the verb, not on the letter."""
    that = next((k for k in word.kids if k.lower == "that"), None)
    subject = word.kid("nsubj", "nsubjpass")
    if that is None or subject is None or subject is that or word.lemma in _HANDLES:
        return
    noun, verb = word.head, _verb_above(word.head)
    if verb is None or verb.kid("ccomp", "xcomp") is not None:
        return
    if that.dep != "mark" and that.i != noun.i + 1:
        return
    that.dep = "mark"
    noun.kids.remove(word)
    word.dep, word.head = "ccomp", verb
    verb.kids.append(word)
    verb.kids.sort(key=lambda kid: kid.i)


def _verb_above(noun: Word) -> Word | None:
    """Return the verb of saying that a noun is told to or stands in a phrase of."""
    here = noun
    for _ in range(_HIGHEST):
        if here.dep not in ("dobj", "pobj", "prep", "acl", "npadvmod"):
            return None
        here = here.head
        if here.lemma in _SAYING and here.coarse == "verb":
            return here
    return None
