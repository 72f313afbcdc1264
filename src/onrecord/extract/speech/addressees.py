"""Who is spoken to: whom the cue tells, whose letter it is, of whom it is demanded.

A demand is made of who is to do it ("demanded that the ministry free them") or of who
was called in for it ("summoned the envoy and demanded ..."); a threat is made to who
can still prevent it ("warned of further steps unless ..."). A thing is never told.
"""

from onrecord.extract.context import Context, Who
from onrecord.model.clause import Argument, Clause, Link, Role, Voice
from onrecord.model.lexicon import Row
from onrecord.model.statement import Act

# Texts that are written to somebody: "in a reply to this newspaper".
_LETTERS = frozenset(
    [
        "letter",
        "letters",
        "message",
        "note",
        "telegram",
        "petition",
        "reply",
        "email",
        "e-mail",
        "answer",
        "response",
        "appeal",
        "fax",
        "cable",
        "memo",
        "report",
        "complaint",
        "statement",
    ]
)
_WITH = frozenset(["interview", "meeting", "talks", "call", "conversation"])
# Verbs after which somebody stands before the speaker.
_BRINGS = frozenset(
    ["summon", "meet", "call in", "telephone", "phone", "visit", "contact", "receive"]
)
_ASKS = (Act.DEMAND, Act.ASK)
_THREATENS = (Act.WARN, Act.THREATEN)


def find_addressee(
    context: Context, clause: Clause | None, row: Row, act: Act
) -> list[Who]:
    """Return who it was said to, each once; empty where nobody is named.

    Args:
        context: The document.
        clause: The cue's clause, None for a quotation without a cue.
        row: The cue's lexicon entry.
        act: The statement's act.
    """
    if clause is None:
        return []
    told = context.all_who(
        a for a in _told(clause, row, act) if _is_animate(context, a)
    )
    told = told or _written_to(context, clause) or _brought(context, clause)
    if not told and Act(row["act"]) in _ASKS:
        told = _asked(context, clause)
    if not told and act in _THREATENS:
        told = _threatened(context, clause)
    return told


def _told(clause: Clause, row: Row, act: Act) -> list[Argument]:
    """Return the arguments that say who is told."""
    arguments: list[Argument] = [*clause.all(Role.RECIPIENT)]
    if row.get("addressee") == "yes" and clause.voice is Voice.ACTIVE:
        arguments += clause.all(Role.PATIENT)
    if row.get("addressee") == "on":
        arguments += clause.marked("on", "upon")
    arguments += [a for a in clause.marked("to", "with") if a.clause is None]
    if act in _ASKS:
        arguments += [a for a in clause.marked("from", "of") if a.clause is None]
    return arguments


def _written_to(context: Context, clause: Clause) -> list[Who]:
    """Return whose letter or interview it is said in: "in a letter to Brun"."""
    for argument in clause.all(Role.OBLIQUE, Role.PATIENT, Role.PLACE, Role.AGENT):
        head = context.words(argument.head).lower()
        found = _behind(context, argument.head.end, head)
        if found:
            return found
    return []


def _behind(context: Context, end: int, head: str) -> list[Who]:
    """Return who stands behind a text or a talk: " to the president", " with X"."""
    for heads, marker in ((_LETTERS, " to "), (_WITH, " with ")):
        start = end + len(marker)
        if head in heads and context.text[end:start] == marker:
            starting = context.phrases_at(start)
            found = [context.who_phrase(n) for n in starting]
            return [who for who in found if who is not None][:1]
    return []


def _brought(context: Context, clause: Clause) -> list[Who]:
    """Return who was called in for it: "summoned the envoy and demanded ..."."""
    parent = context.parent(clause)
    if parent is None or parent.lemma not in _BRINGS or not clause.subject_shared:
        return []
    if clause.link not in (Link.COORDINATE, Link.ADVERBIAL, Link.PURPOSE):
        return []
    return context.all_who(
        a for a in parent.all(Role.PATIENT) if _is_animate(context, a)
    )


def _asked(context: Context, clause: Clause) -> list[Who]:
    """Return who is to do what is demanded: the one who acts in the words said."""
    for argument in clause.all(Role.COMPLEMENT):
        inner = context.clause(argument.clause)
        if inner is None or inner.voice is Voice.PASSIVE or inner.subject_shared:
            continue
        return context.all_who(
            a for a in inner.all(Role.AGENT) if _is_animate(context, a)
        )
    return []


def _threatened(context: Context, clause: Clause) -> list[Who]:
    """Return who can prevent what is threatened: "unless the court frees them"."""
    held = [c for c in context.children(clause) if c.marker == "unless"]
    held += [
        inner
        for inner in context.lookup.in_sentence(clause.sent)
        if inner.marker == "unless" and inner.predicate.start > clause.predicate.end
    ]
    for inner in held[:1]:
        return context.all_who(
            a for a in inner.all(Role.AGENT) if _is_animate(context, a)
        )
    return []


def _is_animate(context: Context, argument: Argument) -> bool:
    """Whether an argument is somebody who can be spoken to."""
    phrase = context.phrase(argument)
    return phrase is not None and phrase.animate
