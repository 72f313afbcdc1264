"""Noun clauses: "her arrest in Port Sel by police at the request of Kestria"."""

from onrecord.annotate.frames import Builder
from onrecord.annotate.parse import Word
from onrecord.annotate.words import Words
from onrecord.model.clause import Argument, Clause, Link, PredicateKind, Role
from onrecord.model.evidence import Span

_SIDES = frozenset(["between", "among", "with"])


def is_nominal(word: Word, words: Words) -> bool:
    """Whether a noun stands for a clause."""
    if word.coarse != "noun" or word.dep in ("compound", "nmod") or word.tag == "NNP":
        return False
    return _entry(word, words) is not None


def _entry(word: Word, words: Words) -> tuple[str, str, str] | None:
    """Return the verb and the roles that the lexicon gives a noun."""
    before = word.kid("compound")
    if before is not None:
        found = words.nominals.get(f"{before.lower} {word.lemma}")
        if found is not None:
            return found
    return words.nominals.get(word.lower) or words.nominals.get(word.lemma)


def build_nominal(word: Word, builder: Builder, words: Words) -> Clause:
    """Build the clause of a noun; `lemma` is the verb it stands for."""
    verb, poss, of = _entry(word, words) or (word.lemma, "agent", "agent")
    determiner = word.kid("det")
    made: list[Argument] = []
    for kid in word.kids:
        if kid.dep == "poss":
            made += builder.arguments(Role(poss), kid)
        elif kid.dep in ("amod", "compound", "nmod") and kid.i in builder.by_head:
            made += builder.arguments(Role.AGENT, kid)  # "an Orvenian offer"
        elif kid.dep == "compound":
            made += builder.arguments(Role.ATTRIBUTE, kid, marker="compound")
        elif kid.dep in ("acl", "ccomp", "relcl") and (marker := _content(kid)):
            made.append(builder.clause_argument(Role.COMPLEMENT, kid, marker=marker))
    for argument in builder.prepositions(word):
        made.append(_with_role(argument, of))
    return Clause(
        index=builder.number[word.i],
        sent=word.sent,
        kind=PredicateKind.NOUN,
        predicate=Span(word.start, word.end),
        lemma=verb,
        extent=builder.extent(word),
        negated=determiner is not None and determiner.lower == "no",
        arguments=tuple(sorted(made, key=lambda a: (a.span.start, a.span.end))),
        parent=builder.parent(word),
        link=Link.NOMINAL,
    )


def _content(kid: Word) -> str | None:
    """Return "that" or "to" where a clause tells what the noun is about."""
    mark = kid.kid("mark")
    if mark is not None and mark.lower in ("that", "whether"):
        return mark.lower
    return "to" if any(a.lower == "to" for a in kid.all("aux")) else None


def _with_role(argument: Argument, of: str) -> Argument:
    """Give the argument after "of", "by" or "between" its role."""
    role = argument.role
    if argument.marker == "of" and argument.clause is None and role is Role.OBLIQUE:
        role = Role(of)
    elif argument.marker == "by":
        role = Role.AGENT
    elif argument.marker in _SIDES and role is Role.OBLIQUE:
        role = Role.AGENT if argument.marker == "between" else Role.OBLIQUE
    return Argument(
        role=role,
        span=argument.span,
        head=argument.head,
        mention=argument.mention,
        clause=argument.clause,
        marker=argument.marker,
    )
