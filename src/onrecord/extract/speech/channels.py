"""The channel of a statement: letter, court hearing, broadcast, and the like."""

from onrecord.extract.context import Context, Who
from onrecord.model.actor import ActorKind
from onrecord.model.clause import Clause, Role
from onrecord.model.evidence import Span

_TELLS = frozenset(["tell", "inform", "address"])
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
        for argument in clause.all(Role.OBLIQUE, Role.PLACE, Role.PATIENT):
            first = (argument.marker or "").split(" ")[0]
            told = argument.role is Role.PATIENT and clause.lemma in _TELLS
            if first not in _BY and not told:
                continue
            found = _look_up(context, argument.span, argument.head)
            if found is not None:
                return found, context.words(argument.span)
    for who in [*addressee, *_texts(context, clause)]:
        found = _look_up(context, who.span, None)
        if found is not None:
            return found, who.text
    found = (
        _look_up(context, speaker.span, None) if _is_text(context, speaker) else None
    )
    return (found, speaker.text) if found is not None else (None, None)


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


def _is_text(context: Context, speaker: Who) -> bool:
    """Whether the speaker is a document rather than somebody."""
    actor = context.lookup.actor(speaker.actor)
    return actor is not None and actor.kind is ActorKind.DOCUMENT
