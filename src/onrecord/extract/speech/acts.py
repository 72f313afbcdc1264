"""What is done by saying it: the act of a statement, from cue, polarity and words."""

import re

from onrecord.extract.context import Context
from onrecord.model.clause import Clause, Role
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row
from onrecord.model.statement import Act

_COMMENT = frozenset(
    [
        "comment",
        "say",
        "discuss",
        "answer",
        "elaborate",
        "disclose",
        "confirm",
        "reveal",
        "respond",
        "give",
        "talk",
        "speak",
        "identify",
        "interview",
        "specify",
        "name",
        "speculate",
    ]
)
_CLAIMS = frozenset(
    [
        "accusation",
        "allegation",
        "charge",
        "claim",
        "report",
        "suggestion",
        "rumour",
        "rumor",
        "criticism",
        "assertion",
        "involvement",
        "responsibility",
        "link",
        "wrongdoing",
        "story",
    ]
)
_REQUESTS = frozenset(
    [
        "appeal",
        "call",
        "demand",
        "request",
        "offer",
        "proposal",
        "plea",
        "petition",
        "bid",
        "ultimatum",
    ]
)
_MUST = frozenset(["must", "should"])
_CONDITIONS = frozenset(["if", "unless"])
_AHEAD = frozenset(["will", "would", "shall"])
_COMES = frozenset(["be", "have", "face", "follow", "suffer", "come", "bring"])
_UNTRUE = re.compile(
    r"\b(?:is|are|was|were) (?:\w+ly )?"
    r"(?:baseless|unfounded|groundless|untrue|false|fabricated|a lie|lies|nonsense)\b"
)
_NO = re.compile(r"\b(?:answer|reply|response) (?:is|was|remains) [\"“]?no\b")


def choose_act(
    context: Context, row: Row, clause: Clause | None, contents: list[Span]
) -> Act:
    """Return the act of a statement.

    Args:
        context: The document.
        row: The cue's lexicon entry.
        clause: The cue's clause, None for a quotation without a cue.
        contents: The words said.
    """
    act = Act(row["act"])
    if clause is None:
        return _from_words(context, act, contents)
    if act is Act.REFUSE:
        return _refusal(context, clause)
    if act is Act.DENY and _asked_for(context, clause):
        return Act.REFUSE
    if row.get("belief"):
        return Act.ASSERT
    if clause.negated:
        return _negated(act, clause)
    if act is Act.ASSERT:
        return _from_words(context, act, contents)
    return act


def _refusal(context: Context, clause: Clause) -> Act:
    """Tell a refusal from declining to speak and from denying a claim."""
    for argument in clause.all(Role.COMPLEMENT):
        inner = context.clause(argument.clause)
        if inner is not None and inner.lemma in _COMMENT:
            return Act.DECLINE
    patient = context.phrase(clause.first(Role.PATIENT))
    if clause.negated:
        return Act.ASSERT
    if patient is not None and patient.head_lemma in _CLAIMS:
        return Act.DENY
    return Act.REFUSE


def _asked_for(context: Context, clause: Clause) -> bool:
    """Whether what is dismissed was asked for rather than claimed."""
    patient = context.phrase(clause.first(Role.PATIENT))
    return patient is not None and patient.head_lemma in _REQUESTS


def _negated(act: Act, clause: Clause) -> Act:
    """Return what "did not say", "did not deny" come to."""
    if clause.lemma == "comment" or act is Act.ASSERT:
        return Act.DECLINE
    if act is Act.DENY:
        return Act.ACKNOWLEDGE
    return Act.REFUSE if act in (Act.PROMISE, Act.OFFER) else act


def _from_words(context: Context, act: Act, contents: list[Span]) -> Act:
    """Read the act off plain words.

    "must" and "should" demand, "is baseless" denies, an answer that is "no" refuses,
    and a harm that comes if something is done, or unless it is, threatens.
    """
    words = context.words(contents[0]).lower()
    if _threatens(context, contents[0]):
        return Act.THREATEN
    for clause in context.lookup.predicates_in(contents[0]):
        if clause.parent is not None and clause.link.value in ("relative", "nominal"):
            continue
        if clause.modality in _MUST and not clause.negated:
            return Act.DEMAND
        if _UNTRUE.search(words) and clause.lemma == "be" and not clause.negated:
            return Act.DENY
        if _NO.search(words):
            return Act.REFUSE
        break
    return act


def _threatens(context: Context, content: Span) -> bool:
    """Whether words tell of a harm to come on a condition, named as a thing.

    "There would be grave consequences if he was handed over"; what would merely happen
    ("the ship would be cut off if it rained") is no threat.
    """
    clauses = context.lookup.predicates_in(content)
    if not any(c.marker in _CONDITIONS for c in clauses):
        return False
    harms = context.lexicons["threat_words"]
    ahead = [c for c in clauses if c.modality in _AHEAD and c.lemma in _COMES]
    named = (
        context.phrase(a)
        for c in ahead
        for a in c.all(Role.ATTRIBUTE, Role.PATIENT, Role.AGENT)
    )
    return any(p is not None and p.head_lemma in harms for p in named)


def denied_words(context: Context, act: Act, contents: list[Span]) -> str | None:
    """Return what a denial denies, in its words."""
    if act is not Act.DENY:
        return None
    untrue = _UNTRUE.search(context.words(contents[0]))
    if untrue is not None:  # "the report is false" denies the report
        first = contents[0].start
        before = context.text[first : first + untrue.start()]
        return before.strip() or None
    return " ".join(context.words(c) for c in contents)
