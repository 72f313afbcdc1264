"""What sentences near a linkage add to it: its conditions, how long it stands, to whom.

"The minister made the proposal on Tuesday" says that the condition he sets next is the
offer's own; "the offer stands until Friday" gives its deadline; a threat from whoever
makes a demand beside it is put to the same addressee.
"""

from onrecord.extract.context import Context, Who
from onrecord.extract.ties.demands import Draft
from onrecord.extract.ties.terms import Outline
from onrecord.model.clause import Clause, Link, PredicateKind, Role, Voice
from onrecord.model.evidence import Span
from onrecord.model.linkage import LinkageKind

_OFFERS = frozenset({LinkageKind.EXCHANGE, LinkageKind.OFFER})
_MAKING = frozenset(["make", "present", "put", "table", "voice", "outline", "repeat"])
_STANDING = frozenset(["stand", "expire", "last", "remain", "hold", "lapse", "run"])
_OPENS = frozenset(["can", "could", "will", "would", "may", "might"])
_SUMMONING = frozenset(["summon", "meet", "receive", "visit"])
_NEAR = 2  # sentences after "made the proposal" in which its terms are told
_BESIDE = 1  # sentences between a threat and the demand that it backs


def details_proposal(outline: Outline, offer: Draft, condition: Draft) -> bool:
    """Whether a condition spells out an offer its proposer is said to have made."""
    if offer.kind not in _OFFERS or condition.kind is not LinkageKind.CONDITION:
        return False
    by = {w.actor for w in condition.by if w.actor}
    if condition.clause.modality not in _OPENS or offer.anchor.start > (
        condition.anchor.start
    ):
        return False
    for clause in outline.context.document.clauses:
        if not 0 <= condition.clause.sent - clause.sent <= _NEAR:
            continue
        makes = clause.lemma in _MAKING and _names(outline.context, clause, offer)
        if makes and by & {w.actor for w in outline.agents(clause)}:
            return True
    return False


def _names(context: Context, clause: Clause, offer: Draft) -> bool:
    """Whether a clause's object or subject is "the offer", said after it."""
    table = context.lexicons["answer_objects"]
    for argument in clause.all(Role.PATIENT, Role.AGENT):
        phrase = context.phrase(argument)
        row = table.get(phrase.head_lemma) if phrase is not None else None
        if phrase is None or row is None or not phrase.definite:
            continue
        if offer.kind.value in row["for"].split() and (
            phrase.span.start > offer.anchor.start
        ):
            return True
    return False


def told_later(outline: Outline, draft: Draft) -> list[Span]:
    """Return where it says how long a linkage stands: "the offer stands until"."""
    context = outline.context
    return [
        clause.extent
        for clause in context.document.clauses
        if clause.lemma in _STANDING
        and clause.kind is PredicateKind.VERB
        and not clause.negated
        and _names(context, clause, draft)
    ]


def address_by_context(outline: Outline, drafts: list[Draft]) -> None:
    """Say to whom drafts are put whose own words do not."""
    for draft in drafts:
        if not draft.to and "if_" in draft.terms:
            draft.to = _who_meets(outline, draft)
        if draft.to or draft.kind in _OFFERS:
            continue
        if draft.kind is LinkageKind.THREAT:
            draft.to = _demanded_beside(draft, drafts)
        elif draft.kind is LinkageKind.DEMAND:
            _put_to_summoned(outline, draft)


def _who_meets(outline: Outline, draft: Draft) -> list[Who]:
    """Return who would have to meet the condition of a linkage: its agent."""
    mine = {w.actor for w in draft.by if w.actor}
    inside = draft.terms["if_"]
    for clause in outline.context.document.clauses:
        if not inside.holds(clause.predicate) or clause.link is not Link.CONDITION:
            continue
        if clause.voice is Voice.PASSIVE or clause.lemma == "be":
            return []
        found = outline.agents(clause)
        return [w for w in found if w.actor is not None and w.actor not in mine]
    return []


def _demanded_beside(draft: Draft, drafts: list[Draft]) -> list[Who]:
    """Return whom the proposer of a threat asks for something beside it."""
    mine = {w.actor for w in draft.by if w.actor}
    for other in drafts:
        near = abs(other.clause.sent - draft.clause.sent) <= _BESIDE
        same = mine & {w.actor for w in other.by}
        if other.kind is LinkageKind.DEMAND and other.to and near and same:
            return other.to
    return []


def _put_to_summoned(outline: Outline, draft: Draft) -> None:
    """Read "summoned the ambassador and demanded that": it is put to whom they met."""
    parent = outline.context.parent(draft.clause)
    if parent is None or parent.lemma not in _SUMMONING or parent.negated:
        return
    by = {w.actor for w in draft.by}
    if not by & {w.actor for w in outline.agents(parent)}:
        return
    met = outline.context.all_who(parent.all(Role.PATIENT))
    draft.to = [w for w in met[:1] if w.actor is not None and w.actor not in by]
