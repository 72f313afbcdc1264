"""Who asserts what another denies, though in other words than the denial's.

Somebody who does not believe the denial, somebody who says that the same was done to
the same person, or the article itself where it tells of an exchange that is denied.
"""

import re
from collections.abc import Iterator

from onrecord.extract.context import Context
from onrecord.extract.ties.denials import Denial
from onrecord.extract.ties.terms import Outline
from onrecord.model.claim import Position
from onrecord.model.clause import Clause, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.fact import NARRATOR
from onrecord.model.statement import Act, Statement

_DOUBTS = re.compile(
    r"\b(?:few|nobody|no one|none|not|never|hardly|n't|n’t)\b[^.;]{0,60}"
    r"\b(?:believ\w+|credible|convinc\w+|plausible)\b",
    re.IGNORECASE,
)
_NEAR = 2  # sentences after a denial in which somebody may doubt it
_EXCHANGE = re.compile(
    r"\b(?:exchange|swap|trade|bargain|quid pro quo)\b", re.IGNORECASE
)
_TIED = re.compile(
    r"\bin (?:exchange|return) for\b|\b(?:prisoner|hostage) swap", re.IGNORECASE
)
_TOLD = frozenset({Act.REFUSE, Act.OFFER, Act.DEMAND})
# Verbs that say too little for two clauses with them to tell of one deed.
_LIGHT = frozenset(["be", "have", "do", "make", "take", "get", "go", "give", "say"])
_NOT_SAYING = (Act.DENY, Act.DECLINE, Act.ASK, Act.REFUSE)


def find_opponents(outline: Outline, denial: Denial, sides: set[str]) -> list[Position]:
    """Return who holds against a denial; of several kinds, the surest one alone.

    Args:
        outline: Of the article.
        denial: With the words that are denied.
        sides: The actors who deny, and for whom they speak.
    """
    context = outline.context
    others = [
        said
        for said in context.statements
        if said.speaker is not None
        and said.speaker not in sides
        and said.act not in _NOT_SAYING
        and not any(c.holds(denial.clause.predicate) for c in said.content_spans)
    ]
    found = [s for s in others if _doubts(context, s, denial)]
    found = found or list(_tell_of_deed(outline, others, denial))
    positions = {
        s.speaker or NARRATOR: Position(
            actor=s.speaker or NARRATOR,
            actor_text=s.speaker_text,
            statement=s.id,
            when=s.said_on,
        )
        for s in reversed(found)
    }
    if not positions and _tells_exchange(context, denial):
        return [Position(actor=NARRATOR)]
    return list(reversed(positions.values()))


def _doubts(context: Context, said: Statement, denial: Denial) -> bool:
    """Whether a statement soon after a denial says that it is not believed."""
    if _DOUBTS.search(said.content) is None:
        return False
    start = said.content_spans[0].start
    last = min(denial.clause.sent + _NEAR + 1, len(context.document.sents) - 1)
    return denial.clause.predicate.start < start < context.document.sents[last].end


def _tell_of_deed(
    outline: Outline, others: list[Statement], denial: Denial
) -> Iterator[Statement]:
    """Yield statements by which the denied deed was done to the same person."""
    context = outline.context
    denied = [
        (c, whom)
        for c in context.document.clauses
        if denial.words is not None
        and denial.words.holds(c.predicate)
        and (whom := _suffering(context, c))
    ]
    for said in others:
        for clause in context.document.clauses:
            if clause.negated or not any(
                s.holds(clause.predicate) for s in said.content_spans
            ):
                continue
            mine = _suffering(context, clause)
            if any(c.lemma == clause.lemma and _meet(whom, mine) for c, whom in denied):
                yield said
                break


def _suffering(context: Context, clause: Clause) -> set[str]:
    """Return to whom a deed told in the passive is done: their names."""
    if clause.voice is not Voice.PASSIVE or clause.kind is not PredicateKind.VERB:
        return set()
    if clause.lemma in _LIGHT:
        return set()
    names = {a.id: a.name for a in context.document.actors}
    found = context.all_who(clause.all(Role.PATIENT))
    return {names[w.actor] for w in found if w.actor in names}


def _meet(some: set[str], others: set[str]) -> bool:
    """Whether two lists can name one person: "Brun" can be Ana Brun."""
    return any(
        one == other or (1 in (len(a), len(b)) and a[-1] == b[-1])
        for one in some
        for other in others
        if (a := one.split()) and (b := other.split())
    )


def _tells_exchange(context: Context, denial: Denial) -> bool:
    """Whether an exchange is denied that the article itself tells of."""
    if denial.words is None or not _EXCHANGE.search(context.words(denial.words)):
        return False
    for found in _TIED.finditer(context.text):
        here = Span(found.start(), found.end())
        if any(q.span.holds(here) for q in context.document.quotes):
            continue
        tellers = [
            s for s in context.statements if any(c.holds(here) for c in s.content_spans)
        ]
        if all(s.act in _TOLD for s in tellers):
            return True
    return False
