"""Speech that names its speaker by layout alone: captions and transcripts.

A caption is a quotation with a dash and a name behind it; a transcript has lines that
each begin with a name in capitals and a colon. One such line alone may be a heading, so
a transcript needs two.
"""

import re

from onrecord.extract.context import Context, Who
from onrecord.extract.speech.quoted import Draft
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row
from onrecord.text.spans import SpanIndex

_SAYS: Row = {"act": "assert", "strength": "says", "frames": "c"}
# A dash behind the closing mark, on its line or the next one.
_DASH = re.compile(r"[ \t]*\n?[ \t]*(?:[–—―]|--?) ?(?=[A-Z])")
# "ORR:", "MIRA ADEYEMI:", "DR ORR:"; bounded, so that no text is slow to read.
_TURN = re.compile(
    r"^([A-Z][A-Z.'’-]{1,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}): +(?=\S)(.*)$", re.M
)
_LEAST_TURNS = 2


def captioned_quotes(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Return drafts for quotations that a dash and a name follow: "…" – Lena Orr."""
    taken = SpanIndex((c, None) for d in drafts for c in d.contents)
    made = []
    for quote in context.document.quotes:
        if quote.depth or not quote.closed or taken.overlapping(quote.span):
            continue
        dash = _DASH.match(context.text, quote.span.end)
        starting = context.phrases_at(dash.end()) if dash else []
        named = [n for n in starting if context.document.phrases[n].name is not None]
        who = context.who_phrase(named[0]) if named else None
        if who is not None:
            made.append(Draft(None, None, _SAYS, [who], [quote.inner]))
    return made


def transcript_turns(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Return drafts for the lines of a transcript: "ORR: We have waited."."""
    turns: list[Draft] = []
    taken = SpanIndex((c, None) for d in drafts for c in d.contents)
    for match in _TURN.finditer(context.text):
        words = Span(*match.span(2))
        if taken.overlapping(words):
            continue
        name = Span(match.start(1), match.end(1))
        turns.append(Draft(None, None, _SAYS, [_called(context, name)], [words]))
    return turns if len(turns) >= _LEAST_TURNS else []


def _called(context: Context, name: Span) -> Who:
    """Return whom a name in capitals stands for.

    It is the one actor whose name ends so; where there is none or are two, nobody.
    """
    words = context.words(name)
    asked = words.casefold().split()
    found = [
        actor.id
        for actor in context.document.actors
        if actor.name.casefold().split()[-len(asked) :] == asked
    ]
    return Who(found[0] if len(found) == 1 else None, words, name)
