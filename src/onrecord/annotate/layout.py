"""Paragraphs: how a text is laid out, before anybody looks at its words.

A blank line always ends a paragraph. A single line break ends one where the line
before it ends like a sentence and the next begins like one, and everywhere in a text
that has lines too long to be wrapped; else it is a wrapped line.
"""

import re

from onrecord.model.evidence import Span
from onrecord.text.dateline import match_dateline
from onrecord.text.quote import trim_span

_BREAK = re.compile(r"(?:\r\n|\r|\n|\u2028|\u2029)")
_ENDS = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_BEGINS = re.compile(r"[\"'“‘«(\[]*(?:[^\W\d_a-z]|\d)")


# Text wrapped for mail or a terminal has lines of at most 80 characters or so.
_LONGEST_WRAPPED = 120


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the paragraphs of a text, in order, without the white space around them.

    Args:
        text: Any text; offsets are code points into it. A dateline at its start
            belongs to no paragraph.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    dateline = match_dateline(text[start : start + 200])
    if dateline is not None:
        start += dateline.end()
    unwrapped = _is_unwrapped(text)
    for match in _BREAK.finditer(text):
        if unwrapped or _ends_paragraph(text, start, match.start(), match.end()):
            if span := trim_span(text, start, match.start()):
                spans.append(span)
            start = match.end()
    if span := trim_span(text, start, len(text)):
        spans.append(span)
    return tuple(spans)


def _is_unwrapped(text: str) -> bool:
    """Whether some line is longer than any that is wrapped."""
    return any(len(line) > _LONGEST_WRAPPED for line in text.splitlines())


def _ends_paragraph(text: str, start: int, line_end: int, next_start: int) -> bool:
    """Whether the line break at `line_end` ends the paragraph begun at `start`."""
    rest = text[next_start : next_start + 80]
    if not rest.strip() or rest[0] in "\r\n" or not rest.splitlines()[0].strip():
        return True
    before = text[max(start, line_end - 80) : line_end].rstrip()
    return not before or bool(_ENDS.search(before) and _BEGINS.match(rest.lstrip()))


def flatten(text: str) -> str:
    """Return the text with every odd space and quotation mark as a plain one.

    Every code point stays one code point, so offsets hold in both.
    """
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\t\r\n\x0b\x0c\x85\xa0\u2028\u2029\u202f\u2007\u3000", " "),
        **dict.fromkeys([chr(c) for c in range(0x2000, 0x200B)], " "),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("‐‑–", "-"),
        "—": "-",
    }
)
