"""Quotations and their cues: which words in quotation marks belong to which cue."""

from bisect import bisect_right
from dataclasses import dataclass, field

from onrecord.extract.context import Context, Who
from onrecord.model.clause import Clause
from onrecord.model.document import Quote
from onrecord.model.evidence import Span
from onrecord.model.lexicon import Row
from onrecord.text.spans import SpanIndex

# A cue further than this from its quotation belongs to something else.
REACH = 120


@dataclass(slots=True)
class Draft:
    """A statement in the making: its cue's clause, speakers and words."""

    clause: Clause | None
    cue: Span | None
    row: Row
    speakers: list[Who]
    contents: list[Span] = field(default_factory=list)
    sentence: int = 0


def attach_quotes(context: Context, drafts: list[Draft]) -> None:
    """Give each quotation to the cue nearest to it in its sentence or beside it."""
    index = SpanIndex(
        (span, n)
        for n, draft in enumerate(drafts)
        for span in (*draft.contents, *([draft.cue] if draft.cue else ()))
    )
    for quote in context.document.quotes:
        if not quote.speech_like and not quote.depth:
            continue
        around = Span(max(0, quote.span.start - REACH), quote.span.end + REACH)
        near = sorted({n for _, n in index.overlapping(around)})
        beside = [drafts[n] for n in near if _same_voice(context, quote, drafts[n])]
        best = _nearest(context, quote, beside)
        if best is not None:
            _take(best, quote)


def _same_voice(context: Context, quote: Quote, draft: Draft) -> bool:
    """Whether a cue stands in the same quotation as a quotation does, or both in none.

    What is quoted inside belongs to a cue in there: "He told me, 'Go home,'" she said.
    """
    if not quote.depth:
        return True
    if draft.cue is None:
        return False
    around = [
        q for q in context.lookup.quotes_over(quote.span) if q.depth < quote.depth
    ]
    return any(
        q.span.holds(quote.span) and q.span.holds(draft.cue)
        for q in around
        if q.depth == quote.depth - 1
    )


def _nearest(context: Context, quote: Quote, drafts: list[Draft]) -> Draft | None:
    """Return the draft whose cue stands closest to a quotation, if any does."""
    best: tuple[int, Draft] | None = None
    paragraph = context.paragraph(quote.span.start)
    for draft in drafts:
        if draft.cue is None or quote.span.overlaps(draft.cue):
            continue
        if any(c.overlaps(quote.span) for c in draft.contents):
            return draft
        if context.paragraph(draft.cue.start) != paragraph:
            continue
        if draft.contents and draft.row["frames"][0] not in "cx":
            continue
        gap = _gap(context, quote, draft)
        if gap is not None and gap <= REACH and (best is None or gap < best[0]):
            best = (gap, draft)
    return best[1] if best else None


def _gap(context: Context, quote: Quote, draft: Draft) -> int | None:
    """Return how far a cue stands from a quotation, None across another sentence."""
    cue = draft.cue
    if cue is None:
        return None
    if cue.start >= quote.span.end:
        between = context.text[quote.span.end : cue.start]
        gap = cue.start - quote.span.end
    else:
        between = context.text[cue.end : quote.span.start]
        gap = quote.span.start - cue.end
    # A full stop between them: the quotation is a sentence of its own.
    return None if ". " in between or '"' in between else gap


def _take(draft: Draft, quote: Quote) -> None:
    """Add a quotation to a draft's words, in place of what it overlaps.

    Where the reporter's own words go on beside it, its marks stay in.
    """
    whole, inner = quote.span, quote.inner
    for n, content in enumerate(draft.contents):
        if content.overlaps(whole):
            before, after = content.start < whole.start, content.end > whole.end
            low, high = content.start, content.end
            if not before:
                low = whole.start if after else inner.start
            if not after:
                high = whole.end if before else inner.end
            draft.contents[n] = Span(low, high)
            return
    draft.contents.append(inner)
    draft.contents.sort()


def uncued_quotes(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Return drafts for quotations without a cue: the speaker in play goes on."""
    taken = SpanIndex((c, None) for d in drafts for c in d.contents)
    turns = _turns(drafts)
    added: list[Draft] = []
    for quote in context.document.quotes:
        if not quote.speech_like or quote.depth:
            continue
        if taken.overlapping(quote.span) or not _is_sentence(context, quote):
            continue
        speaker = _in_play(context, quote, turns, added)
        if speaker is not None:
            row = {"act": "assert", "strength": "says", "frames": "c"}
            added.append(Draft(None, None, row, speaker, [quote.inner]))
    return added


def _is_sentence(context: Context, quote: Quote) -> bool:
    """Whether a quotation stands by itself, as a sentence does."""
    before = context.text[max(0, quote.span.start - 2) : quote.span.start].strip()
    first = context.words(quote.inner).lstrip()[:1]
    return (not before or before[-1] in '.!?"”:') and (
        first.isupper() or not first.isalpha()
    )


def _turns(drafts: list[Draft]) -> list[tuple[int, list[Who]]]:
    """Return where each speaker's words or cue end, in text order, beliefs left out."""
    turns: dict[int, list[Who]] = {}
    for draft in drafts:
        if not draft.contents or draft.row.get("belief"):
            continue
        ends = [c.end for c in draft.contents]
        if draft.cue is not None:
            ends.append(draft.cue.end)
        turns.setdefault(max(ends), draft.speakers)
    return sorted(turns.items(), key=_end)


def _end(turn: tuple[int, list[Who]]) -> int:
    """Return where a turn ends."""
    return turn[0]


def _in_play(
    context: Context,
    quote: Quote,
    turns: list[tuple[int, list[Who]]],
    added: list[Draft],
) -> list[Who] | None:
    """Return who is speaking: the last speaker in this or the previous paragraph."""
    at = bisect_right(turns, quote.span.start, key=_end) - 1
    last = turns[at] if at >= 0 else None
    if added and (last is None or added[-1].contents[0].end > last[0]):
        last = (added[-1].contents[0].end, added[-1].speakers)
    if last is None:
        return None
    apart = context.paragraph(quote.span.start) - context.paragraph(last[0])
    return last[1] if apart <= 1 else None
