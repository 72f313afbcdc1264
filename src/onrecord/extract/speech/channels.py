"""The channel of a statement: letter, court hearing, broadcast, and the like."""

from onrecord.extract.context import Context, Who
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Clause, Role
from onrecord.model.evidence import Span

_TELLS = frozenset(["tell", "inform", "address"])
_SPEAKS = frozenset(["speak", "talk", "write", "appear", "testify"])
# A newspaper that is told something may print it, but that is not how it was told.
_PRINT = "report"
# Channels that are texts: a text speaks for itself, whatever kind of actor it is.
_WRITTEN = frozenset(["statement", "report", "letter", "post", "court_filing"])
_BY = frozenset(
    ["in", "at", "on", "by", "through", "via", "during", "over", "from", "before", "to"]
)


def find_channel(
    context: Context, clause: Clause | None, speaker: Who, addressee: list[Who]
) -> tuple[str | None, str | None]:
    """Return the channel and the words that say so, (None, None) where none do.

    The cue clause's own phrases come first, then who was spoken to, then a speaker
    that is itself a text.
    """
    if clause is not None:
        for spoken in [clause, *_speaking(context, clause)]:
            named = _named(context, spoken)
            if named is not None:
                return named
    for who in [*addressee, *_texts(context, clause)]:
        found = _look_up(context, who.span, None)
        if found is not None and not (found == _PRINT and who in addressee):
            return found, who.text
    found = _look_up(context, speaker.span, None)
    if found is None or not _is_text(context, speaker, found):
        return None, None
    return found, speaker.text


def _named(context: Context, clause: Clause) -> tuple[str, str] | None:
    """Return the channel that a clause's own phrases name, and their words."""
    for argument in clause.all(Role.OBLIQUE, Role.PLACE, Role.PATIENT):
        first = (argument.marker or "").split(" ")[0]
        told = argument.role is Role.PATIENT and clause.lemma in _TELLS
        if first not in _BY and not told:
            continue
        found = _look_up(context, argument.span, argument.head)
        if found is not None:
            return found, context.words(argument.span)
    return None


def _speaking(context: Context, clause: Clause) -> list[Clause]:
    """Return the clauses that say how a cue was spoken: "speaking by telephone"."""
    return [
        child
        for child in context.children(clause)
        if child.lemma in _SPEAKS and child.subject_shared and child.marker is None
    ]


def _texts(context: Context, clause: Clause | None) -> list[Who]:
    """Return the texts that speak for somebody: "the ministry's statement said"."""
    phrases = [context.phrase(a) for a in clause.all(Role.AGENT)] if clause else []
    return [
        Who(p.actor, context.words(p.span), p.span)
        for p in phrases
        if p is not None and p.kind is ActorKind.DOCUMENT
    ]


def _look_up(context: Context, span: Span, head: Span | None) -> str | None:
    """Return the channel that a phrase's head, with the word before it, means."""
    table = context.lexicons["channels"]
    end = head.end if head is not None else span.end
    words = context.text[span.start : end].lower().split()
    for size in (2, 1):
        row = table.get(" ".join(words[-size:])) if len(words) >= size else None
        if row is not None:
            return row["channel"]
    return None


def _is_text(context: Context, speaker: Who, channel: str) -> bool:
    """Whether the speaker is a text rather than somebody: "the press release said"."""
    actor = context.lookup.actor(speaker.actor)
    if actor is None or actor.kind is ActorKind.DOCUMENT:
        return actor is not None
    return channel in _WRITTEN and actor.kind is ActorKind.ORGANIZATION
