"""Words as Universal Dependencies cuts them in English, with offsets kept.

    cut_words("U.S.-based firms can't pay.", 0)
    -> U.S. | - | based | firms | ca | n't | pay | .

One pass over the characters: a pattern takes what stays whole (addresses, numbers,
abbreviations), then words, then single marks; clitics and hyphens are cut from words
afterwards. No pattern backtracks over more than one word.
"""

import re
from collections.abc import Iterator

from onrecord.model.evidence import Span

# Written with a full stop that is theirs.
ABBREVIATIONS = frozenset(
    "mr mrs ms dr st sgt lt col gen maj capt cmdr adm rev hon prof sen rep gov pres"
    " jr sr inc corp co ltd llc bros vs etc al no nos vol pp ed eds dept univ assn"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
    " ft mt ave blvd rd fig approx est messrs supt det insp brig pvt cpl amb msgr"
    " ph.d b.a m.a m.d e.g i.e a.m p.m u.s u.n u.k u.s.a d.c".split()
)
_APOSTROPHE = "'’"
_WHOLE = re.compile(
    r"https?://[^\s<>\"”’)]+[^\s<>\"”’).,;:!?]|www\.[^\s<>\"”’)]+[^\s<>\"”’).,;:!?]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:[^\W\d_]\.){2,}(?![^\W\d_])"
    r"|\d{3}-\d{3}-\d{4}(?!\d)"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W_])|\d+(?:[.:]\d+)?(?=[ap]m\b)"
    r"|\.{2,}|-{2,}|…|[?!]{2,}|={2,}|_{2,}|\*{2,}|~{2,}|<{2,}|>{2,}|\+{2,}|'{2}|`{2}"
    r"|&\w+;|[:;]-?[)(DP](?!\w)"
    r"|[^\W_](?:[^\W_]|[&_.](?=[^\W_])|['’](?=[^\W\d_]))*"
    r"|\S"
)
_CLITIC = re.compile(rf"(?:n[{_APOSTROPHE}]t|[{_APOSTROPHE}](?:s|re|ve|ll|d|m))$", re.I)
_FUSED = {
    "cannot": 3,
    "gonna": 3,
    "gotta": 3,
    "wanna": 3,
    "gimme": 3,
    "lemme": 3,
    "dunno": 2,
}
_PREFIX = frozenset(
    "e co non pre post anti pro re un ex semi sub mid multi inter intra ultra vice"
    " counter bi de mini".split()
)


def cut_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the words of `text[start:end]` in order, white space left out."""
    found: list[Span] = []
    stop = len(text) if end is None else end
    for match in _WHOLE.finditer(text, start, stop):
        found.extend(_cut(text, match.start(), match.end(), stop))
    return _join(text, found)


def _cut(text: str, start: int, end: int, stop: int) -> Iterator[Span]:
    """Cut clitics from one match."""
    word = text[start:end]
    lower = word.lower()
    if not word[0].isalnum():
        yield Span(start, end)
        return
    if lower in _FUSED:
        yield Span(start, start + _FUSED[lower])
        yield Span(start + _FUSED[lower], end)
        return
    if "." in word and not word[0].isdigit() and "@" not in word and "/" not in word:
        yield from _dotted(text, start, end)
        return
    clitic = _CLITIC.search(word)
    if clitic and clitic.start() > 0:
        yield Span(start, start + clitic.start())
        yield Span(start + clitic.start(), end)
        return
    yield Span(start, end)


def _dotted(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a word that holds full stops; a possessive after it is cut."""
    clitic = _CLITIC.search(text[start:end])
    cut = start + clitic.start() if clitic and clitic.start() > 0 else end
    yield Span(start, cut)
    if cut < end:
        yield Span(cut, end)


def _join(text: str, spans: list[Span]) -> list[Span]:
    """Give full stops back to abbreviations and initials, hyphens to prefixes."""
    out: list[Span] = []
    for i, span in enumerate(spans):
        word = text[span.start : span.end]
        last = out[-1] if out else None
        if last is not None and last.end == span.start:
            before = text[last.start : last.end].lower()
            if word == "." and _keeps_stop(text, before, last, spans, i):
                out[-1] = Span(last.start, span.end)
                continue
            if before in _APOSTROPHE and word.lower() in _CLITICS:
                out[-1] = Span(last.start, span.end)
                continue
            if before.endswith("-") and before[:-1] in _PREFIX and word.isalpha():
                out[-1] = Span(last.start, span.end)
                continue
        if (
            word == "-"
            and last is not None
            and last.end == span.start
            and text[last.start : last.end].lower() in _PREFIX
            and text[span.end : span.end + 1].isalpha()
        ):
            out[-1] = Span(last.start, span.end)
            continue
        out.append(span)
    return out


def _keeps_stop(text: str, before: str, last: Span, spans: list[Span], i: int) -> bool:
    """Whether a full stop belongs to the word before it."""
    if before in ABBREVIATIONS:
        return True
    initial = len(before) == 1 and before.isalpha() and text[last.start].isupper()
    follows = i + 1 < len(spans)
    return initial and follows and before != "i"


_CLITICS = frozenset({"s", "re", "ve", "ll", "d", "m"})
