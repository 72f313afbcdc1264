"""Factuality: how the text tells a clause, from its form and from what it hangs on."""

from typing import TYPE_CHECKING

from onrecord.model.clause import Clause, Link, Role, Tense
from onrecord.model.fact import Factuality

if TYPE_CHECKING:
    from onrecord.extract.context import Context

_HYPOTHETICAL = frozenset(["may", "might", "could", "would", "can"])
_NOT_YET = frozenset(["until", "till", "unless"])
_PLANNED = frozenset(["will", "shall"])
_ASKED = frozenset(["must", "should", "ought"])


def judge(context: "Context", clause: Clause) -> Factuality:
    """Return how the text tells a clause, from its words and what it hangs on."""
    own = _own_judge(context, clause)
    if own is not Factuality.ASSERTED:
        return own
    return _inherited(context, clause, depth=0)


def _own_judge(context: "Context", clause: Clause) -> Factuality:
    """Judge a clause by its own form: negation, modal, question, link, raising."""
    if clause.link is Link.CONDITION or clause.question:
        return Factuality.HYPOTHETICAL
    if clause.raised is not None:
        colour = _colour(context, clause.raised, negated=clause.negated)
        if colour is not Factuality.ASSERTED:
            return colour
    if clause.negated:
        return Factuality.NEGATED
    if clause.modality == "would" and _is_told_ahead(context, clause):
        return Factuality.PLANNED
    if clause.modality in _HYPOTHETICAL:
        return Factuality.HYPOTHETICAL
    if clause.marker in _NOT_YET and clause.tense is Tense.PRESENT:
        return Factuality.HYPOTHETICAL
    if clause.modality in _PLANNED:
        return Factuality.PLANNED
    if clause.modality in _ASKED:
        return Factuality.ASKED
    if clause.link is Link.PURPOSE:
        return Factuality.HYPOTHETICAL
    return Factuality.ASSERTED


def _is_told_ahead(context: "Context", clause: Clause) -> bool:
    """Whether "would" is a "will" that speech in the past has turned."""
    parent = context.parent(clause)
    return (
        clause.link is Link.COMPLEMENT
        and parent is not None
        and parent.tense is Tense.PAST
        and context.says(parent)
    )


def _colour(context: "Context", lemma: str, *, negated: bool) -> Factuality:
    """Return the factuality that a verb lends to what hangs on it."""
    row = context.lexicons["colours"].get(lemma)
    if row is None:
        return Factuality.ASSERTED
    return Factuality(row["negated"] if negated else row["factuality"])


def _inherited(context: "Context", clause: Clause, *, depth: int) -> Factuality:
    """Return what the clauses above make of this one."""
    parent = context.parent(clause)
    if parent is None or depth > 5:
        return Factuality.ASSERTED
    if clause.link is Link.COORDINATE or clause.link is Link.ROOT:
        inherited = clause.link is Link.COORDINATE and parent.link in (
            Link.CONDITION,
            Link.PURPOSE,
            Link.COMPLEMENT,
        )
        return judge(context, parent) if inherited else Factuality.ASSERTED
    if clause.link in (Link.COMPLEMENT, Link.NOMINAL) and _is_object(
        context, clause, parent
    ):
        colour = _colour(context, parent.lemma, negated=parent.negated)
        if colour is Factuality.ASKED and _only_says(parent, clause):
            colour = Factuality.ASSERTED
        if colour is not Factuality.ASSERTED:
            return colour
        return (
            _inherited(context, parent, depth=depth + 1)
            if (clause.link is Link.COMPLEMENT and context.says(parent))
            else _above(context, parent, depth)
        )
    return Factuality.ASSERTED


def _above(context: "Context", parent: Clause, depth: int) -> Factuality:
    """Return the factuality of the parent, for what only happens with it."""
    own = _own_judge(context, parent)
    if own is not Factuality.ASSERTED:
        return own
    return _inherited(context, parent, depth=depth + 1)


def _is_object(context: "Context", clause: Clause, parent: Clause) -> bool:
    """Whether a clause is what its parent is about, rather than its subject."""
    if clause.link is Link.COMPLEMENT:
        return True
    for argument in parent.arguments:
        if argument.head.start == clause.predicate.start:
            passive = parent.voice.value == "passive"
            return argument.role is not Role.AGENT or passive
    return True


def _only_says(parent: Clause, clause: Clause) -> bool:
    """Whether "told", "instructed" reports a fact: "told X that", not "told X to"."""
    return (
        parent.lemma in ("tell", "insist")
        and clause.marker != "to"
        and (clause.tense is not Tense.NONE)
    )
