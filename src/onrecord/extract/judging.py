"""Factuality: how the text tells a clause, from its form and from what it hangs on.

Rules that hold here:
- A clause's own form counts before what it hangs on; but what is denied is denied, and
  what somebody is asked not to do is asked.
- "may not" leaves it open, "must not" asks, any other "not" negates.
- A verb or noun colours what hangs on it ("refused to", "the refusal to"): colours.tsv.
"""

from typing import TYPE_CHECKING

from onrecord.model.clause import Clause, Link, Role, Tense
from onrecord.model.fact import Factuality

if TYPE_CHECKING:
    from onrecord.extract.context import Context

_HYPOTHETICAL = frozenset(["may", "might", "could", "would", "can"])
_NOT_YET = frozenset(["until", "till", "unless"])
_PLANNED = frozenset(["will", "shall"])
_ASKED = frozenset(["must", "should", "ought"])
_OPEN = frozenset(["may", "might"])
_WHETHER = frozenset(["whether", "if"])
_TELLING = frozenset(["tell", "insist"])
_WARNING = frozenset(["warn", "suggest"])
_HEARSAY = frozenset(["allegedly", "supposedly", "purportedly"])
# What is said of somebody stands right before the verb.
_RIGHT_BEFORE = 40


_YET = ["yet", "to"]
_BEHIND_NOUN = frozenset((Link.PURPOSE, Link.RELATIVE))


def judge(context: "Context", clause: Clause) -> Factuality:
    """Return how the text tells a clause, from its words and what it hangs on."""
    own = _own_judge(context, clause)
    if own is Factuality.ASSERTED:
        return _inherited(context, clause, depth=0)
    if clause.link is Link.COMPLEMENT:
        above = _inherited(context, clause, depth=0)
        asked_not_to = own is Factuality.NEGATED and above is Factuality.ASKED
        if above is Factuality.DENIED or asked_not_to:
            return above
    return own


def _own_judge(context: "Context", clause: Clause) -> Factuality:
    """Judge a clause by its own form: negation, modal, question, link, raising."""
    if clause.link is Link.CONDITION or clause.question:
        return Factuality.HYPOTHETICAL
    if clause.link is Link.COMPLEMENT and clause.marker in _WHETHER:
        return Factuality.HYPOTHETICAL
    if clause.marker == "without" or _words_before(context, clause)[-2:] == _YET:
        return Factuality.NEGATED
    if clause.raised is not None:
        parent = context.parent(clause)
        never = parent is not None and parent.lemma == "be" and parent.negated
        colour = _colour(context, clause.raised, negated=clause.negated or never)
        if colour is not Factuality.ASSERTED:
            return colour
    if clause.negated:
        return _negated(clause)
    if not _HEARSAY.isdisjoint(_words_before(context, clause)[-2:]):
        return Factuality.HYPOTHETICAL
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
    by_noun = _colour_of_noun(context, clause)
    if clause.link is Link.PURPOSE and by_noun is Factuality.ASSERTED:
        return Factuality.HYPOTHETICAL
    return by_noun


def _negated(clause: Clause) -> Factuality:
    """Return what "not" makes of a clause with its modal."""
    if clause.modality in _OPEN:
        return Factuality.HYPOTHETICAL
    return Factuality.ASKED if clause.modality in _ASKED else Factuality.NEGATED


def _words_before(context: "Context", clause: Clause) -> list[str]:
    """Return the words of the sentence that stand right before a predicate."""
    end = clause.predicate.start
    start = max(context.sentence(clause).start, end - _RIGHT_BEFORE)
    return context.text[start:end].lower().split()


def _colour_of_noun(context: "Context", clause: Clause) -> Factuality:
    """Return what the noun right before makes of "to" or "that" behind it.

    "The refusal to free them", "fears that they would attack", "no evidence that".
    """
    if clause.link not in _BEHIND_NOUN or clause.marker not in ("to", "that"):
        return Factuality.ASSERTED
    end = clause.extent.start
    start = max(context.sentence(clause).start, end - _RIGHT_BEFORE)
    words = context.text[start:end].lower().split()
    if not words:
        return Factuality.ASSERTED
    if words[-2:] in (["no", "evidence"], ["no", "proof"], ["no", "sign"]):
        return Factuality.HYPOTHETICAL
    for noun in (words[-1], words[-1].removesuffix("s")):
        for key in (f"{noun} (noun)", noun):
            if key in context.lexicons["colours"]:
                return _colour(context, key, negated=False)
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
    if clause.raised in context.lexicons["colours"] and parent.lemma == "be":
        return _above(context, parent, depth)
    if clause.link is Link.COORDINATE or clause.link is Link.ROOT:
        inherited = clause.link is Link.COORDINATE and parent.link in (
            Link.CONDITION,
            Link.PURPOSE,
            Link.COMPLEMENT,
        )
        # "must go and hand in ...": a bare infinitive shares the modal before it.
        bare = clause.link is Link.COORDINATE and clause.tense is Tense.NONE
        shares = bare and parent.modality is not None and clause.subject_shared
        return judge(context, parent) if inherited or shares else Factuality.ASSERTED
    hangs = clause.link in (Link.COMPLEMENT, Link.NOMINAL)
    for_to = _is_for_to(clause) and parent.lemma != "be"
    loose = for_to or _is_gerund(clause, parent)
    if loose or (hangs and _is_object(context, clause, parent)):
        colour = _colour(context, parent.lemma, negated=parent.negated)
        if colour is not Factuality.ASSERTED and _only_says(parent, clause):
            colour = Factuality.ASSERTED
        if colour is not Factuality.ASSERTED:
            return colour
        if for_to:
            return Factuality.HYPOTHETICAL
        return (
            _inherited(context, parent, depth=depth + 1)
            if (clause.link is Link.COMPLEMENT and context.says(parent))
            else _above(context, parent, depth)
        )
    return Factuality.ASSERTED


def _is_for_to(clause: Clause) -> bool:
    """Whether a clause is "for him to go", whatever stands before it."""
    adverbial = clause.link is Link.ADVERBIAL and clause.marker == "for"
    return adverbial and clause.tense is Tense.NONE


def _is_gerund(clause: Clause, parent: Clause) -> bool:
    """Whether a verb right behind another is its object: "ruled out releasing"."""
    behind = clause.predicate.start - parent.predicate.end == 1
    return clause.link is Link.ADVERBIAL and behind and not parent.all(Role.PATIENT)


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
    """Whether "told", "warned" report a fact: "told X that", not "told X to"."""
    if clause.marker == "to" or clause.tense is Tense.NONE:
        return False
    if parent.lemma in _WARNING:
        return clause.tense is not Tense.FUTURE and clause.modality is None
    return parent.lemma in _TELLING
