"""Quoted stretches: which marks open, which close, and what they belong to.

Straight and curly double marks and guillemets are quotation marks; single marks count
only where they cannot be apostrophes. A mark left open closes at its paragraph's end;
an opening mark at the start of the next paragraph then goes on with the same speech.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from onrecord.model.document import Quote
from onrecord.model.evidence import Span

_OPEN = {"“": "”", "„": "“", "«": "»", "‘": "’"}
# Below this many words, without an end mark inside, quoted words are a term or a
# nickname rather than speech.
_SPEECH_WORDS = 4
# Nobody nests deeper; marks that only open would make the work quadratic.
_DEEPEST = 4


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    close: str
    depth: int


def find_quotes(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return the quoted stretches of a text, in order of their opening marks.

    Args:
        text: The article's text; offsets are code points into it.
        paragraphs: Its paragraphs; no quote reaches over the end of one.

    Source: house rules of English typography; an opening mark repeated on each
    paragraph of one speech and closed only on the last follows Chicago 13.32.
    """
    found: list[Quote] = []
    speech = 0
    carried = False
    for paragraph in paragraphs:
        quotes, left_open = _scan(text, paragraph)
        for n, (span, depth, closed) in enumerate(quotes):
            first = n == 0 and span.start == paragraph.start
            if depth == 0 and not (carried and first):
                speech += 1
            made = _make(text, span, speech, depth, closed)
            if made is not None:
                found.append(made)
        carried = left_open
    return tuple(found)


def _scan(text: str, paragraph: Span) -> tuple[list[tuple[Span, int, bool]], bool]:
    """Return one paragraph's quotes as (span, depth, closed), and if one is open."""
    stack: list[_Open] = []
    apostrophes: list[tuple[int, int]] = []
    found: list[tuple[Span, int, bool]] = []
    for i in range(paragraph.start, paragraph.end):
        mark = text[i]
        if mark not in "\"“”„«»‘’'":
            continue
        closed = _closed_by(text, i, paragraph, stack)
        if closed is not None:
            apostrophes += [(a.start, i) for a in stack[closed + 1 :]]
            top = stack[closed]
            del stack[closed:]
            found.append((Span(top.start, i + 1), top.depth, True))
        elif len(stack) < _DEEPEST and (close := _opens(text, i, paragraph)):
            if close == "'" and stack and stack[-1].close == "'":
                apostrophes.append((stack.pop().start, i))  # these never nest
            stack.append(_Open(i, close, len(stack)))
    apostrophes += [(a.start, paragraph.end) for a in stack if a.close == "'"]
    stack = [top for top in stack if top.close != "'"]
    for top in stack:
        found.append((Span(top.start, paragraph.end), top.depth, False))
    found = _lift(found, apostrophes)
    found.sort(key=lambda f: (f[0].start, -f[0].end))
    return found, bool(stack)


def _closed_by(text: str, i: int, paragraph: Span, stack: list[_Open]) -> int | None:
    """Return which open mark the mark at `i` closes.

    A single mark left open inside ("in the '20s") was an apostrophe.
    """
    for n in range(len(stack) - 1, -1, -1):
        if _closes(text, i, paragraph, stack[n]):
            return n
        if stack[n].close not in "'’":
            return None
    return None


def _lift(
    found: list[tuple[Span, int, bool]], apostrophes: list[tuple[int, int]]
) -> list[tuple[Span, int, bool]]:
    """Return quotes without the depth that mere apostrophes seemed to give them."""
    starts = sorted(start for start, _ in apostrophes)
    ends = sorted(end for _, end in apostrophes)
    lifted = []
    for span, depth, closed in found:
        around = bisect_left(starts, span.start) - bisect_right(ends, span.start)
        lifted.append((span, depth - around, closed))
    return lifted


def _opens(text: str, i: int, paragraph: Span) -> str | None:
    """Return the mark that would close a quote opened at `i`, None if none opens."""
    mark = text[i]
    before = text[i - 1] if i > paragraph.start else " "
    after = text[i + 1] if i + 1 < paragraph.end else " "
    if mark == "«":  # French sets a space inside it
        return "»"
    if mark == "»":  # German and Danish open with it
        return "«" if before.isspace() and not after.isspace() else None
    if mark in _OPEN:
        return _OPEN[mark] if not after.isspace() else None
    if after.isspace() or before.isalnum():
        return None
    if mark == '"':
        return '"'
    # A straight single mark opens only before a capital or a word in a quote's place.
    return "'" if mark == "'" and (before.isspace() or before in '("“') else None


def _closes(text: str, i: int, paragraph: Span, top: _Open) -> bool:
    """Whether the mark at `i` closes the quote on top of the stack."""
    if text[i] != top.close or (i == top.start + 1 and text[i] in "'’"):
        return False
    before = text[i - 1]
    after = text[i + 1] if i + 1 < paragraph.end else " "
    if text[i] in "'’":
        return not after.isalnum() and (before in ".,!?;:" or not before.isspace())
    if text[i] == '"':
        return not (before.isspace() and after.isalnum())
    return True


def _make(text: str, span: Span, speech: int, depth: int, closed: bool) -> Quote | None:
    """Build a quote, None when nothing stands between its marks."""
    end = span.end - 1 if closed else span.end
    if end <= span.start + 1:
        return None
    inner = text[span.start + 1 : end]
    words = len(inner.split())
    speech_like = words >= _SPEECH_WORDS or inner.rstrip().endswith(
        (",", ".", "!", "?")
    )
    return Quote(
        span=span,
        inner=Span(span.start + 1, end),
        speech=speech,
        depth=depth,
        speech_like=speech_like,
        closed=closed,
    )
